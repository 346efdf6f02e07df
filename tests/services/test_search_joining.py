"""What saves leave in many parts of the index of a file is joined, in short transactions, and finds the same."""

from collections.abc import Iterator

import pytest

from app.infra.fulltext.keeping import find_faults
from app.jobs.runner import TimerRunner
from app.models.indexed import INDEXED
from app.services.search.dto import SearchQuery
from app.services.search.joining import join_parts
from app.services.timers.dto import Worker
from tests.support.crew import Crew

WORKER = Worker("a" * 32, "Ada Brandt on PC-1", "window")


def parts(crew: Crew) -> int:
    """In how many parts the texts of incidents are indexed; FTS5 keeps the part in the upper digits of a page's key."""
    with crew.desk.store.reading() as connection:
        counted = "SELECT count(DISTINCT id >> 37) FROM search_incident_data WHERE id > 10"
        return int(connection.exec_driver_sql(counted).scalar_one())


class Once:
    """Allows one transaction."""

    def __init__(self) -> None:
        self.left = 1

    def __call__(self) -> bool:
        self.left -= 1
        return self.left >= 0


def join(crew: Crew) -> Iterator[None]:
    """Join until all is done, stopping after every transaction."""
    while join_parts(crew.desk.store, Once(), lambda: None):
        yield


@pytest.fixture
def busy(sqlite_crew: Crew) -> Crew:
    for number in range(12):
        sqlite_crew.log(short_description=f"Printer {number} jams")
    return sqlite_crew


def found(crew: Crew) -> list[str]:
    result = crew.desk.search.find(crew.agent, SearchQuery("jammed"))
    return [hit.id for group in result.groups for hit in group.hits]


def test_parts_are_joined_and_find_the_same(busy: Crew) -> None:
    before = found(busy)
    assert len(before) == 12
    assert parts(busy) > 4
    for _slice in join(busy):
        assert found(busy) == before
    assert parts(busy) == 1
    with busy.desk.store.reading() as connection:
        assert find_faults(connection, INDEXED) == []


def test_the_timers_join_what_was_saved(busy: Crew) -> None:
    TimerRunner(busy.desk.store, WORKER).once()
    assert parts(busy) == 1


def test_joining_stops_when_the_program_ends(busy: Crew) -> None:
    before = parts(busy)
    assert join_parts(busy.desk.store, lambda: False, lambda: None)
    assert parts(busy) == before


def test_nothing_is_joined_on_a_server(postgresql_crew: Crew) -> None:
    postgresql_crew.log()
    with postgresql_crew.counting() as counter:
        assert not join_parts(postgresql_crew.desk.store, lambda: True, lambda: None)
    assert not counter["statements"]
