"""How one strode, said next to an outing in the line."""

import pytest

from sciatica_journal.domain.line.parse import parse


def said(line: str) -> tuple[list[str | None], str | None]:
    read = parse(line)
    return [run.stride for run in read.runs], read.note


@pytest.mark.parametrize(
    ("words", "stride", "note"),
    [
        ("limped", "limp", None),
        ("limping", "limp", None),
        ("Limped.", "limp", None),
        ("limpped", "limp", None),
        ("lmiped", "limp", None),
        ("with a slight limp", "limp", None),
        ("and limped", "limp", None),
        ("limped the last km", "limp", "limped the last km"),
        ("limped after 3 km", "limp", "limped after 3 km"),
        ("limped with a sore calf", "limp", "with a sore calf"),
        ("changed stride", "changed", None),
        ("stride was uneven", "changed", None),
        ("a change in my gait", "changed", None),
        ("no limp", "usual", None),
        ("didn't limp at all", "usual", None),
        ("without limping", "usual", None),
        ("no longer limping", "usual", None),
        ("not limping but hungry", "usual", "hungry"),
        ("no change in stride", "usual", None),
        ("stride as usual", "usual", None),
    ],
)
@pytest.mark.parametrize("joined", [", ", "; ", ". "])
def test_it_is_read_next_to_the_run(joined: str, words: str, stride: str, note: str | None) -> None:
    assert said(f"ran 5k 32:10 track{joined}{words}") == ([stride], note)


@pytest.mark.parametrize(
    "words",
    [
        "limping this morning", "limping all day", "limped to work", "the dog limped", "almost limped",
        "hardly any limp", "could not stop limping", "no limp or numbness", "limp wrist", "my arm went limp",
        "left leg limp", "limpet on the rock", "lumped it", "limbed a tree", "long strides", "changed shoes",
        "changed my stride on purpose", "hit my stride", "didn't limp until 4 km",
    ],
)  # fmt: skip
def test_what_is_about_anything_else_stays_note(words: str) -> None:
    assert said(f"ran 5k, {words}") == ([None], words)


def test_without_an_outing_before_it_nothing_is_meant() -> None:
    assert said("limped") == ([], "limped")
    assert said("no limp, ran 5k") == ([None], "no limp")
    assert said("ran 5k, lunch with mum, limped") == ([None], "lunch with mum; limped")


def test_it_belongs_to_the_run_said_last_and_what_is_understood_may_stand_between() -> None:
    assert said("ran 5k, limped; walked 2k, no limp") == (["limp", "usual"], None)
    assert said("ran 5k along the canal, left calf tingling, limped; stress 3")[0] == ["limp"]
    assert said("ran 5k limped, before 2 during 5 after 3") == (["limp"], None)


@pytest.mark.parametrize("line", ["ran 5k, no limp, limped at the end", "ran 5k, limped, no limp"])
def test_said_twice_the_worse_stands_with_a_warning(line: str) -> None:
    read = parse(line)
    assert [run.stride for run in read.runs] == ["limp"]
    assert read.warnings
    assert read.note in line.split(", ")


def test_a_denied_list_is_no_limp() -> None:
    read = parse("ran 5k, no pain, limp or numbness")
    assert [run.stride for run in read.runs] == [None]
    assert [run.stride for run in parse("ran 5k, no numbness, limp").runs] == [None]
