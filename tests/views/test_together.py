"""An incident that others work on while it is open: it follows, says what is new and keeps what is typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.lifecycle import Step
from app.domain.vocabulary import LinkKind, State
from app.services.incidents.dto import FieldEdit, NewLink, Post
from app.views.incident.collision import Choice
from app.views.incident.page import IncidentPage
from app.views.toolkit.theme import Theme
from app.views.widgets.choice_popup import Option
from app.views.widgets.labels import Label
from app.views.widgets.radio_card import RadioCard
from app.views.widgets.text_box import TextBox
from tests.views.colleagues import Colleagues, colleagues
from tests.views.desks import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def others(on_stage: Stage) -> Iterator[Colleagues]:
    with colleagues(on_stage) as found:
        yield found


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def test_what_others_change_shows_by_itself(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    others.desk.incidents.edit(desk.dana, incident, {"channel": FieldEdit("phone", "portal")})
    others.heard()
    on_stage.wait_for(lambda: page.properties.fields["channel"].text() == "Portal")
    assert page.notices.remote.text() == "Dana Okafor changed Channel Phone → Portal."


def test_the_strip_tells_of_all_that_came_until_it_is_put_away(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    QTest.keyClicks(page.writing.composer.edit, "half a sent")
    others.desk.incidents.edit(desk.dana, incident, {"channel": FieldEdit("phone", "portal")})
    others.heard()
    on_stage.wait_for(lambda: not page.notices.remote.isHidden())
    for body in ("One", "Two"):
        others.desk.incidents.post(desk.tomas, incident, Post(others.desk.new_id(), body, public=True))
    others.desk.incidents.edit(desk.dana, incident, {"channel": FieldEdit("portal", "email")})
    others.heard()
    on_stage.wait_for(lambda: "mail" in page.notices.remote.text())
    assert page.notices.remote.text() == (
        "Tomás Rey wrote a message; Dana Okafor changed Channel Portal → E-mail, and 1 more. Your draft is kept."
    )
    page.notices.put_away()
    others.desk.incidents.edit(desk.dana, incident, {"channel": FieldEdit("email", "walk_in")})
    others.heard()
    on_stage.wait_for(lambda: not page.notices.remote.isHidden())
    assert page.notices.remote.text().startswith("Dana Okafor changed Channel E-mail → ")


def test_the_strip_names_each_person_once_and_quotes_what_they_wrote(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log("VPN connects and drops")
    page = opened(on_stage, incident)
    edits = others.desk.incidents.edit
    edits(desk.dana, incident, {"short_description": FieldEdit("VPN connects and drops", "VPN drops")})
    edits(desk.dana, incident, {"channel": FieldEdit("phone", "portal")})
    others.heard()
    on_stage.wait_for(lambda: "Portal" in page.notices.remote.text())
    assert page.notices.remote.text() == (
        "Dana Okafor changed Short description “VPN connects and drops” → “VPN drops”; changed Channel Phone → Portal."
    )
    others.desk.incidents.post(desk.tomas, incident, Post(others.desk.new_id(), "One", public=True))
    others.heard()
    on_stage.wait_for(lambda: "Tomás" in page.notices.remote.text())
    assert page.notices.remote.text() == (
        "Dana Okafor changed Channel Phone → Portal; Tomás Rey wrote a message, and 1 more."
    )


def test_what_is_taken_back_is_named_where_somebody_changed_it_once_more(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log(group_id=desk.network, assignee_id=desk.me.person_id)
    page = opened(on_stage, incident)
    page.properties.fields["assignee_id"].chosen.emit(Option(desk.tomas.person_id, "Tomás Rey"))
    on_stage.settle()
    others.desk.incidents.edit(desk.tomas, incident, {"assignee_id": FieldEdit(desk.tomas.person_id, None)})
    others.heard()
    on_stage.wait_for(lambda: not page.notices.remote.isHidden())
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    panel = page.notices.conflict
    assert not panel.isHidden()
    assert {card.accessibleName() for card in panel.findChildren(RadioCard)} == {
        "Assignee, theirs: nothing, Tomás Rey, Today 09:00", f"Assignee, yours: {desk.me.name}",
    }  # fmt: skip
    assert "Tomás Rey" in {label.text() for label in panel.findChildren(Label)}, "what it was before they changed it"
    panel.choose("assignee_id", Choice.MINE)
    panel.apply.click()
    on_stage.settle()
    assert desk.read(incident).assignee_id == desk.me.person_id
    assert on_stage.context.toasts.text.endswith(f"Assignee: {desk.me.name}")


def test_a_linked_incident_is_followed(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident, other, third = desk.log(), desk.log("Scanner charger"), desk.log("Something else")
    link = NewLink(others.desk.new_id(), incident, other, LinkKind.RELATED)
    others.desk.incidents.link(desk.dana, link)
    page = opened(on_stage, incident)
    others.heard()
    on_stage.settle()
    before = page.detail
    others.desk.incidents.step(desk.dana, third, Step(State.CANCELED, reason="Logged twice"))
    others.heard()
    others.desk.incidents.step(desk.dana, other, Step(State.CANCELED, reason="Logged twice"))
    others.heard()
    on_stage.wait_for(lambda: page.detail is not None and page.detail.links[0].state == "canceled")
    assert before is not None
    assert before.links[0].state == "new"


def test_a_reply_of_somebody_else_stops_yours_once(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    composer, strip = page.writing.composer, page.writing.answering.strip
    QTest.keyClicks(composer.edit, "Restart it, please.")
    others.desk.incidents.post(desk.tomas, incident, Post(others.desk.new_id(), "It is the cable.", public=True))
    others.heard()
    on_stage.wait_for(lambda: not page.notices.remote.isHidden())
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    assert "Tomás Rey wrote (today 09:00): “It is the cable.” Yours was not sent." in strip.text()
    assert page.notices.remote.text() == "Tomás Rey wrote a message. Your draft is kept."
    assert composer.send_button.text() == "Send anyway"
    assert composer.text() == "Restart it, please."
    assert len([item for item in desk.read(incident).journal if item.kind == "reply"]) == 1
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    assert [item.body for item in desk.read(incident).journal if item.kind == "reply"] == [
        "It is the cable.", "Restart it, please.",
    ]  # fmt: skip
    assert strip.isHidden()
    assert page.notices.remote.text() == "Tomás Rey wrote a message.", "there is no draft any more"
    assert composer.send_button.text() == "Send to Jonas"


def test_a_reply_that_the_window_has_not_heard_of_stops_yours_too(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    composer, strip = page.writing.composer, page.writing.answering.strip
    QTest.keyClicks(composer.edit, "Restart it, please.")
    others.desk.incidents.post(desk.tomas, incident, Post(others.desk.new_id(), "It is the cable.", public=True))
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    on_stage.wait_for(lambda: not strip.isHidden())
    assert composer.text() == "Restart it, please."
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    assert [item.body for item in desk.read(incident).journal if item.kind == "reply"][-1] == "Restart it, please."


def answer_step(page: IncidentPage, target: State) -> None:
    """Fill in what the step asks for, so that the caller has something to read."""
    page.writing.open_step(target, text="Restarted it.", choice="solution_provided")
    if target is not State.RESOLVED:
        choices = page.writing.steps._choices
        assert choices is not None
        choices.choose({State.ON_HOLD: "awaiting_caller", State.CANCELED: "not_an_incident"}[target])


@pytest.mark.parametrize("heard", [True, False])
@pytest.mark.parametrize("target", [State.RESOLVED, State.ON_HOLD, State.CANCELED])
def test_a_reply_of_somebody_else_stops_a_step_that_the_caller_reads_once(
    on_stage: Stage, others: Colleagues, target: State, *, heard: bool
) -> None:
    desk = on_stage.desk
    incident = desk.log(group_id=desk.network)
    page = opened(on_stage, incident)
    answer_step(page, target)
    others.desk.incidents.post(desk.tomas, incident, Post(others.desk.new_id(), "It is the cable.", public=True))
    if heard:
        others.heard()
        on_stage.wait_for(lambda: not page.notices.remote.isHidden())
    strip = page.writing.answering.strip
    page.writing.steps.submit()
    on_stage.wait_for(lambda: not strip.isHidden())
    assert "Tomás Rey wrote (today 09:00): “It is the cable.” Yours was not sent." in strip.text()
    assert desk.read(incident).state == "new"
    assert page.writing.steps.isVisible()
    assert page.writing.steps.problems() == {}
    page.writing.steps.submit()
    on_stage.settle()
    assert desk.read(incident).state == target.value
    assert strip.isHidden()
    assert page.writing.composer.send_button.text() != "Send anyway"


def test_notes_and_what_was_looked_at_are_sent_at_once(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    composer = page.writing.composer
    others.desk.incidents.post(desk.tomas, incident, Post(others.desk.new_id(), "It is the cable.", public=True))
    others.heard()
    on_stage.wait_for(lambda: not page.notices.remote.isHidden())
    composer.choose("note")
    QTest.keyClicks(composer.edit, "Cable 7")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    assert desk.read(incident).journal[-1].body == "Cable 7"
    page.notices.remote._buttons[0].click()
    composer.choose("reply")
    QTest.keyClicks(composer.edit, "We change it.")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    assert desk.read(incident).journal[-1].body == "We change it."


def collide(stage: Stage, others: Colleagues, page: IncidentPage, incident: str, **edits: FieldEdit) -> None:
    """Somebody else is faster, and the window does not know it yet."""
    others.desk.incidents.edit(stage.desk.dana, incident, edits)
    on = page.properties.fields["channel"]
    on.chosen.emit(Option("email", "E-mail"))
    stage.wait_for(lambda: not page.notices.conflict.isHidden())


def test_the_panel_proposes_and_keys_decide(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    collide(on_stage, others, page, incident, channel=FieldEdit("phone", "portal"))
    panel = page.notices.conflict
    assert panel.choice("channel") is Choice.THEIRS, "a bare confirmation overwrites nobody"
    card = on_stage.window.focusWidget()
    assert isinstance(card, RadioCard)
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert panel.choice("channel") is Choice.MINE
    QTest.keyClick(on_stage.window.focusWidget(), Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    assert desk.read(incident).channel == "email"
    assert panel.isHidden()
    assert on_stage.window.focusWidget() is page.timeline


def test_esc_keeps_editing_and_writes_nothing(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    collide(on_stage, others, page, incident, channel=FieldEdit("phone", "portal"))
    QTest.keyClick(on_stage.window.focusWidget(), Qt.Key.Key_Escape)
    on_stage.settle()
    assert page.notices.conflict.isHidden()
    assert desk.read(incident).channel == "portal"


def test_the_panel_leaves_the_keyboard_to_whoever_writes(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    page.writing.composer.edit.setFocus()
    collide(on_stage, others, page, incident, channel=FieldEdit("phone", "portal"))
    assert on_stage.window.focusWidget() is page.writing.composer.edit
    assert page.panes()[0] is page.notices.conflict.apply


def test_what_came_while_a_list_was_open_was_not_seen(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log(group_id=desk.network)
    page = opened(on_stage, incident)
    assignee = page.properties.fields["assignee_id"]
    assignee.open_list()
    others.desk.incidents.edit(desk.tomas, incident, {"assignee_id": FieldEdit(None, desk.tomas.person_id)})
    others.heard()
    on_stage.wait_for(lambda: assignee.text() == "Tomás Rey")
    assert assignee.popup is not None
    assignee.popup.chosen.emit(Option(desk.me.person_id, desk.me.name))
    on_stage.wait_for(lambda: not page.notices.conflict.isHidden())
    assert desk.read(incident).assignee_id == desk.tomas.person_id
    assert page.notices.conflict.choice("assignee_id") is Choice.THEIRS
    assignee.popup.close()


def test_two_quick_edits_of_ones_own_do_not_collide(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    for field, value in (("impact", 1), ("urgency", 3), ("impact", 3)):
        getattr(page.properties.priority, field).chosen.emit(Option(value, str(value)))
    on_stage.settle()
    now = on_stage.desk.read(incident)
    assert (now.impact, now.urgency) == (3, 3)
    assert page.notices.conflict.isHidden()


def test_levels_are_shown_together_and_both_can_win(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    others.desk.incidents.edit(desk.dana, incident, {"impact": FieldEdit(2, 1)})
    page.properties.priority.urgency.chosen.emit(Option(3, "Low"))
    on_stage.wait_for(lambda: not page.notices.conflict.isHidden())
    panel = page.notices.conflict
    assert (panel.choice("impact"), panel.choice("urgency")) == (Choice.THEIRS, Choice.MINE)
    panel.apply.click()
    on_stage.settle()
    now = desk.read(incident)
    assert (now.impact, now.urgency) == (1, 3)


def test_a_step_that_somebody_else_took_otherwise(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log(group_id=desk.network)
    page = opened(on_stage, incident)
    page.writing.open_step(State.CANCELED)
    others.desk.incidents.step(desk.tomas, incident, Step(State.IN_PROGRESS))
    reason = page.writing.steps.fields["reason"].inner
    assert isinstance(reason, TextBox)
    reason.setPlainText("Logged twice")
    page.writing.steps.submit()
    on_stage.wait_for(lambda: not page.notices.conflict.isHidden())
    panel = page.notices.conflict
    assert panel.choice("state") is Choice.THEIRS
    assert desk.read(incident).state == "in_progress"
    panel.choose("state", Choice.MINE)
    panel.apply.click()
    on_stage.settle()
    assert desk.read(incident).state == "canceled"


def test_an_undo_that_somebody_has_overtaken_asks_too(on_stage: Stage, others: Colleagues) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    page.properties.fields["channel"].chosen.emit(Option("portal", "Portal"))
    on_stage.settle()
    others.desk.incidents.edit(desk.dana, incident, {"channel": FieldEdit("portal", "email")})
    assert on_stage.context.toasts.undo()
    on_stage.wait_for(lambda: not page.notices.conflict.isHidden())
    page.notices.conflict.choose("channel", Choice.MINE)
    page.notices.conflict.apply.click()
    on_stage.settle()
    assert desk.read(incident).channel == "phone"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_panel_is_painted_and_named(on_stage: Stage, others: Colleagues, theme: Theme, mode: str) -> None:
    theme.use(mode)
    desk = on_stage.desk
    incident = desk.log("Scanners offline " * 8)
    page = opened(on_stage, incident)
    on_stage.context.actions.run("incident.edit_summary")
    edit = {"short_description": FieldEdit(desk.read(incident).short_description, "All scanners " * 10)}
    others.desk.incidents.edit(desk.dana, incident, edit)
    page.header.title.field.setText("Mine " * 30)
    QTest.keyClick(page.header.title.field, Qt.Key.Key_Return)
    on_stage.wait_for(lambda: not page.notices.conflict.isHidden())
    panel = page.notices.conflict
    assert panel.accessibleName().startswith("Dana Okafor changed Short description since you looked.")
    cards = panel.findChildren(RadioCard)
    assert len(cards) == 3
    assert all(card.accessibleName() and card.height() >= 24 for card in cards)
    assert panel.grab().toImage().height() == panel.height()
