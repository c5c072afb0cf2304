"""What a line says about the legs, gathered while it is read."""

from collections.abc import Iterable


class LegFacts:
    """Furthest points 0-6 by side, sides by sensation, the legs named, and sensations still without a side.

    `pending` holds the first token, the token behind the last, and the sensations said there.
    """

    def __init__(self) -> None:
        self.furthest: dict[str, int] = {}
        self.sides: dict[str, set[str]] = {}
        self.denied: set[str] = set()
        self.named: list[str] = []
        self.pending: list[tuple[int, int, tuple[str, ...]]] = []

    def reach(self, side: str, furthest: int) -> None:
        """Record a place: of several, the furthest of each leg stands."""
        for leg in ("left", "right") if side == "both" else (side,):
            self.furthest[leg] = max(furthest, self.furthest.get(leg, 0))

    def feel(self, sensation: str, side: str) -> None:
        """Record a sensation on a side (left, right, both)."""
        self.sides.setdefault(sensation, set()).update(("left", "right") if side == "both" else (side,))

    def none(self, sensations: Iterable[str]) -> None:
        """Record that sensations were said to be absent."""
        self.denied.update(sensations)

    def fields(self) -> dict[str, object]:
        """Return the fields of the day; a sensation both said and denied counts as said."""
        fields: dict[str, object] = {f"leg_{leg}": point for leg, point in sorted(self.furthest.items())}
        fields.update((name, "none") for name in sorted(self.denied))
        for name, sides in sorted(self.sides.items()):
            fields[name] = "both" if len(sides) == 2 else min(sides)
        return fields
