"""Red flags: signs that need checking, found in what was recorded. Rules: clinical reference, section 2."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from sciatica_journal.domain.day import Day
from sciatica_journal.domain.denial import Denials, is_denied, is_past
from sciatica_journal.domain.field_signs import FieldSign, field_signs
from sciatica_journal.domain.moment import Moment
from sciatica_journal.domain.phrases import PhraseIndex, Words, find_phrases, index_phrases, read_words, words_in
from sciatica_journal.domain.run import Run

Tier = Literal["E", "S", "G"]
TIERS: Final[tuple[Tier, ...]] = ("E", "S", "G")
"""Emergency now, doctor the same day, book an appointment; most urgent first."""

SIGNS: Final = ("numb", "tingling", "weak", "saddle", "bladder", "both_legs")
"""The signs that the first launch asks about."""

Hit = tuple[str, int, int]
"""What was found in a text: its owner, its first word and its end."""

_LONGEST_HIT: Final = 40
_EXCEPTED: Final = "!"
_MILD: Final = "~"


class Trigger(NamedTuple):
    """A sign to act on. `kind` chooses the message, `items` fills it, `question` is the one plain question.

    `phrases` find it in free text (domain/phrases.py), `mild` ones only where no other phrase was found around
    them, `excepted` are idioms that are no sign, `wholes` are words that count only where a clause has nothing else
    in it, `small` words apart.
    """

    id: str
    tier: Tier
    kind: str
    items: str
    question: str
    title: str
    phrases: tuple[str, ...] = ()
    mild: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    small: tuple[str, ...] = ()


class Raised(NamedTuple):
    """A trigger that something recorded raised. `because` quotes it for the person to see; not `certain` means
    that one plain question has to be asked; `evidence` is the same for the same words wherever they stand."""

    trigger: str
    certain: bool
    because: str
    evidence: str


class Known(NamedTuple):
    """What the person said about a sign: long there, and examined since it began."""

    since_long: bool
    examined: bool

    @property
    def quiet(self) -> bool:
        """Whether the sign, as usual, needs no question (rule 13)."""
        return self.since_long and self.examined


Source = tuple[str, str]
"""Where a text stands, in words, and the text."""


def raised_by(
    day: Day | None,
    moments: Sequence[Moment],
    runs: Sequence[Run],
    texts: Sequence[Source],
    triggers: Sequence[Trigger],
    negations: Denials,
    past: Denials,
    known: Mapping[str, Known] | None = None,
) -> tuple[Raised, ...]:
    """Return what a day's records raise, in the order of the triggers, each piece of evidence once.

    `texts` are further texts of the day, such as kept reflections. Signs in `known` that are long there and
    examined stay quiet as values; words about them do only with "as usual" or its like beside them.
    """
    quiet = frozenset(sign for sign, what in (known or {}).items() if what.quiet)
    found = [_of_field(sign) for sign in field_signs(day, moments) if not sign.signs <= quiet]
    for where, text in dict.fromkeys((*_texts(day, moments, runs), *texts)):
        found.extend(_in_text(where, text, tuple(triggers), negations, past, quiet, where in _PLACELESS))
    order = {trigger.id: place for place, trigger in enumerate(triggers)}
    once: dict[tuple[str, str], Raised] = {}
    for raised in found:
        if raised.trigger in order and not _said_already(raised, day):
            once.setdefault((raised.trigger, raised.evidence), raised)
    return tuple(sorted(once.values(), key=lambda raised: (order[raised.trigger], not raised.certain)))


_PLACELESS: Final = frozenset({"note", "moment"})
"""Texts in which a sensation without a place is asked about; a quick line has its place elsewhere in the line."""

_SENSATION_OF: Final = {"numb": "numb", "ting": "tingling", "pin": "tingling", "weak": "weak"}


def _said_already(raised: Raised, day: Day | None) -> bool:
    """Return whether a sensation without a place has its place in the day's own field."""
    if raised.trigger != "sensation" or day is None:
        return False
    names = [name for start, name in _SENSATION_OF.items() if raised.evidence.startswith(start)]
    return bool(names) and all(getattr(day, name) in {"left", "right", "both"} for name in names)


def _of_field(sign: FieldSign) -> Raised:
    return Raised(sign.trigger, sign.certain, sign.because, sign.because)


def _texts(day: Day | None, moments: Sequence[Moment], runs: Sequence[Run]) -> list[Source]:
    found: list[tuple[str, str | None]] = []
    if day is not None:
        found += [("note", day.note), ("did", day.did)]
        found += [("line", line) for line in day.lines]
        found += [("feelings", feeling) for feeling in day.feelings]
        found += [("factors", name.replace("_", " ")) for name, value in day.factors.items() if value]
    for moment in moments:
        found.append(("moment" if moment.region is None else "moment there", moment.text))
    for run in runs:
        found += [("run", run.title), ("run", run.note)]
    return [(where, text) for where, text in found if text]


def _in_text(
    where: str,
    text: str,
    triggers: tuple[Trigger, ...],
    negations: Denials,
    past: Denials,
    quiet: frozenset[str],
    placeless: bool,
) -> list[Raised]:
    words = read_words(text)
    hits = _hits(words, triggers)
    if placeless:
        hits += _whole_clauses(words, triggers)
    found: dict[tuple[str, str], Raised] = {}
    for owner, start, end in hits:
        evidence = " ".join(words.words[start:end])
        if (owner, evidence) in found or is_denied(words, start, end, negations) or is_past(words, start, end, past):
            continue
        if owner in quiet and _as_usual(words, start, end):
            continue
        found[owner, evidence] = Raised(owner, False, f"{where}: “{words.quote(start, end)}”", evidence)
    return _shortest(list(found.values()))


def _hits(words: Words, triggers: tuple[Trigger, ...]) -> list[Hit]:
    """Return trigger, start and end of what the phrases find, without idioms and without mild repeats."""
    found = list(find_phrases(_index(triggers), words))
    plain = [hit for hit in found if hit[0][0] not in (_EXCEPTED, _MILD)]
    around, idioms = _reach(plain), _reach(hit for hit in found if hit[0][0] == _EXCEPTED)
    mild = [(owner[1:], start, end) for owner, start, end in found if owner[0] == _MILD]
    hits = plain + [hit for hit in mild if not _within(hit, hit[0], around)]
    return [hit for hit in hits if not _within(hit, _EXCEPTED + hit[0], idioms)]


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
def _index(triggers: tuple[Trigger, ...]) -> PhraseIndex:
    pairs = [(trigger.id, phrase) for trigger in triggers for phrase in trigger.phrases]
    pairs += [(_MILD + trigger.id, phrase) for trigger in triggers for phrase in trigger.mild]
    pairs += [(_EXCEPTED + trigger.id, phrase) for trigger in triggers for phrase in trigger.excepted]
    return index_phrases(pairs)


_USUAL: Final = (("as", "usual"), ("as", "alway"), ("same", "as", "ever"), ("unchanged",), ("like", "alway"))
_CHANGED: Final = words_in(
    "new newly more worse wider stronger spread spreading further different suddenly sudden now first other"
)


def _as_usual(words: Words, start: int, end: int) -> bool:
    first, last = words.sentence(start, end)
    said = words.words[first:last]
    usual = any(said[place : place + len(run)] == run for run in _USUAL for place in range(len(said)))
    return usual and _CHANGED.isdisjoint(said)
