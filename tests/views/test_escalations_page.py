"""Escalations in the window: the board with its keys, the sheet that raises one, the strip on an incident, the bell."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.actor import Actor
from app.domain.escalation.words import EscalationKind, EscalationState, Level
from app.infra.drafts import Draft
from app.services.escalation.dto import EscalateRequest, EscalationFilter, EscalationRow, MajorDecision
from app.services.incidents.dto import Post
from app.services.notifications.dto import NoticeKind, Notification, Pending
from app.views.escalations.board import ACTIVE, MAJOR, MINE, OFFERED, OVER
from app.views.escalations.board_table import COLUMNS
from app.views.escalations.page import EscalationsPage
from app.views.escalations.sheet import EscalateSheet
from app.views.incident.page import IncidentPage
from app.views.notifications.panel import NoticePanel, by_incident
from app.views.notifications.watch import NoticeWatch, _pause_before
from tests.views.desks import Stage


def escalate(stage: Stage, incident_id: str, by: Actor | None = None, **more: object) -> str:
    desk = stage.desk.session.desk
    values = {
        "kind": EscalationKind.FUNCTIONAL,
        "reason": "Needs skills or access that we do not have",
        "tried": "Restarted the access point twice.",
        "to_group_id": stage.desk.network,
    } | more
    request = EscalateRequest(id=desk.new_id(), **values)  # type: ignore[arg-type]  # values of a test
    return desk.escalation_work.escalate(by or stage.desk.dana, incident_id, request)


def all_rows(stage: Stage) -> tuple[EscalationRow, ...]:
    wanted = EscalationFilter(ended_days=30)
    return stage.desk.session.desk.escalations.live(stage.desk.me, wanted)


@pytest.fixture
def incident_id(on_stage: Stage) -> str:
    return on_stage.desk.log(group_id=on_stage.desk.service_desk)


def shown(stage: Stage) -> EscalationsPage:
    page = stage.show(EscalationsPage(stage.context))
    page.open("")
    stage.settle()
    return page


def press(stage: Stage, page: EscalationsPage, key: str) -> None:
    stage.window.activateWindow()
    page.board.table.setFocus()
    QTest.keyClick(page.board.table, Qt.Key(ord(key)))
    stage.settle()


def test_a_new_desk_has_nothing_to_show_and_says_so(on_stage: Stage) -> None:
    page = shown(on_stage)
    assert page.board.empty.title() == "Nothing waits for an acknowledgement"
    page.board.choose(OFFERED)
    assert page.board.empty.title() == "No shift left anything behind"
    page.board.choose_whose(MINE)
    assert page.board.empty.title() == "Nothing here waits for you"


def test_y_acknowledges_and_the_row_moves_to_the_active_ones(on_stage: Stage, incident_id: str) -> None:
    escalate(on_stage, incident_id)
    page = shown(on_stage)
    assert [row.incident_id for row in page.board.model.rows] == [incident_id]
    press(on_stage, page, "Y")
    assert page.board.model.rowCount() == 0
    page.board.choose(ACTIVE)
    row = page.board.current
    assert isinstance(row, EscalationRow)
    assert row.acknowledged_by_name == on_stage.desk.me.name
    assert on_stage.context.actions.offer("escalation.acknowledge").reason == "It was acknowledged already"


def test_i_takes_it_over(on_stage: Stage, incident_id: str) -> None:
    escalate(on_stage, incident_id)
    press(on_stage, shown(on_stage), "I")
    assert on_stage.desk.read(incident_id).assignee_id == on_stage.desk.me.person_id


def test_handing_back_asks_for_a_note_and_sends_it(on_stage: Stage, incident_id: str) -> None:
    escalate(on_stage, incident_id)
    page = shown(on_stage)
    press(on_stage, page, "B")
    assert page.note.isVisible()
    page.note.submit()
    assert "write it in a sentence" in page.note.problem.text()
    QTest.keyClicks(page.note.box, "The cable is broken, facilities must replace it.")
    QTest.keyClick(page.note.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    on_stage.settle()
    assert not page.note.isVisible()
    (row,) = all_rows(on_stage)
    assert (row.state, row.end_note) == (
        EscalationState.HANDED_BACK,
        "The cable is broken, facilities must replace it.",
    )
    page.board.choose(OVER)
    assert len(page.board.model.rows) == 1


@pytest.mark.parametrize(
    ("action", "note", "says"),
    [
        ("escalation.acknowledge", "", "acknowledged"),
        ("incident.take", "", "is yours now"),
        ("escalation.hand_back", "Not ours.", "handed back"),
        ("escalation.end", "It is over.", "is no longer escalated"),
        ("escalation.page_again", "", "Paged again: "),
    ],
)
def test_a_slip_is_taken_back_from_its_toast(
    action: str, note: str, says: str, on_stage: Stage, incident_id: str
) -> None:
    escalate(on_stage, incident_id)
    before, group = all_rows(on_stage), on_stage.desk.read(incident_id).group_id
    page = shown(on_stage)
    on_stage.context.actions.run(action)
    if note:
        page.note.box.setPlainText(note)
        page.note.submit()
    on_stage.settle()
    assert says in on_stage.context.toasts.text
    told = on_stage.context.toasts.text
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert on_stage.context.toasts.text == f"Taken back: {told}"
    assert all_rows(on_stage) == before
    assert on_stage.desk.read(incident_id).group_id == group
    assert [row.incident_id for row in page.board.model.rows] == [incident_id], "it waits on the board again"
    if note:
        on_stage.context.actions.run(action)
        on_stage.settle()
        assert page.note.box.toPlainText() == note, "what was written is there when it is asked for again"


def test_what_a_colleague_went_on_with_is_not_taken_back_and_says_so(on_stage: Stage, incident_id: str) -> None:
    escalation_id = escalate(on_stage, incident_id)
    page = shown(on_stage)
    press(on_stage, page, "Y")
    on_stage.desk.session.desk.escalation_work.hand_back(on_stage.desk.tomas, escalation_id, "I was faster.")
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert on_stage.context.toasts.text == "It has moved on since, so this cannot be taken back."


def test_a_note_that_was_left_is_there_again(on_stage: Stage, incident_id: str) -> None:
    escalate(on_stage, incident_id)
    page = shown(on_stage)
    press(on_stage, page, "B")
    QTest.keyClicks(page.note.box, "Half a sentence")
    QTest.keyClick(page.note.box, Qt.Key.Key_Escape)
    on_stage.settle()
    assert not page.note.isVisible()
    press(on_stage, page, "B")
    on_stage.wait_for(lambda: page.note.box.toPlainText() == "Half a sentence")


def test_a_refused_act_keeps_the_note(on_stage: Stage, incident_id: str) -> None:
    escalation_id = escalate(on_stage, incident_id)
    page = shown(on_stage)
    press(on_stage, page, "B")
    page.note.box.setPlainText("Not ours.")
    on_stage.desk.session.desk.escalation_work.hand_back(on_stage.desk.tomas, escalation_id, "I was faster.")
    page.note.submit()
    on_stage.settle()
    assert "over" in page.note.problem.text()
    assert page.note.box.toPlainText() == "Not ours."
    assert page.note.finish.isEnabled()


def test_every_cell_says_something(on_stage: Stage, incident_id: str) -> None:
    escalate(on_stage, incident_id)
    page = shown(on_stage)
    model = page.board.model
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    assert all(model.data(model.index(0, column), role) for column in range(model.columnCount()))


def test_the_time_until_an_update_goes_on_by_the_clock_of_the_desk(on_stage: Stage, incident_id: str) -> None:
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    desk.major_work.accept(me, incident_id, MajorDecision(me.person_id, "Every dock is hit", "No lorry is loaded"))
    soon = on_stage.desk.clock.now() + timedelta(minutes=30)
    post = Post(desk.new_id(), "The store is down.", public=True, to_stakeholders=True, next_update_at=soon)
    desk.incidents.post(me, incident_id, post)
    page = shown(on_stage)
    page.board.choose(MAJOR)
    due = page.board.model.index(0, [column.key for column in COLUMNS].index("due"))
    assert due.data() == "30:00"
    assert page.board._timer.interval() == 30_000
    on_stage.context.clock_offset = timedelta(minutes=22)
    assert due.data() == "8:00"
    page.board._tick()
    assert (page.board._timer.isActive(), page.board._timer.interval()) == (True, 1_000)
    on_stage.context.clock_offset = timedelta(minutes=31)
    assert due.data() == "-1:00 over"
    assert due.data(Qt.ItemDataRole.AccessibleTextRole) == "next update overdue by 1 minute"


def test_a_long_reason_stands_in_two_lines_and_whole_in_its_tool_tip(on_stage: Stage, incident_id: str) -> None:
    escalate(on_stage, incident_id)
    page = shown(on_stage)
    column = next(number for number, each in enumerate(COLUMNS) if each[0] == "reason")
    row = page.board.model.rows[0]
    assert isinstance(row, EscalationRow)
    long = "The vendor has not answered for two days and the warehouse stands still"
    page.board.model.show_rows((row._replace(rule_name="", reason=long),))
    assert page.board.table.columnWidth(column) >= 200
    table = page.board.table
    picture = table.viewport().grab().toImage()
    box = table.visualRect(page.board.model.index(0, column))
    # Ink of both lines, of which one alone would leave the lower half empty.
    for half in (box.adjusted(9, 4, -8, -box.height() // 2), box.adjusted(9, box.height() // 2, -8, -4)):
        colours = {
            picture.pixel(x, y) for x in range(half.left(), half.right(), 2) for y in range(half.top(), half.bottom())
        }
        assert len(colours) > 3
    assert long in page.board.model.data(page.board.model.index(0, column), Qt.ItemDataRole.ToolTipRole)


def test_in_a_narrow_window_the_status_is_read_and_when_it_was_raised_is_told_beside_it(
    on_stage: Stage, incident_id: str
) -> None:
    escalate(on_stage, incident_id)
    page = shown(on_stage)
    table, places = page.board.table, {each.key: place for place, each in enumerate(COLUMNS)}
    assert not table.isColumnHidden(places["raised"])
    table.resize(854, 400)  # as the page at 150 % on a screen of 1366 pixels
    assert table.isColumnHidden(places["raised"])
    assert table.columnWidth(places["state"]) >= 104
    assert table.columnWidth(places["from"]) < 130, "the others give"
    tip = page.board.model.data(page.board.model.index(0, places["state"]), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Raised ")
    table.resize(1208, 400)
    assert not table.isColumnHidden(places["raised"])
    assert table.columnWidth(places["from"]) == 130


class Sheet:
    """The escalate sheet over an incident page."""

    def __init__(self, stage: Stage, incident_id: str) -> None:
        self.stage = stage
        self.page = stage.show(IncidentPage(stage.context))
        self.page.open(incident_id)
        stage.settle()
        stage.context.actions.run("incident.escalate")
        stage.settle()
        (self.sheet,) = self.page.findChildren(EscalateSheet)
        stage.wait_for(self.sheet.kind.isEnabled)

    def send(self) -> None:
        QTest.keyClick(self.sheet.tried, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.stage.settle()


def test_an_incident_is_escalated_by_keys_alone(on_stage: Stage, incident_id: str) -> None:
    sheet = Sheet(on_stage, incident_id)
    QTest.keyClick(sheet.sheet.reason.focusWidget(), Qt.Key.Key_2)
    sheet.sheet.tried.setFocus()
    QTest.keyClicks(sheet.sheet.tried, "Changed the channel.")
    sheet.send()
    (row,) = all_rows(on_stage)
    assert (row.to_group_name, row.reason) == ("Dock network", "Will not be done in time")
    assert row.tried.endswith("Changed the channel.")
    assert on_stage.context.toasts.text.endswith("escalated")
    assert sheet.page.escalation.isVisible()
    assert "Dock network" in sheet.page.escalation.strip.text()
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert [(row.state, row.end_note) for row in all_rows(on_stage)] == [("ended", "Taken back")]
    assert on_stage.desk.read(incident_id).group_id == on_stage.desk.service_desk
    assert not sheet.page.escalation.isVisible()


def test_what_is_missing_is_said_in_the_sheet(on_stage: Stage, incident_id: str) -> None:
    sheet = Sheet(on_stage, incident_id)
    sheet.send()
    assert sheet.sheet.problem.text() == "Choose why it is escalated."
    sheet.sheet.reason.choose("no_answer")
    sheet.sheet.tried.setPlainText("")
    sheet.send()
    assert sheet.sheet.problem.isVisible()
    assert all_rows(on_stage) == ()


def test_a_level_up_names_who_is_meant(on_stage: Stage, incident_id: str) -> None:
    sheet = Sheet(on_stage, incident_id)
    sheet.sheet.kind.chosen.emit(EscalationKind.HIERARCHICAL.value)
    sheet.sheet.level.choose(str(Level.MANAGER.value))
    sheet.sheet.level.chosen.emit(str(Level.MANAGER.value))
    assert on_stage.desk.me.name in sheet.sheet.people.text()
    sheet.sheet.reason.choose("business_impact")
    sheet.sheet.tried.setPlainText("Asked the vendor twice.")
    sheet.send()
    (row,) = all_rows(on_stage)
    assert (row.kind, row.level) == (EscalationKind.HIERARCHICAL, Level.MANAGER)


def test_a_sheet_that_was_put_away_comes_back_as_it_was(on_stage: Stage, incident_id: str) -> None:
    first = Sheet(on_stage, incident_id)
    first.sheet.reason.choose("caller_asked")
    first.sheet.tried.setPlainText("Looked at the logs.")
    QTest.keyClick(first.sheet.tried, Qt.Key.Key_Escape)
    on_stage.settle()
    on_stage.context.actions.run("incident.escalate")
    on_stage.settle()
    again = next(sheet for sheet in first.page.findChildren(EscalateSheet) if sheet is not first.sheet)
    on_stage.wait_for(lambda: again.tried.toPlainText() == "Looked at the logs.")
    assert again.reason.value() == "caller_asked"


def test_what_the_sheet_filled_in_by_itself_was_begun_by_nobody(on_stage: Stage, incident_id: str) -> None:
    desk, actor = on_stage.context.desk, on_stage.context.actor
    desk.incidents.post(actor, incident_id, Post(desk.new_id(), "Looked at the logs.", public=False))
    sheet = Sheet(on_stage, incident_id)
    on_stage.wait_for(lambda: sheet.sheet.tried.toPlainText() == "Looked at the logs.")
    key, kept = sheet.sheet._key, on_stage.context.drafts
    QTest.keyClicks(sheet.sheet.tried, "!")
    QTest.keyClick(sheet.sheet.tried, Qt.Key.Key_Backspace)
    QTest.keyClick(sheet.sheet.tried, Qt.Key.Key_Escape)
    found: list[Draft] = []
    kept.load_all(found.extend)
    on_stage.settle()
    assert key not in [draft.key for draft in found]


def test_the_bell_counts_and_the_list_leads_to_the_incident(on_stage: Stage, incident_id: str) -> None:
    counted: list[int] = []
    on_stage.context.show_unread = counted.append
    escalate(on_stage, incident_id)
    on_stage.window.show()
    watch = NoticeWatch(on_stage.window, on_stage.context)
    on_stage.wait_for(lambda: bool(counted) and bool(on_stage.context.toasts.text))
    assert counted[-1] >= 1
    watch.toggle()
    on_stage.settle()
    assert watch.panel is not None
    assert 1 <= watch.panel.list.count() <= counted[-1]
    QTest.keyClick(watch.panel.list, Qt.Key.Key_Return)
    on_stage.settle()
    assert on_stage.went[-1].argument == incident_id
    on_stage.wait_for(lambda: counted[-1] == 0)
    watch.end()


def test_the_list_behind_the_bell_has_one_row_for_each_incident(on_stage: Stage, incident_id: str) -> None:
    at = on_stage.context.now()
    read = Notification("4", NoticeKind.CLOCK, incident_id, 1, False, "Due soon", "", at, at, None, at)
    last = read._replace(id="1", title="Breached")
    urgent = read._replace(id="2", title="Escalated", is_urgent=True, read_at=None)
    other = read._replace(id="3", incident_id=None, number=None, title="A shift ended")
    told = by_incident((last, urgent, other, read))
    assert [(each.notice.title, [before.title for before in each.earlier]) for each in told] == [
        ("Breached", ["Escalated", "Due soon"]), ("A shift ended", []),
    ]  # fmt: skip
    assert (told[0].notice.read_at, told[0].notice.is_urgent) == (None, True), "as long as one is unread, all are"
    panel = NoticePanel(on_stage.context, on_stage.window)
    panel._show((last, urgent, other, read))
    spoken = str(panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert (panel.list.count(), spoken.startswith("unread, urgent, Breached")) == (2, True)
    assert spoken.endswith("2 earlier ones")
    assert "Escalated" in panel.list.item(0).toolTip()


def test_what_was_shown_is_not_shown_again(on_stage: Stage, incident_id: str) -> None:
    escalate(on_stage, incident_id)
    on_stage.window.show()
    first = NoticeWatch(on_stage.window, on_stage.context)
    on_stage.wait_for(lambda: bool(on_stage.context.toasts.text))
    first.end()
    on_stage.context.toasts.dismiss()
    second = NoticeWatch(on_stage.window, on_stage.context)
    on_stage.settle()
    assert on_stage.context.toasts.text == ""
    second.end()


@pytest.mark.parametrize(
    ("due_in", "milliseconds"),
    [(None, 60_000), (timedelta(0), 60_000), (timedelta(seconds=20), 20_000), (timedelta(hours=2), 60_000),
     (timedelta(microseconds=5), 1_000)],
)  # fmt: skip
def test_the_bell_looks_again_when_something_is_to_be_shown(due_in: timedelta | None, milliseconds: int) -> None:
    assert _pause_before(Pending(1, due_in)) == milliseconds
