"""A reply is sent some seconds after it was written: it can be taken back, and it is never lost nor doubled.

Notes are held by the same means; what is theirs alone stands in `test_held_notes`.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from app.domain.lifecycle import Step
from app.domain.macros import ME, Acts
from app.domain.vocabulary import State
from app.infra.outbox import Waiting
from app.services.incidents.dto import NewFile
from app.services.macros.dto import NewMacro
from app.views.incident.page import IncidentPage
from app.views.macros.running import run_now
from app.views.outbox.watch import OutboxWatch, install
from tests.views.desks import Stage
from tests.views.test_outbox import Server

HOUR = 3_600_000
"""So long that no timer of a test fires by itself."""


@pytest.fixture
def watch(on_stage: Stage) -> Iterator[OutboxWatch]:
    on_stage.context.held_for = HOUR
    on_stage.window.show()
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    made = on_stage.window.findChild(OutboxWatch)
    assert isinstance(made, OutboxWatch)
    yield made
    made.close()
    on_stage.settle()


@pytest.fixture
def server(on_stage: Stage) -> Iterator[Server]:
    played = Server(on_stage)
    yield played
    played._patch.undo()


def opened(stage: Stage, incident: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident)
    stage.settle()
    return page


def reply(stage: Stage, page: IncidentPage, text: str, *files: NewFile) -> None:
    page.writing.composer.choose("reply")
    page.writing.composer.edit.setPlainText(text)
    page.writing.composer.attachments.add_files(files)
    page.writing.composer.send(resolve=False)
    stage.settle()


def said(stage: Stage, incident: str) -> list[str | None]:
    return [entry.body for entry in stage.desk.read(incident).journal if entry.kind == "reply"]


def waiting(stage: Stage) -> list[Waiting]:
    return stage.context.outbox._store.all()


def later(stage: Stage) -> None:
    """The time in which it could be taken back is over."""
    keeper = stage.context.outbox
    for item_id in tuple(keeper._held):
        keeper.release(item_id)
    stage.settle()
    stage.settle()


@pytest.mark.usefixtures("watch")
def test_it_lies_on_the_disk_at_once_and_is_sent_later(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    reply(on_stage, page, "We look.")
    assert said(on_stage, incident) == []
    assert [item.fields["body"] for item in waiting(on_stage)] == ["We look."]
    assert page.writing.composer.text() == ""
    assert on_stage.context.toasts.text.startswith("Sending to Jonas Berg in")
    later(on_stage)
    assert said(on_stage, incident) == ["We look."]
    assert waiting(on_stage) == []


@pytest.mark.usefixtures("watch")
def test_taken_back_it_is_written_again_with_its_files_and_the_edited_text_is_sent(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    reply(on_stage, page, "We lok.", NewFile("map.png", "image/png", b"x"))
    page.writing.composer.edit.setPlainText("And more.")
    page.writing.composer.attachments.add_files([NewFile("log.txt", "text/plain", b"y")])
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    on_stage.settle()
    assert waiting(on_stage) == []
    assert page.writing.composer.text() == "We lok.\nAnd more.", "what was typed meanwhile stays"
    names = [file.file_name for file in page.writing.composer.attachments.files()]
    assert names == ["map.png", "log.txt"], "what was attached meanwhile too"
    page.writing.composer.edit.setPlainText("We look.")
    page.writing.composer.send(resolve=False)
    on_stage.settle()
    later(on_stage)
    assert said(on_stage, incident) == ["We look."], "the edited text, and once"


@pytest.mark.usefixtures("watch")
def test_taken_back_from_elsewhere_it_is_a_draft_of_its_incident(on_stage: Stage) -> None:
    first, second = on_stage.desk.log("First"), on_stage.desk.log("Second")
    page = opened(on_stage, first)
    reply(on_stage, page, "For the first.")
    page.open(second)
    on_stage.settle()
    on_stage.context.toasts.undo()
    on_stage.settle()
    on_stage.settle()
    assert on_stage.went[-1].argument == first
    assert page.writing.composer.text() == ""
    page.open(first)
    on_stage.settle()
    assert page.writing.composer.text() == "For the first."


@pytest.mark.usefixtures("watch")
def test_after_a_crash_it_is_sent_once_and_what_is_old_is_looked_at_first(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    reply(on_stage, page, "We look.")
    (item,) = waiting(on_stage)
    # It reached the desk, and the program died before it could say so on the disk.
    from app.services.outbox.send import send

    send(on_stage.context.desk, on_stage.context.actor, item)
    later(on_stage)
    assert said(on_stage, incident) == ["We look."]
    reply(on_stage, page, "Another one.")
    (item,) = waiting(on_stage)
    on_stage.desk.clock.advance(minutes=11)
    later(on_stage)
    assert said(on_stage, incident) == ["We look."]
    assert "was not sent. It was written 11 minutes ago" in on_stage.context.toasts.text
    (item,) = waiting(on_stage)
    on_stage.context.outbox.edit(item)
    on_stage.settle()
    on_stage.settle()
    assert page.writing.composer.text() == "Another one."
    assert waiting(on_stage) == []


@pytest.mark.usefixtures("watch")
def test_what_comes_in_meanwhile_stops_it(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    reply(on_stage, page, "We look.")
    on_stage.desk.say(incident, "I have answered already.", by=on_stage.desk.tomas)
    later(on_stage)
    assert said(on_stage, incident) == ["I have answered already."]
    assert "was not sent" in on_stage.context.toasts.text


@pytest.mark.usefixtures("watch")
def test_while_the_server_is_away_it_waits_and_can_be_edited(on_stage: Stage, server: Server) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    reply(on_stage, page, "We look.")
    server.go()
    later(on_stage)
    (item,) = waiting(on_stage)
    assert not item.problem
    server.come()
    on_stage.wait_for(lambda: said(on_stage, incident) == ["We look."])


@pytest.mark.usefixtures("watch")
def test_when_the_window_goes_it_is_sent(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    reply(on_stage, page, "We look.")
    QApplication.sendEvent(on_stage.window, QCloseEvent())
    on_stage.settle()
    assert said(on_stage, incident) == ["We look."]
    assert waiting(on_stage) == []


@pytest.mark.usefixtures("watch")
def test_too_late_to_take_it_back_is_said(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    reply(on_stage, page, "We look.")
    (item,) = waiting(on_stage)
    later(on_stage)
    on_stage.context.outbox.edit(item)
    on_stage.settle()
    assert on_stage.context.toasts.text.startswith("It is too late to take it back")
    assert page.writing.composer.text() == ""
    assert on_stage.desk.read(incident).state == State.NEW


def run_macro(stage: Stage, macro: NewMacro, *incidents: str) -> list[str]:
    desk, refused = stage.desk.session.desk, list[str]()
    desk.macro_work.save(stage.desk.me, macro)
    kept = desk.macros.one(stage.desk.me, macro.id)
    run_now(stage.context, kept, incidents, lambda: None, lambda error: refused.append(str(error)))
    stage.settle()
    stage.settle()
    return refused


def greeting(stage: Stage, **acts: str) -> NewMacro:
    new_id = stage.desk.session.desk.new_id()
    return NewMacro(new_id, "Greet", body="Hello {{caller.first_name}}, {{incident.number}}", acts=Acts(dict(acts)))


def test_a_macro_says_it_when_it_can_no_longer_be_taken_back(on_stage: Stage, watch: OutboxWatch) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log()
    run_macro(on_stage, greeting(on_stage, assignee_id=ME), first, second)
    assert on_stage.context.toasts.text.startswith("Greet: 2 incidents. Sending in")
    assert on_stage.desk.read(first).assignee_id == on_stage.desk.me.person_id
    assert said(on_stage, first) == []
    assert [item.fields["body"] for item in waiting(on_stage)] == ["Hello Jonas, INC-000001", "Hello Jonas, INC-000002"]
    later(on_stage)
    assert (said(on_stage, first), said(on_stage, second)) == (["Hello Jonas, INC-000001"], ["Hello Jonas, INC-000002"])
    assert waiting(on_stage) == []


def test_a_macro_is_taken_back_with_what_it_was_to_say(on_stage: Stage, watch: OutboxWatch) -> None:
    incident = on_stage.desk.log()
    run_macro(on_stage, greeting(on_stage, assignee_id=ME), incident)
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    later(on_stage)
    assert on_stage.desk.read(incident).assignee_id is None
    assert said(on_stage, incident) == []
    assert waiting(on_stage) == []


def test_what_a_macro_may_not_do_it_does_not_say_either(on_stage: Stage, watch: OutboxWatch) -> None:
    incident, fine = on_stage.desk.log(), on_stage.desk.log()
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    desk.incidents.step(me, incident, Step(State.CANCELED, reason="Twice"))
    run_macro(on_stage, greeting(on_stage), incident, fine)
    assert "The incident is canceled" in on_stage.context.toasts.text
    assert [item.fields["incident_id"] for item in waiting(on_stage)] == [fine]
    later(on_stage)
    assert (said(on_stage, incident), said(on_stage, fine)) == ([], ["Hello Jonas, INC-000002"])
