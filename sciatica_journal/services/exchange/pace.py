"""How fast watched work goes, for whoever waits for it."""

from dataclasses import dataclass

from sciatica_journal.exchange.watch import Watch


@dataclass(frozen=True, slots=True)
class Pace:
    """`items` done and how many a second; the `share` of the whole (0 to 1) and the seconds left, None: unknown."""

    items: int
    a_second: float
    share: float | None
    left: float | None


def pace_of(watch: Watch, seconds: float) -> Pace:
    """Return the pace after so many seconds."""
    done, total = (watch.items, watch.items_total) if watch.items_total else (watch.bytes_read, watch.bytes_total)
    share = min(1.0, done / total) if done and total else None
    left = seconds * (1 - share) / share if share else None
    return Pace(watch.items, watch.items / seconds if seconds else 0.0, share, left)
