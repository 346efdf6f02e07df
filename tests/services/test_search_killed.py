"""A program that is killed in the middle of a save leaves an index that says what the desk says."""

import subprocess
import sys

import pytest

from app.infra.database import Database
from app.infra.fulltext.keeping import find_faults
from app.models.incident import incident
from app.models.indexed import INDEXED
from tests.support.crew import Crew

KILLED = """
import os, sys
from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.infra import database
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.unit_of_work import Store
from app.services.desk import make_desk
from app.services.incidents.dto import NewIncident, Post

url, person_id, caller_id, left = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
desk = make_desk(Store(database.Database(url), SystemClock(), Bus()))
actor = Actor(person_id, "Ada Brandt", Role.AGENT)

def count(sql, _values):
    global left
    left -= sql.lstrip().upper().startswith(("INSERT", "UPDATE", "SELECT DESK.NEXT"))
    if left < 0:
        os.kill(os.getpid(), 9)

database.watchers.append(count)
for number in range(9):
    new = NewIncident(desk.new_id(), f"Fuser {number} squeals", caller_id, "It began on Monday")
    ref = desk.incidents.create(actor, new)
    desk.incidents.post(actor, ref.id, Post(desk.new_id(), f"Bearing {number} ordered", public=True))
"""


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4, 6, 9, 13])
def test_whenever_it_is_killed(database_url: str, crew_of_one_program: Crew, after: int) -> None:
    crew = crew_of_one_program
    arguments = [database_url, crew.agent.person_id, crew.requester.person_id, str(after)]
    killed = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False, capture_output=True, text=True)
    assert killed.returncode == -9, killed.stderr
    database = Database(database_url)
    with database.writing() as connection:
        assert find_faults(connection, INDEXED) == []
        assert len(connection.execute(incident.select()).all()) <= after
    database.close()
