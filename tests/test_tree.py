"""The tree: small files, at the top level only what belongs there, and no comment that names a page nobody has."""

import re
import subprocess
from pathlib import Path
from shutil import which

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


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or which("git") is None, reason="git tells what is kept from what is ignored"
)
def test_the_top_level_holds_only_what_belongs_there() -> None:
    words = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("git does not list this folder")
    names = {line.partition("/")[0] for line in done.stdout.splitlines()}
    assert {name for name in names if not name.startswith(".")} == TOP_LEVEL


def _named(words: str) -> set[str]:
    """Return the numbers that comments name after these words, as in "insight methods, section 7"."""
    pattern = re.compile(rf"{words},?\s+(?:section\s+)?(\d+(?:\.\d+)?)")
    return {
        number
        for path in (ROOT / "sciatica_journal").rglob("*.py")
        for number in pattern.findall(path.read_text(encoding="utf-8"))
    }


@pytest.mark.skipif(not (ROOT / "docs").exists(), reason="installed, not a checkout")
@pytest.mark.parametrize(
    ("page", "named", "fewest"),
    [("clinical-reference.md", "clinical reference", 8), ("insight-methods.md", "insight methods", 6)],
)
def test_each_section_that_a_comment_names_stands_in_its_page(page: str, named: str, fewest: int) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    sections = set(re.findall(r"^(?:##+ |- \*\*)(\d+(?:\.\d+)?)", text, re.MULTILINE))
    found = _named(named)
    assert len(found) >= fewest
    assert found <= sections


@pytest.mark.skipif(not (ROOT / "docs").exists(), reason="installed, not a checkout")
def test_each_rule_that_a_comment_names_stands_in_the_reference() -> None:
    rules = (
        (ROOT / "docs" / "clinical-reference.md")
        .read_text(encoding="utf-8")
        .partition("### 2.3")[2]
        .partition("\n## ")[0]
    )
    known = set(re.findall(r"^(\d+)\. ", rules, re.MULTILINE))
    assert known == {str(number) for number in range(1, 21)}
    found = _named(r"\brule")
    assert len(found) >= 8
    assert found <= known
