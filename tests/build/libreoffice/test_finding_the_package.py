"""Where the component looks for what `mentoring-xl addin install` wrote: the very place, on each system."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

HOME = Path("/home/anna")


@pytest.fixture(scope="module")
def package(root):
    path = root / "macros" / "libreoffice" / "pythonpath" / "mentoring_xl_office" / "package.py"
    spec = importlib.util.spec_from_file_location("package_of_the_component", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("platform", "environ", "place"),
    [
        ("linux", {}, "/home/anna/.config/mentoring-xl/addin.json"),
        ("linux", {"XDG_CONFIG_HOME": "/etc/anna"}, "/etc/anna/mentoring-xl/addin.json"),
        ("darwin", {}, "/home/anna/Library/Application Support/mentoring-xl/addin.json"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/mentoring-xl/addin.json"),
        ("win32", {}, "/home/anna/AppData/Local/mentoring-xl/addin.json"),
    ],
)
def test_the_settings_lie_where_the_installer_writes_them(package, platform, environ, place):
    assert package.settings_path(platform, environ, HOME) == Path(place)
