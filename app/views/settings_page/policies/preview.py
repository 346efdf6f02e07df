"""Whether new policies apply to open incidents, and which of these would change."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.numbers import incident_number
from app.domain.wording import tr, trn
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import ElidedLabel, Label

_SHOWN = 6


class OpenChange(NamedTuple):
    """What would change for one open incident: a clock and its due times (UTC), None for no target or no due time."""

    number: int
    summary: str
    what: str
    before: datetime | None
    after: datetime | None


class OpenPreview(QWidget):
    """`wanted` asks for the preview once the box is ticked."""

    wanted = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.box = CheckBox(tr("Apply to open incidents too"))
        self.box.toggled.connect(lambda _on: self.ask())
        self.state = Label("", tokens.META, "text2", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._cells: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.state)
        column.addLayout(self._grid)
        self._say_new_only()

    def applies_to_open(self) -> bool:
        """Whether it was ticked."""
        return self.box.isChecked()

    def clear(self) -> None:
        """It was published."""
        self.box.setChecked(False)
        self._empty()
        self._say_new_only()

    def stale(self) -> None:
        """The policies changed; what is shown is asked for again when it is on the screen."""
        if self.isVisible():
            self.ask()

    def ask(self) -> None:
        """Ask what would change, if it matters."""
        self._empty()
        if not self.box.isChecked():
            self._say_new_only()
            return
        self.state.setText(tr("Looking at the open incidents…"))
        self.wanted.emit()

    def fail(self, error: DeskError) -> None:
        """It cannot be told."""
        self.state.setText(str(error))

    def show_changes(self, changes: Sequence[OpenChange]) -> None:
        """Show them, the first few in full."""
        self._empty()
        incidents = len({change.number for change in changes})
        if not changes:
            self.state.setText(tr("No due time of an open incident changes."))
            return
        self.state.setText(
            trn("Due times of {n} open incident change.", "Due times of {n} open incidents change.", incidents)
        )
        formats, now = self._context.formats, self._context.clock.now()
        for row, change in enumerate(changes[:_SHOWN]):
            before, after = (
                tr("no due time") if moment is None else formats.moment(moment, now)
                for moment in (change.before, change.after)
            )
            late = change.after is not None and change.after < now
            cells = (
                Label(incident_number(change.number), tokens.META_MEDIUM, "text2"),
                ElidedLabel(change.summary, tokens.META),
                Label(change.what, tokens.META, "text2"),
                Label(f"{before} → {after}", tokens.META_MEDIUM, "red" if late else "text"),
            )
            for column, cell in enumerate(cells):
                self._grid.addWidget(cell, row, column)
            self._cells += cells
        if len(changes) > _SHOWN:
            more = Label(tr("and {count} more", count=len(changes) - _SHOWN), tokens.META, "text3")
            self._grid.addWidget(more, _SHOWN, 0, 1, 2)
            self._cells.append(more)

    def _say_new_only(self) -> None:
        self.state.setText(tr("Only for new incidents, and for those whose traits change."))

    def _empty(self) -> None:
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
