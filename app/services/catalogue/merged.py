"""Which categories went up in which others, remembered so that saved views go on finding what they were for, and so
that what had ended follows when it is open again.

A view is its owner's, and on a shared desk nobody else may write it. So none is rewritten: each asks for both where it
is read, as long as it was last written before the merge. Whoever writes it afterwards sees both in its filter.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from app.domain.query.renamed import asking_for_both
from app.infra.unit_of_work import Work
from app.services.catalogue.merge_plan import MergePlan, Place
from app.services.settings import load_value, store_value
from app.services.views.dto import FILTER_LIMIT

_KEY: Final = "merged_categories"


class MergedNames(NamedTuple):
    """One merge: its key, when it was done, and for the name of each category that went that of the one that came."""

    key: str
    at: datetime
    names: dict[str, str]


def load_merged(connection: Connection) -> tuple[MergedNames, ...]:
    """The merges in the order in which they were done."""
    return tuple(
        MergedNames(each["key"], datetime.fromisoformat(each["at"]), each["names"]) for each in _kept(connection)
    )


def remember(work: Work, plan: MergePlan) -> str:
    """Keep in mind what the merge does with names; returns the key by which `forget` finds it."""
    key = work.new_id()
    made = {
        "key": key,
        "at": work.now.isoformat(),
        "names": dict(plan.names),
        "places": [[list(before), list(after)] for before, after in plan.places.items()],
    }
    store_value(work, _KEY, [*_kept(work.connection), made])
    return key


def forget(work: Work, key: str) -> None:
    """The merge was taken back."""
    store_value(work, _KEY, [each for each in _kept(work.connection) if each["key"] != key])


def asking_now(text: str, written: datetime, merged: Sequence[MergedNames]) -> str:
    """The filter of a view that was last written at a moment, as it is asked today."""
    for each in merged:
        both = asking_for_both(text, each.names) if written <= each.at else text
        # One that has no room left stays as it is.
        text = both if len(both) <= FILTER_LIMIT else text
    return text


def taken_over(connection: Connection, place: Place) -> Place:
    """The place that took the place of one, through all merges; the same where none did."""
    for each in _kept(connection):
        places: dict[Place, Place] = {tuple(before): tuple(after) for before, after in each["places"]}
        place = places.get(place, place)
    return place


def _kept(connection: Connection) -> list[dict[str, Any]]:
    return load_value(connection, _KEY) or []
