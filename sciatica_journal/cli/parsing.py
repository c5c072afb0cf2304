"""The option parser: options may stand anywhere, dates such as -3d are no options, errors are one line."""

import re
from argparse import Action, ArgumentParser, HelpFormatter, Namespace
from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn

from sciatica_journal.services.errors import JournalError

PROGRAM = "sciatica-journal"
DATES_HELP = "2026-03-01, today, yesterday, monday or -3d"
_WIDTH = 80
"""Columns of the help texts. Asking the terminal would cost every command the import of shutil."""
_DAYS_AGO = re.compile(r"-\d+d")


class UsageError(JournalError):
    """The command line was not understood, or cannot be done as it was asked."""


class Parser(ArgumentParser):
    """A parser of one command.

    With `leading_date` a first bare word such as -3d stands for `--date -3d`.
    """

    def __init__(self, command: str, description: str, *, leading_date: bool = False) -> None:
        self._valued: set[str] = set()
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
        return action

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message on one line."""
        hint = f"See `{self.prog} --help`."
        if message.startswith("unrecognized"):
            hint += " Put -- before words that begin with a dash."
        raise UsageError(f"{message[:1].upper()}{message[1:].rstrip('.')}.", hint)

    def read(self, words: Sequence[str]) -> Namespace:
        """Return the parsed words."""
        return self.parse_args(self._arranged(words))

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
                takes = word in self._valued and rest and rest[0] != "--" and not _is_option(rest[0])
                options.append(_joined(word, rest.popleft()) if takes else word)
            elif self.leading_date and not others and _DAYS_AGO.fullmatch(word):
                options.append(f"--date={word}")
            else:
                others.append(word)
        return [*options, "--", *others] if others else options


def _joined(option: str, value: str) -> str:
    """Return the option with its value as one word, so that a value may begin with a dash: `--date=-3d`."""
    return f"{option}={value}" if option.startswith("--") else f"{option}{value}"


def _is_option(word: str) -> bool:
    """Return whether a word is an option: a dash and a letter, or two dashes, and no space in its name."""
    name = word.partition("=")[0]
    return len(word) > 1 and word[0] == "-" and not word[1].isdigit() and not any(map(str.isspace, name))
