"""The registry of commands: its ids, keys and key bar are without contradiction."""

from sciatica_journal.domain.commands import COMMANDS, for_place
from sciatica_journal.domain.keymap import normalise_key, resolve_keymap

from .test_keymap import assert_sound

SCREENS = (
    ("app", "row", "today"), ("app", "row", "history"), ("app", "row", "patterns"), ("app", "row", "path"),
    ("app", "row", "guide"),
    ("app", "reader"), ("app", "sheet"), ("app", "timer"), ("app", "import"),
)  # fmt: skip


def test_ids_are_unique() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(set(ids)) == len(ids)


def test_default_keys_are_keys_and_clash_nowhere() -> None:
    for command in COMMANDS:
        assert command.keys
        assert all(normalise_key(key) == key for key in command.keys), command.id
    assert_sound(resolve_keymap(COMMANDS, {}))


def test_naming_the_default_keys_changes_nothing() -> None:
    own = {command.id: ",".join(command.keys) for command in COMMANDS if not command.protected}
    keymap = resolve_keymap(COMMANDS, own)
    assert keymap == resolve_keymap(COMMANDS, {})


def test_the_key_bar_of_a_screen_has_at_most_six_entries_each_with_its_own_place() -> None:
    for places in SCREENS:
        footers = [command.footer for command in COMMANDS if command.place in places and command.footer is not None]
        assert len(footers) <= 6, places
        assert len(set(footers)) == len(footers), places


def test_every_place_is_on_a_screen() -> None:
    assert {command.place for command in COMMANDS} == {place for places in SCREENS for place in places}
    assert set(for_place("app", "today")) == {command for command in COMMANDS if command.place in ("app", "today")}


def test_help_is_a_sentence_and_labels_are_short() -> None:
    for command in COMMANDS:
        assert command.help.endswith("."), command.id
        assert 0 < len(command.label) <= 20, command.id


def test_red_flags_help_and_leaving_cannot_be_remapped_away() -> None:
    assert {command.id for command in COMMANDS if command.protected} >= {"help", "red_flags", "quit"}
