"""Connections to PostgreSQL that never wait for ever: every answer of the server has a deadline.

Without these settings a cut cable freezes a query for more than a minute (reliability research, part 8). The system's
own timeouts find a link that is cut; only the deadline finds a server that stands still, and it works on every system.
"""

import contextlib
import time
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import NullPool

from app.infra.failures import NO_ANSWER
from app.infra.link import PATIENCE
from app.infra.server_address import safe_arguments
from app.infra.turns import CONNECTIONS

_ARGUMENTS = {
    "connect_timeout": 5,
    "tcp_user_timeout": 8000,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "application_name": "mainstay",
    # By what a statement is guessed to cost, a server translates it into machine code first, which takes longer than
    # any list of a desk.
    "options": "-c timezone=UTC -c jit=off",
}

# What the server is asked for its side of this connection, so that it soon forgets a client that vanished with a lock
# in its hands. Not every system has all of them: a server on Windows refuses the last one.
_OF_SERVER = {
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "15000",
    "idle_in_transaction_session_timeout": "60000",
    "client_connection_check_interval": "10000",
}


class PatientConnection(psycopg.Connection[Any]):
    """A connection that is given up when the server leaves an answer open for longer than `patience` seconds.

    Without patience it waits for as long as the link stands, as an upgrade does, which may take minutes.
    """

    patience: float | None = PATIENCE

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        """Wait for the server as psycopg does, but not for ever; a connection that was given up is closed."""
        if timeout is not None:
            return super().wait(gen, interval, timeout)
        try:
            return super().wait(gen, interval, self.patience)
        except psycopg.errors._WaitTimeout as error:  # noqa: SLF001 - the documented way to give a timeout raises it
            # What the server still sends would be taken for the answer to the next question.
            self.pgconn.finish()
            raise psycopg.OperationalError(f"{NO_ANSWER}: {self.patience:g} s") from error


_POOL: dict[str, Any] = {
    "pool_size": CONNECTIONS,
    "max_overflow": 0,
    "pool_timeout": PATIENCE,
    "pool_recycle": 1800,
    # The connection used last is used next, so that the others may be found dead without anybody waiting for it.
    "pool_use_lifo": True,
}


def make_engine(url: URL, *, apart: bool = False, **more: Any) -> Engine:
    """An engine whose connections are patient but not endlessly so; nothing is connected yet.

    One for what listens stands `apart` from the pool.
    """
    pool: dict[str, Any] = {"poolclass": NullPool} if apart else _POOL
    # What is given here counts before what stands in the address, so nobody weakens it by an address.
    arguments = _ARGUMENTS | dict(url.query) | safe_arguments(url)
    engine = create_engine(url, connect_args=arguments, **pool, **more)
    event.listen(engine, "do_connect", _connect)
    return engine


class Staleness:
    """Which connections of a pool were made before the last one broke, and have most likely died with it.

    They are closed when they would be used next. Throwing the pool away would lose those in use without closing them.
    """

    def __init__(self, engine: Engine) -> None:
        self._before = 0.0
        event.listen(engine, "connect", self._note)
        event.listen(engine, "checkout", self._refuse)

    def begin(self) -> None:
        """Trust no connection that was made until now."""
        self._before = time.monotonic()

    def _note(self, _driver: Any, record: Any) -> None:
        record.info["made_at"] = time.monotonic()

    def _refuse(self, _driver: Any, record: Any, _proxy: Any) -> None:
        if record.info["made_at"] <= self._before:
            raise DisconnectionError


def make_single_engine(url: URL) -> Engine:
    """An engine for work that is done once and may take its time: every connection is closed after its use."""
    engine = make_engine(url, apart=True)
    event.listen(engine, "connect", _be_endlessly_patient)
    return engine


def _be_endlessly_patient(connection: Any, _record: Any) -> None:
    connection.patience = None


def _connect(_dialect: Any, _record: Any, arguments: Any, options: Any) -> PatientConnection:
    connection = PatientConnection.connect(*arguments, **options)
    connection.autocommit = True
    try:
        _set(connection, *_OF_SERVER)
    except psycopg.errors.InvalidParameterValue:
        for name in _OF_SERVER:
            with contextlib.suppress(psycopg.errors.InvalidParameterValue):
                _set(connection, name)
    connection.autocommit = False
    return connection


def _set(connection: PatientConnection, *names: str) -> None:
    calls = [sql.SQL("set_config({}, {}, false)").format(name, _OF_SERVER[name]) for name in names]
    connection.execute(sql.SQL("SELECT {}").format(sql.SQL(", ").join(calls)))
