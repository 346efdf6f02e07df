"""What is kept of a sheet while it is written: what differs from what the desk offered, and nothing else.

So what the desk comes to offer later, as the notes about an incident that is flagged in the meantime, shows wherever
nobody wrote anything of their own.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from app.domain.handover import Shift
from app.services.handovers.dto import Line, Sheet

NOTES: Final = "notes"
TO: Final = "to"
ID: Final = "id"
"""What these words are called at the desk, once they were sent."""
_OFFERED: Final = "offered"
"""What the notes began with when they were last written in."""
_SHIFT: Final = "shift"
_CHECKED: Final = "1"
_STEP: Final = "step"
_TICK: Final = "tick"


def typed_in(sheet: Sheet | None, lines: Iterable[Line], notes: str) -> dict[str, str]:
    """What was said in the lines and notes beyond what the sheet offered."""
    offered = {} if sheet is None else {line.number: line.next_step for line in sheet.lines}
    fields = {} if sheet is not None and notes == sheet.notes else {NOTES: notes}
    if fields and sheet is not None:
        fields[_OFFERED] = sheet.notes
    for line in lines:
        if line.next_step != offered.get(line.number, ""):
            fields[f"{_STEP}:{line.number}"] = line.next_step
        if line.is_checked:
            fields[f"{_TICK}:{line.number}"] = _CHECKED
    return fields


def notes_of(sheet: Sheet, typed: Mapping[str, str]) -> str:
    """The notes as they were written, with what was flagged since, and without what no longer is and nobody touched."""
    if NOTES not in typed:
        return sheet.notes
    before, now = typed.get(_OFFERED, sheet.notes).splitlines(), sheet.notes.splitlines()
    gone = {line for line in before if line and line not in now}
    written = [line for line in typed[NOTES].split("\n") if line not in gone]
    come = [line for line in now if line not in before and line not in written]
    return "\n".join([*written, *come] if any(written) else come)


def said_of(line: Line, typed: Mapping[str, str]) -> Line | None:
    """The line as it was said before; None where nothing was said of it."""
    step, tick = f"{_STEP}:{line.number}", f"{_TICK}:{line.number}"
    if step not in typed and tick not in typed:
        return None
    return line._replace(next_step=typed.get(step, line.next_step), is_checked=tick in typed)


def of_no_line(sheet: Sheet, typed: Mapping[str, str]) -> dict[str, str]:
    """What was said of incidents that the sheet does not list now; with another shift it lists them again."""
    listed = {line.number for line in sheet.lines}
    parts = {key: key.partition(":") for key in typed}
    return {
        key: typed[key]
        for key, (kind, _colon, number) in parts.items()
        if kind in {_STEP, _TICK} and number not in listed
    }


def with_shift(shift: Shift) -> dict[str, str]:
    """A shift that was chosen by hand, as a draft keeps it."""
    return {_SHIFT: " ".join(at.isoformat() for at in shift)}


def shift_in(typed: Mapping[str, str]) -> Shift | None:
    """The shift that was chosen by hand; None where none was, or it cannot be read."""
    try:
        begins, ends, next_ends = (datetime.fromisoformat(each) for each in typed.get(_SHIFT, "").split())
    except ValueError:
        return None
    return Shift(begins, ends, next_ends)
