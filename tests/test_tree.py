"""The tree: small files, and at the top level only what belongs there."""

import subprocess
from pathlib import Path

import pytest

import sciatica_journal

ROOT = Path(sciatica_journal.__file__).parent.parent
LONGEST = 300
TOP_LEVEL = {"sciatica_journal", "content", "tests", "docs", "pyproject.toml", "README.md", "LICENSE"}


@pytest.mark.skipif(not (ROOT / "pyproject.toml").exists(), reason="installed, not a checkout")
def test_no_python_file_is_over_300_lines() -> None:
    sizes = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for folder in ("sciatica_journal", "tests", "docs")
        for path in (ROOT / folder).rglob("*.py")
    }
    assert len(sizes) > 100
    assert {name: size for name, size in sizes.items() if size > LONGEST} == {}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="git tells what is kept from what is ignored")
def test_the_top_level_holds_only_what_belongs_there() -> None:
    words = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("git does not list this folder")
    names = {line.partition("/")[0] for line in done.stdout.splitlines()}
    assert {name for name in names if not name.startswith(".")} == TOP_LEVEL
