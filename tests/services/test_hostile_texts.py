"""Whatever is typed, every field that suggests while it is typed answers, and answers with nothing of its own."""

import numpy as np
import pytest

from app.services.incidents.dto import NewIncident
from app.services.knowledge.dto import Case
from app.services.suggestions.dto import AlikeQuery
from app.triage.advice import Adviser
from app.triage.classifier import Classifier, Linear
from app.triage.lexicon import Block, Lexicon
from app.triage.storing import Model
from tests.support.crew import Crew

HOSTILE = (
    "\0", "fuser\0unit", "\ud800", "fuser \udfff unit", "x" * 10_000, "x " * 5_000, "a'b\"c AND OR* NOT( NEAR(a b)",
    "'; DROP TABLE incident; --", "a <-> b | !c & d:*", "\u202eabc \u202d", "שלום עולם", "%_\\", "\N{PRINTER}\ufe0f",
    "[[" * 500, "#" * 300, "\n\t\r", "日本語 हिन्दी",
)  # fmt: skip


def adviser() -> Adviser:
    lexicon = Lexicon(
        {name: Block({"fuser": 0}, np.ones(1, np.float32)) for name in ("words", "head", "letters")}, 9, 9
    )
    member = Linear("words", np.ones((1, 2), np.float32), np.zeros(2, np.float32))
    classifier = Classifier(("a", "b"), (member,), (1.0,), np.zeros(2, np.float32))
    return Adviser(1, Model(lexicon, {"group_id": classifier}), {"group_id": {"a": "A", "b": "B"}})


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_every_suggestion_bears_it(crew: Crew, typed: str) -> None:
    desk, agent = crew.desk, crew.agent
    ref = desk.incidents.create(agent, NewIncident(desk.new_id(), "Fuser unit squeals", crew.requester.person_id))
    found = desk.suggestions.alike(agent, AlikeQuery(typed, typed, crew.requester.person_id, crew.service))
    assert {each.id for each in found.open} <= {ref.id}
    assert found.resolved == ()
    assert desk.knowledge.suggest(agent, Case(typed, crew.service, crew.category)) == ()
    assert desk.problems.suggest(agent, Case(typed, crew.service), ()) == ()
    assert not typed.strip() or desk.people.search(agent, typed) == (), "without a word everybody may be meant"
    assert set(adviser().advise(typed)) <= {"group_id"}
