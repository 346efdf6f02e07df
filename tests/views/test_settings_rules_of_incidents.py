"""The priority matrix and the rules of incidents in the settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.priority import GLPI_5X5, SERVICENOW_3X3, PriorityMatrix
from app.services.session import Session
from app.views.settings_page.incidents.section import IncidentRulesSection
from app.views.settings_page.matrix.section import MatrixSection
from app.views.settings_page.page import SettingsPage
from tests.views.desks import Stage


class Matrix:
    """The section of the matrix on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.page = stage.show(SettingsPage(stage.context))
        self.page.open("matrix")
        stage.settle()
        assert isinstance(self.page.section, MatrixSection)
        self.section = self.page.section

    def in_force(self) -> PriorityMatrix:
        """What the desk goes by."""
        return self.stage.desk.session.desk.settings.matrix(self.stage.desk.me)

    def pick(self, impact: int, urgency: int, priority: int) -> None:
        """Choose the priority of a cell, as the list does."""
        select = self.section.grid.cells[impact - 1][urgency - 1]
        select.setCurrentIndex(select.findData(priority))
        select.activated.emit(select.currentIndex())


@pytest.fixture
def matrix(on_stage: Stage) -> Matrix:
    return Matrix(on_stage)


def test_a_cell_is_changed_saved_and_taken_back(matrix: Matrix) -> None:
    assert matrix.section.save.isHidden()
    matrix.pick(2, 2, 2)
    matrix.section.save.click()
    matrix.stage.settle()
    assert matrix.in_force().cells[1][1] == 2
    assert matrix.section.save.isHidden()
    assert matrix.section.history._changes[0].what == "Priority matrix: set"
    matrix.stage.context.actions.run("window.undo")
    matrix.stage.settle()
    assert matrix.in_force() == SERVICENOW_3X3
    assert matrix.section.grid.cells[1][1].currentData() == 3


def test_a_matrix_that_contradicts_itself_is_said_in_place_and_not_saved(matrix: Matrix) -> None:
    matrix.pick(3, 3, 1)
    assert "Impact 3, urgency 3: priority 1 is more pressing" in matrix.section.finding.text()
    assert not matrix.section.save.isEnabled()
    matrix.pick(3, 3, 5)
    assert matrix.section.finding.isHidden()


def test_a_draft_survives_even_when_it_is_not_sound(matrix: Matrix) -> None:
    matrix.pick(3, 3, 1)
    matrix.page.leave()
    matrix.stage.settle()
    again = Matrix(matrix.stage)
    assert again.section.grid.cells[2][2].currentData() == 1
    assert "here again" in again.section.frame.strip.text()
    assert again.in_force() == SERVICENOW_3X3
    again.section.discard.click()
    assert again.section.grid.cells[2][2].currentData() == 5


def test_another_built_in_matrix_is_taken_with_its_own_size(matrix: Matrix) -> None:
    matrix.section.start.setCurrentIndex(matrix.section.start.findText("GLPI 5x5"))
    matrix.section.start.activated.emit(matrix.section.start.currentIndex())
    assert len(matrix.section.grid.cells) == 5
    matrix.section.save.click()
    matrix.stage.settle()
    assert matrix.in_force() == GLPI_5X5


class Rules:
    """The section of the rules of incidents on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.page = stage.show(SettingsPage(stage.context))
        self.page.open("incidents")
        stage.settle()
        assert isinstance(self.page.section, IncidentRulesSection)
        self.section = self.page.section

    def type_into(self, key: str, text: str) -> None:
        """Replace what stands in a field of the limits, and press Enter."""
        line: QWidget | None = self.section.limits.fields[key].focusProxy()
        assert line is not None
        line.setFocus()
        line.selectAll()  # type: ignore[attr-defined]  # a line of text
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.stage.settle()

    def number(self, key: str) -> int:
        """What the desk is set to."""
        return self.stage.desk.session.desk.settings.number(self.stage.desk.me, key)


@pytest.fixture
def rules(on_stage: Stage) -> Rules:
    return Rules(on_stage)


def test_a_limit_is_saved_at_once_and_taken_back(rules: Rules) -> None:
    rules.type_into("reopen_window_days", "30")
    assert rules.number("reopen_window_days") == 30
    rules.type_into("reopen_window_days", "45")
    assert rules.section.history._changes[0].what == "Reopen within: 30 → 45"
    rules.stage.context.actions.run("window.undo")
    rules.stage.settle()
    assert rules.number("reopen_window_days") == 30
    assert rules.section.limits.values()["reopen_window_days"] == "30"


@pytest.mark.parametrize(
    ("typed", "said"), [("soon", "'soon' is no whole number"), ("9999", "must be 0 to 3650, 9999 is outside")]
)
def test_what_cannot_be_a_limit_is_said_in_place(rules: Rules, typed: str, said: str) -> None:
    rules.type_into("reopen_window_days", typed)
    assert said in rules.section.frame.strip.text()
    assert rules.number("reopen_window_days") == 14
    assert rules.section.limits.values()["reopen_window_days"] == typed


def test_who_is_no_administrator_reads_and_changes_nothing(on_stage: Stage) -> None:
    on_stage.context.session = Session(on_stage.desk.session.desk, on_stage.desk.dana)
    rules, matrix = Rules(on_stage), Matrix(on_stage)
    assert all(not field.findChildren(QAbstractButton) for field in rules.section.limits.fields.values())
    assert rules.section.limits.fields["reopen_window_days"].focusProxy().isReadOnly()  # type: ignore[union-attr]  # a line of text
    assert matrix.section.start.isHidden()
    assert not matrix.section.grid.cells[0][0].isEnabled()
