"""What was taken back: the journal keeps both entries, and whoever reads facts from it passes over the pair.

Whoever took a step may take it back for a short while, as long as no other came after it. What was said to the caller
meanwhile stays said. Fields that somebody changed and gives back are such a pair, too.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

TAKEN_BACK: Final = "taken_back"
"""Under this name an entry tells which other one, by its id, it takes back."""

TIME_TO_TAKE_BACK: Final = timedelta(minutes=10)
"""How long a step can be taken back. The window offers it for ten seconds; the rest is for slow servers."""

TIME_TO_GIVE_BACK: Final = timedelta(days=1)
"""How long fields that are given back count as never changed: longer than anybody sits at a window, which offers it."""

FOLLOWED: Final = "followed"
"""Under this name what a caller is told of another incident tells its number: an original, or a major incident."""

STEP_FIELDS: Final = (
    "state", "hold_reason", "hold_until", "resolution_code", "resolution_notes", "resolved_by_id", "resolved_at",
    "closed_by_id", "closed_at", "close_cause", "cancel_reason",
    "assignee_id", "category_id", "subcategory_id",
)  # fmt: skip
"""The fields that a step of the lifecycle writes, and that go back with it.

Assignee and category are among them because what is reopened leaves those behind that are no longer there.
"""


def passed_over(told: Iterable[tuple[str, str | None, str | None]]) -> frozenset[str]:
    """The entries that count as if never written: what was taken back, and what says so.

    `told` are the changed fields of an incident: the id of the entry, the field, its new value.
    """
    pairs = [(entry_id, value) for entry_id, field, value in told if field == TAKEN_BACK and value is not None]
    return frozenset(entry_id for pair in pairs for entry_id in pair)
