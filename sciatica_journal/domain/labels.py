"""The short names of fields and of what they hold, as they stand on screen and in echoes."""

from typing import Final

FIELD_LABELS: Final = {
    "pain_morning": "morning pain",
    "pain_worst": "worst pain",
    "leg_left": "left leg",
    "leg_right": "right leg",
    "numb": "numb",
    "tingling": "tingling",
    "weak": "weak",
    "sleep_hours": "sleep",
    "sleep_quality": "sleep quality",
    "stress": "stress",
    "mood": "mood",
    "energy": "energy",
    "feelings": "feelings",
    "spots": "spots",
    "factors": "factors",
    "function": "function",
    "painkillers": "painkillers",
    "did": "what the day held",
    "note": "note",
    "uneventful": "quiet day",
}

SURFACE_LABELS: Final = {"wet_sand": "wet sand", "dry_sand": "dry sand"}
KIND_LABELS: Final = {"walk": "walk", "run_walk": "run-walk", "run": "run"}
SLOPE_LABELS: Final = {
    "flat": "flat", "hilly": "hilly", "uphill": "uphill", "downhill": "downhill", "left_low": "left foot lower",
    "right_low": "right foot lower",
}  # fmt: skip
COMPANY_LABELS: Final = {"alone": "alone", "others": "others"}
GREEN_LIGHT_LABELS: Final = {"yes": "yes", "not_yet": "not yet", "limits": "with limits"}
HELPED_LABELS: Final = {"better": "better", "same": "the same", "worse": "worse", "unsure": "hard to say"}
"""How things went during a treatment."""

SIGN_LABELS: Final = {
    "numb": "numb", "tingling": "tingling", "weak": "weak", "saddle": "between the legs", "bladder": "bladder",
    "bowel": "bowel", "sexual": "sexual feeling", "both_legs": "both legs",
}  # fmt: skip
HISTORY_LABELS: Final = {
    "cancer": "cancer", "steroids": "steroid tablets", "osteoporosis": "osteoporosis", "immune": "weak immune system",
    "infection": "recent infection", "accident": "serious accident",
}  # fmt: skip
STRIDE_LABELS: Final = {"usual": "as usual", "changed": "changed", "limp": "limp"}


def field_label(name: str) -> str:
    """Return what a field is called on screen; one without a name of its own goes by its plain one."""
    return FIELD_LABELS.get(name, name.replace("_", " "))
