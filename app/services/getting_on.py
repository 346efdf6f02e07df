"""How far a command is, told to whoever waits for it in the same thread; they may raise to stop it.

Beside the arguments, because by them a command is known again whose answer was lost: the same work with another window
waiting for it is the same work.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from app.domain.imports import Progress, no_progress

_TOLD: ContextVar[Progress] = ContextVar("told", default=no_progress)


@contextmanager
def telling(progress: Progress) -> Iterator[None]:
    """Have what runs inside tell how far it is. Where `progress` raises, nothing of the command is kept."""
    before = _TOLD.set(progress)
    try:
        yield
    finally:
        _TOLD.reset(before)


def go_on(done: int, total: int) -> None:
    """Tell how far it is; raises Stopped where nobody wants it any more."""
    _TOLD.get()(done, total)
