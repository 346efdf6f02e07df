"""The short form of the damaged files; the full one, 400 copies of the demo desk, is part of `make torture`."""

from pathlib import Path

from app.bootstrap import open_session
from app.infra.settings import sqlite_url
from app.services.incidents.dto import NewIncident
from tests.torture.damage import run_damage


def test_whatever_is_spoiled_is_explained(tmp_path: Path) -> None:
    whole = tmp_path / "whole.sqlite"
    session = open_session(sqlite_url(whole))
    for number in range(30):
        new = NewIncident(session.desk.new_id(), f"Printer {number} jams", session.actor.person_id, "It does. " * 40)
        session.desk.incidents.create(session.actor, new)
    session.desk.close()
    found = run_damage(whole, tmp_path, files=16, seed=1)
    assert found["problems"] == {}
    assert int(str(found["opened"])) > 0
    assert sum(int(str(found.get(name, 0))) for name in ("opened", "looked", "used", "proved")) >= 8
