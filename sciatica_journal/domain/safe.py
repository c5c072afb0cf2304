"""Characters that must not reach a terminal: controls, direction changes, invisible marks."""

import re
from typing import Final

UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
"""Everything a terminal could obey or that could reorder or hide text; tab, newline, U+00AD, U+200D stay."""


def safe(text: str) -> str:
    """Return the text without unsafe characters."""
    return UNSAFE.sub("", text)
