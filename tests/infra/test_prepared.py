"""A statement is built once for what it was asked with, and kept as the text that is sent."""

import gc
import weakref

from sqlalchemy import Integer, Select, String, bindparam, column, literal, select, union_all

from app.infra.database import Database
from app.infra.prepared import Around, Statement, hole, prepared


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


def test_what_is_the_same_for_many_is_compiled_once(database_url: str) -> None:
    built: list[str] = []

    @prepared(2)
    def frame(ending: str) -> Statement:
        built.append(ending)
        numbers = hole("numbers", column("number", Integer), column("word", String(20)))
        number, told = numbers.c.number, numbers.c.word + literal(ending)
        return select(number, told.label("told"), (number > 1).label("is_more")).where(number != literal(7))

    @prepared(4)
    def told(first: int, word: str) -> Around:
        rows = [select(literal(first + step).label("number"), literal(word).label("word")) for step in range(2)]
        more = select(bindparam("more", 0, type_=Integer).label("number"), literal(word).label("word"))
        return Around(frame("!"), "numbers", union_all(*rows, more).subquery().select())

    database = Database(database_url)
    with database.reading() as connection:
        for first, word in ((1, "a"), (6, "b"), (1, "a")):
            found = sorted(told(first, word).all(connection, more=40))
            kept = [number for number in (first, first + 1, 40) if number != 7]
            assert found == [(number, f"{word}!", number > 1) for number in kept]
            assert found[0]._fields == ("number", "told", "is_more")
    assert built == ["!"], "the values of one statement do not come into another, and nothing is built for nothing"
    database.close()
