"""The blocks at the right of an incident: links, priority, requester, facts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.vocabulary import Role
from app.services.people.dto import NewPerson
from app.views.incident.page import IncidentPage
from app.views.pages import Location
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choice_popup import Option
from tests.views.desks import Stage


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def test_incidents_are_linked_by_number_opened_and_unlinked(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident, parent = desk.log("Child"), desk.log("Mother of all")
    page = opened(on_stage, incident)
    page.focus_start()
    QTest.keyClicks(page.timeline, "l")
    links = page.properties.links
    assert links.form.isVisible()
    for typed, said in (("", "Type the number"), ("INC-000099", "There is no incident INC-000099"), ("1", "itself")):
        links.number.setText(typed)
        QTest.keyClick(links.number, Qt.Key.Key_Return)
        on_stage.settle()
        assert said in links.problem.text()
    links.number.setText("2")
    QTest.keyClick(links.number, Qt.Key.Key_Return)
    on_stage.settle()
    assert [(link.kind, link.number) for link in desk.read(incident).links] == [("parent", 2)]
    opener = next(button for button in links.findChildren(Button) if button.text() == "INC-000002")
    opener.click()
    assert on_stage.went == [Location("incident", parent)]
    cross = next(b for b in links.findChildren(IconButton) if b.accessibleName().startswith("Remove the link"))
    cross.click()
    on_stage.settle()
    assert desk.read(incident).links == ()


def turned(stage: Stage, way: str) -> None:
    """Take the last act back (`undo`), or do it again (`redo`)."""
    assert getattr(stage.context.undo, way)()
    stage.settle()


@pytest.mark.parametrize("kind", ["parent", "related"])
def test_a_link_and_its_removal_are_taken_back_and_done_again(on_stage: Stage, kind: str) -> None:
    desk = on_stage.desk
    incident = desk.log("Child")
    desk.log("Mother of all")
    links = opened(on_stage, incident).properties.links

    def linked() -> list[tuple[str, int]]:
        return [(link.kind, link.number) for link in desk.read(incident).links]

    links.open_form()
    links.kind.setCurrentIndex(links.kind.findData(kind))
    links.number.setText("2")
    QTest.keyClick(links.number, Qt.Key.Key_Return)
    on_stage.settle()
    there = [(kind, 2)]
    assert linked() == there
    for way, stands in (("undo", []), ("redo", there), ("undo", []), ("redo", there)):
        turned(on_stage, way)
        assert linked() == stands
    cross = next(b for b in links.findChildren(IconButton) if b.accessibleName().startswith("Remove the link"))
    cross.click()
    on_stage.settle()
    assert linked() == []
    for way, stands in (("undo", there), ("redo", []), ("undo", there), ("undo", []), ("redo", there)):
        turned(on_stage, way)
        assert linked() == stands


def test_an_override_and_the_way_to_the_matrix_are_taken_back(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    block = opened(on_stage, incident).properties.priority

    def stands() -> tuple[int, str | None]:
        detail = desk.read(incident)
        return detail.priority, detail.override_reason

    def set_to(priority: int | None, reason: str = "") -> None:
        block._open_form()
        block._go(priority, reason)
        on_stage.settle()

    set_to(1, "The board is waiting")
    set_to(2, "They wait no longer")
    set_to(None)
    assert stands() == (3, None)
    for there in ((2, "They wait no longer"), (1, "The board is waiting"), (3, None)):
        turned(on_stage, "undo")
        assert stands() == there
    turned(on_stage, "redo")
    assert stands() == (1, "The board is waiting")


def test_an_override_needs_a_reason_and_shows_both_priorities(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    block = page.properties.priority
    block.override.click()
    on_stage.settle()
    assert block._digits is not None
    QTest.keyClicks(block._digits, "1")
    QTest.keyClick(block._text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    on_stage.settle()
    assert "Say why" in block._problem.text()
    QTest.keyClicks(block._text, "The board is waiting")
    QTest.keyClick(block._text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    on_stage.settle()
    detail = desk.read(incident)
    assert (detail.priority, detail.computed_priority, detail.override_reason) == (1, 3, "The board is waiting")
    assert block._levels.text() == "P3 by the matrix"
    assert not block.form.isVisible()
    block.override.click()
    back = next(button for button in block.form.findChildren(Button) if button.text() == "Back to P3")
    back.click()
    on_stage.settle()
    assert desk.read(incident).override_reason is None


def test_impact_and_urgency_by_digits(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    impact = page.properties.priority.impact
    impact.setFocus()
    QTest.keyClicks(impact, "1")
    on_stage.settle()
    assert (desk.read(incident).impact, desk.read(incident).priority) == (1, 2)


def test_another_requester_is_found_by_typing(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    new = NewPerson(desk.session.desk.new_id(), "Mara Lindqvist", vip=True)
    desk.session.desk.people_admin.add_person(desk.me, new)
    page = opened(on_stage, incident)
    picker = page.properties.requester.picker
    page.properties.requester._pick()
    assert picker.popup is not None
    QTest.keyClicks(picker.popup.field, "mara")
    on_stage.settle()
    QTest.keyClick(picker.popup.field, Qt.Key.Key_Return)
    on_stage.settle()
    caller = desk.read(incident).caller
    assert caller is not None
    assert (caller.name, caller.vip) == ("Mara Lindqvist", True)
    assert page.properties.requester._vip.isVisible()


def test_an_agent_may_not_override_and_a_closed_incident_is_only_read(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    on_stage.context.session = type(desk.session)(desk.session.desk, desk.dana)
    assert desk.dana.role is Role.AGENT
    page = opened(on_stage, incident)
    assert not page.properties.priority.override.isVisible()
    from app.domain.lifecycle import Step
    from app.domain.vocabulary import State

    desk.session.desk.incidents.step(desk.me, incident, Step(State.CANCELED, reason="Twice"))
    on_stage.settle()
    on_stage.wait_for(lambda: not page.properties.fields["service_id"].isEnabled())
    assert page.writing.composer.mode == "note", "a reply would reach nobody"
    buttons = page.header.action_buttons()
    assert [button.objectName() for button in buttons] == ["incident.reopen"]
    assert not buttons[0].isEnabled(), "only a supervisor restores"
    assert "agent" in buttons[0].toolTip()


def test_what_is_no_longer_in_use_is_said_at_its_field_until_another_one_is_chosen(on_stage: Stage) -> None:
    desk = on_stage.desk
    people, admin = desk.session.desk.people_admin, desk.me
    kept, retired = people.add_category(admin, "Cables"), people.add_category(admin, "Fax")
    incident = desk.log("Paper jam", category_id=retired)
    desk.session.desk.catalogue_admin.use_category(admin, retired, False)
    field = opened(on_stage, incident).properties.fields["category_id"]
    assert field.accessibleName() == "Category: Fax, not in use any more"
    assert field.toolTip() == "Fax is not in use any more. Choose another one."
    field.chosen.emit(Option(kept, "Cables"))
    on_stage.settle()
    assert field.accessibleName() == "Category: Cables"


def test_the_word_of_a_priority_stays_where_the_link_beside_it_has_no_room(on_stage: Stage) -> None:
    """In a language with a long word for overriding, the word was cut to its dots."""
    page = opened(on_stage, on_stage.desk.log())
    block = page.properties.priority
    beside = block.override.y()
    block.override.setText("Override the priority with another")
    on_stage.settle()
    on_stage.qtbot.waitUntil(lambda: block.override.y() > beside)
    assert block._words.width() >= block._words.sizeHint().width()
