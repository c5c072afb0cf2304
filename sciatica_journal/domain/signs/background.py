"""What the background makes of a pain that is new or sudden, and of a fever (rule 20)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sciatica_journal.domain.signs.records import EPISODE_GAP, RECENT_DAYS, DayRecords, Earlier, LoggedDay, Rules
from sciatica_journal.domain.signs.trigger import Raised, Trigger
from sciatica_journal.domain.signs.windows import before, hurts, median, pain

if TYPE_CHECKING:
    from sciatica_journal.domain.care.background import Background

ACCIDENT: Final = "accident"
CANCER: Final = "cancer_signs"
FRAGILITY: Final = "fragility"
INFECTION: Final = "infection"

SUDDEN: Final = 5
"""Pain that is sudden where there was none for a fortnight. Our threshold, not validated."""
JUMP: Final = 4
"""Points above the fortnight's median that are sudden where there was some. Our threshold, not validated."""

_FEVER: Final = Trigger(
    INFECTION, "S", "", "", "", "",
    phrases=("fever|feverish|fevers|chills|shivering|shivers|high-temperature|night-sweats|night-sweat",),
)  # fmt: skip


def background_signs(today: LoggedDay, background: "Background", earlier: Earlier) -> Iterator[Raised]:
    """Yield what the background asks about a day with pain, once an episode of pain."""
    if not hurts(today):
        return
    if not any(map(hurts, before(earlier.days, today.date, EPISODE_GAP))):
        if background.cancer:
            yield Raised(CANCER, False, "new pain, and cancer now or before", "new pain, cancer", lasts=True)
        if background.accident:
            yield Raised(ACCIDENT, False, "new pain, and a serious accident", "new pain, accident", lasts=True)
    if (background.osteoporosis or background.steroids) and _is_sudden(today, earlier):
        history = "osteoporosis" if background.osteoporosis else "steroid tablets"
        yield Raised(FRAGILITY, False, f"sudden pain, and {history}", "sudden pain", lasts=True)


def _is_sudden(today: LoggedDay, earlier: Earlier) -> bool:
    now, lately = pain(today), before(earlier.days, today.date, RECENT_DAYS)
    if now is None:
        return False
    usual = median(lately, pain)
    return now >= SUDDEN if not any(map(hurts, lately)) else usual is not None and now >= usual + JUMP


def fever_signs(records: DayRecords, rules: Rules, background: "Background") -> Iterator[Raised]:
    """Yield a fever in words, where the background makes an infection more likely."""
    from sciatica_journal.domain.signs.in_texts import text_signs

    if background.immune or background.infection:
        yield from text_signs(records, rules._replace(triggers=(_FEVER,)), frozenset())


def told_signs(background: "Background", before_it: "Background | None" = None) -> Sequence[Raised]:
    """Return what newly told background asks about at once, apart from any day."""
    told = []
    if background.accident and not (before_it and before_it.accident):
        told.append(Raised(ACCIDENT, False, "background: a serious accident", "background accident", lasts=True))
    if background.cancer and not (before_it and before_it.cancer):
        told.append(Raised(CANCER, False, "background: cancer now or before", "background cancer", lasts=True))
    return told
