"""The errors a person can be shown: one line that says what is wrong and what to do."""


class JournalError(Exception):
    """Anything the program refuses or cannot do, in words for the user.

    `message` says what is wrong, `hint` what to do about it (may be empty).
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class InvalidValue(JournalError):
    """A value outside its range or of the wrong kind."""


class NotThere(JournalError):
    """The thing asked for does not exist (exit code 1 on the command line)."""


class JournalUnusable(JournalError):
    """The journal file cannot be opened or written: foreign, newer, damaged, locked, full."""


class Conflict(JournalError):
    """Another window changed the same record in a way that cannot be merged."""
