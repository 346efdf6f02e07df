"""A rule fills in what is sure enough, once, where nobody chose anything; without a rule nothing is."""

import re

import numpy as np
import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.errors import BadInput, NotAllowed
from app.domain.lifecycle import Step
from app.domain.numbers import incident_number
from app.domain.retelling import retold
from app.domain.vocabulary import State
from app.services.incidents.dto import FieldEdit
from app.triage.classifier import Classifier, Linear
from app.triage.filling import Filler
from app.triage.lexicon import Block, Lexicon
from app.triage.storing import Model, to_bytes
from tests.support.crew import Crew
from tests.support.german import in_german


def teach(crew: Crew, weight: float = 2.0) -> None:
    """What has "dock" in it is for the network people and about the service; 98 % sure."""
    none = Block({}, np.zeros(0, np.float32))
    lexicon = Lexicon({"words": Block({"dock": 0}, np.ones(1, np.float32)), "head": none, "letters": none}, 400, 400)

    def sure(right: str) -> Classifier:
        weights = np.array([[2 * weight, 0]], np.float32)
        member = Linear("words", weights, np.zeros(2, np.float32))
        return Classifier((right, "f" * 32), (member,), (1.0,), np.zeros(2, np.float32))

    classifiers = {"service_id": sure(crew.service), "group_id": sure(crew.network)}
    crew.desk.suggestion_work.keep(crew.agent, 200, {}, to_bytes(Model(lexicon, classifiers)))


@pytest.fixture
def filler(crew: Crew) -> Filler:
    teach(crew)
    crew.clock.advance(minutes=1)
    return Filler(crew.heart)


def rule(crew: Crew, **thresholds: float) -> None:
    crew.desk.suggestion_work.set_filling(crew.supervisor, thresholds)
    crew.clock.advance(minutes=1)


def test_without_a_rule_nothing_is_filled_in(crew: Crew, filler: Filler) -> None:
    ref = crew.log(short_description="The dock is dead")
    assert filler.fill() == 0
    assert (crew.see(ref).service_id, crew.see(ref).group_id) == (None, None)
    rule(crew)
    assert filler.fill() == 0


def test_what_is_sure_enough_is_filled_in_and_the_journal_says_why(crew: Crew, filler: Filler) -> None:
    rule(crew, service_id=0.95)
    ref = crew.log(short_description="The dock is dead")
    other = crew.log(short_description="Something else")
    assert filler.fill() == 1
    detail = crew.see(ref)
    assert (detail.service_id, detail.group_id) == (crew.service, None), "only the field that the rule names"
    assert crew.see(other).service_id is None
    entry = next(item for item in detail.journal if item.body and "by the rule" in item.body)
    assert entry.author_name is None
    assert entry.body == "Service filled in by the rule, 98 % sure (set: from 95 %); by version 1 of what was learned"
    with in_german():
        assert retold(entry.body) == (
            "Service von der Regel ausgefüllt, zu 98 % sicher (eingestellt: ab 95 %); nach Version 1 des Gelernten"
        )
    assert filler.fill() == 0


def test_the_journal_names_the_resolved_incidents_that_speak_for_it(crew: Crew, filler: Filler) -> None:
    ended = [
        crew.log(short_description=f"The dock is dead on quay {number}", service_id=service)
        for number, service in enumerate((crew.service, crew.service, None, crew.service))
    ]
    for ref in ended:
        crew.bring_to(ref, State.RESOLVED)
    crew.write("incident", ended[3], restricted_group_id=crew.network)
    rule(crew, service_id=0.9, group_id=0.9)
    ref = crew.log(short_description="The dock is dead on quay 7")
    assert filler.fill() == 1
    (said,) = [item.body for item in crew.see(ref).journal if item.body and "by the rule" in item.body]
    service, group, version = said.split("; ")
    told = set(re.findall(r"INC-\d+", service))
    assert told == {incident_number(each.number) for each in ended[:2]}, "nothing of a restricted one is told"
    assert service.endswith(" ended")
    assert group == "Assignment group filled in by the rule, 98 % sure (set: from 90 %)", "none of them had that group"
    with in_german():
        assert retold(said).startswith(
            "Service von der Regel ausgefüllt, zu 98 % sicher (eingestellt: ab 90 %), so wie INC-"
        )
    assert version == "by version 1 of what was learned"


def test_what_is_not_sure_enough_is_left(crew: Crew, filler: Filler) -> None:
    rule(crew, service_id=0.99)
    ref = crew.log(short_description="The dock is dead")
    assert filler.fill() == 0
    assert crew.see(ref).service_id is None
    rule(crew, service_id=0.9)
    newer = crew.log(short_description="The dock is dead again")
    assert filler.fill() == 1
    assert crew.see(newer).service_id == crew.service
    assert crew.see(ref).service_id is None, "it was logged before this rule was set"


def test_what_somebody_chose_or_took_out_stays(crew: Crew, filler: Filler) -> None:
    rule(crew, service_id=0.9, group_id=0.9)
    chosen = crew.log(short_description="The dock is dead", group_id=crew.service_desk)
    emptied = crew.log(short_description="The dock is dead", service_id=crew.service)
    crew.desk.incidents.edit(crew.agent, emptied.id, {"service_id": FieldEdit(crew.service, None)})
    begun = crew.log(short_description="The dock is dead", group_id=crew.network)
    crew.step(begun, Step(State.IN_PROGRESS))
    hidden = crew.log(short_description="The dock is dead")
    crew.write("incident", hidden, restricted_group_id=crew.network)
    assert filler.fill() == 2
    assert (crew.see(chosen).service_id, crew.see(chosen).group_id) == (crew.service, crew.service_desk)
    assert (crew.see(emptied).service_id, crew.see(emptied).group_id) == (None, crew.network)
    assert crew.see(begun).service_id is None
    assert crew.see(hidden, crew.engineer).service_id is None


def test_two_programs_fill_it_in_once(crew: Crew, filler: Filler) -> None:
    rule(crew, service_id=0.9)
    ref = crew.log(short_description="The dock is dead")
    other = Filler(crew.heart)
    due = other._suggestions.to_fill(crew.admin)
    assert [each.id for each in due.waiting] == [ref.id]
    assert filler.fill() == 1
    assert other.fill() == 0
    crew.desk.incidents.edit(crew.agent, ref.id, {"service_id": FieldEdit(crew.service, None)})
    assert (filler.fill(), other.fill()) == (0, 0)


def test_how_much_of_it_stood_is_told(crew: Crew, filler: Filler) -> None:
    rule(crew, service_id=0.9)
    refs = [crew.log(short_description=f"The dock {number} is dead") for number in range(3)]
    assert filler.fill() == 3
    crew.desk.incidents.edit(crew.agent, refs[0].id, {"service_id": FieldEdit(crew.service, None)})
    for ref in refs[:2]:
        crew.bring_to(ref, State.RESOLVED)
    (told,) = crew.desk.suggestions.filled(crew.supervisor)
    assert (told.field, told.filled, told.judged, told.kept) == ("service_id", 3, 2, 1)
    assert told.sure == pytest.approx(0.98, abs=0.01)
    for act in ("UPDATE suggestion_filled SET threshold = 0.6", "DELETE FROM suggestion_filled"):
        with pytest.raises(DBAPIError), crew.desk.store.database.writing() as connection:
            connection.exec_driver_sql(act)


def test_who_leads_the_desk_sets_the_rule(crew: Crew) -> None:
    for actor in (crew.agent, crew.requester):
        with pytest.raises(NotAllowed):
            crew.desk.suggestion_work.set_filling(actor, {"service_id": 0.9})
    for wrong in ({"service_id": 0.3}, {"service_id": 1.0}, {"priority": 0.9}):
        with pytest.raises(BadInput):
            crew.desk.suggestion_work.set_filling(crew.supervisor, wrong)
    crew.desk.suggestion_work.set_filling(crew.supervisor, {"group_id": 0.9})
    assert crew.desk.suggestions.filling(crew.agent) == {"group_id": 0.9}
    crew.desk.suggestion_work.set_filling(crew.supervisor, {"group_id": 0.8, "service_id": 0.95})
    last, first = crew.desk.settings.history(crew.supervisor, ["suggestion_filling"])
    assert first.by == last.by == crew.supervisor.name
    assert first.what == "Assignment group: never → from 90 % sure"
    assert last.what == "Service: never → from 95 % sure, Assignment group: from 90 % sure → from 80 % sure"
