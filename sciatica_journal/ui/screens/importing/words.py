"""What the import screen says of a dry run and of an import that was done."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from sciatica_journal.domain.text import one_line
from sciatica_journal.services.exchange.plan import Plan, Report
from sciatica_journal.services.exchange.taking_back import TakenBack
from sciatica_journal.services.guide.screen_words import screen_words
from sciatica_journal.ui.widgets.row import Part

if TYPE_CHECKING:
    from sciatica_journal.services.safety.notice import Notice


def words_of(section: str) -> dict[str, str]:
    """Return the sentences of a part of the screen, by name."""
    words: dict[str, str] = screen_words("import")[section]
    return words


def counted(count: int, one: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def stopping_words(state: str) -> str:
    """Return what stopping would do: `stop` while nothing is kept yet, `saved` once all is."""
    return words_of("waiting")[state]


def to_import(plan: Plan) -> int:
    """Return how many items would be written."""
    return plan.totals["new"] + plan.totals["merged"]


def other_sports(plan: Plan) -> int:
    """Return how many outings in other sports are left out."""
    return sum(item.action == "left_out" and item.type == "activity" for item in plan.items)


def plan_words(plan: Plan, with_keys: Callable[[str], str]) -> Content:
    """Return what importing would do, and how."""
    words, count = words_of("plan"), to_import(plan)
    parts: list[Part] = []
    if not plan.items:
        parts = [(words["empty"], "bold")]
    elif not count:
        parts = [(words["nothing"], "bold"), f" {words['nothing_more']}"]
    else:
        done = words["import"].format(import_now=with_keys("{import_now}"), items=counted(count, "item"))
        parts = [(words["dry_run"], "bold"), f" {words['dry_run_more']} ", (done, "bold"), "."]
    left, key = other_sports(plan), with_keys("{import_others}")
    if plan.keep_others:
        parts.append((f" {words['others_kept'].format(import_others=key)}", "$text-muted"))
    elif left:
        said = words["others_left"].format(import_others=key, outings=counted(left, "outing"))
        parts.append((f" {said}", "$text-muted"))
    return Content.assemble(*parts)


def report_words(report: Report, take_back: str) -> Content:
    """Return what was imported, the key that takes it back, where the backup is, and the days' safety words."""
    words = words_of("report")
    if report.backup is None:
        return Content.assemble((words["nothing"], "bold"), f" {words['nothing_more']}")
    items = counted(report.totals["new"] + report.totals["merged"], "item")
    parts: list[Part] = [
        (words["imported"], "bold $text-success"),
        f" {words['imported_more'].format(items=items, key=take_back)}",
        (f"\n{words['backup'].format(path=short(report.backup))}", "$text-muted"),
    ]
    parts += notice_parts(report.notices)
    return Content.assemble(*parts)


def notice_parts(notices: "Iterable[Notice]") -> Iterable[Part]:
    """Yield a line for each red flag that imported days raised; a crisis is not named in sight of others."""
    words = words_of("report")
    for title in dict.fromkeys(words["crisis"] if one.is_crisis else one.title for one in notices):
        yield (f"\n{words['flag'].format(title=one_line(title))}", "bold $text-warning")


def taken_back_words(back: TakenBack, undo: str) -> str:
    """Return what came of taking an import back, and the key that undoes that."""
    words = words_of("taken_back")
    kept = words["changed"].format(count=f"{back.kept:,}") if back.kept else ""
    kept += words["shared"].format(count=f"{back.shared:,}") if back.shared else ""
    records = counted(back.removed, "record")
    return words["removed"].format(records=records, emptied=f"{back.emptied:,}", kept=kept, undo=undo)


def short(path: Path) -> str:
    """Return a path as it can be shown, `~` for the home folder."""
    home = Path.home()
    return one_line(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))
