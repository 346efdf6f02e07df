"""Where the window was: back and forward as in a browser, for pages and incidents alike."""

from app.views.pages import Location

_KEPT = 100


class History:
    """The places visited, and which of them is shown."""

    def __init__(self) -> None:
        self._places: list[Location] = []
        self._at = -1

    def visit(self, place: Location) -> None:
        """Go to a new place; what lay ahead is forgotten, and the same place twice is one visit."""
        if self._at >= 0 and self._places[self._at] == place:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-_KEPT]
        self._at = len(self._places) - 1

    def clear(self) -> None:
        """Forget everything, because another desk has other places."""
        self._places.clear()
        self._at = -1

    def forget(self, place: Location) -> None:
        """A place is shown elsewhere from now on: the way back leads past it."""
        self._at = sum(each != place for each in self._places[: self._at + 1]) - 1
        self._places = [each for each in self._places if each != place]

    def replace(self, place: Location) -> None:
        """The place that is shown has changed its argument, as a filter does while it is typed."""
        if self._at >= 0:
            self._places[self._at] = place

    @property
    def here(self) -> Location:
        """The place that is shown; the queue before any was visited."""
        return self._places[self._at] if self._at >= 0 else Location("queue")

    def back(self) -> Location | None:
        """The place before, which is shown now; None at the beginning."""
        return self._move(-1)

    def forward(self) -> Location | None:
        """The place after, which is shown now; None at the end."""
        return self._move(1)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._at < len(self._places) - 1

    def _move(self, step: int) -> Location | None:
        if not 0 <= self._at + step < len(self._places):
            return None
        self._at += step
        return self._places[self._at]
