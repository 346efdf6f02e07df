"""The matrix as a table: a row for each impact, a column for each urgency, and the words of the three scales."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.priority import PriorityMatrix
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.choices import Select
from app.views.widgets.fixed_text import fix
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.marks import PriorityBadge

_WORD: Final = 104
"""Pixels for the word of a priority."""


class MatrixGrid(QWidget):
    """`changed` comes with every edit; `data` is what stands there, which need not be a sound matrix yet."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Priority by impact and urgency"))
        self.cells: list[list[Select]] = []
        self.impacts: list[QLineEdit] = []
        self.urgencies: list[QLineEdit] = []
        self.priorities: list[QLineEdit] = []
        self._name = ""
        self._fixed = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._inside: QWidget | None = None

    def show_matrix(self, matrix: PriorityMatrix) -> None:
        """Show a matrix; the fields are made anew only where its size differs."""
        self._name = matrix.name
        shape = (len(self.impacts), len(self.urgencies), len(self.priorities))
        if shape != (len(matrix.impact_labels), len(matrix.urgency_labels), len(matrix.priority_labels)):
            self._build(matrix)
        for lines, labels in (
            (self.impacts, matrix.impact_labels),
            (self.urgencies, matrix.urgency_labels),
            (self.priorities, matrix.priority_labels),
        ):
            for line, label in zip(lines, labels, strict=True):
                if line.text() != label:
                    line.setText(label)
        self._offer(matrix.priority_labels)
        for selects, cells in zip(self.cells, matrix.cells, strict=True):
            for select, cell in zip(selects, cells, strict=True):
                select.setCurrentIndex(select.findData(cell))
        self.set_fixed(self._fixed)

    def data(self) -> dict[str, object]:
        """What stands in the fields, as `matrix_from_data` takes it."""
        return {
            "name": self._name,
            "impact": [line.text() for line in self.impacts],
            "urgency": [line.text() for line in self.urgencies],
            "priority": [line.text() for line in self.priorities],
            "cells": [[int(select.currentData()) for select in row] for row in self.cells],
        }

    def type_in(self, data: Mapping[str, Any]) -> None:
        """Show what somebody had edited in a matrix of the size that is shown; it need not be sound."""
        self._name = str(data["name"])
        for lines, labels in (
            (self.impacts, data["impact"]),
            (self.urgencies, data["urgency"]),
            (self.priorities, data["priority"]),
        ):
            for line, label in zip(lines, labels, strict=False):
                line.setText(str(label))
        self._reword()
        for selects, cells in zip(self.cells, data["cells"], strict=False):
            for select, cell in zip(selects, cells, strict=False):
                select.setCurrentIndex(max(0, select.findData(cell)))

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed
        for line in (*self.impacts, *self.urgencies, *self.priorities):
            fix(line, fixed=fixed)
        for row in self.cells:
            for select in row:
                select.setEnabled(not fixed)

    def _build(self, matrix: PriorityMatrix) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._scales(matrix))
        column.addLayout(self._table(matrix))
        self._column.addWidget(self._inside)

    def _scales(self, matrix: PriorityMatrix) -> QWidget:
        scales = QWidget()
        # With large text they go on in the next row, where one row would cut the words.
        flow = FlowLayout(10, scales)
        self.priorities = []
        for number, _label in enumerate(matrix.priority_labels, 1):
            line = self._line(tr("Word for priority {number}", number=number))
            line.setFixedWidth(_WORD)
            line.textEdited.connect(self._reword)
            self.priorities.append(line)
            scale = QWidget()
            row = QHBoxLayout(scale)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(PriorityBadge(number))
            row.addWidget(line)
            flow.addWidget(scale)
        return scales

    def _table(self, matrix: PriorityMatrix) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(
            Label(tr("Impact ↓   Urgency →"), tokens.META_STRONG, "text3"), 0, 0, Qt.AlignmentFlag.AlignBottom
        )
        self.urgencies = [self._line(tr("Urgency {number}", number=n)) for n, _ in enumerate(matrix.urgency_labels, 1)]
        self.impacts = [self._line(tr("Impact {number}", number=n)) for n, _ in enumerate(matrix.impact_labels, 1)]
        self.cells = []
        for column, line in enumerate(self.urgencies, 1):
            grid.addWidget(line, 0, column)
            grid.setColumnStretch(column, 1)
        for row, line in enumerate(self.impacts, 1):
            grid.addWidget(line, row, 0)
            self.cells.append([self._cell(row, column) for column, _ in enumerate(self.urgencies, 1)])
            for column, select in enumerate(self.cells[-1], 1):
                grid.addWidget(select, row, column)
        return grid

    def _cell(self, impact: int, urgency: int) -> Select:
        select = Select(tr("Priority of impact {impact}, urgency {urgency}", impact=impact, urgency=urgency))
        select.activated.connect(lambda _index: self.changed.emit())
        return select

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setMaxLength(40)
        line.setFixedHeight(Size.BUTTON_PAGE)
        line.textEdited.connect(lambda _text: self.changed.emit())
        return line

    def _reword(self) -> None:
        self._offer([line.text() for line in self.priorities])

    def _offer(self, labels: Sequence[str]) -> None:
        for row in self.cells:
            for select in row:
                chosen = select.currentData()
                select.clear()
                for number, label in enumerate(labels, 1):
                    select.addItem(f"{number}  {label}", number)
                select.setCurrentIndex(max(0, select.findData(chosen)))
