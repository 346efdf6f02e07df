"""Runs beside others: of two one gets on, and what somebody opens or attaches at the same moment is left alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, text

from app.domain.actor import PROGRAM
from app.domain.retention import RetentionKind
from app.domain.vocabulary import State
from app.jobs.runner import TimerRunner
from app.models.incident import attachment_content
from app.services.incidents.dto import IncidentRef, NewFile, Post
from app.services.retention.run import keep_to_rules
from app.services.timers.dto import Worker
from tests.support.crew import Crew

FILES = RetentionKind.FILES


def attach(crew: Crew, ref: IncidentRef, data: bytes) -> None:
    post = Post(crew.desk.new_id(), "Here", public=True, files=(NewFile("a.txt", "text/plain", data),))
    crew.desk.incidents.post(crew.agent, ref.id, post)


def past_its_time(crew: Crew, data: bytes = b"old") -> IncidentRef:
    """A closed incident with a file, and a desk that takes it at the next look."""
    ref = crew.log()
    attach(crew, ref, data)
    crew.bring_to(ref, State.CLOSED)
    crew.clock.advance(days=800)
    crew.desk.retention_admin.set_rule(crew.admin, FILES, 24)
    keep_to_rules(crew.heart)
    crew.clock.advance(days=8)
    return ref


def content(crew: Crew) -> bytes:
    with crew.desk.store.reading() as connection:
        return bytes(connection.execute(attachment_content.select()).one().data)


def test_whoever_runs_the_timers_takes_it(crew: Crew) -> None:
    past_its_time(crew)
    worker = Worker("a" * 32, "Ada Brandt on PC-1", "window", crew.agent.person_id)
    TimerRunner(crew.heart, worker).once()
    assert content(crew) == b""


@contextmanager
def open_transaction(crew: Crew, statement: str, **values: Any) -> Iterator[Connection]:
    """Somebody else, in the middle of something."""
    with crew.desk.store.writing(PROGRAM) as work:
        work.connection.execute(text(statement), values)
        yield work.connection


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_of_two_runs_one_gets_on(crew: Crew) -> None:
    past_its_time(crew)
    with open_transaction(crew, "SELECT pg_advisory_xact_lock(7201262, hashtext('files'))"):
        assert keep_to_rules(crew.heart)[FILES] == 0
    assert keep_to_rules(crew.heart)[FILES] == 1


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_an_incident_that_somebody_opens_again_is_passed_over(crew: Crew) -> None:
    ref = past_its_time(crew)
    with open_transaction(crew, "SELECT 1 FROM incident WHERE id = :id FOR NO KEY UPDATE", id=ref.id):
        assert keep_to_rules(crew.heart)[FILES] == 0
    assert content(crew) == b"old"


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_who_attaches_the_same_file_meanwhile_has_it_afterwards(crew: Crew) -> None:
    past_its_time(crew)
    young = crew.log()
    taken: list[int] = []
    run = threading.Thread(target=lambda: taken.append(keep_to_rules(crew.heart)[FILES]))
    attaching = (
        "WITH told AS (SELECT entry.id FROM journal_entry AS entry WHERE entry.incident_id = :id LIMIT 1)"
        " SELECT desk.attach(gen_random_uuid(), :id, told.id, 'a.txt', 'text/plain', :data, NULL, now()) FROM told"
    )
    with open_transaction(crew, attaching, id=young.id, data=b"old") as connection:
        run.start()
        waits = text(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        while run.is_alive() and not connection.execute(waits).scalar_one():
            pass
    run.join()
    assert taken == [1]
    assert content(crew) == b"old"


def test_a_server_that_believes_its_own_clock_alone_lets_the_timers_look(crew_by_the_server: Crew) -> None:
    crew = crew_by_the_server
    rule = crew.desk.retention_admin.set_rule(crew.admin, FILES, 24)
    assert rule.begins_at is not None
    assert keep_to_rules(crew.heart) == {FILES: 0, RetentionKind.NOTIFICATIONS: 0}
    assert crew.desk.retention.overview(crew.agent).looked_at is not None
