"""Which fields of an incident belong together: a value of one means something only beside those of the others.

Two people who change different groups both win. Within a group what was seen is compared as a whole (reliability
research, part 5): an urgency chosen for a low impact is not meant for a high one.
"""

from collections.abc import Iterable
from typing import Final

GROUPS: Final = (
    frozenset({"impact", "urgency"}),
    frozenset({"group_id", "assignee_id"}),
    frozenset({"category_id", "subcategory_id"}),
)
"""The groups of fields that are edited one by one; state, priority and promises have commands that take one whole."""


def together_with(fields: Iterable[str]) -> frozenset[str]:
    """The fields that stand in a group with one of these, themselves included."""
    wanted = frozenset(fields)
    return wanted.union(*(group for group in GROUPS if group & wanted))
