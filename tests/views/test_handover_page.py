"""The page of hand-overs: writing a sheet, handing it over, taking one over, and its PDF."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import shiboken6
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from sqlalchemy import update

from app.domain.errors import InDoubt, Unavailable
from app.domain.handover import Block, Shift
from app.models.incident import incident
from app.reports.preview import page_count
from app.services.handovers.commands import HandoverCommands
from app.services.handovers.dto import HandoverDetail, HandoverRow, NewHandover, Wanted
from app.services.handovers.queries import HandoverQueries
from app.services.incidents.dto import FieldEdit
from app.views.handover.lines import LineRow
from app.views.handover.page import ALL, GIVEN, HandoverPage
from app.views.handover.sheet_view import SheetView
from app.views.pages import Location
from app.views.toolkit.formats import Formats
from tests.views.desks import Stage

HOUR = 3_600_000


class Desk:
    """A stage with the page on it, and three urgent incidents of the first group of the person at the window."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.desk, self.me = stage, stage.desk.session.desk, stage.desk.me
        self.ids = [
            stage.desk.log(f"The tunnel broke {number}", impact=1, urgency=1, group_id=stage.desk.network,
                           assignee_id=self.me.person_id if number else None)
            for number in range(3)
        ]  # fmt: skip
        self.page = stage.show(HandoverPage(stage.context))
        self.open("")

    def open(self, argument: str) -> None:
        """Go to a view of the page."""
        self.page.open(argument)
        self.stage.settle()

    @property
    def sheet(self) -> SheetView:
        """The sheet that is written."""
        return self.page.sheet

    @property
    def rows(self) -> tuple[HandoverRow, ...]:
        """What was handed over, as it stands in the database."""
        return self.desk.handovers.list(self.me)

    @property
    def bare(self) -> list[LineRow]:
        """The rows that have no next step."""
        return [row for row in self.sheet.lines.rows if not row.line.next_step]

    def fill(self) -> None:
        """Type a next step into every line that has none."""
        for row in self.bare:
            QTest.keyClicks(row.step, "Call them")
        self.stage.settle()

    def given(self) -> str:
        """Have a colleague hand a shift over to the person at the window."""
        tomas, handover_id = self.stage.desk.tomas, self.desk.new_id()
        sheet = self.desk.handovers.begin(tomas, Wanted(self.stage.desk.network))
        lines = tuple(line._replace(next_step=line.next_step or "Look") for line in sheet.lines)
        new = NewHandover(
            sheet.group.id, sheet.shift, lines, "The lift is broken", self.me.person_id,
            known_id=None if sheet.before is None else sheet.before.id,
        )  # fmt: skip
        self.desk.handover_work.hand_over(tomas, handover_id, new)
        return handover_id


@pytest.fixture
def at(on_stage: Stage) -> Desk:
    return Desk(on_stage)


def detail_of(at: Desk) -> HandoverDetail:
    return at.desk.handovers.detail(at.me, at.rows[0].id)


def test_the_sheet_lists_what_has_no_next_step_at_its_top(at: Desk) -> None:
    assert [row.line.block for row in at.sheet.lines.rows] == [Block.DUE] * 3
    assert at.sheet.missing.isVisible()
    assert at.sheet.missing.text() == "2 lines need a next step: INC-000002, INC-000003"
    assert at.bare[0].step.hasFocus()
    at.fill()
    assert not at.sheet.missing.isVisible()


def test_a_next_step_that_is_missing_is_asked_for_and_nothing_is_handed_over(at: Desk) -> None:
    at.sheet.send()
    at.stage.settle()
    assert at.bare[0].step.hasFocus()
    assert at.rows == ()


def test_enter_goes_to_the_next_line_without_a_step(at: Desk) -> None:
    first, second = at.bare
    QTest.keyClicks(first.step, "Call them")
    QTest.keyClick(first.step, Qt.Key.Key_Return)
    assert second.step.hasFocus()


def test_it_is_handed_over_as_it_was_typed(at: Desk) -> None:
    at.fill()
    at.sheet.lines.rows[0].tick.setChecked(True)
    at.sheet.notes.setPlainText("Keys are in the drawer")
    at.sheet.send()
    at.stage.settle()
    kept = detail_of(at)
    assert [(line.next_step, line.is_checked) for line in kept.lines] == [
        ("Assign it", True), ("Call them", False), ("Call them", False),
    ]  # fmt: skip
    assert kept.notes == "Keys are in the drawer"
    assert [figure.value for figure in kept.figures] == [3, 0, 3, 3, 0]
    assert at.stage.went == [Location("handover", kept.row.id)]


def test_it_can_be_taken_back_before_it_is_handed_over(at: Desk) -> None:
    at.stage.context.held_for = HOUR
    at.fill()
    at.sheet.send()
    assert not at.sheet.isEnabled()
    assert at.stage.context.toasts.undo()
    at.stage.settle()
    assert at.sheet.isEnabled()
    assert at.rows == ()
    at.stage.context.held_for = 0
    at.sheet.send()
    at.stage.settle()
    assert len(at.rows) == 1


def test_a_window_that_goes_before_that_keeps_it_as_a_draft(at: Desk) -> None:
    at.stage.context.held_for = HOUR
    at.fill()
    at.sheet.send()
    at.sheet.leave()
    at.stage.settle()
    assert at.rows == ()
    again = at.stage.show(HandoverPage(at.stage.context))
    again.open("")
    at.stage.settle()
    assert again.sheet.lines.bare() == []


def test_what_is_typed_is_a_draft_until_it_is_handed_over(at: Desk) -> None:
    at.fill()
    at.sheet.notes.setPlainText("Keys are in the drawer")
    at.sheet.lines.rows[1].tick.setChecked(True)
    at.stage.context.drafts.flush()
    at.stage.settle()
    again = at.stage.show(HandoverPage(at.stage.context))
    again.open("")
    at.stage.settle()
    assert [row.line.next_step for row in again.sheet.lines.rows] == ["Assign it", "Call them", "Call them"]
    assert [row.line.is_checked for row in again.sheet.lines.rows] == [False, True, False]
    assert again.sheet.notes.toPlainText() == "Keys are in the drawer"
    again.sheet.send()
    at.stage.settle()
    again.open("")
    at.stage.settle()
    assert again.sheet.notes.toPlainText() == ""


def test_reading_it_again_keeps_what_was_typed(at: Desk) -> None:
    at.fill()
    at.desk.incidents.edit(at.me, at.ids[0], {"assignee_id": FieldEdit(None, at.me.person_id)})
    at.stage.context.actions.run("list.refresh")
    at.stage.settle()
    assert [row.line.next_step for row in at.sheet.lines.rows] == ["", "Call them", "Call them"]


def test_a_shift_that_is_chosen_and_chosen_back_loses_no_step(at: Desk) -> None:
    # An incident that is not urgent is listed for its clock alone, and another end of the next shift leaves it out.
    at.stage.desk.log("The printer hums", group_id=at.stage.desk.network, assignee_id=at.me.person_id)
    at.stage.context.actions.run("list.refresh")
    at.stage.settle()
    row, end = at.bare[-1], at.sheet.hours.edits[2].dateTime()
    assert row.line.summary == "The printer hums"
    QTest.keyClicks(row.step, "Oil it")
    at.sheet.hours.edits[2].setDateTime(at.sheet.hours.edits[1].dateTime().addSecs(60))
    at.stage.settle()
    assert len(at.sheet.lines.rows) == len(at.ids)
    at.sheet.lines.rows[0].tick.setChecked(True)
    at.stage.settle()
    at.sheet.hours.edits[2].setDateTime(end)
    at.stage.settle()
    (again,) = (each.line for each in at.sheet.lines.rows if each.line.summary == "The printer hums")
    assert again.next_step == "Oil it"


def test_what_is_flagged_in_the_meantime_comes_into_notes_that_nobody_wrote(at: Desk) -> None:
    at.fill()
    at.desk.incidents.edit(at.me, at.ids[0], {"tags": FieldEdit(None, "handover")})
    at.stage.context.actions.run("list.refresh")
    at.stage.settle()
    assert at.sheet.notes.toPlainText() == "INC-000001 The tunnel broke 0"
    again = at.stage.show(HandoverPage(at.stage.context))
    again.open("")
    at.stage.settle()
    assert again.sheet.notes.toPlainText() == "INC-000001 The tunnel broke 0"


def test_what_is_flagged_in_the_meantime_comes_below_notes_that_were_written(at: Desk) -> None:
    for number in (0, 1):
        at.desk.incidents.edit(at.me, at.ids[number], {"tags": FieldEdit(None, "handover")})
        at.stage.context.actions.run("list.refresh")
        at.stage.settle()
        if number == 0:
            at.sheet.notes.setPlainText(f"Keys are in the drawer\n{at.sheet.notes.toPlainText()}")
    said = "Keys are in the drawer\nINC-000001 The tunnel broke 0\nINC-000002 The tunnel broke 1"
    assert at.sheet.notes.toPlainText() == said
    at.sheet.notes.setPlainText("Keys are in the drawer\nINC-000001 The tunnel broke 0")
    at.desk.incidents.edit(at.me, at.ids[0], {"tags": FieldEdit("handover", "")})
    at.desk.incidents.edit(at.me, at.ids[2], {"tags": FieldEdit(None, "handover")})
    at.stage.context.drafts.flush()
    at.stage.settle()
    again = at.stage.show(HandoverPage(at.stage.context))
    again.open("")
    at.stage.settle()
    assert again.sheet.notes.toPlainText() == "Keys are in the drawer\nINC-000003 The tunnel broke 2", (
        "what was taken out stays out, and what is flagged no longer goes"
    )


def hand_over_meanwhile(at: Desk) -> str:
    """Have a colleague hand over the same shift while the person at the window writes."""
    tomas, handover_id, sheet = at.stage.desk.tomas, at.desk.new_id(), at.sheet.sheet
    assert sheet is not None
    lines = tuple(line._replace(next_step=line.next_step or "Look") for line in sheet.lines)
    at.desk.handover_work.hand_over(tomas, handover_id, NewHandover(sheet.group.id, sheet.shift, lines))
    return handover_id


def test_a_shift_that_somebody_handed_over_meanwhile_is_told_and_nothing_typed_is_lost(at: Desk) -> None:
    at.fill()
    theirs = hand_over_meanwhile(at)
    at.sheet.send()
    at.stage.settle()
    strip = at.sheet.earlier
    assert strip.isVisible()
    assert strip.text().startswith(f"{at.stage.desk.tomas.name} handed this shift over meanwhile, ")
    look, again = strip._buttons
    assert look.hasFocus()
    look.click()
    assert at.stage.went == [Location("handover", theirs)]
    assert [row.id for row in at.rows] == [theirs]
    assert at.sheet.lines.bare() == []
    again.click()
    at.stage.settle()
    assert len(at.rows) == 2
    assert [line.next_step for line in detail_of(at).lines] == ["Assign it", "Call them", "Call them"]


def test_a_shift_that_was_handed_over_before_is_told_when_the_sheet_opens(at: Desk) -> None:
    hand_over_meanwhile(at)
    again = at.stage.show(HandoverPage(at.stage.context))
    again.open("")
    at.stage.settle()
    assert again.sheet.earlier.isVisible()
    assert again.sheet.earlier.text().startswith(f"{at.stage.desk.tomas.name} handed this shift over, ")


def test_what_a_window_sent_as_it_went_is_not_sent_again(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window is gone before it hears the answer, as when a program is ended: the words are still a draft."""
    at.fill()
    sent = at.sheet.sending
    with monkeypatch.context() as patch:
        patch.setattr(at.stage.context.drafts, "discard", lambda _key: None)
        at.sheet.send()
        at.stage.settle()
    assert len(at.rows) == 1
    assert sent.id == ""
    again = at.stage.show(HandoverPage(at.stage.context))
    again.open("")
    at.stage.settle()
    assert at.stage.context.toasts.text.startswith("Your sheet was handed over, ")
    third = at.stage.show(HandoverPage(at.stage.context))
    third.open("")
    at.stage.settle()
    assert len(at.rows) == 1


def test_a_retry_has_the_id_of_the_first_attempt_and_other_words_have_another(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []

    def breaks(_self: object, _actor: object, handover_id: str, _new: object) -> str:
        sent.append(handover_id)
        raise InDoubt("Nobody knows")

    monkeypatch.setattr(HandoverCommands, "hand_over", breaks)
    at.fill()
    for _ in range(2):
        at.sheet.send()
        at.stage.settle()
    again = at.stage.show(HandoverPage(at.stage.context))
    again.open("")
    at.stage.settle()
    again.sheet.send()
    at.stage.settle()
    QTest.keyClicks(again.sheet.lines.rows[0].step, " now")
    again.sheet.send()
    at.stage.settle()
    assert sent[0] == sent[1] == sent[2] != sent[3]


def test_a_shift_that_was_just_changed_is_not_handed_over_with_the_lines_of_the_other(at: Desk) -> None:
    at.fill()
    at.sheet.hours.edits[2].setDateTime(at.sheet.hours.edits[2].dateTime().addDays(2))
    at.sheet.send()
    at.stage.settle()
    assert at.rows == ()
    assert "still being read" in at.stage.context.toasts.text
    at.sheet.send()
    at.stage.settle()
    assert len(at.rows) == 1


def test_a_sheet_that_cannot_be_read_says_so_and_is_not_handed_over(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise Unavailable("The disk is gone.")

    at.fill()
    with monkeypatch.context() as patch:
        patch.setattr(HandoverQueries, "begin", fails)
        at.stage.context.actions.run("list.refresh")
        at.stage.settle()
        assert at.sheet.trouble.text() == "What there is to hand over could not be read. The disk is gone."
        at.sheet.send()
        at.stage.settle()
        assert at.rows == ()
    (again,) = at.sheet.trouble._buttons
    again.click()
    at.stage.settle()
    assert not at.sheet.trouble.isVisible()
    assert at.sheet.lines.bare() == [], "what was typed stays"


def test_an_incident_that_is_restricted_meanwhile_is_named_and_left_out(at: Desk) -> None:
    at.fill()
    hidden = at.desk.people_admin.add_group(at.me, "Personnel", 2, (at.stage.desk.dana.person_id,))
    with at.desk.store.writing(at.me) as work:
        wanted = update(incident).where(incident.c.id == at.ids[1]).values(restricted_group_id=hidden)
        work.connection.execute(wanted)
    at.sheet.send()
    at.stage.settle()
    assert "INC-000002 is no longer there for you" in at.stage.context.toasts.text
    assert [line.number for line in at.sheet.lines.said()] == ["INC-000001", "INC-000003"]
    at.sheet.send()
    at.stage.settle()
    assert len(detail_of(at).lines) == 2


def test_what_a_line_is_about_is_opened_with_the_keyboard(at: Desk) -> None:
    about = at.sheet.lines.rows[1].about
    assert about.focusPolicy() & Qt.FocusPolicy.TabFocus
    about.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(about, key)
    assert at.stage.went == [Location("incident", at.ids[1])] * 2


def test_reading_it_again_leaves_the_keyboard_where_somebody_types(at: Desk) -> None:
    second = at.bare[1]
    number = second.line.number
    second.step.setFocus()
    QTest.keyClicks(second.step, "Call th")
    at.stage.context.actions.run("list.refresh")
    at.stage.settle()
    (row,) = (row for row in at.sheet.lines.rows if row.line.number == number)
    assert row.step.hasFocus()
    QTest.keyClicks(row.step, "em")
    assert row.line.next_step == "Call them"


def test_the_hour_that_a_clock_shows_twice_is_handed_over_as_it_was(at: Desk) -> None:
    at.stage.context.formats = Formats(ZoneInfo("Europe/Berlin"))
    assert at.sheet.sheet is not None
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    shift = Shift(second, second + timedelta(hours=8), second + timedelta(hours=16))
    at.sheet._show(replace(at.sheet.sheet, shift=shift), {})
    at.fill()
    at.sheet.send()
    at.stage.settle()
    assert at.rows[0].shift == shift


def test_an_answer_that_comes_when_the_page_is_gone_reaches_nobody(at: Desk) -> None:
    at.fill()
    at.sheet.send()
    at.page.leave()
    shiboken6.delete(at.page)
    at.stage.settle()
    assert len(at.rows) == 1


def test_another_shift_is_read_as_it_was_chosen(at: Desk) -> None:
    before = at.sheet._shift()
    at.sheet.hours.edits[2].setDateTime(QDateTime(before.next_ends.astimezone() + timedelta(days=2)))  # type: ignore[call-overload]  # of PySide
    at.stage.settle()
    assert at.sheet.sheet is not None
    assert at.sheet.sheet.shift.next_ends > before.next_ends


def test_of_a_long_sheet_all_is_said_before_all_of_its_rows_are_made(at: Desk) -> None:
    for number in range(20):
        at.stage.desk.log(f"The lift stopped {number}", impact=1, urgency=1, group_id=at.stage.desk.network)
    at.stage.context.actions.run("list.refresh")
    at.stage.settle()
    sheet = at.sheet.sheet
    assert sheet is not None
    assert len(at.sheet.lines._rows) == 23
    typed = {f"step:{line.number}": f"Look at {line.number}" for line in sheet.lines}
    at.sheet._show(sheet, typed)
    assert 0 < len(at.sheet.lines._rows) < 23
    assert not at.sheet.missing.isVisible()
    at.sheet.send()
    at.stage.settle()
    kept = detail_of(at).lines
    assert [(line.number, line.next_step) for line in kept] == [
        (line.number, typed[f"step:{line.number}"]) for line in sheet.lines
    ]


def test_the_row_of_a_line_is_there_when_it_is_asked_for(at: Desk) -> None:
    assert at.sheet.sheet is not None
    one = at.sheet.sheet.lines[0]
    lines = tuple(one._replace(number=f"INC-{number:06}") for number in range(120))
    at.sheet.lines.show_lines(lines, at.stage.context.now())
    row = at.sheet.lines.row_of("INC-000050")
    assert row is not None
    row.step.setText("Call them")
    at.sheet.lines.show_lines(tuple(at.sheet.lines.said()), at.stage.context.now())
    at.stage.settle()
    assert [line.number for line in at.sheet.lines.said() if line.next_step == "Call them"] == ["INC-000050"]
    assert [row.line.number for row in at.sheet.lines.rows] == [line.number for line in lines]


def test_a_group_without_incidents_has_an_empty_sheet(at: Desk) -> None:
    front = next(each for each in at.sheet._groups if each.name == "Front desk")
    at.sheet._group_id, at.sheet._group_chosen, at.sheet.sheet = front.id, True, None
    at.sheet.load()
    at.stage.settle()
    assert at.sheet.lines.rows == []
    at.sheet.send()
    at.stage.settle()
    assert [row.group_name for row in at.rows] == ["Front desk"]


def test_a_number_leads_to_what_it_counts(at: Desk) -> None:
    at.sheet.figures.buttons[0].click()
    (figure, *_rest) = at.sheet.sheet.figures if at.sheet.sheet else ()
    assert at.stage.went == [Location("queue", figure.filter_text)]


def test_what_was_handed_over_is_read_and_taken_over(at: Desk) -> None:
    handover_id = at.given()
    at.open(GIVEN)
    assert at.stage.went == [Location("handover", handover_id)]
    at.open(handover_id)
    read = at.page.read
    assert read.notes.text() == "The lift is broken"
    assert "Not taken over yet" in read.about.text()
    assert read.take.isVisible()
    assert all(row.step.isReadOnly() for row in read.lines.rows)
    at.stage.context.actions.run("handover.confirm")
    at.stage.settle()
    assert at.rows[0].taken_by == at.me.name
    assert "Taken over by" in read.about.text()
    assert not read.take.isVisible()


def test_its_pdf_has_the_figures_of_the_window(at: Desk, tmp_path: Path) -> None:
    at.open(at.given())
    at.page.read.save_to(tmp_path / "sheet.pdf")
    at.stage.settle()
    assert page_count((tmp_path / "sheet.pdf").read_bytes()) == 1
    assert at.stage.context.toasts.text == "Saved as sheet.pdf"


def test_all_of_them_are_listed_and_none_says_so(at: Desk) -> None:
    at.open(ALL)
    assert at.page.list.empty.title() == "No shift was handed over yet"
    handover_id = at.given()
    at.open(ALL)
    assert at.page.list.list.count() == 1
    QTest.keyClick(at.page.list.list, Qt.Key.Key_Return)
    assert at.stage.went == [Location("handover", handover_id)]


def test_a_list_that_is_read_again_takes_no_keyboard_and_keeps_its_row(at: Desk) -> None:
    older = at.given()
    at.open(ALL)
    at.sheet.notes.setFocus()
    at.page.list.new.setFocus()
    newer = at.given()
    at.stage.wait_for(lambda: at.page.list.list.count() == 2)
    assert at.page.list.new.hasFocus()
    QTest.keyClick(at.page.list.list, Qt.Key.Key_Return)
    assert at.stage.went == [Location("handover", older)] != [Location("handover", newer)]


def test_one_that_cannot_be_shown_says_so_in_the_place_of_the_one_before(at: Desk) -> None:
    at.open(at.given())
    read = at.page.read
    at.open(at.desk.new_id())
    assert read.trouble.text() == "The hand-over cannot be shown. This hand-over does not exist."
    assert not read.take.isVisible()
    assert not read.area.isVisible()
    assert read.title.text() == "Hand-over"


def test_numbers_that_are_read_again_keep_the_keyboard(at: Desk) -> None:
    button = at.sheet.figures.buttons[1]
    button.setFocus()
    at.stage.context.actions.run("list.refresh")
    at.stage.settle()
    assert button.hasFocus()


def test_a_line_that_is_read_again_keeps_the_keyboard_in_its_part(at: Desk) -> None:
    at.sheet.lines.rows[1].about.setFocus()
    at.stage.context.actions.run("list.refresh")
    at.stage.settle()
    assert at.sheet.lines.rows[1].about.hasFocus()


def test_a_name_for_the_pdf_is_found_without_what_prints_it() -> None:
    asked = "import sys; import app.views.handover.read_view; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
