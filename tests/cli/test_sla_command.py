"""`main.py sla` on a desk of the person's own: explaining in words and as JSON, checking, counting anew."""

import json

import pytest
from sqlalchemy import update

from app.bootstrap import make_context
from app.models.clocks import incident_clocks
from app.services.incidents.dto import NewIncident
from app.services.people.dto import NewPerson
from main import main


def log_one() -> None:
    """One incident of priority 1 on the desk that the command line opens."""
    context = make_context()
    session = context.open(context.url)
    desk, actor = session.desk, session.actor
    caller = desk.people_admin.add_person(actor, NewPerson(desk.new_id(), "Kim Berg"))
    desk.incidents.create(actor, NewIncident(desk.new_id(), "All is down", caller, impact=1, urgency=1))
    desk.close()


def test_the_working_of_a_clock_as_text_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    log_one()
    assert main(["sla", "explain", "INC-000001"]) == 0
    out = capsys.readouterr().out
    assert "Policy: Critical, version 1. Calendar: Around the clock, version 1." in out
    assert "response/1/900000000/50%" in out
    assert main(["sla", "explain", "1", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["incident"] == "INC-000001"
    assert [each["view"]["clock"] for each in data["why"]] == ["response", "resolution", "update"]
    assert data["why"][1]["milestones"][3]["key"] == "resolution/1/14400000000/100%"
    assert main(["sla", "explain", "INC-000009"]) == 1
    assert "no incident" in capsys.readouterr().err


def test_a_check_reports_a_difference_until_it_is_recounted(capsys: pytest.CaptureFixture[str]) -> None:
    log_one()
    assert main(["sla", "check"]) == 0
    assert "1 incident recomputed: 0 differences." in capsys.readouterr().out
    context = make_context()
    session = context.open(context.url)
    with session.desk.store.database.writing() as connection:
        connection.execute(update(incident_clocks), {"resolution_target": 1})
    session.desk.close()
    assert main(["sla", "check", "--sample", "5", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [(each["field"], each["kept"]) for each in data["differences"]] == [("resolution_target", "1")]
    assert main(["sla", "recount"]) == 0
    assert main(["sla", "check"]) == 0
    assert main(["sla", "sample", "--set", "imported"]) == 0
    assert main(["sla", "sample", "--set", "imported"]) == 1
    assert "has policies already" in capsys.readouterr().err
