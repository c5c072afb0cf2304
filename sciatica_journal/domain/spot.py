"""A spot: one painful place on the body."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sciatica_journal.domain.checks import check_choice, check_extra, check_rating, check_tuple, quoted
from sciatica_journal.domain.errors import InvalidValue
from sciatica_journal.domain.legs import SIDES

QUALITIES: Final = (
    "burning", "electric", "shooting", "pins_and_needles", "numb", "crawling", "touch_sensitive", "stabbing",
    "dull", "aching", "stiff", "throbbing", "cramping", "deep", "heavy",
)  # fmt: skip

_REGION = r"[a-z][a-z0-9_]{0,39}"


def check_region(value: str) -> None:
    """Refuse what is not a region code. Which codes the body map knows is content, not domain."""
    if not isinstance(value, str) or not re.fullmatch(_REGION, value):
        raise InvalidValue(f"The region is {quoted(value)}.", "It is a code such as calf or buttock_mid.")


@dataclass(frozen=True, slots=True)
class Spot:
    """A body region with side, intensity 0-10 and the qualities of the pain there.

    `extra` are keys of other programs that are carried along unread.
    """

    region: str
    side: str | None = None
    intensity: int | None = None
    qualities: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        check_region(self.region)
        check_choice("side", self.side, SIDES)
        check_rating("intensity", self.intensity)
        check_tuple("qualities", self.qualities, str)
        check_extra(self.extra, self.__dataclass_fields__)
        for quality in self.qualities:
            check_choice("quality", quality, QUALITIES)
        if len(set(self.qualities)) != len(self.qualities):
            raise InvalidValue("A quality is named twice.", "Name each once.")
