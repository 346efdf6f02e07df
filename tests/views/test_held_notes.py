"""An internal note can be taken back for some seconds: it is never lost, and stands before what was done after it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.lifecycle import Step
from app.domain.macros import ME, Acts
from app.domain.vocabulary import State
from app.infra.outbox import Waiting
from app.services.incidents.dto import NewFile
from app.services.macros.dto import NewMacro
from app.views.create.sheets import CreateSheets
from app.views.incident.modes import NOTE
from app.views.incident.page import IncidentPage
from app.views.macros.running import run_now
from app.views.merging.sheet import merge_now
from app.views.outbox.watch import OutboxWatch, install
from app.views.queue.acts import QueueActs
from tests.views.desks import Stage
from tests.views.test_outbox import Server

HOUR = 3_600_000
"""So long that no timer of a test fires by itself."""


@pytest.fixture(autouse=True)
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


@pytest.fixture
def ticking(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each thing happen a moment after the one before, so that the journal tells what was first."""
    clock = on_stage.desk.clock
    monkeypatch.setattr(clock, "now", lambda: clock.advance(seconds=0.01))


def opened(stage: Stage, incident: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident)
    stage.settle()
    return page


def note(stage: Stage, page: IncidentPage, text: str, *files: NewFile) -> None:
    page.writing.composer.choose(NOTE)
    page.writing.composer.edit.setPlainText(text)
    page.writing.composer.attachments.add_files(files)
    page.writing.composer.send(resolve=False)
    stage.settle()


def told(stage: Stage, incident: str) -> list[str]:
    """The notes and steps of the incident in the order in which they stand there."""
    kinds = {"work_note", "state", "reply"}
    return [entry.body or entry.kind for entry in stage.desk.read(incident).journal if entry.kind in kinds]


def waiting(stage: Stage) -> list[Waiting]:
    return stage.context.outbox._store.all()


def later(stage: Stage) -> None:
    """The time in which it could be taken back is over."""
    keeper = stage.context.outbox
    for item_id in tuple(keeper._held):
        keeper.release(item_id)
    stage.settle()
    stage.settle()


def test_it_lies_on_the_disk_at_once_and_is_saved_later(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    note(on_stage, page, "Router is old.", NewFile("map.png", "image/png", b"x"))
    assert told(on_stage, incident) == []
    assert [item.fields["body"] for item in waiting(on_stage)] == ["Router is old."]
    assert (page.writing.composer.text(), page.writing.composer.attachments.files()) == ("", ())
    assert on_stage.context.toasts.text == "Saving the note in 3600 s"
    later(on_stage)
    (entry,) = [each for each in on_stage.desk.read(incident).journal if each.kind == "work_note"]
    assert (entry.body, entry.visibility) == ("Router is old.", "internal")
    assert [file.file_name for file in entry.attachments] == ["map.png"]
    assert waiting(on_stage) == []


def test_save_now_waits_no_longer(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    note(on_stage, opened(on_stage, incident), "Router is old.")
    toast = on_stage.context.toasts._offer.toast
    assert toast is not None
    next(each for each in toast.children() if getattr(each, "accessibleName", str)() == "Save now").click()  # type: ignore[attr-defined]  # a button of the toast
    on_stage.settle()
    on_stage.settle()
    assert told(on_stage, incident) == ["Router is old."]


def test_the_list_of_what_waits_sends_what_is_held_too(on_stage: Stage, watch: OutboxWatch) -> None:
    incident = on_stage.desk.log()
    note(on_stage, opened(on_stage, incident), "Router is old.")
    watch.sheet.bring()
    assert watch.sheet.rows[0].accessibleName().startswith("Router is old.. Note on INC-000001")
    watch.sheet.send.click()
    on_stage.settle()
    on_stage.settle()
    assert told(on_stage, incident) == ["Router is old."]
    assert not watch.sheet.isVisible()


def test_taken_back_it_is_written_again_with_its_files(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    note(on_stage, page, "Ruter is old.", NewFile("map.png", "image/png", b"x"))
    page.writing.composer.edit.setPlainText("And loud.")
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    on_stage.settle()
    assert waiting(on_stage) == []
    assert page.writing.composer.text() == "Ruter is old.\nAnd loud.", "what was typed meanwhile stays"
    assert [file.file_name for file in page.writing.composer.attachments.files()] == ["map.png"]
    note(on_stage, page, "Router is old.")
    later(on_stage)
    assert told(on_stage, incident) == ["Router is old."], "the edited text, and once"


@pytest.mark.usefixtures("ticking")
def test_a_step_of_ones_own_lets_it_go_first(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    note(on_stage, page, "Twice, says the caller.")
    page.writing.casework.step(Step(State.CANCELED, reason="Logged twice"))
    on_stage.settle()
    on_stage.settle()
    assert told(on_stage, incident) == ["Twice, says the caller.", "Logged twice"]
    assert waiting(on_stage) == []
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert on_stage.context.toasts.text.startswith("It is too late to take it back")


@pytest.mark.usefixtures("ticking")
def test_a_reply_goes_before_the_step_too(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    page.writing.composer.choose("reply")
    page.writing.composer.edit.setPlainText("We have it twice.")
    page.writing.composer.send(resolve=False)
    on_stage.settle()
    page.writing.casework.step(Step(State.CANCELED, reason="Logged twice"))
    on_stage.settle()
    on_stage.settle()
    assert told(on_stage, incident) == ["We have it twice.", "Logged twice"], "a canceled one takes no reply"


@pytest.mark.usefixtures("ticking")
def test_a_step_in_the_list_and_a_merge_let_it_go_first(on_stage: Stage) -> None:
    stepped, original, duplicate = (on_stage.desk.log(name) for name in ("First", "Second", "Third"))
    page = opened(on_stage, stepped)
    for incident in (stepped, original, duplicate):
        page.open(incident)
        on_stage.settle()
        note(on_stage, page, "Before.")
    QueueActs(on_stage.context).step([stepped], Step(State.CANCELED, reason="Logged twice"), "canceled")
    on_stage.settle()
    on_stage.settle()
    assert told(on_stage, stepped) == ["Before.", "Logged twice"]
    assert len(waiting(on_stage)) == 2, "what is written about others waits"
    context = on_stage.context
    merge_now(context, original, (duplicate,), "Merged", lambda: None, context.toasts.say_error)
    on_stage.settle()
    on_stage.settle()
    assert told(on_stage, original)[0] == told(on_stage, duplicate)[0] == "Before."
    assert waiting(on_stage) == []


@pytest.mark.usefixtures("ticking")
def test_somebody_elses_step_does_not_hinder_it(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    note(on_stage, opened(on_stage, incident), "Router is old.")
    desk = on_stage.desk.session.desk
    desk.incidents.step(on_stage.desk.me, incident, Step(State.CANCELED, reason="Logged twice"))
    later(on_stage)
    assert told(on_stage, incident) == ["Logged twice", "Router is old."]


def test_what_the_desk_does_not_take_can_be_edited(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    note(on_stage, page, "x" * 10)
    (item,) = waiting(on_stage)
    monkeypatch.setattr("app.services.incidents.commands.note_text", _refuse)
    later(on_stage)
    assert on_stage.context.toasts.text == "Your note on INC-000001 was not saved. Too long."
    monkeypatch.undo()
    on_stage.context.outbox.edit(item)
    on_stage.settle()
    on_stage.settle()
    assert page.writing.composer.text() == "x" * 10
    assert waiting(on_stage) == []


def _refuse(_body: str) -> str:
    from app.domain.errors import BadInput

    raise BadInput("Too long.", "body")


def test_what_the_desk_does_not_take_before_a_step_does_not_stop_the_step(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    note(on_stage, page, "Router is old.")
    monkeypatch.setattr("app.services.incidents.commands.note_text", _refuse)
    page.writing.casework.step(Step(State.CANCELED, reason="Logged twice"))
    on_stage.settle()
    on_stage.settle()
    assert told(on_stage, incident) == ["Logged twice"]
    (item,) = waiting(on_stage)
    assert item.problem == "Too long."


def test_a_server_that_goes_away_meanwhile_is_waited_for_and_the_note_says_when_it_was_written(
    on_stage: Stage, server: Server
) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    note(on_stage, page, "Router is old.")
    server.go()
    later(on_stage)
    (item,) = waiting(on_stage)
    assert not item.problem
    on_stage.desk.clock.advance(minutes=28)
    server.come()
    on_stage.wait_for(lambda: bool(told(on_stage, incident)))
    (body,) = told(on_stage, incident)
    assert body.startswith("Router is old.\n\n(Written ")
    assert "away" not in body, "it was not written while the desk was away"


def test_a_server_that_goes_away_with_the_step_keeps_both(on_stage: Stage, server: Server) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    note(on_stage, page, "Router is old.")
    server.go()
    page.writing.casework.say_first()
    on_stage.settle()
    on_stage.settle()
    assert [item.problem for item in waiting(on_stage)] == [""]
    server.come()
    on_stage.wait_for(lambda: told(on_stage, incident) == ["Router is old."])


def test_when_the_window_goes_it_is_saved(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    note(on_stage, opened(on_stage, incident), "Router is old.")
    QApplication.sendEvent(on_stage.window, QCloseEvent())
    on_stage.settle()
    assert told(on_stage, incident) == ["Router is old."]
    assert waiting(on_stage) == []


def test_after_a_crash_it_is_saved_once(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    note(on_stage, opened(on_stage, incident), "Router is old.")
    (item,) = waiting(on_stage)
    from app.services.outbox.send import send

    # It reached the desk, and the program died before it could say so on the disk.
    send(on_stage.context.desk, on_stage.context.actor, item)
    on_stage.desk.clock.advance(hours=9)
    later(on_stage)
    assert told(on_stage, incident) == ["Router is old."]
    assert waiting(on_stage) == []


def internal(stage: Stage, state: State | None = None) -> NewMacro:
    body, acts = "Asked {{caller.first_name}}.", Acts({"assignee_id": ME}, state)
    return NewMacro(stage.desk.session.desk.new_id(), "Ask", body=body, public=False, acts=acts)


def run_macro(stage: Stage, macro: NewMacro, *incidents: str) -> None:
    desk = stage.desk.session.desk
    desk.macro_work.save(stage.desk.me, macro)
    kept = desk.macros.one(stage.desk.me, macro.id)
    run_now(stage.context, kept, incidents, lambda: None, stage.context.toasts.say_error)
    stage.settle()
    stage.settle()


def test_the_note_of_a_macro_is_taken_back_with_the_rest(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    run_macro(on_stage, internal(on_stage), incident)
    assert on_stage.context.toasts.text == "Ask: 1 incident. Saving the note in 3600 s"
    assert [item.fields["body"] for item in waiting(on_stage)] == ["Asked Jonas."]
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    later(on_stage)
    assert on_stage.desk.read(incident).assignee_id is None
    assert (told(on_stage, incident), waiting(on_stage)) == ([], [])


@pytest.mark.usefixtures("ticking")
def test_a_macro_with_a_step_keeps_its_own_note_and_lets_go_what_was_written_before(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    note(on_stage, opened(on_stage, incident), "Router is old.")
    run_macro(on_stage, internal(on_stage, State.IN_PROGRESS), incident)
    assert told(on_stage, incident) == ["Router is old.", "state"]
    assert [item.fields["body"] for item in waiting(on_stage)] == ["Asked Jonas."]
    later(on_stage)
    assert told(on_stage, incident) == ["Router is old.", "state", "Asked Jonas."]


def test_a_call_that_was_added_to_a_known_incident_is_a_call_again(on_stage: Stage) -> None:
    known = on_stage.desk.log("Teams calls have one-way audio on floor 2")
    sheets = CreateSheets(on_stage.window, on_stage.context)
    sheet = sheets.open_new()
    on_stage.settle()
    QTest.keyClicks(sheet.form.requester, "Jonas Berg")
    QTest.keyClicks(sheet.form.summary, "One-way audio in Teams")
    sheet.form.attachments.add_files([NewFile("map.png", "image/png", b"x")])
    on_stage.wait_for(lambda: len(sheet.side.found()) == 1)
    sheet.side.note_wanted.emit(sheet.side.found()[0])
    on_stage.settle()
    on_stage.settle()
    assert (sheets.shown, told(on_stage, known)) == ([], [])
    assert on_stage.context.toasts.text == "Adding the call to INC-000001 in 3600 s"
    assert on_stage.context.toasts.undo()
    on_stage.wait_for(lambda: bool(sheets.shown))
    on_stage.settle()
    again = sheets.shown[0]
    assert (again.form.requester.text(), again.form.summary.text()) == ("Jonas Berg", "One-way audio in Teams")
    assert [file.file_name for file in again.form.attachments.files()] == ["map.png"]
    assert (waiting(on_stage), on_stage.went) == ([], [])
    on_stage.wait_for(lambda: len(again.side.found()) == 1)
    again.side.note_wanted.emit(again.side.found()[0])
    on_stage.settle()
    later(on_stage)
    (body,) = told(on_stage, known)
    assert body == "Jonas Berg called too: One-way audio in Teams"
    assert sheets.waiting == 0
    sheets.close_all()
