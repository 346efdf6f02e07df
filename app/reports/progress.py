"""How a report tells how far it is and learns that nobody wants it any more."""

from collections.abc import Callable


class ReportCancelledError(Exception):
    """The report was given up on request; nothing was made."""


class Progress:
    """Passes shares of the work done (0 to 1) on, never backwards, and stops the work when asked to."""

    def __init__(
        self, progress: Callable[[float], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._reached = 0.0

    def reach(self, share: float) -> None:
        """Tells that `share` of the work is done. Raises ReportCancelledError when the work is unwanted."""
        if self._cancelled is not None and self._cancelled():
            raise ReportCancelledError
        share = min(1.0, share)
        if self._progress is not None and share > self._reached:
            self._reached = share
            self._progress(share)
