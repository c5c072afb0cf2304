"""What no coin may decide: medicine, care, and pushing through.

A list of words cannot tell what is safe: the person is asked that plainly. It refuses what never is.
"""

import re
from collections.abc import Iterable
from typing import Final

MEDICINE: Final = re.compile(
    r"\b(?:medic\w*|meds?|pills?|tablets?|capsules?|drugs?|dos(?:e|es|age|ing)|pain ?killers?|pain ?relief|prescri\w+|"
    r"injections?|jabs?|insulin|statins?|steroids?|antibiotics?|anti-?depressants?|anti-?inflammator\w+|nsaids?|opi(?:oid|ate)s?|"
    r"blood thinners?|ibuprofen|advil|nurofen|aspirin|paracetamol|acetaminophen|tylenol|naproxen|diclofenac|voltar\w+|"
    r"celecoxib|gabapentin|pregabalin|lyrica|amitriptyl\w+|nortriptyl\w+|duloxetine|tramadol|codeine|morphine|"
    r"oxycod\w+|diazepam|prednis\w+|metformin|warfarin|heparin|cbd|cannabis)\b"
)
"""Words for medicine: whether it is taken is for the person and their doctor."""

CARE: Final = re.compile(
    r"\b(?:skip\w*|without|no|not|miss\w*|stop\w*|drop\w*|instead of|cancel\w*|ignor\w*)\b.*"
    r"\b(?:physio\w*|doctors?|gp|appointments?|treatments?|therapy|check-?ups?|brace|sleep|eat\w*|food|meals?|water)\b"
)
"""Going without care, sleep or food."""

HARM: Final = re.compile(
    r"\b(?:push\w* (?:on |it )?through|through (?:the |my )?pain|until it hurts|all ?out|alcohol|beers?|wine|drunk|"
    r"fast(?:ed|ing)|starv\w*|all ?night(?:er)?)\b"
)
"""Against pain, or against the body."""

_RUNNING: Final = re.compile(
    r"\b(?:run\w*|ran|jog\w*|sprint\w*|tempo|fartlek|parkrun|rac(?:e|ing)|roads?|trails?|tracks?|treadmill|\d+ ?km?)\b"
)


def refused(options: Iterable[str]) -> str | None:
    """Return why the options can be no trial, `medicine`, `care` or `harm`; None where nothing speaks against them."""
    texts = [" ".join(option.casefold().replace("\u2019", "'").split()) for option in options]
    for name, words in (("medicine", MEDICINE), ("care", CARE), ("harm", HARM)):
        if any(words.search(text) for text in texts):
            return name
    return None


def names_running(option: str) -> bool:
    """Return whether an option reads as a run: a surface, a distance, a way of running."""
    text = option.casefold()
    return _RUNNING.search(text) is not None and re.search(r"\bno(?:t)?\b|\bwalk\w*\b", text) is None
