"""A moment is written in the same way, whether it is given as a date and time or as an instant."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import bindparam, select

from app.domain.instants import micros, moment
from app.infra.database import Database
from app.infra.plain_read import text_of, text_of_instant
from app.models.types import UtcDateTime

EDGES = [
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    datetime(2024, 2, 29, tzinfo=UTC),
    datetime(2026, 11, 29, 23, 59, 59, 999_999, tzinfo=UTC),
    datetime(2026, 11, 30, 0, 0, 0, 1, tzinfo=UTC),
    datetime(2026, 11, 30, 9, 7, 5, 10, tzinfo=UTC),
    datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
]


def any_moments(seed: int) -> Iterator[datetime]:
    """Moments of every year that a desk keeps, half of them on a whole minute."""
    chance = Random(seed)
    for number in range(2_000):
        found = EDGES[0] + timedelta(chance.randrange(83_000), 0, chance.randrange(86_400_000_000))
        yield found.replace(second=0, microsecond=0) if number % 2 else found


@pytest.mark.parametrize("seed", range(3))
def test_an_instant_is_the_same_text(seed: int) -> None:
    for each in (*EDGES, *any_moments(seed)):
        assert text_of_instant(micros(each)) == text_of(each)


def test_an_instant_is_stored_as_its_moment(database_url: str) -> None:
    database = Database(database_url)
    wanted = select(bindparam("at", type_=UtcDateTime()))
    with database.reading() as connection:
        for each in EDGES:
            found = connection.execute(wanted, {"at": micros(each)}).scalar_one()
            assert found == each == moment(micros(each))
            assert found == connection.execute(wanted, {"at": each}).scalar_one()
        assert connection.execute(wanted, {"at": None}).scalar_one() is None
    database.close()
