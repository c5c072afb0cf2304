"""The keymap: the user's own keys over the defaults, never a command without a key, never a key for two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.commands import COMMANDS, Command
from sciatica_journal.domain.keymap import KEPT_KEYS, Keymap, normalise_key, resolve_keymap, shown_key, with_keys

BY_ID = {command.id: command for command in COMMANDS}
PLACES = {
    "app": {"today", "history", "patterns", "path", "guide", "reader", "sheet", "timer", "import"},
    "row": {"today", "history", "patterns", "path", "guide"},
    **{
        place: {place}
        for place in ("today", "history", "patterns", "path", "guide", "reader", "sheet", "timer", "import")
    },
}
"""The screens on which the commands of a place work."""

written_keys = st.sampled_from(
    [key for command in COMMANDS for key in command.keys]
    + [*"abcXYZ059/?[],+- ", "", "F5", "ctrl+S", "shift+t", "nokey"]
)
key_lines = st.lists(written_keys, min_size=1, max_size=3).map(",".join) | st.text(max_size=8)


def meet(one: Command, other: Command) -> bool:
    """Whether two commands work on one screen."""
    return bool(PLACES[one.place] & PLACES[other.place])


def resolved(**own: str) -> Keymap:
    return resolve_keymap(COMMANDS, own)


def assert_sound(keymap: Keymap) -> None:
    assert set(keymap.keys) == set(BY_ID)
    assert all(keymap.keys.values())
    for one in COMMANDS:
        for other in COMMANDS:
            if one.id < other.id and meet(one, other):
                assert not set(keymap.keys[one.id]) & set(keymap.keys[other.id]), (one.id, other.id)


@given(st.dictionaries(st.sampled_from(sorted(BY_ID)) | st.text(max_size=6), key_lines, max_size=8))
@settings(max_examples=120)
def test_whatever_the_user_writes_every_command_has_a_key_of_its_own(own: dict[str, str]) -> None:
    keymap = resolve_keymap(COMMANDS, own)
    assert_sound(keymap)
    for command in COMMANDS:
        if command.protected:
            assert keymap.keys[command.id] == command.keys
    changed = [ident for ident in own if ident in BY_ID and keymap.keys[ident] != BY_ID[ident].keys]
    assert all(problem.startswith("keys: ") for problem in keymap.problems)
    assert len(changed) + len(keymap.problems) <= len(own)


MOVABLE = [command.id for command in COMMANDS if command.place == "today" and not KEPT_KEYS & set(command.keys)]


@given(st.permutations(MOVABLE))
@settings(max_examples=30)
def test_commands_can_pass_their_keys_round(order: list[str]) -> None:
    names = MOVABLE
    own = {name: ",".join(BY_ID[other].keys) for name, other in zip(names, order, strict=True)}
    keymap = resolve_keymap(COMMANDS, own)
    assert keymap.problems == ()
    assert all(keymap.keys[name] == BY_ID[other].keys for name, other in zip(names, order, strict=True))


def test_without_own_keys_the_defaults_hold() -> None:
    assert resolved() == Keymap({command.id: command.keys for command in COMMANDS})


def test_two_commands_swap_their_keys() -> None:
    keymap = resolved(undo="U", redo="u")
    assert (keymap.keys["undo"], keymap.keys["redo"]) == (("U",), ("u",))
    assert keymap.problems == ()


def test_a_swap_that_fails_on_one_side_fails_on_both() -> None:
    keymap = resolved(undo="U", redo="no such key")
    assert (keymap.keys["undo"], keymap.keys["redo"]) == (("u",), ("U",))
    assert len(keymap.problems) == 2


def test_a_chain_of_moves_falls_with_its_last() -> None:
    keymap = resolved(worst="p", morning="l", left_leg="f2")
    assert_sound(keymap)
    assert keymap.keys["worst"] == ("w",)
    assert len(keymap.problems) == 3


def test_a_clash_is_told_in_words_and_the_default_stays() -> None:
    keymap = resolved(undo="a")
    assert keymap.keys["undo"] == ("u",)
    assert keymap.problems == ("keys: a for undo is the key of add_run; u stays.",)


def test_of_two_that_want_one_key_the_first_gets_it() -> None:
    keymap = resolved(undo="z", redo="z")
    assert (keymap.keys["undo"], keymap.keys["redo"]) == (("z",), ("U",))
    assert keymap.problems == ("keys: z for redo is the key of undo; U stays.",)


def test_places_that_never_meet_may_share_a_key() -> None:
    keymap = resolved(start_today="w")
    assert keymap.keys["start_today"] == keymap.keys["worst"] == ("w",)


@pytest.mark.parametrize("key", ["ctrl+i", "ctrl+m", "Ctrl+["])
def test_a_key_that_the_terminal_sends_for_another_is_that_other(key: str) -> None:
    keymap = resolved(undo=key)
    assert keymap.keys["undo"] == ("u",)
    assert "is kept for" in keymap.problems[0]


@pytest.mark.parametrize("key", sorted(KEPT_KEYS))
@pytest.mark.parametrize("ident", ["save", "undo", "worst", "start_today", "sources", "page_back"])
def test_keys_that_move_choose_and_answer_are_kept(ident: str, key: str) -> None:
    for own in (key, f"x,{key}"):
        keymap = resolved(**{ident: own})
        assert keymap.keys[ident] == BY_ID[ident].keys
        assert len(keymap.problems) == 1
        assert "is kept for moving, choosing and typing" in keymap.problems[0]
        assert ident in keymap.problems[0]


def test_a_command_that_has_a_kept_key_may_keep_it_beside_others() -> None:
    keymap = resolved(close_page="escape,x", other_pane="ctrl+o", follow_link="enter")
    assert keymap.problems == ()
    assert keymap.keys["close_page"] == ("escape", "x")
    assert keymap.keys["other_pane"] == ("ctrl+o",)
    assert "is kept" in resolved(other_pane="ctrl+o", undo="tab").problems[0]


@pytest.mark.parametrize(
    ("ident", "letter"), [("worst", "j"), ("undo", "k"), ("save", "b"), ("undo", "h"), ("start_today", "l")]
)
def test_a_letter_that_rows_take_is_told(ident: str, letter: str) -> None:
    keymap = resolved(**{ident: letter})
    assert keymap.keys[ident] == BY_ID[ident].keys
    assert f"{letter} is a key of rows and lists" in keymap.problems[0]


@pytest.mark.parametrize("key", ["ctrl+u", "ctrl+z", "f7", "ctrl+n", "ctrl+j", "Ctrl+X"])
def test_a_key_of_texts_is_told_where_the_command_works_in_texts_too(key: str) -> None:
    keymap = resolved(save=key)
    assert keymap.keys["save"] == ("ctrl+s",)
    assert "is a key of texts and forms; ^s stays for save" in keymap.problems[0]
    assert resolved(undo=key).problems == ()


def test_letters_of_other_places_rows_are_free() -> None:
    assert resolved(worst="h", start_today="b", find="j").problems == ()


@pytest.mark.parametrize("ident", ["help", "red_flags", "quit"])
def test_a_protected_command_keeps_its_key(ident: str) -> None:
    keymap = resolved(**{ident: "z"})
    assert keymap.keys[ident] == BY_ID[ident].keys
    assert "cannot be changed" in keymap.problems[0]
    thief = resolved(undo=BY_ID[ident].keys[0])
    assert thief.keys["undo"] == ("u",)
    assert f"is the key of {ident}" in thief.problems[0]


def test_an_unknown_command_is_told_on_one_line() -> None:
    keymap = resolve_keymap(COMMANDS, {"fly\x1b[31m\n": "x"})
    assert len(keymap.problems[0].splitlines()) == 1
    assert "\x1b" not in keymap.problems[0]


@pytest.mark.parametrize(
    "line", ["", ",", " ", "u,,x", "ctrl+", "+u", "ctrl+nokey", "hyperspace", "f0", "f25", "é é", "\n"]
)
def test_what_is_no_key_is_told_or_is_the_comma(line: str) -> None:
    keymap = resolved(undo=line)
    if line == ",":
        assert keymap.keys["undo"] == ("comma",)
    else:
        assert keymap.keys["undo"] == ("u",)
        assert "is not a key" in keymap.problems[0]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("/", "slash"), ("[", "left_square_bracket"), ("+", "plus"), ("-", "minus"), (",", "comma"),
        ("^", "circumflex_accent"), ("ctrl++", "ctrl+plus"), ("ctrl+/", "ctrl+slash"), ("T", "T"), ("é", "é"),
        ("5", "5"), ("Space", "space"), ("F5", "f5"), ("f24", "f24"), ("Ctrl+D", "ctrl+d"), ("ctrl+d", "ctrl+d"),
        ("shift+t", "T"), ("alt+T", "alt+shift+t"), ("shift+ctrl+left", "ctrl+shift+left"),
        ("ctrl+ctrl+a", "ctrl+a"), ("PageUp", "pageup"), (" u ", "u"),
    ],
)  # fmt: skip
def test_keys_are_named_as_textual_names_them(written: str, name: str) -> None:
    assert normalise_key(written) == name


@given(st.text(max_size=12))
def test_naming_a_key_twice_is_naming_it_once(text: str) -> None:
    name = normalise_key(text)
    assert name is None or normalise_key(name) == name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("left_square_bracket", "["),
        ("f1", "F1"),
        ("ctrl+s", "^s"),
        ("alt+left", "alt+←"),
        ("slash", "/"),
        ("T", "T"),
    ],
)
def test_keys_are_shown_as_people_read_them(name: str, shown: str) -> None:
    assert shown_key(name) == shown


def test_words_name_the_key_that_the_user_has() -> None:
    keys = resolve_keymap(COMMANDS, {"undo": "ctrl+z"}).keys
    assert with_keys("{undo} brings {step} back, {redo} not.", keys) == "^z brings {step} back, U not."
