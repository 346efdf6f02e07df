"""Names that are written with an @ before them in an internal note: whoever is meant is told."""

import re
from collections.abc import Iterable
from typing import Final

SIGN: Final = "@"


def mentioned(text: str, people: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids of the people, of `(id, name)`, whose whole name follows an @, in the order in which they are named.

    Capitals do not matter, and of two names of which one begins with the other the longer is meant. An @ within a
    word is part of an address. All who have the same name are meant.
    """
    if SIGN not in text:
        return ()
    by_name: dict[str, list[str]] = {}
    for person_id, name in people:
        by_name.setdefault(" ".join(name.casefold().split()), []).append(person_id)
    longest_first = sorted(filter(None, by_name), key=len, reverse=True)
    if not longest_first:
        return ()
    names = "|".join(re.escape(name) for name in longest_first)
    found = re.findall(rf"(?<!\w){SIGN}({names})(?!\w)", text.casefold())
    return tuple(dict.fromkeys(person_id for name in found for person_id in by_name[name]))
