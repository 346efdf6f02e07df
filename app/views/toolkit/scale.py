"""How large everything is from the start on, and whether somebody else decides that."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_FACTOR: Final = "QT_SCALE_FACTOR"


def is_set_outside() -> bool:
    """Whether whoever started the program chose the factor; that one stays."""
    return _FACTOR in os.environ


@contextmanager
def begun_at(percent: int) -> Iterator[None]:
    """The application that is made in the block has everything so large, unless that is set outside."""
    if percent == 100 or is_set_outside():
        yield
        return
    os.environ[_FACTOR] = f"{percent / 100:g}"
    try:
        yield
    finally:
        # Programs that are started from here, as what shows an attachment, would be that large as well.
        del os.environ[_FACTOR]
