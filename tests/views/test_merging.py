"""Merging in the window: from the incident, from the list, from the link form; shown before, taken back after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.vocabulary import LinkKind
from app.services.incidents.dto import NewLink
from app.views.incident.page import IncidentPage
from app.views.merging.sheet import MergeSheet, open_merge
from app.views.own_keys import use_single_keys
from app.views.toolkit.shadow import SHADOW
from app.views.toolkit.toast import Toast
from app.views.widgets.buttons import IconButton
from tests.views.desks import Stage


def opened(stage: Stage, incident: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident)
    stage.settle()
    return page


def sheet_of(stage: Stage) -> MergeSheet:
    stage.settle()
    return next(sheet for sheet in stage.window.findChildren(MergeSheet) if sheet.isVisible())


def test_an_incident_is_merged_by_number_taken_back_and_done_again(on_stage: Stage) -> None:
    desk, context = on_stage.desk, on_stage.context
    original = desk.log("Scanners offline")
    desk.clock.advance(minutes=5)
    duplicate = desk.log("Scanner does nothing")
    page = opened(on_stage, duplicate)
    page.focus_start()
    QTest.keyClick(page.timeline, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    sheet = sheet_of(on_stage)
    assert on_stage.window.focusWidget() is sheet.number
    assert "Add the number" in sheet.preview.text()
    QTest.keyClicks(sheet.number, "1")
    QTest.keyClick(sheet.number, Qt.Key.Key_Return)
    on_stage.settle()
    assert sheet.original is not None
    assert sheet.original.side.id == original, "whoever comes from a duplicate looks for its original"
    assert "INC-000002 is canceled as a duplicate of INC-000001" in sheet.preview.text()
    assert "Jonas Berg will be told" in sheet.preview.text()
    assert on_stage.window.focusWidget() is sheet.finish
    QTest.keyClick(sheet.finish, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    on_stage.settle()
    assert desk.read(duplicate).state == "canceled"
    assert context.toasts.text == "INC-000002 merged into INC-000001"
    assert page.header.merged.isVisible()
    context.toasts.undo()
    on_stage.settle()
    assert desk.read(duplicate).state == "new"
    context.undo.redo()
    on_stage.settle()
    assert desk.read(duplicate).state == "canceled"
    on_stage.settle()
    context.actions.run("incident.unmerge")
    on_stage.settle()
    assert desk.read(duplicate).state == "new"
    told = [toast.accessibleName() for toast in context.toasts.host.findChildren(Toast) if toast.isVisible()]
    assert told == ["Taken back: INC-000002 merged into INC-000001"]
    assert not context.toasts.undo()
    assert not context.undo.undo(), "what was taken back by its own command is not taken back a second time"
    context.undo.redo()
    on_stage.settle()
    assert desk.read(duplicate).state == "canceled"
    cross = next(b for b in page.findChildren(IconButton) if b.accessibleName() == "Remove the link to INC-000001")
    cross.click()
    on_stage.settle()
    assert desk.read(duplicate).state == "new"
    context.undo.redo()
    on_stage.settle()
    assert desk.read(duplicate).state == "canceled"


def test_which_one_stays_is_chosen_by_key_and_refusals_are_said(on_stage: Stage) -> None:
    desk = on_stage.desk
    ids = [desk.log(f"Report {number}") for number in range(3)]
    open_merge(on_stage.context, ids)
    on_stage.window.show()
    sheet = sheet_of(on_stage)
    assert sheet.original is not None
    assert sheet.original.side.id == ids[0], "the oldest one"
    QTest.keyClick(sheet._cards[0], Qt.Key.Key_Down)
    assert sheet.original.side.id == ids[1]
    assert "INC-000001 and INC-000003 are canceled" in sheet.preview.text()
    sheet.close_sheet()
    desk.session.desk.incidents.link(desk.me, NewLink(desk.session.desk.new_id(), ids[0], ids[1], LinkKind.DUPLICATE))
    open_merge(on_stage.context, ids)
    sheet = sheet_of(on_stage)
    sheet.choose(ids[0])
    assert "INC-000001 was itself merged into INC-000002" in sheet.problem.text()
    assert not sheet.finish.isEnabled()
    sheet.number.setFocus()
    QTest.keyClicks(sheet.number, "77")
    QTest.keyClick(sheet.number, Qt.Key.Key_Return)
    on_stage.settle()
    assert sheet.problem.text() == "There is no incident 77. Check the number."
    QTest.keyClick(sheet.number, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_what_a_merge_does_is_never_cut_however_many_lines_it_takes(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a language that needs more words, and with more to say about one of them than about the other."""
    ids = [on_stage.desk.log(f"Report {number}") for number in range(2)]
    lines = {1: 6, 2: 12}
    monkeypatch.setattr(
        "app.views.merging.sheet.effects",
        lambda original, *_rest: ["It is told to everybody. "] * lines[original.side.number],
    )
    on_stage.window.show()
    open_merge(on_stage.context, ids)
    sheet = sheet_of(on_stage)
    for each in ids:
        sheet.choose(each)
        on_stage.settle()
        assert sheet.preview.height() >= sheet.preview.heightForWidth(sheet.preview.width())
        assert sheet.geometry().bottom() <= on_stage.window.height() + SHADOW


def test_calling_it_a_duplicate_in_the_link_form_shows_what_that_does(on_stage: Stage) -> None:
    desk = on_stage.desk
    original, duplicate = desk.log("Scanners offline"), desk.log("Scanner does nothing")
    page = opened(on_stage, duplicate)
    links = page.properties.links
    links.open_form()
    links.kind.setCurrentIndex(1)
    links.number.setText("1")
    links._look_up()
    sheet = sheet_of(on_stage)
    assert sheet.original is not None
    assert sheet.original.side.id == original
    sheet.merge()
    on_stage.settle()
    assert desk.read(duplicate).cancel_reason == "Duplicate of INC-000001"


@pytest.mark.parametrize("used", [True, False])
def test_a_single_letter_links_in_another_way_only_where_such_keys_are_used(on_stage: Stage, *, used: bool) -> None:
    desk, context = on_stage.desk, on_stage.context
    original, duplicate = desk.log("Scanners offline"), desk.log("Scanner does nothing")
    opened(on_stage, duplicate)
    use_single_keys(context.actions, context.state, used=used)
    linked: list[bool] = []
    open_merge(context, (original, duplicate), original, otherwise=lambda: linked.append(True))
    sheet = sheet_of(on_stage)
    QTest.keyClick(sheet, Qt.Key.Key_L)
    assert linked == [True] * used
    use_single_keys(context.actions, context.state, used=True)
