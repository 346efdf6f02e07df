"""Turns come in the order in which they were asked for, so that nobody waits for ever beside one who asks again."""

import threading

import pytest
from sqlalchemy import text

from app.domain.errors import Busy
from app.infra.database import Database
from app.infra.turns import CONNECTIONS, Turns

PATIENCE = 20


def test_who_waits_comes_before_one_who_asks_again() -> None:
    turns, order = Turns(1), []

    def wait() -> None:
        with turns.one():
            order.append("who waited")

    with turns.one():
        waiting = threading.Thread(target=wait)
        waiting.start()
        _until_one_waits(turns)
    with turns.one():
        order.append("who asked again")
    waiting.join(PATIENCE)
    assert order == ["who waited", "who asked again"]


def test_all_places_are_given_and_come_back() -> None:
    turns = Turns(2, longest_wait=0)
    for _ in range(3):
        with turns.one(), turns.one():
            with pytest.raises(Busy, match="in use"), turns.one():
                raise AssertionError("there is no third one")
            assert turns.waiting == 0, "who gave up is not waited for"


def test_an_error_gives_the_turn_back() -> None:
    turns = Turns(1, longest_wait=0)
    with pytest.raises(ZeroDivisionError), turns.one():
        _ = 1 / 0
    with turns.one():
        pass


def test_connections_to_a_server_are_given_in_turn(postgresql_database_url: str) -> None:
    """With the pool alone, whoever gives one back and asks again has it before the thread that waits."""
    database, order = Database(postgresql_database_url), []

    def ask(who: str) -> None:
        with database.reading() as connection:
            connection.execute(text("SELECT 1"))
            order.append(who)

    waiting = threading.Thread(target=ask, args=("who waited",))
    with database.reading():
        with database.writing():
            assert CONNECTIONS == 2, "both are in use now"
            waiting.start()
            _until_one_waits(database._turns)
        ask("who asked again")
    waiting.join(PATIENCE)
    database.close()
    assert order == ["who waited", "who asked again"]


def _until_one_waits(turns: Turns) -> None:
    ends = threading.Event()
    given_up = threading.Timer(PATIENCE, ends.set)
    given_up.start()
    while not turns.waiting:
        assert not ends.is_set(), "nobody came to wait"
    given_up.cancel()
