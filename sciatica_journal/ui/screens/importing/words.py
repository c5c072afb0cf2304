"""What the import screen says of a dry run and of an import that was done."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.exchange.plan import Plan, Report
from sciatica_journal.services.exchange.taking_back import TakenBack
from sciatica_journal.ui.widgets.row import Part

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice

CONFIRM: Final = (
    "A backup is made first. What you wrote is never overwritten. The whole import can be taken back later."
)
TAKE_BACK: Final = "What it added is removed, what it filled is emptied. What you changed since stays."


def counted(count: int, one: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def to_import(plan: Plan) -> int:
    """Return how many items would be written."""
    return plan.totals["new"] + plan.totals["merged"]


def other_sports(plan: Plan) -> int:
    """Return how many outings in other sports are left out."""
    return sum(item.action == "left_out" and item.type == "activity" for item in plan.items)


def plan_words(plan: Plan, with_keys: Callable[[str], str]) -> Content:
    """Return what importing would do, and how."""
    count = to_import(plan)
    parts: list[Part] = []
    if not plan.items:
        parts = [("The file holds nothing that can be imported. Esc goes back.", "bold")]
    elif not count:
        parts = [("Nothing to import: ", "bold"), "the list says why. Esc goes back."]
    else:
        parts = [
            ("A dry run: ", "bold"),
            "nothing is changed yet. ",
            (f"{with_keys('{import_now}')} imports {counted(count, 'item')}", "bold"),
            ".",
        ]
    left, others = other_sports(plan), with_keys("{import_others}")
    if plan.keep_others:
        parts.append((f" Other sports are kept as factors; {others} leaves them out.", "$text-muted"))
    elif left:
        parts.append(
            (f" {others} keeps the minutes of {counted(left, 'outing')} in other sports as factors.", "$text-muted")
        )
    return Content.assemble(*parts)


def report_words(report: Report, take_back: str) -> Content:
    """Return what was imported, the key that takes it back, where the backup is, and the days' safety words."""
    done = report.totals["new"] + report.totals["merged"]
    if report.backup is None:
        return Content.assemble(("Nothing was changed: ", "bold"), "all of it was in the journal already.")
    parts: list[Part] = [("✓ Imported ", "bold $text-success"), f"{counted(done, 'item')}. {take_back} takes it back."]
    parts.append((f"\nThe journal before it: {short(report.backup)}", "$text-muted"))
    parts += notice_parts(report.notices)
    return Content.assemble(*parts)


def notice_parts(notices: "Iterable[Notice]") -> Iterable[Part]:
    """Yield a line for each red flag that imported days raised; a crisis is not named in sight of others."""
    for title in dict.fromkeys("people to talk to" if one.is_crisis else one.title for one in notices):
        yield (f"\n! {one_line(title)}: F2 tells you what to do", "bold $text-warning")


def taken_back_words(back: TakenBack, undo: str) -> str:
    """Return what came of taking an import back, and the key that undoes that."""
    kept = f", {back.kept:,} kept as you changed them since" if back.kept else ""
    kept += f", {back.shared:,} kept as another import has them too" if back.shared else ""
    return (
        f"{counted(back.removed, 'record')} removed, {back.emptied:,} emptied again{kept}. {undo} on Today undoes that."
    )


def short(path: Path) -> str:
    """Return a path as it can be shown, `~` for the home folder."""
    home = Path.home()
    return one_line(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))
