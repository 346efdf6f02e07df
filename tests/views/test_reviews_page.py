"""Reviews in the window: the list, writing, signing, the preview and the saved document."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.lifecycle import Step
from app.domain.review import LessonKind, ReviewPart
from app.domain.vocabulary import ReviewState, State
from app.services.reviews.dto import ReviewContent, ReviewEdit
from app.views.pages import Location
from app.views.reviews.editors import ChoiceEditor, LineEditor, TextEditor
from app.views.reviews.head import PREVIEW
from app.views.reviews.page import ReviewsPage, review_location
from app.views.reviews.sign_off import SignOffState
from app.views.toolkit.theme import Theme
from app.views.widgets.row_table import ROW
from tests.views.desks import Stage
from tests.views.strays import no_stray_windows


class Desk:
    """A stage with the page of reviews on it and one resolved incident."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.desk = stage.desk.session.desk
        self.me = stage.desk.me
        self.incident_id = stage.desk.log(group_id=stage.desk.service_desk)
        stage.desk.clock.advance(minutes=5)
        stage.desk.say(self.incident_id, "We are on it.")
        stage.desk.clock.advance(minutes=55)
        resolve = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Rolled back.")
        self.desk.incidents.step(self.me, self.incident_id, resolve)
        stage.desk.clock.advance(minutes=1)
        self.page = stage.show(ReviewsPage(stage.context))

    def open(self) -> None:
        """Show the review of the incident."""
        self.page.open(self.incident_id)
        self.stage.settle()

    def begin(self) -> None:
        """Begin the review and show it."""
        self.desk.reviews_admin.begin(self.me, self.incident_id, self.desk.new_id())
        self.open()

    @property
    def content(self) -> ReviewContent:
        """The review as it stands in the database."""
        detail = self.desk.reviews.of_incident(self.me, self.incident_id)
        assert detail is not None
        return detail.content

    def write(self, field: str, text: str) -> None:
        """Type into a field of the header and leave it."""
        editor = self.page.review.form.header[field]
        editor.restore(text)
        editor.commit()
        self.stage.settle()


@pytest.fixture
def at(on_stage: Stage) -> Desk:
    return Desk(on_stage)


def test_without_reviews_the_list_says_how_to_start_one(at: Desk) -> None:
    at.page.open("")
    at.stage.settle()
    assert at.page.list.empty.title() == "No reviews yet"
    assert at.page.title() == "Reviews"


def test_a_review_is_begun_from_its_incident(at: Desk) -> None:
    at.open()
    assert at.page.review.empty.title() == "INC-000001 has no review yet"
    at.page.review.begin()
    at.stage.settle()
    assert at.content.version == 1
    assert at.page.title() == "Review of INC-000001"
    assert at.page.review.form.header["title"].text() == "Warehouse scanners offline at Dock 3"


def test_a_row_never_becomes_a_window_of_its_own(at: Desk) -> None:
    with no_stray_windows():
        at.begin()
        for part in (ReviewPart.EVENT, ReviewPart.CAUSE, ReviewPart.ACTION):
            at.page.review.form.tables[part].add.click()
            at.stage.settle()


def test_the_list_shows_what_there_is_and_opens_it(at: Desk) -> None:
    at.begin()
    at.page.open("")
    at.stage.settle()
    assert at.page.list.model.text(at.page.list.model.rows[0], "state") == "Draft, v1"
    at.page.list.choose(ReviewState.PUBLISHED.value)
    assert at.page.list.empty.title() == "No review is published"
    at.page.list.choose("all")
    at.page.list.table.entered_row.emit(at.page.list.model.rows[0])
    assert at.stage.went[-1] == review_location(at.incident_id) == Location("reviews", at.incident_id)


def test_a_row_is_always_marked_and_it_is_that_of_the_review_one_comes_from(at: Desk) -> None:
    at.begin()
    second = at.stage.desk.log("Printer")
    at.desk.reviews_admin.begin(at.me, second, at.desk.new_id())
    shown = at.page.list

    def chosen() -> str:
        return str(shown.table.currentIndex().data(ROW).incident_id)

    other = Desk(at.stage).page.list
    other.load()
    at.stage.settle()
    assert other.table.currentIndex().row() == 0, "arrows and Enter begin somewhere"
    for incident_id in (second, at.incident_id, second):
        at.page.open(incident_id)
        at.stage.settle()
        at.page.open("")
        at.stage.settle()
        assert chosen() == incident_id
        assert shown.table.selectionModel().isRowSelected(shown.table.currentIndex().row())
    shown.choose(ReviewState.PUBLISHED.value)
    shown.choose("all")
    assert shown.table.currentIndex().row() == 0


def test_what_is_typed_is_saved_when_the_field_is_left(at: Desk) -> None:
    at.begin()
    summary = at.page.review.form.header["summary"]
    assert isinstance(summary, TextEditor)
    summary.box.setFocus()
    QTest.keyClicks(summary.box, "Scanners lost the network.")
    assert at.content.summary == ""
    QTest.keyClick(summary.box, Qt.Key.Key_Tab)
    at.page.review.form.commit()
    at.stage.settle()
    assert at.content.summary == "Scanners lost the network."
    assert at.page.review.form.word_count.text() == "4 of 110 words"
    assert not at.page.review.form.unsaved()


def test_what_is_typed_and_not_saved_is_brought_back(at: Desk) -> None:
    at.begin()
    title = at.page.review.form.header["title"]
    title.restore("Half a ti")
    title.typed.emit()
    at.stage.context.drafts.flush()
    at.stage.settle()
    again = at.stage.show(ReviewsPage(at.stage.context))
    again.open(at.incident_id)
    at.stage.wait_for(lambda: at.content.title == "Half a ti")
    assert "was brought back" in again.review.notices.restored.text()


def test_what_others_saved_since_a_draft_is_not_overwritten_by_it(at: Desk) -> None:
    at.begin()
    stands, title = at.content, at.page.review.form.header["title"]
    title.restore("Half a ti")
    title.typed.emit()
    at.stage.context.drafts.flush()
    at.stage.settle()
    at.desk.reviews_admin.edit(at.stage.desk.dana, stands.id, {"title": ReviewEdit(stands.title, "Theirs")})
    at.page.leave()
    at.stage.settle()
    again = at.stage.show(ReviewsPage(at.stage.context))
    again.open(at.incident_id)
    at.stage.wait_for(lambda: "Theirs" in again.review.notices.collision.text())
    assert at.content.title == "Theirs"
    brought = again.review.form.header["title"]
    assert brought.text() == "Half a ti"
    at.stage.wait_for(lambda: again.review.form.value_of(brought) == "Theirs")
    brought.insist("Theirs")
    at.stage.settle()
    assert at.content.title == "Half a ti"


def test_a_time_that_cannot_be_read_stays_and_is_explained(at: Desk) -> None:
    at.begin()
    at.write("impact_ended_at", "yesterday")
    assert at.page.review.form.header["impact_ended_at"].text() == "yesterday"
    assert "2026-12-04 09:30" in at.page.review.notices.refusal.text()
    assert at.content.impact_ended_at is not None


def test_what_others_saved_is_no_answer_to_what_is_on_its_way(dressed: Theme, qtbot: QtBot) -> None:
    """The change of a colleague is read while one's own is not answered yet; what was typed must not go."""
    field = LineEditor("Title")
    qtbot.addWidget(field)
    field.show_value("Stands")
    offered = list[tuple[object, object]]()
    field.edited.connect(lambda base, value: offered.append((base, value)))
    field.put("Mine")
    field.commit()
    field.show_value("Theirs")
    assert field.text() == "Mine"
    field.failed()
    field.show_value("Theirs")
    assert (field.text(), field.base) == ("Mine", "Stands")
    field.insist("Theirs")
    field.put("Mine too")
    field.commit()
    assert offered == [("Stands", "Mine"), ("Theirs", "Mine"), ("Mine", "Mine too")]
    field.saved("Mine")
    field.saved("Mine too")
    field.show_value("Somebody else's, later")
    assert field.text() == "Somebody else's, later"
    field.put(" Mine again ")
    field.commit()
    field.saved(" Mine again ")
    field.show_value("Mine again")
    assert field.text() == "Mine again"


def test_two_people_changing_the_same_field_choose(at: Desk) -> None:
    at.begin()
    title = at.page.review.form.header["title"]
    title.restore("Mine")
    stands = at.content
    at.desk.reviews_admin.edit(at.stage.desk.dana, stands.id, {"title": ReviewEdit(stands.title, "Theirs")})
    at.stage.settle()
    assert title.text() == "Mine"
    title.commit()
    at.stage.settle()
    assert at.content.title == "Theirs"
    assert "Theirs" in at.page.review.notices.collision.text()
    at.stage.wait_for(lambda: at.page.review.form.value_of(title) == "Theirs")
    title.insist("Theirs")
    at.stage.settle()
    assert at.content.title == "Mine"


def test_ticking_the_journal_puts_an_entry_on_the_timeline_and_takes_it_off(at: Desk) -> None:
    at.begin()
    journal = at.page.review.form.timeline.journal
    before = len(at.content.events)
    journal.turn(journal.item(0))
    at.stage.settle()
    assert len(at.content.events) == before - 1
    journal.turn(journal.item(0))
    at.stage.settle()
    assert len(at.content.events) == before
    row = at.page.review.form.timeline.table.rows[at.content.events[0].id]
    assert row.editors["occurred_at"].is_dirty is False


def test_an_own_entry_is_added_and_gets_a_letter(at: Desk) -> None:
    at.begin()
    table = at.page.review.form.timeline.table
    table.add.click()
    at.stage.settle()
    own = next(event for event in at.content.events if event.entry_id is None)
    row = table.rows[own.id]
    row.editors["body"].restore("First failed scan")
    row.editors["body"].commit()
    row.editors["occurred_at"].restore("2026-03-02 08:30")
    row.editors["occurred_at"].commit()
    milestone = row.editors["milestone"]
    assert isinstance(milestone, ChoiceEditor)
    milestone.put("marked")
    milestone.commit()
    at.stage.settle()
    own = next(event for event in at.content.events if event.entry_id is None)
    assert (own.body, own.milestone) == ("First failed scan", "marked")
    assert row.mark is not None
    assert row.mark.accessibleName().startswith("Milestone ")


def test_rows_are_added_moved_removed_and_put_back(at: Desk) -> None:
    at.begin()
    table = at.page.review.form.tables[ReviewPart.CAUSE]
    for text in ("One", "Two"):
        table.add.click()
        at.stage.settle()
        editor = table.rows[at.content.causes[-1].id].editors["claim"]
        editor.restore(text)
        editor.commit()
        at.stage.settle()
    table.rows[at.content.causes[1].id].up.click()
    at.stage.settle()
    assert [cause.claim for cause in at.content.causes] == ["Two", "One"]
    table.rows[at.content.causes[0].id].cross.click()
    at.stage.settle()
    assert [cause.claim for cause in at.content.causes] == ["One"]
    at.stage.context.toasts.undo()
    at.stage.settle()
    assert [cause.claim for cause in at.content.causes] == ["One", "Two"]


def test_a_lesson_stands_in_its_box(at: Desk) -> None:
    at.begin()
    at.page.review.form.lessons[LessonKind.LUCKY].add.click()
    at.stage.settle()
    assert at.content.lessons[0].kind == "lucky"
    assert len(at.page.review.form.lessons[LessonKind.LUCKY].rows) == 1


def test_a_refusal_says_all_that_is_missing_and_leads_there(at: Desk) -> None:
    at.begin()
    at.page.review.take_step(ReviewState.IN_REVIEW)
    at.stage.settle()
    assert "Write the executive summary." in at.page.review.notices.refusal.text()
    at.page.review.go_to("summary")
    assert at.content.state is ReviewState.DRAFT


def finish(at: Desk) -> None:
    """Write what a review needs, but for the approvals."""
    at.begin()
    at.page.review.form.from_facts.click()
    at.stage.settle()
    admin, review_id = at.desk.reviews_admin, at.content.id
    admin.add(at.me, review_id, ReviewPart.CAUSE, at.desk.new_id(), {"claim": "Untested update"})
    shown = at.page.review.form.tables[ReviewPart.CAUSE].rows
    at.stage.wait_for(lambda: len(shown) == 1)


def test_the_palette_offers_what_can_be_done_with_the_review(at: Desk) -> None:
    actions = at.stage.context.actions

    def reason(step: str) -> str:
        return actions.offer(f"review.{step}").reason

    at.page.open("")
    at.stage.settle()
    assert reason("begin") == "Open the incident first"
    assert reason("send") == "No review is open"
    at.open()
    assert actions.run("review.begin")
    at.stage.settle()
    assert reason("begin") == "It has a review already"
    assert reason("publish") == "The review is still a draft"
    assert reason("approve") == "The review is still a draft"
    finish(at)
    assert actions.run("review.send")
    at.stage.settle()
    assert actions.run("review.withdraw")
    at.stage.settle()
    assert at.content.state == "draft"
    for step in ("send", "approve", "publish"):
        assert actions.run(f"review.{step}"), step
        at.stage.settle()
    assert at.content.state == "published"
    assert reason("approve") == "The review is published"
    assert actions.run("review.version")
    at.stage.settle()
    assert at.content.version == 2


def test_the_index_leads_the_keyboard_there_and_follows_it(at: Desk) -> None:
    at.begin()
    index = at.page.review.index
    with at.stage.qtbot.waitActive(at.stage.window):
        at.stage.window.activateWindow()
    item = index._items["cause"]
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Space)
    assert at.page.review.form.tables[ReviewPart.CAUSE].add.hasFocus()
    at.page.review.form.header["summary"].control.setFocus()
    assert index._items["summary"].isChecked()


def test_what_cannot_be_changed_looks_so(at: Desk) -> None:
    finish(at)
    title = at.page.review.form.header["title"].control
    assert not title.property("fixed")
    at.page.review.head.send.click()
    at.stage.settle()
    assert title.property("fixed")


def test_from_draft_to_published_and_on_to_the_next_version(at: Desk) -> None:
    finish(at)
    view = at.page.review
    assert "It was resolved" in at.content.summary
    view.head.send.click()
    at.stage.settle()
    assert view.notices.refusal.isHidden(), view.notices.refusal.text()
    assert at.content.state == "in_review"
    assert view.form.header["title"].is_dirty is False
    sign_off = view.form.tables[ReviewPart.SIGN_OFF].rows[at.content.sign_offs[0].id].end
    assert isinstance(sign_off, SignOffState)
    sign_off.button.click()
    at.stage.settle()
    view.head.publish.click()
    at.stage.settle()
    assert at.content.state == "published"
    assert not view.head.publish.isVisible()
    view.head.again.click()
    at.stage.settle()
    assert (at.content.version, at.content.state) == (2, ReviewState.DRAFT)
    assert view.head.versions.count() == 2
    view.head.version_chosen.emit(1)
    at.stage.settle()
    assert view.detail is not None
    assert view.detail.content.version == 1
    assert not view.head.send.isVisible()


def test_the_document_is_shown_and_saved(at: Desk, tmp_path: Path) -> None:
    finish(at)
    preview = at.page.review.preview
    with at.stage.qtbot.waitSignal(preview.maker.made, timeout=30_000) as made:
        at.page.review.show_mode(PREVIEW)
    at.stage.settle()
    assert made.args[0].file_name == "PIR_INC-000001_2026-03-02_v1.pdf"
    assert preview.place.text().startswith("Page 1 of ")
    path = tmp_path / "review.pdf"
    with at.stage.qtbot.waitSignal(preview.maker.saved, timeout=10_000):
        preview.save_to(path)
    assert path.read_bytes().startswith(b"%PDF")
    with at.stage.qtbot.waitSignal(preview.maker.made, timeout=30_000) as letter:
        preview.paper.chosen.emit("LETTER")
    assert letter.args[0].pdf != made.args[0].pdf
    at.stage.settle()


def test_making_the_document_can_be_stopped(at: Desk) -> None:
    at.begin()
    preview = at.page.review.preview
    at.page.review.show_mode(PREVIEW)
    preview.cancel.click()
    at.stage.settle()
    assert "Stopped" in preview.problem.text()


def test_a_path_that_cannot_be_written_is_said(at: Desk, tmp_path: Path) -> None:
    finish(at)
    preview = at.page.review.preview
    with at.stage.qtbot.waitSignal(preview.maker.made, timeout=30_000):
        at.page.review.show_mode(PREVIEW)
    (tmp_path / "file").touch()
    with at.stage.qtbot.waitSignal(preview.maker.failed, timeout=10_000):
        preview.save_to(tmp_path / "file" / "x.pdf")
    assert "cannot be written" in preview.problem.text()
    at.stage.settle()


def test_another_desk_begins_anew(at: Desk) -> None:
    at.begin()
    former = at.page.review
    at.page.desk_opened()
    at.stage.settle()
    assert at.page.review is not former
    assert at.page.title() == "Reviews"
    at.open()
    assert at.page.review.form.header["title"].text() == "Warehouse scanners offline at Dock 3"


def test_before_the_desk_is_open_the_page_waits(at: Desk) -> None:
    session, at.stage.context.session = at.stage.context.session, None
    at.page.open(at.incident_id)
    at.stage.context.session = session
    at.page.desk_opened()
    at.stage.settle()
    assert at.page.review.empty.title() == "INC-000001 has no review yet"


def test_leaving_the_page_saves_what_was_typed(at: Desk) -> None:
    at.begin()
    at.page.review.form.header["data_loss"].restore("None")
    at.page.hide()
    at.stage.settle()
    assert at.content.data_loss == "None"


def test_actions_keep_their_room_in_a_narrow_window_and_stand_in_one_line_in_a_wide_one(at: Desk) -> None:
    at.begin()
    table = at.page.review.form.tables[ReviewPart.ACTION]
    table.add.click()
    at.stage.settle()
    (row,) = table.rows.values()
    action, kind = row.editors["action"], row.editors["kind"]

    def is_above() -> bool:
        place, other = (editor.mapTo(row, editor.rect().topLeft()) for editor in (action, kind))
        return place.y() < other.y() and place.x() == other.x() and action.width() > kind.width()

    def is_beside() -> bool:
        place, other = (editor.mapTo(row, editor.rect().topLeft()) for editor in (action, kind))
        return place.y() == other.y() and place.x() + action.width() < other.x() and action.width() > kind.width()

    for width, stands_well in ((1300, is_beside), (680, is_above), (1300, is_beside)):
        at.page.window().resize(width, 700)
        at.stage.wait_for(stands_well)
