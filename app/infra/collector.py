"""Keeping the garbage collector out of work that makes millions of objects and no circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for circles: on a large import it was measured to take a fifth of the time and to find none.

    Objects are still freed as soon as nobody refers to them. Nothing happens where it was paused already.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
