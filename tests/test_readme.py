"""The README's own two commands as they stand there, the first run in a fresh clone with nothing of ours installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from mentoring_xl.build.pictures import draw_from


def commands(root: Path) -> tuple[str, str]:
    """Return the two commands of the README's section «Two commands»."""
    section = (root / "README.md").read_text(encoding="utf-8").partition("## Two commands")[2].partition("\n## ")[0]
    first, second = re.findall(r"```bash\n(.*?)```", section, re.DOTALL)
    return first.strip(), second.strip()


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Path:
    """Return a copy of what a commit of the working tree would hold."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=root, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():
            (tmp_path / "clone" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, tmp_path / "clone" / name)
    return tmp_path / "clone"


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the README as a newcomer would: no environment of ours on the way."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("VIRTUAL_ENV", "PYTEST", "PYTHON"))
    }
    own = str(Path(os.environ.get("VIRTUAL_ENV", "/nowhere")) / "bin")
    kept["PATH"] = os.pathsep.join(part for part in kept["PATH"].split(os.pathsep) if part != own)
    return subprocess.run(["bash", "-c", command], cwd=folder, env=kept, capture_output=True, text=True, check=False)


def test_the_first_command_runs_the_main_job_and_its_pages_give_the_pictures(root: Path, clone: Path):
    done = run(commands(root)[0], clone)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Кнопка «Пересчитать пары»" in done.stdout
    assert (clone / "mentoring-demo" / "Школа-пример.xlsx").exists()
    assert (clone / "mentoring-demo" / "Ответы из Яндекс Форм.csv").exists()
    addins = {path.name for path in (clone / ".venv/share/mentoring-xl").iterdir()}
    assert addins == {"mentoring.oxt", "mentoring.xlam"}
    pictures = draw_from(clone / "mentoring-demo" / "Школа-пример.pdf", clone / "pictures")
    assert {path.name for path in pictures} == {path.name for path in (root / "workbook/pictures").iterdir()}
    assert all(20_000 < path.stat().st_size < 400_000 for path in pictures)


def test_the_second_command_is_what_ci_runs_from_a_fresh_clone(root: Path):
    """So each run of CI proves it, setting up included; run in here it would only do all of that once more."""
    ran = (root / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert f"exec {commands(root)[1]}" in ran


def test_every_command_of_the_readme_exists(root: Path):
    from mentoring_xl.cli import parser

    known = parser().format_help()
    named = set(re.findall(r"`mentoring-xl ([a-z][a-z-]+)", (root / "README.md").read_text(encoding="utf-8")))
    assert named
    assert [name for name in named if name not in known] == []


def test_every_button_is_in_the_readme(root: Path):
    from mentoring_xl.schema.buttons import BUTTONS

    text = (root / "README.md").read_text(encoding="utf-8")
    assert [button.command for button in BUTTONS if f"`mentoring-xl {button.command}" not in text] == []
