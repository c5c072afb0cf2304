"""versions: what the texts of a day were before each change."""

from pathlib import Path

from sciatica_journal.domain.reflection import Reflection
from sciatica_journal.services.entries.days import change_day
from sciatica_journal.services.entries.reflections import keep_reflection, let_go
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import open_session
from tests.given import NOW, TODAY

from .conftest import Cli


def test_what_a_note_was_before_each_change_newest_first(cli: Cli) -> None:
    for words in ("long day", "[/x] on the stairs"):
        cli("log", words)
    cli("log", "feeling proud")
    assert cli("versions").out == "Wed 4 Mar 2026, texts before each change\n2026-03-04 21:04 note\n  long day\n"
    cli("undo")
    cli("undo")
    shown = cli("versions", "--json")
    assert shown.json["date"] == "2026-03-04"
    (version,) = shown.json["versions"]
    assert version == {
        "at": "2026-03-04T21:04:00+01:00", "kind": "day", "key": "2026-03-04", "field": "note",
        "text": "long day\n[/x] on the stairs", "undone": True,
    }  # fmt: skip
    assert "2026-03-04 21:04 note, undone\n  long day\n  [/x] on the stairs\n" in cli("versions").out


def test_nothing_earlier_is_said_and_nothing_is_made(cli: Cli, home: Path) -> None:
    ran = cli("versions", "-3d", "--json")
    assert (ran.code, ran.json) == (1, {"date": "2026-03-01", "versions": []})
    assert "No text of Sun 1 Mar 2026" in ran.err
    assert not home.exists()
    assert cli("versions", "nonsense").code == 2


def test_every_text_of_the_day_is_listed_and_what_was_let_go_is_not(cli: Cli, home: Path) -> None:
    session = open_session(paths_in(home), lambda: NOW)
    change_day(session, TODAY, {"did": "gardened"})
    change_day(session, TODAY, {"did": None})
    keep_reflection(session, Reflection("r", TODAY, text="kind words"))
    keep_reflection(session, Reflection("r", TODAY, text="other"), "kind words")
    keep_reflection(session, Reflection("s", TODAY, text="secret"))
    keep_reflection(session, Reflection("s", TODAY, text="rewritten"), "secret")
    assert [entry["text"] for entry in cli("versions", "--json").json["versions"]] == [
        "secret", "kind words", "gardened",
    ]  # fmt: skip
    let_go(session, Reflection("s", TODAY))
    session.close()
    assert cli("versions").out.splitlines()[1:] == [
        "2026-03-04 21:04 reflection", "  kind words", "2026-03-04 21:04 what the day held", "  gardened",
    ]  # fmt: skip
