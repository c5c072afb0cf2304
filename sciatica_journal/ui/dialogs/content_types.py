"""What the dialogs need to know of the content's lists."""

from typing import Protocol


class Region(Protocol):
    """A body region: its code, its name, the sides it has and the group it belongs to."""

    @property
    def code(self) -> str:
        """The code that records keep."""

    @property
    def name(self) -> str:
        """The name as it is shown."""

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides it has, of left, right, both and centre."""

    @property
    def group(self) -> str:
        """The part of the body it belongs to."""


class FeelingGroup(Protocol):
    """Feeling words of one valence and arousal."""

    @property
    def label(self) -> str:
        """The heading."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words."""
