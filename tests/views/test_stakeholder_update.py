"""The stakeholder update in the window: a tab of major incidents, by key, kept, sent, taken back, and told apart."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.vocabulary import Channel, LinkKind
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import Audience, JournalItem, NewFile, NewLink, Post
from app.views.incident.entries import MessageRow
from app.views.incident.modes import NOTE, REPLY, UPDATE
from app.views.incident.page import IncidentPage
from app.views.outbox.watch import OutboxWatch, install
from app.views.widgets.marks import Pill
from tests.views.desks import Stage

READERS = "To 1 caller, of this and 2 incidents below it; whoever follows it is told"
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


def declared(stage: Stage) -> str:
    """A major incident of Jonas with a child of his and one of nobody's."""
    desk = stage.desk.session.desk
    major = stage.desk.log(group_id=stage.desk.service_desk)
    decision = MajorDecision(stage.desk.me.person_id, "Every dock is hit", "No lorry is loaded")
    desk.major_work.accept(stage.desk.me, major, decision)
    of_nobody = {"caller_id": None, "channel": Channel.MONITORING}
    for fields in ({}, of_nobody):
        child = stage.desk.log("No scanner", **fields)
        desk.incidents.link(stage.desk.me, NewLink(desk.new_id(), child, major, LinkKind.PARENT))
    return major


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    stage.settle()
    return page


def told(stage: Stage, incident_id: str) -> list[JournalItem]:
    return [item for item in stage.desk.read(incident_id).journal if item.kind == "stakeholder_update"]


def send(stage: Stage, page: IncidentPage) -> None:
    QTest.keyClick(page.writing.composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()


def run(stage: Stage, action: str) -> None:
    assert stage.context.actions.run(action)
    stage.settle()


def test_only_a_major_incident_has_the_tab(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    composer = page.writing.composer
    assert composer.tabs.offered() == [REPLY, NOTE]
    assert on_stage.context.actions.offer("incident.update").reason == "It is no major incident"
    major = declared(on_stage)
    page.open(major)
    on_stage.settle()
    assert composer.tabs.offered() == [REPLY, NOTE, UPDATE]
    run(on_stage, "incident.update")
    assert (composer.mode, composer.edit.hasFocus()) == (UPDATE, True)
    on_stage.desk.session.desk.major_work.demote(on_stage.desk.me, major, "One dock after all")
    page.open(major)
    on_stage.settle()
    assert composer.mode == REPLY
    assert composer.tabs.offered() == [REPLY, NOTE]


def test_what_was_begun_can_be_read_after_it_is_no_major_incident_any_more(on_stage: Stage) -> None:
    major = declared(on_stage)
    page = opened(on_stage, major)
    composer = page.writing.composer
    run(on_stage, "incident.update")
    composer.edit.setPlainText("The store is down.")
    on_stage.desk.session.desk.major_work.demote(on_stage.desk.me, major, "One dock after all")
    page.open(on_stage.desk.log("Another one"))
    on_stage.settle()
    page.open(major)
    on_stage.settle()
    on_stage.settle()
    assert (composer.mode, composer.text()) == (UPDATE, "The store is down.")
    send(on_stage, page)
    assert (composer.problem(), composer.text()) == ("It is no major incident.", "The store is down.")
    composer.throw_away()
    page.open(major)
    on_stage.settle()
    assert composer.tabs.offered() == [REPLY, NOTE]


def test_it_says_who_reads_it_and_turns_through_three_tabs(on_stage: Stage) -> None:
    page = opened(on_stage, declared(on_stage))
    composer = page.writing.composer
    composer.choose(REPLY)
    seen = []
    for _ in range(3):
        QTest.keyClick(composer.edit, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append((composer.mode, composer.recipient.text(), composer.send_button.text()))
    assert seen == [
        (NOTE, "Only the desk reads this", "Add note"),
        (UPDATE, READERS, "Send update to 1 person"),
        (REPLY, "To Jonas Berg", "Send to Jonas"),
    ]  # fmt: skip


def test_who_reads_an_update_of_one_incident_is_not_told_at_another(on_stage: Stage) -> None:
    major, other = declared(on_stage), on_stage.desk.log("Another one")
    page = opened(on_stage, other)
    readers = page.writing.readers
    readers._ask(on_stage.desk.read(major))
    on_stage.settle()
    assert page.writing.composer.audience is None
    page.open(major)
    on_stage.settle()
    on_stage.settle()
    assert page.writing.composer.audience == Audience(1, 2)


def test_the_template_asks_and_what_was_written_before_stays(on_stage: Stage) -> None:
    page = opened(on_stage, declared(on_stage))
    composer = page.writing.composer
    run(on_stage, "incident.update_template")
    QTest.keyClicks(composer.edit, "the store")
    assert composer.text() == "What happened: the store\nWho is affected: \nWhat we are doing: "
    composer.edit.setPlainText("It is down.")
    composer.update_row.template.click()
    assert composer.text() == "What happened: \nWho is affected: \nWhat we are doing: \nIt is down."


def test_a_question_without_an_answer_is_not_sent_to_everybody(on_stage: Stage) -> None:
    major = declared(on_stage)
    page = opened(on_stage, major)
    composer = page.writing.composer
    run(on_stage, "incident.update_template")
    send(on_stage, page)
    assert composer.problem() == "“What happened” has no answer yet. Write one, or delete the line."
    composer.edit.setPlainText("What happened: the store\nWho is affected:\n\nWhat we are doing: we mend it")
    send(on_stage, page)
    assert composer.problem() == "“Who is affected” has no answer yet. Write one, or delete the line."
    assert told(on_stage, major) == []
    composer.edit.setPlainText("What happened:\nthe store\nWhat we are doing: we mend it")
    send(on_stage, page)
    assert (len(told(on_stage, major)), composer.text()) == (1, "")


@pytest.mark.usefixtures("watch")
def test_it_waits_to_be_taken_back_and_comes_back_whole(on_stage: Stage) -> None:
    major = declared(on_stage)
    page = opened(on_stage, major)
    composer = page.writing.composer
    run(on_stage, "incident.update")
    soon = on_stage.desk.clock.now().replace(second=0, microsecond=0) + timedelta(hours=3)
    composer.update_row.field.show_moment(soon)
    composer.edit.setPlainText("The store is down.")
    composer.attachments.add_files([NewFile("map.png", "image/png", b"x")])
    send(on_stage, page)
    assert (told(on_stage, major), composer.text(), composer.attachments.files()) == ([], "", ())
    assert on_stage.context.toasts.text.startswith("Sending to 1 person in")
    composer.choose(NOTE)
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    on_stage.settle()
    assert [each.argument for each in on_stage.went] == [major]
    composer.choose(UPDATE)
    assert composer.text() == "The store is down."
    assert composer.update_row.moment() == soon
    assert [file.file_name for file in composer.attachments.files()] == ["map.png"]
    send(on_stage, page)
    keeper = on_stage.context.outbox
    for item_id in tuple(keeper._held):
        keeper.release(item_id)
    on_stage.settle()
    on_stage.settle()
    (item,) = told(on_stage, major)
    assert (item.body, [file.file_name for file in item.attachments]) == ("The store is down.", ["map.png"])
    assert on_stage.desk.read(major).major.next_update_at == soon
    for link in on_stage.desk.read(major).links:
        assert len(told(on_stage, link.incident_id)) == 1


def test_it_is_a_card_of_its_own_and_no_reply(on_stage: Stage) -> None:
    major = declared(on_stage)
    page = opened(on_stage, major)
    run(on_stage, "incident.update")
    page.writing.composer.edit.setPlainText("The store is down.")
    send(on_stage, page)
    on_stage.settle()
    card = page.timeline.findChildren(MessageRow)[-1]
    assert "Stakeholder update" in [pill.accessibleName() for pill in card.findChildren(Pill)]
    assert "to 1 caller; next update by" in card._message.role
    assert "Next update by today" in page.major.strip.text()
    assert page.writing.composer.update_row.due.text().startswith("This one is due today")
    on_stage.desk.clock.advance(hours=3)
    on_stage.context.ticker.tick()
    assert "Next update was due" in page.major.strip.text(), "while one looks at it"
    assert page.writing.composer.update_row.due.text().startswith("This one was due today")
    page.open(major)
    on_stage.settle()
    assert "Next update was due" in page.major.strip.text()
    assert page.writing.composer.update_row.due.text().startswith("This one was due today")


def test_the_usual_time_is_an_hour_from_when_one_begins_to_write_by_the_clock_of_the_desk(on_stage: Stage) -> None:
    clock = on_stage.desk.clock
    on_stage.context.clock_offset = timedelta(minutes=20)
    page = opened(on_stage, declared(on_stage))
    row = page.writing.composer.update_row

    def ahead() -> timedelta:
        due = row.moment()
        assert due is not None
        return due - on_stage.context.now()

    clock.advance(minutes=57)
    run(on_stage, "incident.update")
    assert timedelta(hours=1) <= ahead() <= timedelta(minutes=65)
    clock.advance(minutes=31)
    on_stage.context.ticker.tick()
    assert timedelta(hours=1) <= ahead() <= timedelta(minutes=65), "nothing is written yet"
    QTest.keyClicks(page.writing.composer.edit, "The store")
    clock.advance(minutes=10)
    on_stage.context.ticker.tick()
    assert ahead() < timedelta(minutes=56), "a time that one has seen beside one's words stays"
    page.writing.composer.throw_away()
    row.field.show_moment(on_stage.context.now() + timedelta(hours=4))
    clock.advance(minutes=10)
    page.writing.composer.choose(NOTE)
    page.writing.composer.choose(UPDATE)
    assert ahead() > timedelta(hours=3), "one that was chosen stays too"


def test_what_is_promised_is_over_by_the_clock_of_the_desk(on_stage: Stage) -> None:
    major = declared(on_stage)
    page = opened(on_stage, major)
    run(on_stage, "incident.update")
    page.writing.composer.edit.setPlainText("The store is down.")
    send(on_stage, page)
    on_stage.settle()
    assert "Next update by today" in page.major.strip.text()
    on_stage.context.clock_offset = timedelta(hours=3)
    on_stage.context.ticker.tick()
    assert "Next update was due" in page.major.strip.text()
    assert page.writing.composer.update_row.due.text().startswith("This one was due")


def test_what_was_typed_on_after_an_update_was_sent_keeps_its_promise(on_stage: Stage) -> None:
    major, other = declared(on_stage), on_stage.desk.log("Another one")
    page = opened(on_stage, major)
    composer = page.writing.composer
    run(on_stage, "incident.update")
    soon = on_stage.desk.clock.now().replace(second=0, microsecond=0) + timedelta(hours=4)
    composer.update_row.field.show_moment(soon)
    composer.edit.setPlainText("The store is down.\nMore")
    page.open(other)
    on_stage.settle()
    composer.sent(Post("1" * 32, "The store is down.", public=True, to_stakeholders=True), major)
    on_stage.settle()
    page.open(major)
    on_stage.settle()
    on_stage.settle()
    composer.choose(UPDATE)
    assert (composer.text(), composer.update_row.moment()) == ("More", soon)


def test_a_promise_that_is_over_is_refused_and_nothing_is_lost(on_stage: Stage) -> None:
    major = declared(on_stage)
    page = opened(on_stage, major)
    composer = page.writing.composer
    run(on_stage, "incident.update")
    composer.edit.setPlainText("The store is down.")
    on_stage.desk.clock.advance(hours=5)
    send(on_stage, page)
    assert composer.problem() == "The time of the next update is over. Choose a later one."
    composer.update_row.wanted.setChecked(False)
    send(on_stage, page)
    assert [item.body for item in told(on_stage, major)] == ["The store is down."]
    assert on_stage.desk.read(major).major.next_update_at is None


def test_each_tab_keeps_its_words_its_promise_and_its_files(on_stage: Stage) -> None:
    major, other = declared(on_stage), on_stage.desk.log("Another one")
    page = opened(on_stage, major)
    composer = page.writing.composer
    soon = on_stage.desk.clock.now().replace(second=0, microsecond=0) + timedelta(hours=4)
    for mode in (REPLY, NOTE, UPDATE):
        composer.choose(mode)
        composer.edit.setPlainText(f"In the {mode}")
        composer.attachments.add_files([NewFile(f"{mode}.txt", "text/plain", mode.encode())])
    composer.update_row.field.show_moment(soon)
    page.open(other)
    on_stage.settle()
    assert (composer.text(), composer.attachments.files()) == ("", ())
    page.open(major)
    on_stage.settle()
    on_stage.settle()
    for mode in (NOTE, UPDATE, REPLY):
        composer.choose(mode)
        assert composer.text() == f"In the {mode}"
        assert [file.file_name for file in composer.attachments.files()] == [f"{mode}.txt"]
    assert composer.update_row.moment() == soon
    send(on_stage, page)
    entry = on_stage.desk.read(major).journal[-1]
    assert (entry.kind, [file.file_name for file in entry.attachments]) == ("reply", ["reply.txt"])
    composer.choose(NOTE)
    assert [file.file_name for file in composer.attachments.files()] == ["note.txt"]


def test_resolving_with_it_says_it_as_the_resolution(on_stage: Stage) -> None:
    major = declared(on_stage)
    page = opened(on_stage, major)
    run(on_stage, "incident.update")
    page.writing.composer.edit.setPlainText("It is restored.")
    page.writing.composer.send(resolve=True)
    on_stage.settle()
    steps = page.writing.steps
    assert steps._text is not None
    assert steps._text.toPlainText() == "It is restored."


def test_files_go_wherever_the_words_of_the_resolution_go(on_stage: Stage) -> None:
    major = declared(on_stage)
    page = opened(on_stage, major)
    run(on_stage, "incident.update")
    composer = page.writing.composer
    composer.edit.setPlainText("It is restored.")
    composer.attachments.add_files([NewFile("map.png", "image/png", b"x")])
    composer.send(resolve=True)
    on_stage.settle()
    steps = page.writing.steps
    assert steps._choices is not None
    QTest.keyClicks(steps._choices, "1")
    steps.submit()
    on_stage.settle()
    on_stage.settle()
    for incident_id in (major, *(link.incident_id for link in on_stage.desk.read(major).links)):
        detail = on_stage.desk.read(incident_id)
        assert (detail.state, detail.resolution_notes) == ("resolved", "It is restored.")
        files = [file.file_name for item in detail.journal for file in item.attachments]
        assert files == ["map.png"], detail.short_description
    assert (composer.text(), composer.attachments.files()) == ("", ())
