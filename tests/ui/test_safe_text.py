"""What is painted: nothing that a terminal obeys, and nothing whose width terminals disagree on."""

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from sciatica_journal.ui.safe_text import SafeText


@pytest.mark.parametrize(
    ("text", "painted"),
    [
        ("ran \u2764\ufe0f far", "ran \u2764  far"),
        ("\u26a0\ufe0fcalf", "\u26a0 calf"),
        ("1\ufe0f\u20e3.", "1 ."),
        ("\U0001f44d\U0001f3fd ok", "\U0001f44d ok"),
        ("\U0001f3c3\U0001f3fd\u200d\u2640\ufe0f.", "\U0001f3c3."),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467 at home", "\U0001f468 at home"),
        ("\u2764\ufe0f\u200d\U0001f525 \U0001f3f3\ufe0f\u200d\U0001f308.", "\u2764  \U0001f3f3 ."),
        ("in \U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7 \U0001f1e6.", "in DEFR A."),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
        ("\x1b[31mred\u202e", "[31mred"),
        ("café [L5-S1]", "café [L5-S1]"),
    ],
)
def test_a_line_keeps_its_width(text: str, painted: str) -> None:
    (segment,) = SafeText().apply([Segment(text)], Color(0, 0, 0))
    assert segment.text == painted
    assert cell_len(segment.text) == cell_len(text)
