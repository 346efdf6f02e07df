"""The notes of a hand-over: what is said of an incident by its number is kept apart, for those who may see that one.

An incident may be restricted after its summary was written into notes that the whole desk reads.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

_NAMED: Final = re.compile(r"\bINC[- ]?0*(\d{1,12})\b", re.IGNORECASE)
_MARKS: Final = re.compile(r"[\s\-–•*]*")
"""What may stand before the number of a line that is all about it."""


class Said(NamedTuple):
    """What is said of one incident, from its number up to the next one or the end of the line.

    `place` is where it belongs in the rest of the notes, in characters.
    """

    incident_id: str
    place: int
    text: str


def numbers_in(notes: str) -> set[int]:
    """The incidents that the notes name."""
    return {int(found[1]) for found in _NAMED.finditer(notes)}


def parted(notes: str, ids: Mapping[int, str]) -> tuple[str, tuple[Said, ...]]:
    """The notes without what they say of incidents, and that; `ids` gives the id of each number that counts."""
    rest, said = "", []
    for line in notes.splitlines(keepends=True):
        cuts = [(found.start(), ids[int(found[1])]) for found in _NAMED.finditer(line) if int(found[1]) in ids]
        if not cuts:
            rest += line
            continue
        is_whole = _MARKS.fullmatch(line[: cuts[0][0]]) is not None
        # Of a line that is about nothing else nothing remains, not even its end.
        start, end = (0, len(line)) if is_whole else (cuts[0][0], len(line.rstrip("\r\n")))
        rest += line[:start]
        begins, ends = [start, *(at for at, _id in cuts[1:])], [*(at for at, _id in cuts[1:]), end]
        said += [
            Said(of, len(rest), line[begin:stop]) for begin, stop, (_at, of) in zip(begins, ends, cuts, strict=True)
        ]
        rest += line[end:]
    return rest, tuple(said)


def put_together(rest: str, said: Iterable[Said]) -> str:
    """The notes as whoever may see so much of them reads them; the order of equal places is that of `said`."""
    pieces, at = [], 0
    for each in said:
        pieces += [rest[at : each.place], each.text]
        at = each.place
    return "".join([*pieces, rest[at:]]).strip("\n")
