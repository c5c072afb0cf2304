"""The outings of files that are one each, FIT, GPX and TCX: read on all cores, told apart by sport."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from sciatica_journal.domain.errors import InvalidValue, JournalError
from sciatica_journal.exchange.files.in_file import InFile
from sciatica_journal.exchange.files.names import about_it
from sciatica_journal.exchange.found import Activity, Answers, Found, Question, Refused
from sciatica_journal.exchange.parsing.in_range import km, minutes
from sciatica_journal.exchange.parsing.sport_words import SportWords
from sciatica_journal.exchange.parsing.sports import ANSWERS, Sport, answered_sport, folded, known_sport
from sciatica_journal.exchange.recordings.tracks import Track, started
from sciatica_journal.exchange.watch import Watch

_UNSAID: Final = {"fit": ("", "generic"), "gpx": ("",), "tcx": ("", "other")}
"""What files say of outings whose sport they do not know; in TCX that is also each walk."""


def read_outings(kind: str, files: Sequence[InFile], answers: Answers, watch: Watch) -> Iterator[Found]:
    """Yield the outings of files of a kind, in their order.

    A file that cannot be taken is refused among several and raised alone. Each unknown sport is asked once; the
    outings that wait for the answer are not yielded. Raises Cancelled when the watch was stopped.
    """
    from sciatica_journal.exchange.recordings.parallel import parsed

    sports = _Sports(kind, answers)
    for file, result in parsed(kind, files, watch):
        watch.count_item()
        if isinstance(result, JournalError):
            why = about_it(result.message, file.name)
            if len(files) == 1:
                raise InvalidValue(f"{file.name}: {why}", result.hint)
            yield Refused(file.name, f"{why} {result.hint}".rstrip())
            continue
        for track, ident in _identified(result):
            found = _found(file, track, ident, sports)
            if found is not None:
                yield found


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


class _Sports:
    """What the sports of one kind of file mean; those that it does not say are asked for the kind as a whole."""

    def __init__(self, kind: str, answers: Answers) -> None:
        self.kind = kind
        self._answers = answers
        self._words = SportWords(answers)
        self._has_asked = False

    def sport(self, track: Track) -> Sport | None:
        """Return what a track is, None where that waits for an answer."""
        if folded(track.sport) not in _UNSAID[self.kind]:
            return self._words.sport(track.sport)
        if folded(track.sub_sport) not in _UNSAID[self.kind] and (found := known_sport(track.sub_sport)) is not None:
            return found
        answer = self._answers.get(self._key)
        return None if answer is None else answered_sport(answer)

    def question(self, track: Track) -> Question | None:
        """Return what asks for it, None where that was asked before."""
        if folded(track.sport) not in _UNSAID[self.kind]:
            return self._words.question(track.sport)
        if self._has_asked:
            return None
        self._has_asked = True
        return Question(self._key, f"What are outings whose sport {self.kind.upper()} files do not say?", ANSWERS)

    @property
    def _key(self) -> str:
        return f"sport.{self.kind}_unsaid"


def _found(file: InFile, track: Track, ident: str, sports: _Sports) -> Activity | Refused | Question | None:
    try:
        start = started(track)
    except InvalidValue as error:
        return Refused(file.name, str(error))
    if start is None:
        return Refused(file.name, "It does not say when it was. Type this outing in.")
    sport = sports.sport(track)
    if sport is None:
        return sports.question(track)
    on_foot = sport.kind is not None
    return Activity(
        source=sports.kind,
        source_id=ident,
        sport=track.sport,
        kind=sport.kind,
        start=start,
        zone_known=track.offset is not None,
        distance_km=None if track.metres is None else km(track.metres / 1000),
        duration_min=minutes(track.seconds),
        surface=(track.surface or sport.surface) if on_foot else None,
        effort=track.effort,
        heart_rate=track.heart_rate,
        ascent_m=track.ascent,
        cadence=track.cadence if on_foot else None,
        title=track.title,
        note=track.note,
        row={"file": file.name, **track.row},
    )
