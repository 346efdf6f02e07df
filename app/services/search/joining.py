"""Keeping the index of a desk in a file in few parts, after saves have left it in many."""

from collections.abc import Callable

from app.infra.fulltext.keeping import join_some_parts
from app.infra.unit_of_work import Store
from app.models.indexed import INDEXED

_MOST = 50
"""So many transactions at a time, which are two seconds' worth: an old desk is done after some minutes."""


def join_parts(store: Store, may_go_on: Callable[[], bool], between: Callable[[], None]) -> bool:
    """Join parts of the index in short transactions, with a pause after each; whether there is more to join."""
    if not store.database.is_sqlite:
        return False
    for _ in range(_MOST):
        if not may_go_on():
            break
        with store.database.writing() as connection:
            has_more = join_some_parts(connection, INDEXED)
        if not has_more:
            return False
        between()
    return True
