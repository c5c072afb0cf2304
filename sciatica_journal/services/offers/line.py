"""The one quiet line of Today, as it is shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuietLine:
    """One line for Today. Without an `id` it only tells something; else `open` is the word of the key that opens it.

    `page` is the guide page that it opens, None where it opens something else.
    """

    words: str
    id: str = ""
    page: str | None = None
    open: str = ""
    away: str = ""
