"""Which value of the day a thing may be that people track under a name of their own."""

import re
from typing import Final

_RATINGS: Final = {
    "pain_worst": "worst pain of the day",
    "pain_morning": "pain on waking",
    "stress": "stress",
    "mood": "mood",
    "energy": "energy",
    "sleep_quality": "how well I slept",
    "function": "how much was possible",
}
_SLEPT: Final = (("sleep_hours", "hours of sleep"),)
_FACTOR: Final = ("factor", "something else: count it as a factor")
_SOUNDS_LIKE: Final = (
    (re.compile(r"\b(?:pain|painful|ache|hurt\w*|sciatica|nprs)\b|\bback ?ache\b"), ("pain_worst", "pain_morning")),
    (re.compile(r"\b(?:sleep|slept|asleep)\b"), ("sleep_hours", "sleep_quality")),
    (re.compile(r"\b(?:stress|stressed|tension)\b"), ("stress",)),
    (re.compile(r"\b(?:mood|happiness|feeling)\b"), ("mood",)),
    (re.compile(r"\b(?:energy|vitality)\b"), ("energy",)),
    (re.compile(r"\b(?:function|mobility)\b"), ("function",)),
)


def fields_for(name: str) -> tuple[tuple[str, str], ...]:
    """Return what a thing of that name may be, as options of a question; empty for what is a factor in any case."""
    said = name.lower().replace("_", " ")
    for pattern, fields in _SOUNDS_LIKE:
        if pattern.search(said):
            return (*(option for field in fields for option in _options(field)), _FACTOR)
    return ()


def _options(field: str) -> tuple[tuple[str, str], ...]:
    if field == "sleep_hours":
        return _SLEPT
    label = _RATINGS[field]
    scales = (("", "0 to 10"), ("/5", "up to 5"), ("/100", "up to 100"))
    return tuple((f"{field}{mark}", f"{label}, {scale}") for mark, scale in scales)
