"""`reflect`: one sitting with a practice; the words are kept, or let go and never written."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import FrameType

from sciatica_journal.cli.call import DONE, Call
from sciatica_journal.cli.folding import plain_text
from sciatica_journal.cli.parsing import PROGRAM, Parser, UsageError
from sciatica_journal.cli.standard_input import checked_input, read_text
from sciatica_journal.services.entries.reflections import keep_reflection, let_go, notices_in_memory
from sciatica_journal.services.entries.sittings import (
    Practice,
    Reflection,
    check_columns,
    new_sitting,
    offered_practice,
)
from sciatica_journal.services.errors import JournalUnusable
from sciatica_journal.services.guide.practice_gates import OpenPractices, open_practices, open_to_anybody, words_after
from sciatica_journal.services.safety.notice import Notice

_PIPE = f"Pipe the words in: `{PROGRAM} reflect -`."


def declare(parser: Parser) -> None:
    """Add the arguments."""
    parser.add_argument("source", nargs="*", metavar="-", help="read the words from standard input")
    parser.add_argument("--practice", metavar="ID", help="the practice; the default is the one offered today")
    parser.add_argument("--let-go", action="store_true", help="keep the practice, minutes and ratings, never the words")
    parser.add_argument("--before", type=int, metavar="0-10", help="the practice's rating before writing")
    parser.add_argument("--after", type=int, metavar="0-10", help="the same rating after writing")
    parser.add_argument("--list", action="store_true", help="list all practices, and why some are closed now")
    parser.add_argument(
        "--deep", choices=("cautions", "agree", "withdraw"), help="the cautions of the deeper practices"
    )
    parser.add_argument("--yesterday", type=int, metavar="0-10", help="the number that yesterday's practice asks back")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(call: Call) -> int:
    """Print the practice, read the words, and keep them or let them go; or do what is around the practices."""
    if call.args.list or call.args.deep or call.args.yesterday is not None:
        from sciatica_journal.cli.practices import run_around

        return run_around(call)
    if call.args.source not in ([], ["-"]):
        raise UsageError("The words are not written after the command.", f"{_PIPE} Without -, they are asked for.")
    piped = bool(call.args.source)
    found = _open(call)
    practice = offered_practice(found, call.args.practice)
    sitting = new_sitting(call.session, practice, before=call.args.before, after=call.args.after)
    checked_input(piped=piped, instead=_PIPE)
    _check_ratings(call, practice, piped=piped)
    _introduce(call, found, practice)
    gathered: list[str] = []
    try:
        with _stoppable():
            text = _written(call, gathered, piped=piped).strip()
            if not piped and sitting.start:
                spent = (call.session.now() - sitting.start).total_seconds() / 60
                sitting = replace(sitting, minutes=round(min(max(spent, 0), 1440), 1))
            if practice and practice.is_deep and sitting.after is None:
                sitting = replace(sitting, after=_asked_after(call))
            if not text and call.args.before is None and call.args.after is None and not call.args.let_go:
                return _nothing(call, sitting)
            check_columns(practice, text)
            notices = _save(call, sitting, text)
    except BaseException:
        _keep_words(call, "".join(gathered))
        raise
    return _finish(call, sitting, practice, notices)


def _open(call: Call) -> OpenPractices:
    """Return what is open; where the journal cannot be read, what is open to anybody: the words count for more."""
    try:
        return open_practices(call.session, call.session.today())
    except JournalUnusable:
        return open_to_anybody(call.session.today())


def _check_ratings(call: Call, practice: Practice | None, *, piped: bool) -> None:
    """Ask for the ratings that the stop rule of deep writing rests on. Raises UsageError."""
    missing = "--before" if call.args.before is None else "--after" if piped and call.args.after is None else ""
    if practice is not None and practice.is_deep and missing:
        raise UsageError(f"Deep writing needs {missing} 0-10: {practice.rating}", "It decides when deep writing rests.")


def _introduce(call: Call, found: OpenPractices, practice: Practice | None) -> None:
    """Print the practice, what is said before it, and what the day has to say."""
    for asked in found.asked:
        call.out.note(f"{asked.question} `{PROGRAM} reflect --yesterday 0-10` answers.")
    if found.notice is not None:
        call.out.note(". ".join(found.notice))
    sayings = found.sayings.get(practice.id, ()) if practice else ()
    if call.args.json:
        for line in sayings:
            call.out.note(line)
    elif practice:
        _print_practice(call, practice, sayings)
        call.out.flush()


def _asked_after(call: Call) -> int | None:
    """Return how upset one is after deep writing at a terminal; anything but a rating is left out."""
    question = "How upset are you now, 0 to 10? Enter leaves it out."
    said = read_text(piped=False, whole=False, ask=lambda: call.out.note(question), instead=_PIPE).strip()
    return int(said) if said.isdecimal() and int(said) <= 10 else None


def _written(call: Call, gathered: list[str], *, piped: bool) -> str:
    return read_text(
        piped=piped, whole=True, ask=lambda: call.out.note("Write; Ctrl+D on a line of its own ends it."),
        instead=_PIPE, gathered=gathered,
    )  # fmt: skip


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a closed terminal and a polite kill end the sitting as Ctrl+C does, so that the words are kept."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = [(name, signal.signal(name, stop)) for name in names]
    try:
        yield
    finally:
        for name, handler in before:
            signal.signal(name, handler)


def _keep_words(call: Call, text: str) -> None:
    """Keep words that a failure would lose in a file, and let it say where. What is let go is never written."""
    if call.args.let_go:
        call.out.assure("The words are let go.")
    elif text.strip():
        from sciatica_journal.services.entries.unsaved_words import keep_words

        kept = keep_words(call.session.paths, "reflection", text, call.session.now())
        call.out.assure(
            f"What you wrote is in {kept}; `{PROGRAM} reflect - < FILE` records it."
            if kept else "What you wrote could not be written anywhere: copy it from the screen."
        )  # fmt: skip


def _nothing(call: Call, sitting: Reflection) -> int:
    if call.args.json:
        _print_json(call, None, sitting, kept=False)
    call.out.note("Nothing was written, so nothing was kept.")
    return DONE


def _save(call: Call, sitting: Reflection, text: str) -> Sequence[Notice]:
    """Keep the sitting, with or without its words, and tell what the red-flag check says, also where that fails."""
    try:
        if call.args.let_go:
            notices = notices_in_memory(call.session, text)
            let_go(call.session, sitting)
        else:
            notices = keep_reflection(call.session, replace(sitting, text=text)).notices
    except JournalUnusable:
        from sciatica_journal.services.entries.unsaved import notices_of_writing

        call.tell(notices_of_writing(call.session, text))
        raise
    call.tell(notices)
    return notices


def _finish(call: Call, sitting: Reflection, practice: Practice | None, notices: Sequence[Notice]) -> int:
    kept = not call.args.let_go
    call.out.assure("The reflection is kept." if kept else "The sitting is recorded; the words are let go.")
    words = words_after(practice, sitting)
    if call.args.json:
        _print_json(call, sitting.id, sitting, kept=kept, notices=notices)
        if practice and words != practice.closing:
            call.out.note(words)
        return DONE
    call.out.line("Kept." if kept else "Let go: the words are nowhere.")
    if words:
        call.out.line(plain_text(words, call.out.width))
    return DONE


def _print_json(
    call: Call, ident: str | None, sitting: Reflection, *, kept: bool, notices: Sequence[Notice] = ()
) -> None:
    call.out.json(
        {"id": ident, "date": sitting.date.isoformat(), "practice": sitting.practice, "kept": kept,
         "flags": [notice.trigger for notice in notices]}
    )  # fmt: skip


def _print_practice(call: Call, practice: Practice, sayings: Sequence[str]) -> None:
    call.out.line(f"{practice.title}, {practice.minutes} min ({practice.id})\n")
    call.out.line(plain_text(practice.body, call.out.width))
    call.out.line()
    for line in dict.fromkeys((*practice.cautions, *sayings)):
        call.out.line(plain_text(line, call.out.width))
    if practice.columns:
        call.out.line(plain_text("Write under these titles, each on a line of its own:", call.out.width))
        for title in practice.columns:
            call.out.line(title)
    call.out.line(plain_text(f"Rating: {practice.rating}", call.out.width))
