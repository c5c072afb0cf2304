"""The pages one came through, as a browser keeps them."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stop:
    """A page and the position one left it at."""

    slug: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Trail:
    """The pages visited and which of them is shown. Never empty; every step returns a new trail."""

    stops: tuple[Stop, ...]
    at: int = 0

    @property
    def here(self) -> Stop:
        """The page shown."""
        return self.stops[self.at]

    def leaving(self, position: int) -> "Trail":
        """Keep the position at which the page shown is left."""
        stops = list(self.stops)
        stops[self.at] = replace(self.here, position=position)
        return replace(self, stops=tuple(stops))

    def follow(self, slug: str) -> "Trail":
        """Go to another page; what lay ahead is forgotten. The page shown stays where it is."""
        if slug == self.here.slug:
            return self
        return Trail((*self.stops[: self.at + 1], Stop(slug)), self.at + 1)

    def back(self) -> "Trail":
        """Go back one page, if there is one."""
        return replace(self, at=max(0, self.at - 1))

    def forward(self) -> "Trail":
        """Go forward one page, if there is one."""
        return replace(self, at=min(len(self.stops) - 1, self.at + 1))
