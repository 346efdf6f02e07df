"""Suggestions in quick create: shown with their confidence, taken with a key, never by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.views.create.sheet import CreateSheet
from app.views.create.sheets import CreateSheets, install
from tests.views.desks import Stage
from tests.views.taught import teach

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def sheets(on_stage: Stage) -> CreateSheets:
    on_stage.window.resize(1208, 824)
    on_stage.window.show()
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    return on_stage.window.findChildren(CreateSheets)[0]


def write(stage: Stage, sheets: CreateSheets, summary: str) -> CreateSheet:
    stage.context.actions.run("incident.new")
    stage.settle()
    sheet = sheets.shown[-1]
    sheet.form.summary.setFocus()
    QTest.keyClicks(sheet.form.summary, summary)
    stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    stage.settle()
    return sheet


def test_suggestions_are_shown_and_taken_with_a_key(on_stage: Stage, sheets: CreateSheets) -> None:
    teach(on_stage)
    sheet = write(on_stage, sheets, "No network at the dock")
    shown = sheet.form.suggested.shown()
    assert {name: (advice.name, round(advice.confidence, 2)) for name, advice in shown.items()} == {
        "service": ("Warehouse scanning", 0.88), "group": ("Dock network", 0.73),
    }  # fmt: skip
    assert sheet.form.suggested.isVisible()
    assert (sheet.form.draft().service_id, sheet.form.draft().group_id) == ("", ""), "nothing is taken by itself"
    QTest.keyClick(sheet.form.summary, Qt.Key.Key_3, ALT)
    draft = sheet.form.draft()
    assert (draft.service_id, draft.group_id) == (on_stage.desk.wms, on_stage.desk.network)
    assert (draft.service_name, draft.group_name) == ("Warehouse scanning", "Dock network")
    assert not sheet.form.suggested.isVisible()


def test_the_incidents_behind_a_suggestion_are_named_and_kept(on_stage: Stage, sheets: CreateSheets) -> None:
    teach(on_stage)
    desk = on_stage.desk
    kept: dict[str, str] = {}
    for service in (desk.wms, None):
        known = desk.log("No network at the dock", service_id=service)
        step = Step(State.RESOLVED, resolution_code="workaround_provided", resolution_notes="Restarted it.")
        desk.session.desk.incidents.step(desk.me, known, step)
        kept[known] = f"INC-{desk.read(known).number:06}"
    sheet = write(on_stage, sheets, "No network at the dock")
    on_stage.wait_for(sheet.form.suggested.behind.isVisible)
    same, _other = kept.values()
    assert sheet.form.suggested.behind.text().splitlines() == [
        f"Warehouse scanning: like {same}", "Dock network: by its words alone, no similar one ended so",
    ]  # fmt: skip
    evidence = {each.field: each.evidence for each in sheet.form.suggested.offered()}
    assert evidence == {"service_id": (next(iter(kept)),), "group_id": ()}


def test_what_a_person_chose_is_left_alone(on_stage: Stage, sheets: CreateSheets) -> None:
    teach(on_stage)
    sheet = write(on_stage, sheets, "dock")
    QTest.keyClick(sheet.form.summary, Qt.Key.Key_3, ALT)
    QTest.keyClicks(sheet.form.summary, " again")
    on_stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    on_stage.settle()
    assert sheet.form.suggested.shown() == {}


@pytest.mark.parametrize("is_taught", [True, False])
def test_nothing_is_made_up(on_stage: Stage, sheets: CreateSheets, is_taught: bool) -> None:
    if is_taught:
        teach(on_stage)
    sheet = write(on_stage, sheets, "Coffee is cold")
    assert sheet.form.suggested.shown() == {}
    assert not sheet.form.suggested.isVisible()


def test_what_cannot_be_read_suggests_nothing_and_stops_nobody(on_stage: Stage, sheets: CreateSheets) -> None:
    on_stage.desk.session.desk.suggestion_work.keep(on_stage.desk.me, 200, {}, b"not a model")
    sheet = write(on_stage, sheets, "No network at the dock")
    assert sheet.form.suggested.shown() == {}


def test_what_became_of_a_suggestion_is_written_down(on_stage: Stage, sheets: CreateSheets) -> None:
    teach(on_stage)
    sheet = write(on_stage, sheets, "No network at the dock")
    desk = on_stage.desk
    sheet.form._set(caller_id=desk.me.person_id, caller_name="Me")
    sheet.form.suggested._take("service")
    sheet.log_it(and_open=False)
    on_stage.settle()
    told = desk.session.desk.suggestions.judged(desk.me)
    assert {(each.field, each.became.value, each.model, each.offered[0], each.right) for each in told} == {
        ("service_id", "accepted", 1, desk.wms, None), ("group_id", "ignored", 1, desk.network, None),
    }  # fmt: skip
