"""The page of an incident with a real desk behind it: reading, writing, the steps and what they ask for, by keys."""

import gc
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

from app.domain.lifecycle import Step, next_states
from app.domain.vocabulary import Channel, HoldReason, State
from app.services.incidents.dto import FieldEdit, IncidentDetail
from app.views.context import Place
from app.views.incident.collision import Choice
from app.views.incident.page import IncidentPage
from app.views.incident.steps import action_of, actions_of
from app.views.incident.story import Shown
from app.views.pages import Location
from app.views.widgets.buttons import Button
from app.views.widgets.radio_card import RadioCard
from tests.views.desks import Stage

ENTER, CTRL, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
INTERACTIVE = (QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox)


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    stage.context.actions.refresh()
    return page


def press(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


def focused(page: IncidentPage) -> QWidget:
    widget = page.window().focusWidget()
    assert widget is not None
    return widget


def too_small(page: IncidentPage) -> list[str]:
    """Buttons below the least size of a target, once the layout has settled."""
    buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    return [button.text() for button in buttons if min(button.width(), button.height()) < 24]


def test_it_shows_the_incident(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log("Printer jams", description="Since eight.\nAgain.", group_id=desk.network)
    on_stage.context.place_of = lambda _id: Place(2, 38, "before", "after")
    page = opened(on_stage, incident)
    assert page.title() == "INC-000001"
    assert page.header.title.label.text() == "Printer jams"
    assert page.header.place.text() == "2 of 38"
    assert page.properties.fields["group_id"].text() == "Dock network"
    assert page.properties.facts.text_of("First response") == "None yet"
    assert "To Jonas Berg" in page.writing.composer.recipient.text()
    on_stage.context.actions.run("list.next")
    on_stage.context.actions.run("list.previous")
    assert on_stage.went == [Location("incident", "after"), Location("incident", "before")]


@pytest.mark.parametrize("state", list(State))
def test_the_action_row_offers_exactly_the_steps_of_the_table(state: State) -> None:
    assert set(actions_of(state)) == {action_of(state, to) for to in next_states(state)}


def test_a_state_that_only_an_import_knows_offers_nothing() -> None:
    assert actions_of("awaiting_moon") == ()


def test_resolving_by_keys_and_what_is_missing_stands_at_its_field(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    page.focus_start()
    QTest.keyClick(page, ENTER, CTRL | SHIFT)
    on_stage.settle()
    assert page.writing.steps.target is State.RESOLVED
    QTest.keyClick(focused(page), ENTER, CTRL)
    on_stage.settle()
    assert set(page.writing.steps.problems()) == {"resolution_code", "resolution_notes"}
    assert desk.read(incident).state == "new"
    press(page.writing.steps._choices or page, "1")
    notes = page.writing.steps._text
    assert notes is not None
    press(notes, "Rolled the controller back")
    QTest.keyClick(notes, ENTER, CTRL)
    on_stage.settle()
    detail = desk.read(incident)
    assert (detail.state, detail.resolution_code) == ("resolved", "solution_provided")
    assert not page.writing.steps.isVisible()
    assert page.writing.composer.isVisible()
    assert page.header.action_buttons()[0].objectName() == "incident.close"


def test_every_other_step_by_keys(on_stage: Stage) -> None:
    desk, actions = on_stage.desk, on_stage.context.actions
    incident = desk.log(group_id=desk.network)
    page = opened(on_stage, incident)
    steps = page.writing.steps
    page.focus_start()
    press(focused(page), "w")
    on_stage.settle()
    assert steps.target is State.ON_HOLD
    press(focused(page), "2")
    QTest.keyClick(focused(page), ENTER, CTRL)
    on_stage.settle()
    held = desk.read(incident)
    assert (held.state, held.hold_reason) == ("on_hold", "awaiting_vendor")
    assert held.hold_until is not None
    assert held.hold_until > desk.clock.now()
    page.focus_start()
    QTest.keyClick(focused(page), Qt.Key.Key_W, SHIFT)
    on_stage.settle()
    assert desk.read(incident).state == "in_progress"
    for action, digit, text, state in (
        ("incident.resolve", "2", "Use the other dock", "resolved"),
        ("incident.close", "1", "", "closed"),
        ("incident.reopen", "", "It came back", "in_progress"),
        ("incident.cancel", "2", "", "canceled"),
        ("incident.reopen", "", "It was real after all", "in_progress"),
    ):
        assert actions.run(action), action
        on_stage.settle()
        if digit:
            press(focused(page), digit)
        if text and steps._text is not None:
            press(steps._text, text)
        QTest.keyClick(steps._text or focused(page), ENTER, CTRL)
        on_stage.settle()
        assert desk.read(incident).state == state, (action, steps.problems())


def test_a_reason_that_is_missing_is_asked_for_at_its_field(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    for action, field in (("incident.cancel", "reason"), ("incident.hold", "hold_reason")):
        on_stage.context.actions.run(action)
        page.writing.steps.submit()
        on_stage.settle()
        assert list(page.writing.steps.problems()) == [field]
    press(page.writing.steps._choices or page, "1")
    page.writing.steps.submit()
    on_stage.settle()
    assert list(page.writing.steps.problems()) == ["comment"], "a wait for the caller needs a question to them"
    asked = page.writing.steps.fields["comment"]
    assert asked.inner.accessibleName() == asked.label.text() == "Question to the caller (they read it)"
    assert asked.inner.accessibleDescription() == asked.problem.text()


def test_starting_without_anybody_responsible_says_so_and_offers_to_take_it(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    on_stage.context.actions.run("incident.start")
    on_stage.settle()
    assert "assignment group or an assignee" in page.notices.refusal.text()
    assert not page.notices.refusal.isHidden()
    page.notices.refusal._buttons[0].click()
    on_stage.settle()
    assert desk.read(incident).assignee_id == desk.me.person_id


def test_a_reply_is_sent_once_and_leaves_an_empty_box(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    page.focus_start()
    press(focused(page), "r")
    press(page.writing.composer.edit, "We are on it")
    QTest.keyClick(page.writing.composer.edit, ENTER, CTRL)
    QTest.keyClick(page.writing.composer.edit, ENTER, CTRL)
    on_stage.settle()
    bodies = [item.body for item in desk.read(incident).journal if item.kind == "reply"]
    assert bodies == ["We are on it"]
    assert page.writing.composer.text() == ""
    assert page.properties.facts.text_of("First response").startswith("after")


def test_notes_and_replies_are_told_apart_by_words_and_button(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    composer = page.writing.composer
    assert composer.send_button.text() == "Send to Jonas"
    page.focus_start()
    press(focused(page), "n")
    assert composer.send_button.text() == "Add note"
    assert composer.recipient.text() == "Only the desk reads this"
    press(composer.edit, "Controller was updated")
    composer.choose("reply")
    assert composer.text() == ""
    composer.choose("note")
    assert composer.text() == "Controller was updated"
    QTest.keyClick(composer.edit, ENTER, CTRL)
    on_stage.settle()
    assert [item.visibility for item in page.timeline._detail.journal if item.body][-1] == "internal"  # type: ignore[union-attr]  # it is shown


def test_send_and_resolve_makes_the_reply_the_resolution_notes(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    page.writing.composer.choose("reply")
    press(page.writing.composer.edit, "Please restart the scanner")
    QTest.keyClick(page.writing.composer.edit, ENTER, CTRL | SHIFT)
    on_stage.settle()
    press(focused(page), "1")
    QTest.keyClick(focused(page), ENTER, CTRL)
    on_stage.settle()
    detail = desk.read(incident)
    assert (detail.state, detail.resolution_notes) == ("resolved", "Please restart the scanner")
    assert page.writing.composer.text() == ""


def test_an_edit_is_saved_at_once_and_can_be_undone(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log(group_id=desk.network, assignee_id=desk.tomas.person_id)
    page = opened(on_stage, incident)
    page.focus_start()
    QTest.keyClick(focused(page), Qt.Key.Key_A, SHIFT)
    on_stage.settle()
    popup = page.properties.fields["group_id"].popup
    assert popup is not None
    press(popup.field, "front")
    assert popup.options() == ["Front desk"]
    QTest.keyClick(popup.field, ENTER)
    on_stage.settle()
    assert desk.read(incident).group_name == "Front desk"
    assert desk.read(incident).assignee_id is None, "the former assignee belongs to the former group"
    assert on_stage.context.toasts.text == "INC-000001 · Assignment group: Front desk"
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert desk.read(incident).group_name == "Dock network"
    assert desk.read(incident).assignee_name == "Tomás Rey"
    assert page.properties.fields["assignee_id"].text() == "Tomás Rey"


def test_a_step_that_can_be_taken_back_keeps_no_journal(on_stage: Stage) -> None:
    incident = on_stage.desk.log(group_id=on_stage.desk.network)
    page = opened(on_stage, incident)
    for group in ("front", "dock"):
        page.focus_start()
        QTest.keyClick(focused(page), Qt.Key.Key_A, SHIFT)
        on_stage.settle()
        popup = page.properties.fields["group_id"].popup
        assert popup is not None
        press(popup.field, group)
        QTest.keyClick(popup.field, ENTER)
        on_stage.settle()

    def kept() -> list[IncidentDetail]:
        gc.collect()
        details = [each for each in gc.get_objects() if isinstance(each, IncidentDetail) and each.id == incident]
        return [each for each in details if each.journal]

    # A thread lets go of what it read a moment after its answer has arrived.
    on_stage.wait_for(lambda: kept() == [page.detail])


def test_two_people_at_one_field_choose_with_both_values_before_them(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log(group_id=desk.network)
    page = opened(on_stage, incident)
    on_stage.bridge.close()  # the news has not arrived yet
    desk.session.desk.incidents.edit(desk.dana, incident, {"group_id": FieldEdit(desk.network, desk.service_desk)})
    ask = page.properties.fields["group_id"]
    on_stage.settle()
    from app.views.widgets.choice_popup import Option

    ask.chosen.emit(Option(None, "No group"))
    on_stage.settle()
    panel = page.notices.conflict
    assert not panel.isHidden()
    assert {card.accessibleName() for card in panel.findChildren(RadioCard)} == {
        "Assignment group, theirs: Front desk, Dana Okafor, Today 09:00", "Assignment group, yours: nothing",
    }  # fmt: skip
    assert desk.read(incident).group_name == "Front desk"
    panel.choose("group_id", Choice.MINE)
    panel.apply.click()
    on_stage.settle()
    assert desk.read(incident).group_name is None


def test_news_of_others_keep_draft_focus_and_scroll(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    for number in range(30):
        desk.say(incident, f"Message {number}\nsecond line")
    page = opened(on_stage, incident)
    page.writing.composer.choose("note")
    press(page.writing.composer.edit, "half a sent")
    on_stage.wait_for(lambda: page.timeline.verticalScrollBar().maximum() > 1_000)
    page.timeline.verticalScrollBar().setValue(200)
    page.timeline._note_place()
    desk.say(incident, "From elsewhere", by=desk.tomas)
    on_stage.wait_for(lambda: not page.notices.remote.isHidden())
    on_stage.settle()
    assert page.notices.remote.text() == "Tomás Rey wrote a message. Your draft is kept."
    assert page.writing.composer.text() == "half a sent"
    assert focused(page) is page.writing.composer.edit
    assert page.timeline.verticalScrollBar().value() == 200


def test_a_late_answer_about_another_incident_changes_nothing(on_stage: Stage) -> None:
    desk = on_stage.desk
    first, second = desk.log("First"), desk.log("Second")
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(first)
    page.open(second)
    on_stage.settle()
    assert page.header.title.label.text() == "Second"
    page.writing.composer.choose("reply")
    press(page.writing.composer.edit, "for the second")
    page.writing.composer.send(resolve=False)
    page.open(first)
    on_stage.settle()
    assert page.header.title.label.text() == "First"
    assert page.writing.composer.text() == ""
    assert [item.body for item in desk.read(second).journal][-1] == "for the second"
    page.open(second)
    on_stage.settle()
    assert page.writing.composer.text() == "", "what was sent does not come back as a draft"


def test_an_unknown_incident_says_what_to_do(on_stage: Stage) -> None:
    page = opened(on_stage, "0" * 32)
    assert page._empty.isVisible()
    page._empty._buttons[1].click()
    assert on_stage.went == [Location("queue")]


def test_everything_that_can_be_used_has_a_name(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log(description="x")
    desk.session.desk.incidents.step(desk.me, incident, Step(State.CANCELED, reason="Twice"))
    other = desk.log()
    for each in (incident, other):
        page = opened(on_stage, each)
        for action in ("incident.resolve", "incident.hold", "incident.link"):
            on_stage.context.actions.run(action)
        page.properties.priority._open_form()
        on_stage.settle()
        nameless = [
            widget
            for widget in page.findChildren(QWidget)
            if isinstance(widget, INTERACTIVE)
            and not widget.objectName().startswith("qt_")
            and not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert not nameless
        on_stage.wait_for(lambda page=page: not too_small(page))  # type: ignore[misc]  # the loop's own page
        labels = page.findChildren(QLabel)
        assert labels
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
        page.leave()
        page.setParent(None)
        page.deleteLater()


def test_times_are_measured_by_the_clock_of_the_desk(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    desk.clock.advance(minutes=42)
    desk.say(incident, "Hello")
    page = opened(on_stage, incident)
    assert page.properties.facts.text_of("First response").startswith("after 42 m")
    assert desk.read(incident).first_response_at == desk.clock.now() - timedelta(0)


def test_a_summary_that_somebody_changed_meanwhile_is_not_overwritten(on_stage: Stage) -> None:
    incident = on_stage.desk.log("The first words")
    page = opened(on_stage, incident)
    on_stage.context.actions.run("incident.edit_summary")
    edit = {"short_description": FieldEdit("The first words", "Words of somebody else")}
    on_stage.desk.session.desk.incidents.edit(on_stage.desk.dana, incident, edit)
    on_stage.settle()
    assert page.header.title.editing
    page.header.title.field.setText("My words")
    QTest.keyClick(page.header.title.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert on_stage.desk.read(incident).short_description == "Words of somebody else"
    assert page.header.title.field.text() == "My words", "nothing that was typed is cleared"
    panel = page.notices.conflict
    assert panel.choice("short_description") is Choice.MINE
    panel.choose("short_description", Choice.BOTH)
    QTest.keyClick(panel, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    assert on_stage.desk.read(incident).short_description == "Words of somebody else / My words"
    assert not page.header.title.editing


def test_the_buttons_stand_in_one_row_where_they_can(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log(group_id=desk.network)
    on_stage.window.resize(1150, 824)
    page = opened(on_stage, incident)
    on_stage.context.actions.run("incident.take")
    on_stage.settle()
    until = desk.clock.now() + timedelta(days=2)
    for step in (Step(State.IN_PROGRESS), Step(State.ON_HOLD, hold_reason=HoldReason.SCHEDULED, hold_until=until)):
        desk.session.desk.incidents.step(desk.me, incident, step)
        on_stage.settle()
        buttons = page.header.action_buttons()
        assert len({button.y() for button in buttons}) == 1, [button.text() for button in buttons]
    wide = buttons[1].width()
    on_stage.window.resize(1700, 824)
    on_stage.wait_for(lambda: page.header.action_buttons()[1].width() > wide)  # with room the key caps are back


def test_in_a_narrow_window_the_head_keeps_one_row_and_the_menu_has_the_rest(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log(group_id=desk.network, channel=Channel.EMAIL)
    page = opened(on_stage, incident)
    on_stage.context.actions.run("incident.take")
    desk.session.desk.incidents.step(desk.me, incident, Step(State.IN_PROGRESS))
    on_stage.settle()
    page.header.setFixedWidth(330)

    def shown() -> list[Button]:
        return [button for button in page.header.action_buttons() if button.isVisible()]

    on_stage.wait_for(lambda: 0 < len(shown()) < len(page.header.action_buttons()))
    on_stage.wait_for(lambda: len({button.y() for button in shown()}) == 1)
    assert all(page.header.rect().contains(button.geometry()) for button in shown())
    page.header.more.click()
    menu = next(menu for menu in page.header.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "Put on hold…"
    assert texts[-3:] == ["Show all", "Show conversation", "Show changes"]
    menu.actions()[-2].trigger()
    assert page.timeline._shown is Shown.CONVERSATION
    menu.close()
