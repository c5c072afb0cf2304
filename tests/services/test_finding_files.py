"""What a typed path means: `//` and `/~/` begin anew, as the file prompts of shells and editors have it."""

from pathlib import Path

import pytest

from sciatica_journal.services.exchange.finding_files import matches, path_of


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("~//tmp/x.zip", Path("/tmp/x.zip")),
        ("~/Downloads//tmp//x", Path("/x")),
        ("//tmp", Path("/tmp")),
        ("/tmp/~/x", Path.home() / "x"),
        ("/tmp/a~/x", Path("/tmp/a~/x")),
        ("~/a/~", Path.home() / "a" / "~"),
    ],
)
def test_a_path_begins_anew(typed: str, path: Path) -> None:
    assert path_of(typed) == path


def test_completion_drops_what_stood_before(tmp_path: Path) -> None:
    (tmp_path / "export.zip").touch()
    found = matches(f"~/{tmp_path}/exp")
    assert found.begin == f"{tmp_path}/"
    assert [match.name for match in found.shown] == ["export.zip"]
