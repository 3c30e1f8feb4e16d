"""The public names of the roadmap, each loaded when it is first asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mentoring_xl import roadmap

ONE_ROOM = """
import sys
from mentoring_xl.roadmap import rows_to_do
print(sorted(name for name in sys.modules if name.startswith("mentoring_xl.roadmap.")))
"""


@pytest.mark.parametrize("name", roadmap.__all__)
def test_every_public_name_is_there(name: str):
    assert getattr(roadmap, name).__class__.__name__ != "module"


def test_a_name_that_is_not_public_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'gone'"):
        roadmap.gone  # noqa: B018


def test_asking_for_progress_loads_neither_the_importer_nor_the_reader_of_responsible_people():
    printed = subprocess.run([sys.executable, "-c", ONE_ROOM], capture_output=True, check=True, encoding="utf-8")
    assert printed.stdout == "['mentoring_xl.roadmap.family', 'mentoring_xl.roadmap.progress']\n"
