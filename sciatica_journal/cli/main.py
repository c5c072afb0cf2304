"""The entry point: finds the command, runs it, and turns every failure into one line and an exit code."""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import datetime
from importlib import import_module
from types import ModuleType

from sciatica_journal.cli.call import BAD, DONE, INTERRUPTED, NOT_THERE, Call
from sciatica_journal.cli.commands import COMMANDS, CommandEntry
from sciatica_journal.cli.output import Output, standard_output
from sciatica_journal.cli.parsing import PROGRAM, Parser, UsageError, meant
from sciatica_journal.services.errors import JournalError, JournalUnusable, NotThere
from sciatica_journal.services.journal.paths import find_paths
from sciatica_journal.services.journal.session import Session, open_session, system_clock

LONGEST_MESSAGE = 400
"""Characters of an error before its hint: what was typed may be far longer."""


def main(argv: Sequence[str] | None = None, *, clock: Callable[[], datetime] = system_clock) -> int:
    """Run the command line and return the exit code: 0 done, 1 not there, 2 bad usage or bad input.

    Without `argv` the words are the process's own, and it may end here, see `_leave`.
    """
    try:
        code = _run_guarded(list(sys.argv[1:] if argv is None else argv), clock)
        if argv is None:
            _leave(code)
        return code
    finally:
        gc.enable()


def _leave(code: int) -> None:
    """End the process, unless a thread or something registered for its end still has to have its turn.

    Taking the interpreter apart, object by object, costs a short command a twentieth of its time. What it wrote is
    flushed here, and its journal is closed.
    """
    # Spares a process that ends the ordinary way its last collection, a fifth of a short command.
    gc.freeze()
    if ("threading" in sys.modules or "atexit" in sys.modules) and not _works_on():
        return
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _works_on() -> bool:
    """Return whether the app left a work that nobody waits for, having done what is registered for the end if so.

    Taking the interpreter apart under numpy's feet would abort the process.
    """
    import atexit
    import threading

    others = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
    if not any(thread.name == "apart" for thread in others) or not all(thread.daemon for thread in others):
        return False
    atexit._run_exitfuncs()
    return True


def _run_guarded(words: list[str], clock: Callable[[], datetime]) -> int:
    os.umask(0o077)
    out = standard_output()
    try:
        code = _dispatch(words, out, clock)
        out.flush()
        return code
    except BrokenPipeError:
        out.abandon()
        return DONE
    except KeyboardInterrupt:
        if out.is_assured:
            out.failed("Stopped.")
        return INTERRUPTED
    except JournalError as error:
        return _refuse(out, error)
    except Exception as error:
        return _crash(out, error)


def _dispatch(words: list[str], out: Output, clock: Callable[[], datetime]) -> int:
    if not words:
        from sciatica_journal.cli.app import open_app

        return open_app(open_session(find_paths(), clock))
    name = words[0]
    if name in ("-h", "--help"):
        out.line(_overview())
        return DONE
    if name == "--version":
        from sciatica_journal import __version__

        out.line(f"{PROGRAM} {__version__}")
        return DONE
    if name == "--" and words[1:]:
        return _dispatch(words[1:], out, clock)
    if name == "help":
        return _dispatch([*words[1:2], "--help"], out, clock)
    entry = COMMANDS.get(name)
    if entry is None:
        raise _unknown(name, words[1:])
    return _run(name, entry, words[1:], out, clock)


def _unknown(name: str, others: Sequence[str]) -> UsageError:
    """Return the error for a first word that is not a command, with what was probably meant."""
    what = "option" if name.startswith("-") else "command"
    hint = meant(name, (*COMMANDS, "--help", "--version"))
    if what == "option" and any(word in COMMANDS for word in others):
        hint = "Options go after the command. "
    elif any(map(str.isspace, name)) or name[:1].isdigit():
        hint = f"A line is logged with `{PROGRAM} log`. "
    return UsageError(f"There is no {what} {_shortened(name)!r}.", f"{hint}`{PROGRAM} --help` lists the commands.")


def _run(name: str, entry: CommandEntry, words: list[str], out: Output, clock: Callable[[], datetime]) -> int:
    module = import_module(f"sciatica_journal.cli.{entry.module}")
    parser = Parser(name, entry.help)
    parser.set_defaults(command=name)
    module.declare(parser)
    try:
        args = parser.read(words)
    except SystemExit:
        return DONE
    session = open_session(find_paths(), clock, check_once_a_day=True)
    with closing(session):
        _remark(session.problems, out)
        code, is_usable = _run_module(module, Call(args, session, out))
        out.tell_remarks()
        if entry.reminds and is_usable:
            _remind(session, out)
    return code


def _run_module(module: ModuleType, call: Call) -> tuple[int, bool]:
    """Return a command's exit code, and whether the journal could be used. Problems met on the way are remarked."""
    met_before = len(call.session.problems)
    try:
        code: int = module.run(call)
        call.out.flush()
    except BrokenPipeError:  # `| head` has read enough: an open red flag is still repeated
        call.out.abandon()
        return DONE, True
    except JournalError as error:
        _remark(call.session.problems[met_before:], call.out)
        code = _refuse(call.out, error, json=getattr(call.args, "json", False))
        return code, not isinstance(error, JournalUnusable)
    _remark(call.session.problems[met_before:], call.out)
    return code, True


def _remark(problems: Iterable[str], out: Output) -> None:
    for problem in problems:
        out.remark(problem)


def _remind(session: Session, out: Output) -> None:
    """Repeat one line while a red flag is open. Not tried on a journal that was just found unusable: a locked one
    would be waited for once more."""
    from sciatica_journal.services.safety.reminding import open_flag_reminder

    with suppress(JournalError):
        line = open_flag_reminder(session)
        if line:
            out.note(line)


def _refuse(out: Output, error: JournalError, *, json: bool = False) -> int:
    """Say what is wrong. With `--json` a thing that was not there is a document too, unless one was printed."""
    there = not isinstance(error, NotThere)
    if json and not there and out.is_empty:
        with suppress(JournalError, BrokenPipeError):
            out.json({"error": error.message, "hint": error.hint})
    _hand_over(out)
    out.failed(f"{_shortened(error.message)} {error.hint}".rstrip())
    return BAD if there else NOT_THERE


def _shortened(message: str) -> str:
    """Return a message that quotes something very long without its middle."""
    half = LONGEST_MESSAGE // 2
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:half]} … {message[-half:]}"


def _hand_over(out: Output) -> None:
    """Send what was printed so far ahead of the words about a failure."""
    try:
        out.flush()
    except (JournalError, BrokenPipeError):
        out.abandon()


def _crash(out: Output, error: Exception) -> int:
    from sciatica_journal.services.journal.crash import write_crash

    where = ""
    with suppress(JournalError):
        paths = find_paths()
        if write_crash(paths, error):
            where = f" Details are in {paths.crash}."
    _hand_over(out)
    out.failed(
        f"An unexpected error ({type(error).__name__}); what was confirmed before it is saved.{where} "
        f"Try `{PROGRAM} check`."
    )
    return BAD


def _overview() -> str:
    width = max(map(len, COMMANDS))
    return "\n".join(
        [
            f"usage: {PROGRAM} [command] [options]",
            "",
            "A daily run-and-pain journal for runners with sciatica. Without a command the app opens.",
            "",
            *(f"  {name:<{width}}  {entry.help}" for name, entry in COMMANDS.items()),
            "",
            f"`{PROGRAM} COMMAND --help` explains a command. `{PROGRAM} --version` prints the version.",
        ]
    )
