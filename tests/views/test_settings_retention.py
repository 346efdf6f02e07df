"""How long things are kept, in the settings: what a rule would take, setting it, holding back, and what was taken."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.lifecycle import Step
from app.domain.retention import RetentionKind, Rule
from app.domain.vocabulary import CloseCause, State
from app.infra.drafts import Draft
from app.services.incidents.dto import NewFile, Post
from app.services.retention.run import keep_to_rules
from app.services.session import Session
from app.views.incident.entries import FileChip
from app.views.incident.page import IncidentPage
from app.views.incident.removed_file import RemovedFile
from app.views.settings_page.page import SettingsPage
from app.views.settings_page.registry import SECTIONS, found
from app.views.settings_page.retention.section import RetentionSection
from tests.views.desks import Stage

FILES = RetentionKind.FILES


def ended(stage: Stage, data: bytes = b"secret plans") -> str:
    """A closed incident with a file."""
    desk, me = stage.desk.session.desk, stage.desk.me
    incident_id = stage.desk.log()
    file = NewFile("contract.pdf", "application/pdf", data)
    desk.incidents.post(me, incident_id, Post(desk.new_id(), "Here it is", public=True, files=(file,)))
    for step in (
        Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Done."),
        Step(State.CLOSED, close_cause=CloseCause.SUPERVISOR),
    ):
        stage.desk.clock.advance(minutes=1)
        desk.incidents.step(me, incident_id, step)
    return incident_id


def let_days_pass(stage: Stage, days: int) -> None:
    for _ in range(days):
        stage.desk.clock.advance(days=1)
        keep_to_rules(stage.desk.session.desk.store)


class Retention:
    """The section on a stage, worked with the keyboard."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.page = stage.show(SettingsPage(stage.context))
        self.page.open("retention")
        stage.settle()
        assert isinstance(self.page.section, RetentionSection)
        self.section = self.page.section
        self.files = self.section.kinds[FILES]

    def rule(self) -> Rule:
        """What the desk is set to."""
        return self.stage.desk.session.desk.retention.overview(self.stage.desk.me).kinds[0].rule

    def choose(self, months: int | None) -> None:
        """Go down the list with the arrows, as the keyboard does."""
        select = self.files.months
        select.setFocus()
        QTest.keyClick(select, Qt.Key.Key_Home)
        for _ in range(select.findData(months)):
            QTest.keyClick(select, Qt.Key.Key_Down)
        self.stage.settle()

    def press(self, button: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Come to a button with Tab and press it."""
        self.stage.wait_for(button.isVisible)
        for _ in range(20):
            focused = self.stage.window.focusWidget()
            if focused is button:
                break
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert self.stage.window.focusWidget() is button, "Tab does not lead there"
        QTest.keyClick(button, key)
        self.stage.settle()


@pytest.fixture
def retention(on_stage: Stage) -> Retention:
    for _ in range(3):
        ended(on_stage)
    on_stage.desk.clock.advance(days=800)
    return Retention(on_stage)


def test_it_says_what_there_is_and_that_it_is_kept_for_ever(retention: Retention) -> None:
    assert retention.files.there.text() == "There now: 3 files, 0 KB, the oldest of 2 Mar 2026"
    assert retention.files.months.currentText() == "for ever"
    assert retention.files.state.isHidden()
    assert retention.files.set.isHidden()
    assert retention.section.taken.text() == "Nothing so far."


def test_what_a_rule_would_take_is_said_before_it_is_set(retention: Retention) -> None:
    retention.choose(24)
    assert retention.files.due.text() == "2 years would take now: 3 files, 0 KB, the oldest of 2 Mar 2026"
    assert retention.rule() == Rule()
    retention.choose(36)
    assert retention.files.due.text() == "3 years would take now: nothing"
    retention.press(retention.files.leave)
    assert retention.files.months.currentText() == "for ever"
    assert retention.files.set.isHidden()
    assert retention.rule() == Rule()


def test_a_rule_says_when_it_begins_and_is_taken_back_where_it_stands(retention: Retention) -> None:
    retention.choose(24)
    retention.press(retention.files.set)
    assert retention.rule().begins_at == retention.stage.desk.clock.now() + timedelta(days=7)
    assert retention.files.months.hasFocus(), "an arrow key after it chooses no other rule"
    assert retention.files.state.text().startswith("2 years: begins 17 May ")
    assert "Until then things are kept for ever" in retention.files.state.text()
    assert retention.section.history._changes[0].what.startswith("Files of ended incidents: for ever → 2 years, from")
    (back,) = retention.files.state._buttons
    back.click()
    retention.stage.settle()
    assert retention.rule() == Rule()
    assert retention.files.state.isHidden()


def test_undo_takes_a_rule_back(retention: Retention) -> None:
    retention.choose(24)
    retention.press(retention.files.set)
    retention.stage.context.actions.run("window.undo")
    retention.stage.settle()
    assert retention.rule() == Rule()


def test_a_choice_that_is_not_set_yet_survives_what_others_do(retention: Retention) -> None:
    retention.choose(24)
    retention.stage.desk.session.desk.settings_admin.set_number(retention.stage.desk.me, "reopen_window_days", 9)
    retention.stage.settle()
    assert retention.files.months.currentText() == "2 years"
    assert not retention.files.set.isHidden()


def drafts(retention: Retention) -> list[dict[str, str]]:
    found: list[Draft] = []
    retention.stage.context.drafts.load_all(found.extend)
    retention.stage.settle()
    return [draft.fields for draft in found]


def test_an_incident_is_held_back_and_let_go_with_the_keyboard(retention: Retention) -> None:
    held = retention.section.held
    held.number.setFocus()
    QTest.keyClicks(held.number, "2")
    QTest.keyClick(held.number, Qt.Key.Key_Return)
    retention.stage.settle()
    assert "Say why it is held back" in retention.section.frame.strip.text()
    QTest.keyClick(held.number, Qt.Key.Key_Tab)
    QTest.keyClicks(held.reason, "Case 4 K 17")
    QTest.keyClick(held.reason, Qt.Key.Key_Return)
    retention.stage.settle()
    assert [line.accessibleName() for line in held.lines] == ["INC-000002, Case 4 K 17, root, Today"]
    assert (held.number.text(), held.reason.text()) == ("", "")
    assert not drafts(retention), "it is held, and no draft any more"
    retention.press(held.lines[0].cross)
    assert not held.lines
    QTest.keyClicks(held.reason, "Case 5")
    retention.stage.context.actions.run("window.undo")
    retention.stage.settle()
    assert len(held.lines) == 1
    assert held.reason.text() == "Case 5", "another one is being typed"
    assert drafts(retention) == [{"number": "", "reason": "Case 5"}]
    held.reason.selectAll()
    QTest.keyClick(held.reason, Qt.Key.Key_Delete)
    assert not drafts(retention)


def test_who_is_no_administrator_reads_and_sets_nothing(on_stage: Stage) -> None:
    on_stage.context.session = Session(on_stage.desk.session.desk, on_stage.desk.dana)
    retention = Retention(on_stage)
    assert not retention.files.months.isEnabled()
    assert retention.section.held.number.isHidden()
    assert "administrators change them" in retention.section.frame.strip.text()


@pytest.mark.parametrize("words", ["retention", "keep", "delete", "gdpr", "legal hold", "old files"])
def test_it_is_found_by_what_people_call_it(words: str) -> None:
    assert "retention" in [spec.key for spec, _topic in found(SECTIONS, words)]


def test_an_incident_that_is_open_shows_it_as_soon_as_its_file_was_removed(on_stage: Stage) -> None:
    incident_id = ended(on_stage)
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident_id)
    on_stage.settle()
    assert not page.findChildren(RemovedFile)
    on_stage.desk.clock.advance(days=800)
    on_stage.desk.session.desk.retention_admin.set_rule(on_stage.desk.me, FILES, 24)
    let_days_pass(on_stage, 8)
    on_stage.settle()
    on_stage.wait_for(lambda: bool(page.findChildren(RemovedFile)))
    row = next(row for row in page.timeline.rows() if row.findChildren(RemovedFile))
    assert not row.findChildren(FileChip), "there is nothing to open"


def test_the_timeline_says_where_a_file_was_that_it_was_removed(on_stage: Stage) -> None:
    incident_id = ended(on_stage)
    on_stage.desk.clock.advance(days=800)
    on_stage.desk.session.desk.retention_admin.set_rule(on_stage.desk.me, FILES, 24)
    let_days_pass(on_stage, 8)
    retention = Retention(on_stage)
    assert "1 file removed, 0 KB" in retention.section.taken.text()
    retention.page.hide()
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident_id)
    on_stage.settle()
    (said,) = page.findChildren(RemovedFile)
    assert said.text().startswith("contract.pdf, 12 B: removed on ")
    assert said.text().endswith(" by the rule of root")
