"""The outings of files that are one each, FIT, GPX and TCX: read on all cores, told apart by sport."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.exchange.found import Activity, Answers, Found, Question, Refused
from sciatica_journal.exchange.in_file import InFile
from sciatica_journal.exchange.readers.sports import ANSWERS, Sport, answered_sport, folded, known_sport
from sciatica_journal.exchange.tracks import Track, started
from sciatica_journal.exchange.watch import Watch

_UNSAID: Final = {"fit": ("", "generic"), "gpx": ("",), "tcx": ("", "other")}
"""What files say of outings whose sport they do not know; in TCX that is also each walk."""

_LABELS: Final = {"fit": "FIT", "gpx": "GPX", "tcx": "TCX"}


def read_outings(kind: str, files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the outings of files of a kind, in their order.

    A file that cannot be taken is refused among several and raised alone. Each unknown sport is asked once; the
    outings that wait for the answer are not yielded. Raises Cancelled when the watch was stopped.
    """
    from sciatica_journal.exchange.parallel import parsed

    asked: set[str] = set()
    for file, result in parsed(kind, files, watch):
        watch.count_item()
        if isinstance(result, JournalError):
            why = _without_name(result.message, file.name)
            if len(files) == 1:
                raise InvalidValue(f"{file.name}: {why}", result.hint)
            yield Refused(file.name, f"{why} {result.hint}".rstrip())
            continue
        for track, ident in _identified(result):
            for one in _found(kind, file, track, ident, answers):
                if not isinstance(one, Question):
                    yield one
                elif one.key not in asked:
                    asked.add(one.key)
                    yield one


def _without_name(message: str, name: str) -> str:
    return f"It{message.removeprefix(name)}" if message.startswith(f"{name} ") else message


def _identified(tracks: Sequence[Track]) -> Iterator[tuple[Track, str]]:
    """Yield tracks with what identifies them: when they began, else what they are made of."""
    seen: dict[str, int] = {}
    for track in tracks:
        ident = track.ident
        if track.start is not None:
            ident = _utc(track.start) or ident
        count = seen[ident] = seen.get(ident, 0) + 1
        yield track, ident if count == 1 else f"{ident} {count}"


def _utc(seconds: float) -> str | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError, OSError):
        return None


def _found(kind: str, file: InFile, track: Track, ident: str, answers: Answers) -> Iterator[Found]:
    try:
        start = started(track)
    except InvalidValue as error:
        yield Refused(file.name, str(error))
        return
    if start is None:
        yield Refused(file.name, "It does not say when it was. Type this outing in.")
        return
    sport = _sport(kind, track, answers)
    if isinstance(sport, Question):
        yield sport
        return
    on_foot = sport.kind is not None
    yield Activity(
        source=kind,
        source_id=ident,
        sport=track.sport,
        kind=sport.kind,
        start=start,
        zone_known=track.offset is not None,
        distance_km=round((track.metres or 0) / 1000, 3) or None,
        duration_min=round((track.seconds or 0) / 60, 2) or None,
        surface=(track.surface or sport.surface) if on_foot else None,
        effort=track.effort,
        heart_rate=track.heart_rate,
        ascent_m=None if track.ascent is None else round(track.ascent, 1),
        cadence=track.cadence if on_foot else None,
        title=track.title,
        note=track.note,
        row={"file": file.name, **track.row},
    )


def _sport(kind: str, track: Track, answers: Answers) -> Sport | Question:
    unsaid = folded(track.sport) in _UNSAID[kind]
    word = track.sub_sport if unsaid else track.sport
    found = None if folded(word) in _UNSAID[kind] else known_sport(word)
    if found is None:
        key = f"sport.{kind}_unsaid" if unsaid else f"sport.{folded(word)[:60] or word}"
        if key not in answers:
            text = f"What are outings whose sport {_LABELS[kind]} files do not say?" if unsaid else f"What is “{word}”?"
            return Question(key, text, ANSWERS)
        found = answered_sport(answers[key])
    return found
