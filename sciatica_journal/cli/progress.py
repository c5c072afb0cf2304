"""How far an import or export is, on a terminal: how much is done, how fast, and how long it will still take."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic
from typing import Final

from sciatica_journal.cli.output import Output
from sciatica_journal.services.exchange.pace import pace_of
from sciatica_journal.services.exchange.watching import Watch

_EVERY: Final = 0.25
"""Seconds between two looks: short files show nothing at all."""


@contextmanager
def progress(out: Output, watch: Watch) -> Iterator[None]:
    """Show how far the watched work is, where standard error is a terminal."""
    if not out.shows_progress:
        yield
        return
    ended = Event()
    thread = Thread(target=_show, args=(out, watch, ended), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _show(out: Output, watch: Watch, ended: Event) -> None:
    begun = monotonic()
    shown = False
    while not ended.wait(_EVERY):
        out.over(progress_line(watch, monotonic() - begun))
        shown = True
    if shown:
        out.over("")


def progress_line(watch: Watch, seconds: float) -> str:
    """Return the count, the rate and the time left after so many seconds."""
    pace = pace_of(watch, seconds)
    parts = [f"{pace.items:,} done"] if pace.items else ["Working"]
    if pace.a_second:
        parts.append(f"{pace.a_second:,.0f} a second")
    if pace.left:
        parts += [f"{100 * (pace.share or 0):.0f} %", f"{pace.left:,.0f} s left"]
    return f"{', '.join(parts)}. Ctrl+C stops it."
