"""The thread that hears others: it tells the bus, keeps calm, and comes back by itself without missing anything."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Unavailable
from app.domain.events import Event, IncidentChanged
from app.infra.change_feed import News
from app.jobs import live
from app.jobs.live import LiveRunner
from app.services.desk import Desk
from app.services.incidents.dto import FieldEdit
from tests.support.crew import Crew
from tests.support.following import PATIENCE, Ear, address, following, second_program
from tests.support.postgres import PostgresServer

ROOT = Path(__file__).resolve().parents[2]
LOG_ONE = """
import sys
from app.bootstrap import open_session
from app.services.incidents.dto import NewIncident
session = open_session(sys.argv[1])
session.desk.incidents.create(session.actor, NewIncident(sys.argv[2], "From another program", sys.argv[3]))
session.desk.close()
"""


def tells_of(incident_id: str) -> Callable[[list[Event]], bool]:
    return lambda heard: IncidentChanged(None, incident_id, remote=True) in heard


def test_what_others_do_is_told_as_remote(crew: Crew) -> None:
    with second_program(crew) as other, following(other):
        ear = Ear(other.bus)
        logged = crew.log()
        assert ear.until(tells_of(logged.id)) == [IncidentChanged(None, logged.id, remote=True)]


def test_what_one_does_oneself_is_told_once(crew: Crew) -> None:
    with second_program(crew) as other, following(other):
        ear = Ear(other.bus)
        logged = crew.log()
        ear.until(tells_of(logged.id))
        other.incidents.edit(crew.agent, logged.id, {"channel": FieldEdit("phone", "email")})
        last = crew.log()
        heard = [event for event in ear.until(tells_of(last.id)) if getattr(event, "incident_id", "") == logged.id]
        assert [event.remote for event in heard] == [True, False]


def test_another_process_on_the_same_desk_is_heard(crew: Crew) -> None:
    new_id = crew.desk.new_id()
    with following(crew.desk):
        ear = Ear(crew.desk.bus)
        arguments = [address(crew), new_id, crew.requester.person_id]
        ran = subprocess.run([sys.executable, "-c", LOG_ONE, *arguments], cwd=ROOT, timeout=90, check=False)
        assert ran.returncode == 0
        ear.until(tells_of(new_id))


def test_two_windows_hear_each_other(crew: Crew) -> None:
    with second_program(crew) as other, following(other), following(crew.desk):
        here, there = Ear(crew.desk.bus), Ear(other.bus)
        mine, theirs = crew.log(), other.incidents.create(crew.agent, _new(crew))
        here.until(tells_of(theirs.id))
        there.until(tells_of(mine.id))


def _new(crew: Crew) -> Any:
    from app.services.incidents.dto import NewIncident

    return NewIncident(crew.desk.new_id(), "Screen stays black", crew.requester.person_id)


def test_a_stream_is_read_in_gulps(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[News] = []
    with second_program(crew) as other:
        read = other.store.feed.news

        def counted(connection: Any) -> News:
            readings.append(read(connection))
            return readings[-1]

        monkeypatch.setattr(other.store.feed, "news", counted)
        monkeypatch.setattr(live, "CALM", 0.5)
        with following(other):
            ear = Ear(other.bus)
            logged = [crew.log() for _ in range(40)]
            ear.until(lambda heard: all(tells_of(each.id)(heard) for each in logged))
    assert sum(len(each.changes) for each in readings) == 40
    assert len(readings) < 20


def test_a_ring_that_got_lost_only_costs_time(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "PERIOD", 0.2)
    monkeypatch.setattr(live, "SPREAD", 0.0)
    monkeypatch.setattr("app.infra.doorbell.CHANNELS", ())
    monkeypatch.setattr("app.infra.doorbell.FileLine._look", lambda _line: 0)
    with second_program(crew) as other, following(other):
        ear = Ear(other.bus)
        logged = crew.log()
        ear.until(tells_of(logged.id))


def test_it_ends_promptly_also_where_it_never_began(crew: Crew) -> None:
    LiveRunner(crew.desk.store).stop()
    with following(crew.desk):
        pass


def test_a_bug_does_not_end_it(crew: Crew, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    failed = threading.Event()
    with second_program(crew) as other:
        read = other.store.feed.news

        def broken(connection: Any) -> News:
            if not failed.is_set():
                failed.set()
                raise KeyError("a bug")
            return read(connection)

        monkeypatch.setattr(other.store.feed, "news", broken)
        with following(other):
            assert failed.wait(PATIENCE)
            ear = Ear(other.bus)
            logged = crew.log()
            ear.until(tells_of(logged.id))
    assert "Following the desk failed" in caplog.text


def kill_line(server: PostgresServer, desk: Desk) -> None:
    """End the connection that listens, which is the one that has last said so."""
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = %s AND query LIKE '%%change_feed%%' AND pid <> pg_backend_pid()",
        str(desk.store.database.url.database),
    )


def test_nothing_is_missed_when_the_line_is_killed(postgres_server: PostgresServer, postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    with second_program(crew) as other, following(other):
        ear = Ear(other.bus)
        logged = []
        for round_ in range(6):
            logged.append(crew.log())
            if round_ % 2:
                kill_line(postgres_server, other)
            logged.append(crew.log())
        ear.until(lambda heard: all(tells_of(each.id)(heard) for each in logged))


def crash(server: PostgresServer, pid: int) -> None:
    """Kill one backend so that the server takes all others down, recovers from its log and starts again."""
    os.kill(pid, signal.SIGKILL)
    while True:
        try:
            server.execute("SELECT 1")
        except Exception:  # noqa: BLE001 -- until it answers again, which the timeout of the test limits
            continue
        return


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_nothing_is_missed_when_the_server_crashes(postgres_server: PostgresServer, postgresql_crew: Crew) -> None:
    """Acknowledged changes survive, and each of them is heard, also where numbers are given out a second time."""
    crew = postgresql_crew
    with second_program(crew) as other, following(other):
        ear = Ear(other.bus)
        sites: list[str] = []
        for _ in range(3):
            sites += [_durable_change(crew) for _ in range(5)]
            with crew.desk.store.reading() as connection:
                pid = int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
            crash(postgres_server, pid)
            sites += [_durable_change(crew) for _ in range(5)]
        ear.until(lambda heard: all(tells_of(each)(heard) for each in sites))


def _durable_change(crew: Crew) -> str:
    """Log an incident so that it survives a crash, which the server of the tests does not promise by itself."""
    while True:
        new_id = crew.desk.new_id()
        try:
            with crew.desk.store.database.writing() as connection:
                connection.execute(text("SET LOCAL synchronous_commit = on"))
                connection.execute(text(INCIDENT), {"id": new_id})
        except (Unavailable, DBAPIError):
            continue
        return new_id


INCIDENT = (
    "INSERT INTO incident (id, number, short_description, reported_at, created_at, updated_at, impact, urgency,"
    " computed_priority, priority, state) VALUES (:id, (SELECT coalesce(max(number), 0) + 1 FROM incident), 'x',"
    " now(), now(), now(), 3, 3, 5, 5, 'new')"
)
