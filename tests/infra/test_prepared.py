"""A statement is built once for what it was asked with, and kept as the text that is sent."""

import gc
import weakref

from sqlalchemy import Select, bindparam, literal, select

from app.infra.database import Database
from app.infra.prepared import Statement, prepared


def test_what_was_built_for_a_statement_is_let_go(database_url: str) -> None:
    built: list[weakref.ref[Statement]] = []

    @prepared(2)
    def added(number: int) -> Statement:
        statement: Select[*tuple[int, ...]] = select((literal(number) + bindparam("more", 0)).label("sum"))
        built.append(weakref.ref(statement))
        return statement

    database = Database(database_url)
    with database.reading() as connection:
        assert [row.sum for more in (1, 2) for row in added(40).all(connection, more=more)] == [41, 42]
        gc.collect()
        assert [each() for each in built] == [None], "it was built once, and nothing keeps it"
        assert [added(number).all(connection, more=0)[0].sum for number in (7, 8, 40)] == [7, 8, 40]
    assert len(built) == 4, "of two kept ones the one asked last stays"
    database.close()
