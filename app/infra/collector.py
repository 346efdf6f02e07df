"""When Python looks for circles of objects: never while others wait, and beside a window only in the window's thread.

Python looks in whatever thread happens to make an object, and destroys there what it finds. Objects of Qt have to be
destroyed in the thread that they belong to (decision 0025), so a program with a window takes the search in hand.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Search:
    """Whether Python looks by itself; `holders` count who holds the search back, in any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._was_on = False
        self.holders = 0

    def hold(self) -> None:
        """Look no more until everybody who holds has let go."""
        with self._lock:
            if not self.holders:
                self._was_on = gc.isenabled()
                gc.disable()
            self.holders += 1

    def let_go(self) -> bool:
        """Go on as before where nobody else holds; whether Python looks by itself again."""
        with self._lock:
            self.holders -= 1
            goes_on = self._was_on and not self.holders
            if goes_on:
                gc.enable()
        return goes_on

    def end(self) -> None:
        """Python does not look by itself any more, also not after those have let go who hold now."""
        with self._lock:
            self._was_on = False
            gc.disable()


_search = _Search()


@contextmanager
def collector_held() -> Iterator[None]:
    """Hold the search for circles back for a moment in which others wait, such as while a lock is held.

    Objects are still freed as soon as nobody refers to them. Nothing happens where it was held back already.
    """
    _search.hold()
    try:
        yield
    finally:
        _search.let_go()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for circles: on a large import it was measured to take a fifth of the time and to find none."""
    _search.hold()
    try:
        yield
    finally:
        if _search.let_go():
            _call_everything_old()


def _call_everything_old() -> None:
    """Spare the next search what was made meanwhile: it would walk through all of it for the first time, and in vain.

    Freezing takes all objects out of the search and thawing puts them back as old ones; neither looks at any of them.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def collect_by_hand() -> None:
    """Have no thread look for circles by itself any more, for good; somebody calls `collect_what_is_due` instead."""
    _search.end()


def collect_what_is_due() -> int | None:
    """Look for circles in this thread, if so much was made that Python would; the generation, None where none was due.

    The thresholds are Python's. Nothing is looked at while somebody holds the search back.
    """
    made, *searches = gc.get_count()
    least, *rounds = gc.get_threshold()
    if _search.holders or made <= least:
        return None
    due = [generation for generation, (done, most) in enumerate(zip(searches, rounds, strict=True), 1) if done > most]
    generation = max(due, default=0)
    gc.collect(generation)
    return generation


def spare_what_stays() -> None:
    """Leave what there is now, modules and what was made once, out of every search until `spare_nothing`.

    What was left out before and has become garbage since is looked for first, which takes a tenth of a second.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()


def spare_nothing() -> None:
    """Look through everything again."""
    gc.unfreeze()
