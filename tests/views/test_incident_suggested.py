"""Suggestions beside an incident: with reasons, taken by one key, written down, never applied by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.errors import Unavailable
from app.domain.lifecycle import Step
from app.domain.risk import Risk
from app.domain.vocabulary import State
from app.services.incidents.dto import Post
from app.services.suggestions.dto import AtRisk
from app.services.suggestions.queries import SuggestionQueries
from app.views.incident.page import IncidentPage
from app.views.merging.sheet import MergeSheet
from app.views.pages import Location
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Option
from app.views.widgets.labels import ElidedLabel, Label
from tests.views.desks import SmallDesk, Stage
from tests.views.taught import teach

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NOTES = "Restarted the access point at dock 3."


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    page.focus_start()
    return page


def resolved(desk: SmallDesk, summary: str) -> str:
    known = desk.log(summary, service_id=desk.wms)
    step = Step(State.RESOLVED, resolution_code="workaround_provided", resolution_notes=NOTES)
    desk.session.desk.incidents.step(desk.me, known, step)
    return known


def said(page: IncidentPage) -> list[str]:
    return [label.text() for label in page.properties.suggested.findChildren(ElidedLabel)]


def test_values_for_empty_fields_are_taken_by_a_key_and_written_down(on_stage: Stage) -> None:
    teach(on_stage)
    desk = on_stage.desk
    page = opened(on_stage, desk.log("No network at the dock again"))
    assert page.properties.suggested.isVisible()
    detail = page.detail
    assert detail is not None
    assert (detail.service_id, detail.group_id) == (None, None), "nothing is applied by itself"
    QTest.keyClick(page.timeline, Qt.Key.Key_S, SHIFT)
    on_stage.settle()
    detail = desk.read(detail.id)
    assert (detail.service_id, detail.group_id) == (desk.wms, desk.network)
    told = {each.field: each.became.value for each in desk.session.desk.suggestions.judged(desk.me)}
    assert told == {"service_id": "accepted", "group_id": "accepted"}
    assert not page.properties.suggested.isVisible()


def test_the_incidents_behind_a_value_are_named(on_stage: Stage) -> None:
    teach(on_stage)
    desk = on_stage.desk
    numbers = [f"INC-{desk.read(resolved(desk, 'No network at the dock')).number:06}" for _ in range(2)]
    page = opened(on_stage, desk.log("No network at the dock"))
    told = {label.text() for label in page.properties.suggested.findChildren(Label)}
    lines = (
        f"Warehouse scanning: like {numbers[1]}, {numbers[0]}",
        "Dock network: by its words alone, no similar one ended so",
    )
    assert "\n".join(lines) in told


def test_another_value_than_what_is_suggested_is_written_down_too(on_stage: Stage) -> None:
    teach(on_stage)
    desk = on_stage.desk
    page = opened(on_stage, desk.log("Dock door is stuck"))
    page.properties._chosen("group_id", Option(desk.service_desk, "Front desk"))
    on_stage.settle()
    told = desk.session.desk.suggestions.judged(desk.me)
    assert {each.field: each.became.value for each in told} == {"group_id": "changed", "service_id": "ignored"}


def test_what_is_left_alone_beside_a_save_is_written_down_as_ignored(on_stage: Stage) -> None:
    teach(on_stage)
    desk = on_stage.desk
    page = opened(on_stage, desk.log("Dock door is stuck"))
    assert page.properties.suggested.isVisible()
    assert desk.session.desk.suggestions.judged(desk.me) == [], "looking is not deciding"
    incident_id = page._casework.incident_id
    desk.session.desk.incidents.post(
        desk.me, incident_id, Post(desk.session.desk.new_id(), "Called the caretaker", public=False)
    )
    page._casework.reload()
    on_stage.settle()
    told = desk.session.desk.suggestions.judged(desk.me)
    assert {each.field: each.became.value for each in told} == {"service_id": "ignored", "group_id": "ignored"}
    QTest.keyClick(page.timeline, Qt.Key.Key_S, SHIFT)
    on_stage.settle()
    told = desk.session.desk.suggestions.judged(desk.me)
    assert {each.field: each.became.value for each in told} == {"service_id": "accepted", "group_id": "accepted"}


def test_what_a_colleague_saves_decides_nothing_for_the_reader(on_stage: Stage) -> None:
    teach(on_stage)
    desk = on_stage.desk
    page = opened(on_stage, desk.log("Dock door is stuck"))
    incident_id = page._casework.incident_id
    desk.session.desk.incidents.post(
        desk.dana, incident_id, Post(desk.session.desk.new_id(), "On my way", public=False)
    )
    page._casework.reload()
    on_stage.settle()
    assert desk.session.desk.suggestions.judged(desk.me) == []


def test_a_suggested_duplicate_is_merged_with_two_keys(on_stage: Stage) -> None:
    desk = on_stage.desk
    first = desk.log("Scanner at dock 3 loses its connection")
    twin = desk.log("Scanners lose connection, dock 3")
    page = opened(on_stage, twin)
    assert any("alike: " in text and "scanners" in text for text in said(page))
    QTest.keyClicks(page.timeline, "l")
    on_stage.settle()
    sheet = next(sheet for sheet in on_stage.window.findChildren(MergeSheet) if sheet.isVisible())
    assert "INC-000002 is canceled as a duplicate of INC-000001" in sheet.preview.text(), "it is said before"
    assert on_stage.window.focusWidget() is sheet.finish
    assert sheet.finish.accessibleDescription() == sheet.preview.text()
    QTest.keyClick(sheet.finish, Qt.Key.Key_Return)
    on_stage.settle()
    links = desk.read(twin).links
    assert [(link.incident_id, link.kind) for link in links] == [(first, "duplicate of")]
    assert not page.properties.suggested.isVisible(), "what is linked is not suggested any more"
    on_stage.context.toasts.undo()
    on_stage.settle()
    assert desk.read(twin).state == "new"


def test_what_is_suggested_as_a_duplicate_may_be_linked_in_another_way(on_stage: Stage) -> None:
    desk = on_stage.desk
    desk.log("Scanner at dock 3 loses its connection")
    page = opened(on_stage, desk.log("Scanners lose connection, dock 3"))
    QTest.keyClicks(page.timeline, "l")
    on_stage.settle()
    sheet = next(sheet for sheet in on_stage.window.findChildren(MergeSheet) if sheet.isVisible())
    QTest.keyClicks(sheet.finish, "l")
    on_stage.settle()
    assert not sheet.isVisible()
    assert on_stage.window.focusWidget() is page.properties.links.number


def test_what_helped_before_becomes_the_draft_of_a_resolution(on_stage: Stage) -> None:
    desk = on_stage.desk
    known = resolved(desk, "Scanner at dock 3 loses its connection")
    mine = {"group_id": desk.network, "assignee_id": desk.me.person_id}
    page = opened(on_stage, desk.log("Scanners lose connection, dock 3", **mine))
    assert f"Workaround provided: {NOTES}" in said(page)
    number = next(b for b in page.properties.suggested.findChildren(Button) if b.text() == "INC-000001")
    number.click()
    assert on_stage.went == [Location("incident", known)]
    QTest.keyClick(page.timeline, Qt.Key.Key_R, SHIFT)
    box = page.writing.steps._text
    assert box is not None
    assert box.toPlainText() == NOTES
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    detail = desk.read(page._casework.incident_id)
    assert (detail.state, detail.resolution_code) == ("resolved", "workaround_provided")


@pytest.mark.parametrize("is_resolved", [True, False])
def test_nothing_is_shown_where_there_is_nothing(on_stage: Stage, is_resolved: bool) -> None:
    desk = on_stage.desk
    known = resolved(desk, "Scanner at dock 3 loses its connection")
    page = opened(on_stage, known if is_resolved else desk.log("Coffee is cold"))
    assert not page.properties.suggested.isVisible()
    assert page.suggesting.still_open == ()


def test_the_risk_of_a_breach_is_told_with_what_it_is_counted_from(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = on_stage.desk
    incident = desk.log("Coffee is cold")
    risk = AtRisk(incident, 1, "Coffee is cold", desk.clock.now(), Risk(0.62, 31, 50, is_wide=False), desk.clock.now())
    monkeypatch.setattr(SuggestionQueries, "at_risk", lambda *_args: (risk,))
    page = opened(on_stage, incident)
    texts = [label.text() for label in page.properties.suggested.findChildren(Label)]
    assert page.properties.suggested.isVisible()
    assert "62 % likely to miss its resolution target" in texts
    reason = "31 of 50 of this group with this priority that were open this long took longer than is left."
    assert any(text.startswith(f"{reason} Counted ") for text in texts), "and of when that is"


def test_what_cannot_be_read_is_said(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise Unavailable("The desk cannot be read.")

    monkeypatch.setattr(SuggestionQueries, "alike", fail)
    page = opened(on_stage, on_stage.desk.log())
    assert page.properties.suggested.isVisible()
    assert "could not be read" in page.properties.suggested.problem.text()


def test_a_search_prefers_what_belongs_to_the_incident_on_the_screen(on_stage: Stage) -> None:
    desk = on_stage.desk
    page = opened(on_stage, desk.log("Scanner offline", service_id=desk.wms))
    assert on_stage.context.at_hand() == (desk.jonas, desk.wms)
    page.hide()
    assert on_stage.context.at_hand() == (None, None)
