"""What is installed: the content parses and fits the domain, the wheel holds it, the version has one source."""

import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import sciatica_journal
from sciatica_journal.domain.checks import check_name
from sciatica_journal.domain.legs import SIDES
from sciatica_journal.domain.spot import QUALITIES, check_region
from sciatica_journal.domain.text import one_line
from sciatica_journal.guide.content import content_folder, read_page, read_toml
from sciatica_journal.guide.lists import load_feelings, load_qualities, load_regions
from sciatica_journal.guide.pages import load_changelog, load_help, load_pages, load_step
from sciatica_journal.guide.practices import load_practices

CONTENT = content_folder()
ROOT = CONTENT.parent
FILES = sorted(path.relative_to(CONTENT) for path in CONTENT.rglob("*") if path.is_file())
PAGES = [path for path in FILES if path.suffix == ".md" and path.name != "changelog.md"]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_content_file_is_clean_text_of_a_known_kind(path: Path) -> None:
    assert path.suffix in {".md", ".toml", ".txt"}
    text = (CONTENT / path).read_bytes().decode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\t" not in text
    if path.suffix == ".toml":
        assert read_toml(*path.parts)


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_a_page_has_front_matter_and_a_body(path: Path) -> None:
    head, body = read_page(*path.parts)
    assert head["title"]
    assert body.strip()


def test_regions_have_codes_sides_and_names() -> None:
    regions = load_regions()
    assert len({region.code for region in regions}) == len(regions) > 20
    for region in regions:
        check_region(region.code)
        check_name("name", region.name, 60)
        assert region.sides
        assert set(region.sides) <= set(SIDES)
        assert region.group


def test_qualities_are_those_of_the_domain() -> None:
    assert tuple(load_qualities()) == QUALITIES


def test_feelings_are_words_that_a_day_can_keep_each_in_one_group() -> None:
    words = [word for group in load_feelings() for word in group.words]
    assert len(set(words)) == len(words) > 20
    for word in words:
        check_name("feeling", word, 60)
        assert word == one_line(word)


def test_practices_are_found_by_their_file_s_name_and_number() -> None:
    practices = load_practices()
    assert {f"{practice.id}.md" for practice in practices} == {path.name for path in (CONTENT / "practices").iterdir()}
    numbers = [practice.number for practice in practices]
    assert numbers == sorted(set(numbers))
    for practice in practices:
        assert practice.evidence in "ABCD"
        assert practice.evidence_note
        assert practice.provenance
        assert "0" in practice.rating
        assert "10" in practice.rating


def test_guide_pages_are_in_order_with_their_sources() -> None:
    pages = load_pages()
    assert [page.order for page in pages] == sorted({page.order for page in pages})
    for page in pages:
        assert page.summary
        assert len({source.id for source in page.sources}) == len(page.sources)


@pytest.mark.parametrize("load", [lambda: load_help("today"), load_changelog, lambda: load_step("1-what-this-is")[1]])
def test_help_changelog_and_first_steps_read(load: Callable[[], str]) -> None:
    assert len(load()) > 50


def test_the_version_has_one_source_and_a_changelog_entry() -> None:
    settings = project()
    assert settings["project"]["dynamic"] == ["version"]
    assert "version" not in settings["project"]
    assert settings["tool"]["hatch"]["version"]["path"] == "sciatica_journal/__init__.py"
    assert sciatica_journal.__version__ in load_changelog()


def test_the_content_is_told_to_go_into_the_wheel_beside_the_code() -> None:
    wheel = project()["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"content": "sciatica_journal/_content"}


def test_the_wheel_holds_code_styles_and_content_and_nothing_else(tmp_path: Path) -> None:
    wheels = pytest.importorskip(
        "hatchling.builders.wheel", reason="the wheel's builder is installed for development only"
    )
    (path,) = wheels.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    assert Path(path).name == f"sciatica_journal-{sciatica_journal.__version__}-py3-none-any.whl"
    with zipfile.ZipFile(path) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        info = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
        entries = wheel.read(info[0]).decode()
    code = ROOT / "sciatica_journal"
    wanted = {f"sciatica_journal/_content/{file.as_posix()}" for file in FILES}
    wanted |= {
        path.relative_to(ROOT).as_posix()
        for path in code.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix in {".py", ".tcss", ".typed"}
    }
    assert names == wanted
    for command in ("sciatica-journal", "sj"):
        assert f"{command} = sciatica_journal.cli.main:main" in entries
