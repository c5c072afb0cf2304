"""Words that tell of someone else, of advice, or of an answer that was no: asked about only where in doubt."""

from datetime import date

import pytest

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.safety.red_flags import DayRecords, Rules, find_signs
from sciatica_journal.guide.safety import load_safety

SAFETY = load_safety()


def asks(note: str) -> bool:
    rules = Rules(SAFETY.triggers, SAFETY.negations, SAFETY.past)
    return bool(find_signs(DayRecords(Day(date(2026, 11, 22), note=note)), rules))


@pytest.mark.parametrize(
    "note",
    [
        "my dad collapsed with chest pain last night",
        "coach says his legs went numb in the cold",
        "my brother in law was hit by a car",
        "read about foot drop, I don't have it",
        "a clubmate had foot drop after his disc went",
        "slow week because my sister is suicidal",
        "the neighbour fainted and I called for help",
        "the physio told me to watch for numbness between the legs",
        "leaflet says go to hospital if numb between legs",
        "GP said to come back if I can't pee or both legs go numb",
        "physio asked about bladder problems. none",
        "doctor asked if I had numbness in the saddle area, I said no",
        "no loss of bladder control or anything like that",
        "last year I wet myself once during a marathon, never again",
        "years ago I was suicidal, I'm in a good place now",
    ],
)
def test_what_is_not_of_the_writer_now_asks_nothing(note: str) -> None:
    assert not asks(note)


@pytest.mark.parametrize(
    "note",
    [
        "my wife noticed that my legs are numb",
        "told mum I have a fever, back hurts",
        "his dog knocked me, my legs went numb",
        "saw the film, I feel suicidal",
        "numb between the legs, I don't have it under control",
        "mum had to carry me, legs gave way",
        "my wife has left want to die",
        "since baby leaking pee",
        "my dog has both legs numb like me",
        "dad fainted and then I fainted",
        "my friend had it, and I have the same numb saddle",
        "GP said come back if I can't pee and I can't",
        "the nurse said go to hospital if I can't pee, so I am going",
        "leaflet says call 999 if numb between the legs. I am numb between the legs",
        "GP said watch for a numb saddle, got that today",
        "doctor asked if I was numb between the legs, I said yes",
        "GP asked about a numb saddle, not great",
        "physio asked about a numb crotch, no idea",
        "last year I wet myself once, and again today",
        "in 2019 I was suicidal, never again I thought, but it is back",
        "I never had numb genitals like this",
        "passed out on the couch while talking, my wife called for help",
    ],
)
def test_what_may_be_of_the_writer_now_asks(note: str) -> None:
    assert asks(note)
