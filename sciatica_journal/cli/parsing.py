"""The option parser: options may stand anywhere, dates such as -3d are no options, errors are one line."""

import argparse
import re
from argparse import Action, ArgumentParser, HelpFormatter, Namespace
from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from sciatica_journal.services.errors import JournalError

PROGRAM = "sciatica-journal"
DATES_HELP = "2026-03-01, today, yesterday, monday or -3d"
_WIDTH = 80
"""Columns of the help texts. Asking the terminal would cost every command the import of shutil."""
_LONGEST_QUOTE = 80
_LIKE = 0.7
"""How like a known name a word must be (difflib's ratio, 0-1) to be taken for a slip."""
_DAYS_AGO = r"-\d+d"

# The program speaks English only: argparse's search for a translation would cost each command the import of locale.
vars(argparse)["_"] = str


class UsageError(JournalError):
    """The command line was not understood, or cannot be done as it was asked."""


class Parser(ArgumentParser):
    """A parser of one command.

    With `leading_date` a first bare word such as -3d stands for `--date -3d`.
    """

    def __init__(self, command: str, description: str, *, leading_date: bool = False) -> None:
        self._valued: set[str] = set()
        self._repeatable: set[str] = set()
        self.leading_date = leading_date
        super().__init__(
            prog=f"{PROGRAM} {command}",
            description=description,
            allow_abbrev=False,
            formatter_class=partial(HelpFormatter, width=_WIDTH),
        )

    def add_argument(self, *names: Any, **settings: Any) -> Action:
        """Add an argument, as argparse does, and remember which options take a value."""
        action = super().add_argument(*names, **settings)
        if action.nargs != 0:
            self._valued.update(action.option_strings)
        if settings.get("action") == "append":
            self._repeatable.update(action.option_strings)
        return action

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message on one line, in plainer words where they are known."""
        raise UsageError(in_plain_words(message), f"See `{self.prog} --help`.")

    def read(self, words: Sequence[str]) -> Namespace:
        """Return the parsed words."""
        args, extra = self.parse_known_args(self._arranged(words))
        if extra:
            self._refuse_word(next((word for word in extra if word != "--"), extra[0]))
        return args

    def _arranged(self, words: Sequence[str]) -> list[str]:
        """Return the words with options first and all else behind `--`, where a dash has no meaning."""
        options: list[str] = []
        others: list[str] = []
        rest = deque(words)
        while rest:
            word = rest.popleft()
            if word == "--":
                others.extend(rest)
                break
            if _is_option(word):
                self._check_option(word, options)
                takes = word in self._valued and rest and rest[0] != "--" and not _is_option(rest[0])
                options.append(_joined(word, rest.popleft()) if takes else word)
            elif self.leading_date and not others and word[:1] == "-" and re.fullmatch(_DAYS_AGO, word):
                options.append(f"--date={word}")
            else:
                others.append(word)
        return [*options, "--", *others] if others else options

    def _check_option(self, word: str, before: Iterable[str]) -> None:
        """Refuse an option that the command has not, and one with a value that is given twice."""
        name = self._name_of(word)
        action = self._option_string_actions.get(name)
        if action is None:
            texts = any(action.nargs in ("*", "+") for action in self._get_positional_actions())
            raise UsageError(
                f"`{self.prog}` has no option {_quoted(word)}.",
                f"{meant(name, self._option_string_actions)}See `{self.prog} --help`."
                f"{' Put -- before words that begin with a dash.' if texts else ''}",
            )
        once = name in self._valued - self._repeatable
        if once and any(self._name_of(one) in action.option_strings for one in before):
            raise UsageError(f"{name} is given twice.", "Give it once.")

    def _name_of(self, word: str) -> str:
        """Return the name of an option without its value: `--date=x` is `--date`, `-oPATH` is `-o`."""
        if word.startswith("--"):
            return word.partition("=")[0]
        return word[:2] if word[:2] in self._valued else word

    def _refuse_word(self, word: str) -> NoReturn:
        hint = "A day goes after --date. " if "--date" in self._valued else ""
        if any(".." in str(action.metavar) for action in self._get_positional_actions()):
            hint = "A range is one word: monday..today. "
        raise UsageError(f"`{self.prog}` cannot use the word {_quoted(word)}.", f"{hint}See `{self.prog} --help`.")


_PLAINER = (
    (r"argument (\S+): expected one argument", r"\1 needs a value"),
    (r"argument (\S+): ignored explicit argument .*", r"\1 takes no value"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1 cannot be \2; it is one of: \3"),
    (r"argument (\S+): invalid int value: (.*)", r"\1 is a whole number, not \2"),
    (r"the following arguments are required: (.*)", r"\1 is missing"),
)


def in_plain_words(message: str) -> str:
    """Return a message of argparse as a sentence that a newcomer understands; an unknown one stays as it is."""
    for pattern, words in _PLAINER:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            message = found.expand(words)
            break
    return f"{message[:1].upper()}{message[1:].rstrip('.')}."


def meant(word: str, known: Iterable[str]) -> str:
    """Return the question whether one of the known words was meant, empty where none is like it."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower()[:_LONGEST_QUOTE], [name for name in known if len(name) > 1], 1, _LIKE)
    return f"Did you mean {close[0]}? " if close else ""


def _quoted(word: str) -> str:
    return repr(word if len(word) <= _LONGEST_QUOTE else f"{word[:_LONGEST_QUOTE]}…")


def path_of(text: str) -> Path:
    """Return the path that was typed. Raises UsageError for an empty one, which would mean the current folder."""
    if not text:
        raise UsageError("The path is empty.", "Name a file or folder.")
    return Path(text)


def _joined(option: str, value: str) -> str:
    """Return the option with its value as one word, so that a value may begin with a dash: `--date=-3d`."""
    return f"{option}={value}" if option.startswith("--") else f"{option}{value}"


def _is_option(word: str) -> bool:
    """Return whether a word is an option: a dash and a letter, or two dashes, and no space in its name."""
    name = word.partition("=")[0]
    return len(word) > 1 and word[0] == "-" and not word[1].isdigit() and not any(map(str.isspace, name))
