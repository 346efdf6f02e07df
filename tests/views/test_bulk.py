"""Many incidents at once: selected by key, changed in one go, told row by row, taken back and done again."""

import threading
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.actor import Actor
from app.domain.checklists import LeftOpen
from app.domain.errors import Refused
from app.domain.kept_words import Offered
from app.domain.lifecycle import Step
from app.domain.numbers import incident_number
from app.domain.vocabulary import CancelReason, Channel, CloseCause, HoldReason, State
from app.services.getting_on import go_on
from app.services.incidents.dto import Outcome
from app.services.incidents.edit import EDITABLE
from app.services.incidents.queue_dto import QueueRow
from app.views.main_window import MainWindow
from app.views.queue.bulk import _LISTS, _MENU, _TEXTS
from app.views.queue.header import _BULK
from app.views.queue.refused_sheet import RefusedSheet
from app.views.toolkit.toast import Toast
from app.views.toolkit.undo import UndoStack
from app.views.widgets.choice_popup import ChoicePopup
from tests.support.fake_desk import NOW, FakeDesk, make_rows
from tests.views.window import MakeWindow


def popup_of(window: MainWindow) -> ChoicePopup:
    return next(popup for popup in window.findChildren(ChoicePopup) if popup.isVisible())


def idle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.context.background.busy)


def test_rows_are_selected_by_key(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(make_rows(300)))
    page = window.queue
    page.view.select_line(1)
    QTest.keyClick(page.view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.table.marked) == 3
    assert page.head._selected.text() == "3 selected"
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    total = page.answer.summary.total if page.answer else 0
    qtbot.waitUntil(lambda: len(page.table.marked) == total)
    assert total > len(page.marks.chosen_rows()) or total == len(page.marks.chosen_ids())
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.table.marked


def test_a_field_of_all_is_changed_taken_back_and_done_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    page, rows = window.queue, {row.id: row.impact for row in desk.rows}
    page.view.select_line(1)
    QTest.keyClick(page.view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    ids = page.marks.chosen_ids()
    wanted = next(level for level in (1, 2, 3) if any(rows[key] != level for key in ids))
    QTest.keyClicks(page.view, "p")
    popup = popup_of(window)
    assert popup.accessibleName() == "Impact of 2 incidents"
    QTest.keyClicks(popup.field, str(wanted))
    popup = popup_of(window)
    assert popup.accessibleName() == "Urgency of 2 incidents"
    popup.close()
    qtbot.waitUntil(lambda: {row.impact for row in desk.rows if row.id in ids} == {wanted})
    idle(window, qtbot)
    assert "impact →" in window.context.toasts.text
    window.context.toasts.dismiss()
    window.context.actions.run("window.undo")
    qtbot.waitUntil(lambda: {row.id: row.impact for row in desk.rows} == rows)
    idle(window, qtbot)
    assert window.context.toasts.text.startswith("Taken back: ")
    window.context.actions.run("window.redo")
    qtbot.waitUntil(lambda: {row.impact for row in desk.rows if row.id in ids} == {wanted})
    idle(window, qtbot)
    window.context.actions.run("window.undo")
    qtbot.waitUntil(lambda: {row.id: row.impact for row in desk.rows} == rows)
    idle(window, qtbot)
    window.context.toasts.dismiss()
    window.context.actions.run("window.undo")
    assert window.context.toasts.text == "There is nothing to undo"


def test_what_is_refused_is_listed_row_by_row(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    desk.incidents.trouble = Refused("INC-000001: The incident is closed and may only be read.")
    page = window.queue
    page.view.select_line(1)
    QTest.keyClick(page.view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    page.acts.change(page.marks.chosen_ids(), {"impact": 1}, "impact → High")
    qtbot.waitUntil(lambda: "Nothing was changed; 2 not" in window.context.toasts.text)
    page.acts._show_refused(["INC-000001: closed", "INC-000002: closed"])
    sheet = window.findChild(RefusedSheet)
    assert sheet is not None
    assert sheet.rows.count() == 2
    QTest.keyClick(sheet.rows, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_keys_change_a_single_row_without_leaving_the_list(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    page = window.queue
    page.view.select_line(1)
    page.view.setFocus()
    row = page.current_row()
    assert row is not None

    def now() -> QueueRow:
        return next(each for each in desk.rows if each.id == row.id)

    for key, modifier, name in (
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "Assignee of"),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier, "Assignment group of"),
        (Qt.Key.Key_W, Qt.KeyboardModifier.NoModifier, "What it waits for"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier, "Impact of"),
    ):
        QTest.keyClick(page.view, key, modifier)
        popup = popup_of(window)
        assert popup.accessibleName().startswith(name)
        if "of" in name:
            assert popup.accessibleName().endswith(incident_number(row.number))
        if key != Qt.Key.Key_P:
            QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    wanted = next(level for level in (1, 2, 3) if level != row.urgency)
    QTest.keyClicks(popup.field, str(row.impact))
    popup = popup_of(window)
    assert popup.accessibleName().startswith("Urgency of")
    QTest.keyClicks(popup.field, str(wanted))
    qtbot.waitUntil(lambda: now().urgency == wanted)
    idle(window, qtbot)
    assert incident_number(row.number) in window.context.toasts.text
    assert now().impact == row.impact
    assert window.stack.currentWidget() is page
    current = page.current_row()
    assert current is not None
    assert current.id == row.id
    assert not page.table.marked
    page.bulk.steps.fill_menu(page.head.status, page.head.place_of_steps())
    assert page.head.status.actions()[-1].text() == "More steps at the incident…"


def test_a_subcategory_of_many_brings_its_category_along(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    page = window.queue
    page.view.select_line(1)
    QTest.keyClick(page.view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    popup = page.bulk.choose("subcategory_id")
    qtbot.waitUntil(lambda: popup.options() == ["Hardware › Printer", "Network › Wi-Fi", "No subcategory"])
    QTest.keyClicks(popup.field, "wi-fi")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.incidents.values == {"category_id": "c2", "subcategory_id": "s2"})
    idle(window, qtbot)


def test_every_field_that_can_be_edited_can_be_changed_for_many() -> None:
    offered = {field for field, *_ in _BULK} | {field for field in _MENU if field is not None}
    # Tags and snoozing have lists of their own.
    assert offered == EDITABLE - {"tags", "snoozed_until"}
    assert set(_LISTS) | set(_TEXTS) <= offered


def _was_told(told: list[tuple[list[str], dict[str, object], str]], expected: dict[str, object]) -> bool:
    return bool(told) and told[-1][1] == expected


def test_texts_and_numbers_are_typed(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    page = window.queue
    told: list[tuple[list[str], dict[str, object], str]] = []
    page.acts.change = lambda ids, values, words, *_icon: told.append((ids, values, words))  # type: ignore[method-assign]  # only listened to
    page.view.select_line(1)
    page.marks.extend(1)
    for field, typed, value in (
        ("problem_ref", "PRB-7", "PRB-7"),
        ("minutes_spent", "15", 15),
        ("channel", "", Channel.PHONE.value),
        ("cause", "", ""),
    ):
        popup = page.bulk.choose(field)
        QTest.keyClicks(popup.field, typed)
        QTest.keyClick(popup.field, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(_was_told, told, {field: value}))
        assert len(told[-1][0]) == 2
    popup = page.bulk.choose("minutes_spent")
    QTest.keyClicks(popup.field, "soon")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert "whole number" in window.context.toasts.text
    assert len(told) == 4


USUAL_STEPS = ["Start or go on with work", "Put on hold…", "Resolve…"]


def in_state(state: str) -> FakeDesk:
    return FakeDesk([row._replace(state=state) for row in make_rows(6)])


def two_selected(window: MainWindow, qtbot: QtBot, filter_text: str) -> list[str]:
    page = window.queue
    if page.filter_text() != filter_text:
        with qtbot.waitSignal(page.answered):
            page.set_filter(filter_text)
    page.view.select_line(1)
    page.marks.extend(1)
    return page.marks.chosen_ids()


def answer(window: MainWindow, qtbot: QtBot, *answers: str) -> None:
    for each in answers:
        popup = popup_of(window)
        QTest.keyClicks(popup.field, each)
        if popup.isVisible() and popup.field.text():
            # It was typed, or may be the beginning of a date.
            QTest.keyClick(popup.field, Qt.Key.Key_Return)
    idle(window, qtbot)


def test_many_wait_for_their_callers_who_are_all_asked_the_same(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    ids = two_selected(window, qtbot, "is:open")
    window.context.actions.run("incident.hold")
    assert popup_of(window).options()[0] == HoldReason.AWAITING_CALLER.label
    QTest.keyClicks(popup_of(window).field, "1")
    assert popup_of(window).accessibleName() == "What is asked; each caller reads it"
    answer(window, qtbot, "Does it still happen?", "2")
    (step,) = desk.incidents.steps
    assert (step.hold_reason, step.comment) == (HoldReason.AWAITING_CALLER, "Does it still happen?")
    assert {row.state for row in desk.rows if row.id in ids} == {"on_hold"}
    window.context.actions.run("incident.hold")
    QTest.keyClicks(popup_of(window).field, "1")
    idle(window, qtbot)
    assert popup_of(window).field.text() == "", "what was asked is no draft any more"


def test_many_are_closed_or_open_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = in_state("resolved")
    window = make_window(desk)
    two_selected(window, qtbot, "is:resolved")
    page = window.queue
    page.bulk.steps.fill_menu(page.head.status, page.head.status_button)
    texts = [action.text() for action in page.head.status.actions()]
    assert texts == [*USUAL_STEPS, "Close…", "Reopen…"]
    window.context.actions.run("incident.close")
    assert popup_of(window).options() == ["The caller accepted", "Nobody answered in time", "A supervisor decided"]
    answer(window, qtbot, "2")
    assert desk.incidents.steps[-1] == Step(State.CLOSED, close_cause=CloseCause.TIMEOUT)
    assert window.context.toasts.text == "2 incidents closed"
    desk.rows[:] = [row._replace(state="resolved") for row in desk.rows]
    two_selected(window, qtbot, "is:any")
    window.context.actions.run("incident.reopen")
    answer(window, qtbot, "It came back")
    assert desk.incidents.steps[-1] == Step(State.IN_PROGRESS, reason="It came back")


def test_only_what_has_ended_is_reopened(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk([row._replace(state="resolved" if n else "new") for n, row in enumerate(make_rows(2))])
    window = make_window(desk)
    ids = two_selected(window, qtbot, "is:any")
    assert len(ids) == 2
    window.context.actions.run("incident.reopen")
    answer(window, qtbot, "It came back")
    assert {row.state for row in desk.rows} == {"new", "in_progress"}, "nobody began to work on the other"
    idle(window, qtbot)
    window.context.actions.run("incident.reopen")
    assert window.context.toasts.text == "None of them has ended"


def test_many_are_canceled_for_a_reason(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    two_selected(window, qtbot, "is:open")
    window.context.actions.run("incident.cancel")
    answer(window, qtbot, "2", "A false alarm of the probe")
    assert desk.incidents.steps[-1].reason == f"{CancelReason.UNNECESSARY.label}: A false alarm of the probe"
    two_selected(window, qtbot, "is:open")
    window.context.actions.run("incident.cancel")
    QTest.keyClicks(popup_of(window).field, "1")
    assert popup_of(window).options() == ["Nothing more"]
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.incidents.steps) == 2)
    assert desk.incidents.steps[-1] == Step(State.CANCELED, reason=CancelReason.DUPLICATE.label)


def test_the_steps_of_many_are_a_letter_away(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    page = window.queue
    page.view.setFocus()
    page.view.select_line(1)
    page.marks.extend(1)
    ids = page.marks.chosen_ids()
    QTest.keyClicks(page.view, "s")
    assert popup_of(window).options() == [*USUAL_STEPS, "Cancel them…"]
    QTest.keyClicks(popup_of(window).field, "p")
    assert popup_of(window).accessibleName() == "What they wait for"
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Escape)
    QTest.keyClicks(page.view, "s")
    QTest.keyClicks(popup_of(window).field, "s")
    qtbot.waitUntil(lambda: {row.state for row in desk.rows if row.id in ids} == {"in_progress"})


def test_a_step_is_taken_by_what_was_selected_when_it_was_asked_for(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, opened = FakeDesk(), list[tuple[str, str]]()
    window = make_window(desk)
    page = window.queue
    monkeypatch.setattr(page, "open_incident", lambda incident_id, act: opened.append((incident_id, act)))
    page.view.select_line(1)
    (one,) = page.marks.chosen_ids()
    for letter in "ms":
        page.bulk.steps.choose(page.head)
        page.view.select_line(5)
        QTest.keyClicks(popup_of(window).field, letter)
        page.view.select_line(1)
    assert opened == [(one, "incident.status")]
    qtbot.waitUntil(lambda: {row.id for row in desk.rows if row.state == "in_progress"} >= {one})
    page.bulk.steps.choose(page.head)
    page.marks.extend(1)
    QTest.keyClicks(popup_of(window).field, "m")
    assert opened == [(one, "incident.status")] * 2


def test_many_are_put_on_hold_and_resolved(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    page = window.queue
    page.view.select_line(1)
    page.marks.extend(1)
    ids = page.marks.chosen_ids()
    page.bulk.steps.fill_menu(page.head.status, page.head.status_button)
    texts = [action.text() for action in page.head.status.actions()]
    assert texts == [*USUAL_STEPS, "Cancel them…"]
    page.bulk.steps.hold(page.head.status_button)
    QTest.keyClicks(popup_of(window).field, "2")
    QTest.keyClicks(popup_of(window).field, "3")
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {row.state for row in desk.rows if row.id in ids} == {"on_hold"})
    (step,) = desk.incidents.steps
    assert step.hold_reason == HoldReason.AWAITING_VENDOR
    assert step.hold_until is not None
    assert (step.hold_until.date() - NOW.date()).days == 7
    idle(window, qtbot)
    assert window.context.toasts.text == "2 incidents on hold: awaiting vendor"
    page.bulk.steps.resolve(page.head.status_button)
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Return)
    notes = popup_of(window).field
    QTest.keyClicks(notes, "The switch was replaced.")
    QTest.keyClick(notes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.incidents.steps) == 2)
    assert desk.incidents.steps[1].resolution_notes == "The switch was replaced."
    assert desk.incidents.steps[1].resolution_code == "solution_provided"
    idle(window, qtbot)
    desk.checklists.left = LeftOpen(3, 2)
    page.bulk.steps.resolve(page.head.status_button)
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Return)
    QTest.keyClicks(popup_of(window).field, "Done.")
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Return)
    idle(window, qtbot)
    asked = popup_of(window)
    assert asked.options() == ["Resolve all the same", "Leave them open"]
    assert asked.accessibleName() == "3 steps of checklists are still open on 2 incidents."
    QTest.keyClicks(asked.field, "1")
    qtbot.waitUntil(lambda: len(desk.incidents.steps) == 3)
    idle(window, qtbot)


def test_keys_of_steps_mean_all_that_are_selected(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    page = window.queue
    page.view.select_line(1)
    page.marks.extend(1)
    ids = page.marks.chosen_ids()
    QTest.keyClicks(page.view, "w")
    assert popup_of(window).accessibleName() == "What they wait for"
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Escape)
    QTest.keyClick(
        page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert popup_of(window).accessibleName() == "Resolution code"
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Escape)
    QTest.keyClicks(page.view, "s")
    assert popup_of(window).accessibleName() == "Status: the first letter is enough"
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Escape)
    window.context.actions.run("incident.start")
    qtbot.waitUntil(lambda: {row.state for row in desk.rows if row.id in ids} == {"in_progress"})
    idle(window, qtbot)
    window.context.toasts.dismiss()
    window.context.actions.run("incident.escalate")
    assert window.context.toasts.text == "Escalate: one at a time. 2 incidents are selected; Esc ends that"
    assert window.page is page
    assert set(page.marks.chosen_ids()) == set(ids)


def test_one_selected_for_several_elsewhere_is_what_the_keys_mean(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    page = window.queue
    page.view.select_line(1)
    QTest.keyClicks(page.view, "xj")
    assert set(page.marks.chosen_ids()) == page.table.marked
    QTest.keyClicks(page.view, "r")
    assert window.context.toasts.text == "Reply to the caller: one at a time. 1 incident is selected; Esc ends that"
    assert window.page is page


def test_how_many_are_selected_is_never_cut(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    page = window.queue
    page.view.select_line(1)
    page.marks.extend(1)
    counted = page.head._selected
    for width in range(1440, 1000, -20):
        window.resize(width, 900)
        page.layout().activate()  # type: ignore[union-attr]  # the page is laid out
        counted.parentWidget().layout().activate()  # type: ignore[union-attr]  # so is its head
        assert counted.width() >= counted.sizeHint().width(), width


def test_what_was_done_is_taken_back_in_order_and_once() -> None:
    ran: list[str] = []
    stack = UndoStack()
    first = stack.push("first", lambda: ran.append("first"))
    stack.push("second", lambda: ran.append("second"))
    stack.push("third", lambda: ran.append("third"))
    first()
    first()
    assert ran == ["first"], "a toast takes back what it tells of, once"
    assert stack.undo()
    assert ran[-1] == "third"
    stack.undone("third", lambda: ran.append("third again"))
    assert stack.redo()
    assert ran[-1] == "third again"
    assert not stack.redo()
    stack.undone("x", lambda: ran.append("x"))
    stack.push("fourth", lambda: None)
    assert not stack.redo(), "something new was done since"
    stack.clear()
    assert not stack.undo()


@pytest.mark.parametrize("by_key", [False, True])
def test_a_change_of_many_shows_how_far_it_is_and_can_be_stopped(
    make_window: MakeWindow, qtbot: QtBot, by_key: bool
) -> None:
    desk = FakeDesk(make_rows(60))
    window = make_window(desk)
    page, context = window.queue, window.context
    held, go = threading.Event(), threading.Event()
    real = desk.incidents.set_many

    def slowly(actor: Actor, ids: tuple[str, ...], values: dict[str, Any]) -> tuple[Outcome, ...]:
        go_on(10, 75)
        held.set()
        assert go.wait(10)
        go_on(11, 75)
        return real(actor, ids, values)

    desk.incidents.set_many = slowly  # type: ignore[method-assign]  # as slow as the test wants it
    ids = [row.id for row in desk.rows]
    before = {row.id: row.impact for row in desk.rows}
    page.acts.change(ids, {"impact": 1}, "impact → High")
    qtbot.waitUntil(held.is_set)
    assert context.toasts.text == "Changing 60 incidents…"
    (job,) = context.jobs.running()
    assert job.percent() == 13
    context.undo.push("before", lambda: pytest.fail("what was done before is not what is meant"))
    if by_key:
        context.actions.run("window.undo")
    else:
        context.jobs.stop(job)
    go.set()
    qtbot.waitUntil(lambda: context.toasts.text == "Stopped. Nothing was changed")
    assert {row.id: row.impact for row in desk.rows} == before
    desk.incidents.set_many = real  # type: ignore[method-assign]  # as it was
    page.acts.change(ids, {"impact": 1}, "impact → High")
    qtbot.waitUntil(lambda: "impact → High" in context.toasts.text)
    idle(window, qtbot)
    assert {row.impact for row in desk.rows} == {1}
    said = [toast.accessibleName() for toast in context.toasts.host.findChildren(Toast) if toast.isVisible()]
    assert not [text for text in said if text.startswith("Changing")]


def test_many_wait_for_a_reason_of_the_desk(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    offered = Offered((HoldReason.SCHEDULED, "Awaiting customs"), ("Replaced",))
    desk.words.offered = lambda _actor: offered
    window = make_window(desk)
    page = window.queue
    page.view.select_line(1)
    page.marks.extend(1)
    page.bulk.steps.hold(page.head.status_button)
    popup = popup_of(window)
    qtbot.waitUntil(lambda: popup.options() == ["Scheduled", "Awaiting customs"])
    QTest.keyClicks(popup.field, "2")
    QTest.keyClicks(popup_of(window).field, "3")
    QTest.keyClick(popup_of(window).field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.incidents.steps) == 1)
    assert desk.incidents.steps[0].hold_reason == "Awaiting customs"
    idle(window, qtbot)
    page.bulk.steps.resolve(page.head.status_button)
    assert popup_of(window).options() == ["Replaced"], "it is known by now"
