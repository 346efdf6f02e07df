"""Searches that found nothing: counting their words by day, without who searched, and reading the most frequent."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, delete, func, select

from app.domain.actor import Actor
from app.domain.search.unfound import KEPT_DAYS, LEAST, MOST_A_DAY
from app.infra.unit_of_work import Store
from app.infra.upsert import upsert_into
from app.models.knowledge import unfound_search
from app.services.knowledge.dto import Unfound
from app.services.search.dto import Kind
from app.services.search.queries import finder

_ASKED = 30
"""Of so many it is asked whether an article has the words by now."""


def count_unfound(connection: Connection, words: str, now: datetime) -> None:
    """Count one more search for these words on the day of a moment (UTC), and forget what is too old.

    On a server a function does it, because everybody's searches are counted and not everybody reads the counts.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(select(func.desk.count_unfound(words, now)))
        return
    table, day = unfound_search.c, now.astimezone(UTC).date()
    known = connection.execute(select(func.count()).where(table.day == day)).scalar_one()
    if known < MOST_A_DAY:
        insert = upsert_into(connection, unfound_search).values(words=words, day=day, times=1)
        again = insert.on_conflict_do_update(index_elements=[table.words, table.day], set_={"times": table.times + 1})
        connection.execute(again)
    connection.execute(delete(unfound_search).where(table.day < day - timedelta(days=KEPT_DAYS)))


def most_unfound(store: Store, connection: Connection, actor: Actor, since: date, most: int) -> tuple[Unfound, ...]:
    """What was looked for most often since a day and is in no article that the actor reads by now."""
    table = unfound_search.c
    searches = func.sum(table.times)
    statement = (
        select(table.words, searches, func.max(table.day))
        .where(table.day >= since)
        .group_by(table.words)
        .having(searches >= LEAST)
        .order_by(searches.desc(), table.words)
        .limit(_ASKED)
    )
    finds = finder(store, connection, actor, frozenset({Kind.ARTICLE}))
    found: list[Unfound] = []
    for words, times, last_on in connection.execute(statement).all():
        if len(found) < most and not finds(words):
            found.append(Unfound(words, int(times), last_on))
    return tuple(found)
