"""Major incidents in the window: proposed by a key, seen on the incident and the board, accepted and rejected there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.vocabulary import Role, State
from app.services.escalation.dto import MajorDecision
from app.services.people.dto import NewPerson
from app.views.escalations.board import MAJOR
from app.views.escalations.page import EscalationsPage
from app.views.incident.page import IncidentPage
from app.views.incident.steps import why_not
from app.views.incident.story import Message, Sentence, Teller
from tests.views.desks import Stage


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def proposed(stage: Stage) -> str:
    incident_id = stage.desk.log(group_id=stage.desk.service_desk)
    stage.desk.session.desk.major_work.propose(stage.desk.dana, incident_id, "Two docks stand still.")
    return incident_id


def buttons(page: IncidentPage) -> list[str]:
    return [button.text() for button in page.major.strip._buttons]


def run(stage: Stage, action: str) -> None:
    assert stage.context.actions.run(action)
    stage.settle()


def write(widget: QWidget | None, text: str) -> None:
    assert widget is not None
    QTest.keyClicks(widget, text)


def finish(stage: Stage, widget: QWidget | None) -> None:
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()


def test_an_incident_is_proposed_and_declared_from_the_keyboard(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log(group_id=on_stage.desk.service_desk)
    page = opened(on_stage, incident_id)
    assert not page.major.isVisible()
    run(on_stage, "incident.propose_major")
    panel = page.writing.major
    assert panel.isVisible()
    assert not page.writing.composer.isVisible()
    finish(on_stage, panel._words)
    assert panel.problems() == {"reason": "Say why it should be a major incident: who is hit, and how."}
    write(panel._words, "Both docks")
    finish(on_stage, panel._words)
    assert on_stage.desk.read(incident_id).major_state == "proposed"
    assert page.writing.composer.isVisible()
    assert page.major.strip.text().endswith(f"by {on_stage.desk.me.name}: Both docks")
    assert page.header.major.isVisible()
    assert buttons(page) == ["Accept…", "Reject…"]
    assert on_stage.context.actions.offer("incident.propose_major").reason == (
        "It is proposed as a major incident already"
    )
    run(on_stage, "incident.accept_major")
    write(panel._impact, "No lorry is loaded")
    finish(on_stage, panel._impact)
    assert panel.problems() == {"note": "Say why it is a major incident, for the journal."}
    write(panel._words, "Every dock is hit")
    finish(on_stage, panel._words)
    seen = on_stage.desk.read(incident_id)
    assert (seen.major_state, seen.business_impact, seen.major.lead_id) == (
        "accepted", "No lorry is loaded", on_stage.desk.me.person_id,
    )  # fmt: skip
    assert "led by" in page.major.strip.text()
    assert "No lorry is loaded" in page.major.strip.text()
    assert buttons(page) == ["Change lead…", "Review"]
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert on_stage.desk.read(incident_id).major_state == "proposed"
    assert page.major.strip.text().endswith(f"by {on_stage.desk.me.name}: Both docks")


def test_the_timeline_tells_who_decided_and_why(on_stage: Stage) -> None:
    incident_id = proposed(on_stage)
    desk = on_stage.desk.session.desk
    decision = MajorDecision(on_stage.desk.me.person_id, "Every dock is hit", "No lorry is loaded")
    desk.major_work.accept(on_stage.desk.me, incident_id, decision)
    desk.major_work.hand_over(on_stage.desk.me, incident_id, on_stage.desk.tomas.person_id)
    desk.major_work.demote(on_stage.desk.me, incident_id, "One dock after all")
    desk.major_work.take_back(on_stage.desk.me, incident_id)
    desk.major_work.take_back(on_stage.desk.me, incident_id)
    teller = Teller(on_stage.context.formats, on_stage.desk.clock.now())
    parts = teller.tell(on_stage.desk.read(incident_id), unfolded=frozenset({"all"}))
    told = [part for part in parts if isinstance(part, Message | Sentence) and part.item.kind == "major"]
    me = on_stage.desk.me.name
    assert ["".join(span.text for span in part.spans) for part in told if isinstance(part, Sentence)] == [
        "Dana Okafor: proposed as a major incident",
        f"{me}: accepted as a major incident, led by {me}",
        f"{me} gave the lead of the major incident to Tomás Rey",
        f"{me}: no longer a major incident",
        f"{me} took back: no longer a major incident",
        f"{me} took back: who leads the major incident",
    ]
    assert [part.item.body for part in told if isinstance(part, Message)] == [
        "Two docks stand still.", "Every dock is hit", "One dock after all",
    ]  # fmt: skip


def test_a_rejection_asks_for_a_reason_and_keeps_it_as_a_draft(on_stage: Stage) -> None:
    incident_id = proposed(on_stage)
    page = opened(on_stage, incident_id)
    page.major.strip._buttons[1].click()
    on_stage.settle()
    write(page.writing.major._words, "One dock")
    page.writing.major.left.emit()
    on_stage.settle()
    assert page.writing.composer.isVisible()
    page.major.strip._buttons[1].click()
    on_stage.settle()
    assert page.writing.major._words is not None
    assert page.writing.major._words.toPlainText() == "One dock"
    finish(on_stage, page.writing.major._words)
    assert on_stage.desk.read(incident_id).major_state == "rejected"
    assert not page.major.isVisible()
    assert not page.header.major.isVisible()


def test_an_agent_sees_the_proposal_and_may_not_decide(on_stage: Stage) -> None:
    incident_id = proposed(on_stage)
    on_stage.context.session = on_stage.desk.session._replace(actor=on_stage.desk.tomas)
    on_stage.context.actions.set_actor(on_stage.desk.tomas)
    page = opened(on_stage, incident_id)
    assert page.major.isVisible()
    assert buttons(page) == []
    assert on_stage.context.actions.offer("incident.accept_major").reason == "Not for the role agent"


def test_the_board_lists_them_and_leads_to_the_decision(on_stage: Stage) -> None:
    incident_id = proposed(on_stage)
    page = on_stage.show(EscalationsPage(on_stage.context))
    page.open(MAJOR)
    on_stage.settle()
    row = page.board.current
    assert row is not None
    assert row.incident_id == incident_id
    table = page.board.model
    texts = [table.text(row, column) for column in ("from", "to", "reason", "state")]
    assert texts == ["Front desk", "Waits for a decision", "Two docks stand still.", "Proposed"]
    assert on_stage.context.actions.offer("escalation.acknowledge").reason.startswith("A major incident is accepted")
    assert on_stage.context.actions.offer("incident.demote_major").reason == "It is no major incident"
    run(on_stage, "incident.accept_major")
    assert (on_stage.went[-1].page, on_stage.went[-1].argument, on_stage.went[-1].act) == (
        "incident", incident_id, "incident.accept_major",
    )  # fmt: skip


def test_a_lead_who_is_an_agent_may_close_it_and_others_read_why_not(on_stage: Stage) -> None:
    desk = on_stage.desk.session.desk
    boss_id = desk.people_admin.add_person(on_stage.desk.me, NewPerson(desk.new_id(), "Sol Berg", role=Role.SUPERVISOR))
    incident_id = proposed(on_stage)
    desk.major_work.accept(
        Actor(boss_id, "Sol Berg", Role.SUPERVISOR),
        incident_id,
        MajorDecision(on_stage.desk.dana.person_id, "Every dock", "No lorry"),
    )
    resolve = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="New switch.")
    desk.incidents.step(on_stage.desk.dana, incident_id, resolve)
    seen = on_stage.desk.read(incident_id)
    assert why_not(seen, on_stage.desk.dana, "incident.close") is None
    assert why_not(seen, on_stage.desk.tomas, "incident.close") == (
        "A major incident is closed by whoever leads it or by a supervisor"
    )
