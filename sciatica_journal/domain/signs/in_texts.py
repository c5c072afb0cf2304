"""Signs in free text: phrases, without what is denied, long past, or a known sign said to be as usual."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from sciatica_journal.domain.safety.about_writer import brings_in_writer
from sciatica_journal.domain.safety.denial import is_denied, is_past
from sciatica_journal.domain.safety.phrase_lists import Phrasebook
from sciatica_journal.domain.safety.phrases import PhraseIndex, Words, find_phrases, read_words, words_in
from sciatica_journal.domain.signs.known import SIGN_OF
from sciatica_journal.domain.signs.records import DayRecords, Rules, Source
from sciatica_journal.domain.signs.trigger import Raised, Trigger

Hit = tuple[str, int, int]
"""What was found in a text: its owner, its first word and its end."""

_LONGEST_HIT: Final = 40
_EXCEPTED: Final = "!"
_MILD: Final = "~"
_OF_LEGS: Final = frozenset({"both_legs", "legs_giving_way"})
_LEGS: Final = words_in("they leg foot feet knee calf thigh toe shin ankle sole heel hamstring")
_PLACELESS: Final = frozenset({"note", "moment", "run", "did"})
"""Texts in which a sensation without a place is asked about; a quick line has its place elsewhere, and in a reflection
numb is a feeling too."""


def text_signs(records: DayRecords, rules: Rules, quiet: frozenset[str]) -> Iterator[Raised]:
    """Yield what the texts of a day raise; all of it is to be asked about. `quiet` are the known, examined signs."""
    texts = [(where, read_words(text)) for where, text in dict.fromkeys((*texts_of(records), *records.texts))]
    if texts:
        index = _book(rules.triggers).index(words for _, words in texts)
        for where, words in texts:
            yield from _in_text(where, words, index, rules, quiet)


def may_need_more(records: DayRecords) -> bool:
    """Return whether a word of the day may speak of a fever or a sensation: then what is known is worth a look."""
    return any(
        word in text.lower()
        for _, text in (*texts_of(records), *records.texts)
        for word in ("fever", "temperature", "shiver", "chills", "sweat", "numb", "tingl", "needles")
    )


def texts_of(records: DayRecords) -> list[Source]:
    """Return the texts of a day, each with where it stands; without `records.texts`."""
    found: list[tuple[str, str | None]] = []
    day = records.day
    if day is not None:
        found += [("note", day.note), ("did", day.did)]
        found += [("line", line) for line in day.lines]
        found += [("feelings", feeling) for feeling in day.feelings]
        found += [("factors", name.replace("_", " ")) for name, value in day.factors.items() if value]
    for moment in records.moments:
        found.append(("moment" if moment.region is None else "moment there", moment.text))
    for run in records.runs:
        found += [("run", run.title), ("run", run.note)]
    found += [("check", check.note) for check in records.checks]
    found += [("reading", reading.note) for reading in records.readings]
    return [(where, text) for where, text in found if text]


def _in_text(where: str, words: Words, index: PhraseIndex, rules: Rules, quiet: frozenset[str]) -> list[Raised]:
    hits = _hits(words, index, rules.triggers)
    if where in _PLACELESS:
        hits += _whole_clauses(words, rules.triggers)
    found: dict[tuple[str, str], Raised] = {}
    for owner, start, end in hits:
        evidence = " ".join(words.words[start:end])
        if (owner, evidence) in found or is_denied(words, start, end, rules.negations):
            continue
        if is_past(words, start, end, rules.past):
            continue
        if SIGN_OF.get(owner, owner) in quiet and _as_usual(words, start, end):
            continue
        found[owner, evidence] = Raised(owner, False, f"{where}: “{words.quote(start, end)}”", evidence)
    return _shortest(list(found.values()))


def _hits(words: Words, index: PhraseIndex, triggers: tuple[Trigger, ...]) -> list[Hit]:
    """Return trigger, start and end of what the phrases find, without idioms and without mild repeats."""
    found = list(find_phrases(index, words))
    if not found:
        return []
    plain = [hit for hit in found if hit[0][0] != _MILD]
    excepted = [
        hit for hit in find_phrases(_idioms(triggers).index([words]), words) if not brings_in_writer(words, *hit[1:])
    ]
    around, idioms = _reach(plain), _reach(excepted)
    mild = [(owner[1:], start, end) for owner, start, end in found if owner[0] == _MILD]
    hits = plain + [hit for hit in mild if not _within(hit, hit[0], around)]
    between = _between_legs(words)
    return [
        hit for hit in hits if not _within(hit, _EXCEPTED + hit[0], idioms) and not _only_between(hit, words, between)
    ]


def _between_legs(words: Words) -> frozenset[int]:
    """Return the places of "legs" in "between the legs", which names no leg."""
    return frozenset(
        place
        for place, word in enumerate(words.words)
        if word == "leg" and "between" in words.words[max(place - 2, 0) : place] and not words.marks[place]
    )


def _only_between(hit: Hit, words: Words, between: frozenset[int]) -> bool:
    """Return whether a hit that speaks of legs has its only leg in "between the legs"."""
    owner, start, end = hit
    places = range(start, end)
    if owner not in _OF_LEGS or between.isdisjoint(places):
        return False
    return not any(words.words[place] in _LEGS and place not in between for place in places)


def _reach(hits: Iterable[Hit]) -> dict[tuple[str, int], int]:
    """Return how far hits reach, by owner and first word."""
    reach: dict[tuple[str, int], int] = {}
    for owner, start, end in hits:
        reach[owner, start] = max(end, reach.get((owner, start), 0))
    return reach


def _within(hit: Hit, owner: str, reach: Mapping[tuple[str, int], int]) -> bool:
    _, start, end = hit
    firsts = range(max(start - _LONGEST_HIT, 0), start + 1)
    return bool(reach) and any(reach.get((owner, first), 0) >= end for first in firsts)


def _shortest(found: list[Raised]) -> list[Raised]:
    """Leave out what only repeats a shorter quote of the same trigger."""
    return [
        one
        for one in found
        if not any(
            other.trigger == one.trigger
            and other.evidence != one.evidence
            and f" {other.evidence} " in f" {one.evidence} "
            for other in found
        )
    ]


def _whole_clauses(words: Words, triggers: tuple[Trigger, ...]) -> list[Hit]:
    found = []
    for trigger in triggers:
        if not trigger.wholes:
            continue
        wholes, small = _whole_words(trigger)
        for start, end in words.clauses():
            kept = [place for place in range(start, end) if words.words[place] not in small]
            if kept and " ".join(words.words[place] for place in kept) in wholes:
                found.append((trigger.id, kept[0], kept[-1] + 1))
    return found


@lru_cache(maxsize=8)
def _whole_words(trigger: Trigger) -> tuple[frozenset[str], frozenset[str]]:
    small = frozenset(word for words in trigger.small for word in read_words(words).words)
    wholes = (read_words(whole).words for whole in trigger.wholes)
    return frozenset(" ".join(word for word in whole if word not in small) for whole in wholes), small


@lru_cache(maxsize=4)
def _book(triggers: tuple[Trigger, ...]) -> Phrasebook:
    lists = [(trigger.id, trigger.phrases) for trigger in triggers]
    lists += [(_MILD + trigger.id, trigger.mild) for trigger in triggers]
    return Phrasebook(lists)


@lru_cache(maxsize=4)
def _idioms(triggers: tuple[Trigger, ...]) -> Phrasebook:
    return Phrasebook((_EXCEPTED + trigger.id, trigger.excepted) for trigger in triggers)


_USUAL: Final = (("as", "usual"), ("as", "alway"), ("same", "as", "ever"), ("unchanged",), ("like", "alway"))
_CHANGED: Final = words_in(
    "new newly more worse wider stronger spread spreading further different suddenly sudden now first other"
)
_STILL: Final = ("still",)
_SINCE_WHEN: Final = words_in(
    "weaker bigger larger higher harder growing grown since after hour minute completely totally whole entire too also "
    "tingling tingle tingly needle"
)
"""Words beside which "still numb" says more than that a sign is there as before."""


def _as_usual(words: Words, start: int, end: int) -> bool:
    first, last = words.sentence(start, end)
    said = words.words[first:last]
    runs = (*_USUAL, _STILL) if _SINCE_WHEN.isdisjoint(said) else _USUAL
    usual = any(said[place : place + len(run)] == run for run in runs for place in range(len(said)))
    return usual and _CHANGED.isdisjoint(said)
