"""Templates of incidents are kept for oneself, a team or all; an incident from one is logged whole or not at all."""

from typing import Any

import pytest
from sqlalchemy import func, select

from app.domain.actor import Actor
from app.domain.checklists import read_lines
from app.domain.errors import BadInput, NotAllowed, NotFound
from app.domain.incident_templates import Filling
from app.domain.vocabulary import Channel
from app.models.incident import incident
from app.services.checklists.dto import NewTemplate
from app.services.incidents.dto import NewIncident
from app.services.templates.dto import Beginning, NewIncidentTemplate
from tests.support.crew import Crew


def kept(crew: Crew, actor: Actor | None = None, **more: Any) -> str:
    filling = Filling("New starter", "Account and mail", service_id=crew.service, impact=3, message="Welcome")
    new = NewIncidentTemplate(crew.desk.new_id(), **{"name": "New starter", "filling": filling, **more})
    crew.desk.template_work.save(actor or crew.agent, new)
    return new.id


def checklist(crew: Crew, share: str = "own", actor: Actor | None = None) -> str:
    new = NewTemplate(crew.desk.new_id(), "Starter", read_lines("Make the account\n* Hand over the key"), share)
    crew.desk.checklist_work.save_template(actor or crew.agent, new)
    return new.id


def new_incident(crew: Crew, **more: Any) -> NewIncident:
    return NewIncident(crew.desk.new_id(), "New starter", **{"caller_id": crew.requester.person_id, **more})


def test_who_keeps_sees_and_changes_which(crew: Crew) -> None:
    own, team = kept(crew, name="Own"), kept(crew, name="Team", share="team", group_id=crew.service_desk)
    with pytest.raises(NotAllowed):
        kept(crew, share="all")
    for_all = kept(crew, crew.supervisor, name="All", share="all")
    assert [each.name for each in crew.desk.templates.mine(crew.agent)] == ["Own", "Team", "All"]
    assert [each.name for each in crew.desk.templates.mine(crew.engineer)] == ["All"]
    for ask in (crew.desk.templates.one, crew.desk.templates.history):
        with pytest.raises(NotFound):
            ask(crew.engineer, own)
    with pytest.raises(NotAllowed):
        crew.desk.template_work.use(crew.agent, for_all, False)
    with pytest.raises(NotAllowed):
        crew.desk.templates.mine(crew.requester)
    crew.desk.template_work.use(crew.agent, team, False)
    assert [each.name for each in crew.desk.templates.mine(crew.agent)] == ["Own", "All"]
    assert [each.active for each in crew.desk.templates.every(crew.agent)] == [True, False, True]
    assert len(crew.desk.templates.history(crew.agent, team)) == 2


def test_what_it_fills_in_is_read_back_with_its_names(crew: Crew) -> None:
    filling = Filling(
        "New starter", category_id=crew.category, subcategory_id=crew.subcategory, group_id=crew.network,
        checklist_id=checklist(crew),
    )  # fmt: skip
    seen = crew.desk.templates.one(crew.agent, kept(crew, filling=filling))
    assert seen.filling == filling
    assert seen.names == {
        "category_id": "Hardware", "subcategory_id": "Printer", "group_id": "Network", "checklist_id": "Starter",
    }  # fmt: skip
    with pytest.raises(BadInput, match="does not exist any more"):
        kept(crew, filling=Filling("x", service_id=crew.desk.new_id()))
    with pytest.raises(BadInput, match="level from 1 to 3"):
        kept(crew, filling=Filling("x", impact=4))


def test_an_incident_becomes_a_template(crew: Crew) -> None:
    ref = crew.log(description="Tray 2", service_id=crew.service, group_id=crew.service_desk, impact=2)
    template_id = crew.desk.new_id()
    name = crew.desk.template_work.save_incident(crew.agent, template_id, ref.id)
    seen = crew.desk.templates.one(crew.agent, template_id)
    assert (seen.name, name, seen.share) == ("Printer on floor 2 jams", "Printer on floor 2 jams", "own")
    assert (seen.filling.description, seen.filling.impact, seen.names["service_id"]) == ("Tray 2", 2, "Printing")


def test_an_incident_begins_with_its_checklist_and_message(crew: Crew) -> None:
    new = new_incident(crew)
    beginning = Beginning(checklist(crew), "Hello {{caller.first_name}}, {{incident.number}} is with us.")
    ref = crew.desk.template_work.log(crew.agent, new, beginning)
    assert crew.desk.template_work.log(crew.agent, new, beginning) == ref, "a retry doubles nothing"
    steps = crew.desk.checklists.of_incident(crew.agent, ref.id).steps
    assert [(step.text, step.required) for step in steps] == [("Make the account", False), ("Hand over the key", True)]
    seen = crew.see(ref, crew.requester)
    assert [item.body for item in seen.journal if item.kind == "reply"] == ["Hello Rosa, INC-000001 is with us."]
    assert seen.first_response_at is not None


def test_what_cannot_be_said_logs_nothing(crew: Crew) -> None:
    with pytest.raises(BadInput, match="the first name of the caller"):
        crew.desk.template_work.log(
            crew.agent,
            new_incident(crew, caller_id=None, channel=Channel.MONITORING),
            Beginning(message="Hello {{caller.first_name}}"),
        )
    with pytest.raises(NotFound):
        crew.desk.template_work.log(crew.engineer, new_incident(crew), Beginning(checklist(crew)))
    with pytest.raises(NotAllowed):
        crew.desk.template_work.log(crew.requester, new_incident(crew), Beginning(message="I am the desk"))
    with crew.desk.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(incident)).scalar_one() == 0
