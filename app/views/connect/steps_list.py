"""Steps as they end: a mark, what was found, and a hint where it did not end well."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.services.joining.dto import Mark, Outcome, Step
from app.services.server.dto import Part
from app.views.toolkit import tokens
from app.views.toolkit.toast import announce
from app.views.widgets.labels import Label
from app.views.widgets.marks import Symbol

_LOOKS = {
    Mark.PASSED: ("circle-check", tr("Passed"), "green"),
    Mark.WARNING: ("triangle-alert", tr("Warning"), "amber"),
    Mark.FAILED: ("circle-x", tr("Failed"), "red"),
    Mark.SKIPPED: ("minus", tr("Not needed"), "text3"),
}


class _Whole(Label):
    """A text in lines that asks for the height it has at its width: a bar that comes beside it makes it narrower."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for all lines."""
        super().resizeEvent(event)
        self.setMinimumHeight(max(0, self.heightForWidth(event.size().width())))


class StepRow(QWidget):
    """One step: waiting, under way, or ended."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.mark: Mark | None = None
        self._symbol = Symbol("circle-dashed", tr("Not tried yet"), "text3", 18)
        head = Label(name, tokens.UI_STRONG)
        self._found = _Whole("", tokens.UI, "text2", wrap=True, selectable=True)
        self._hint = _Whole("", tokens.UI, "text", wrap=True, selectable=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (head, self._found, self._hint):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.wait()

    def wait(self) -> None:
        """Not tried yet."""
        self.mark = None
        self._show("circle-dashed", tr("Not tried yet"), "text3")

    def begin(self, found: str = "") -> None:
        """Under way."""
        self.mark = None
        self._show("loader-circle", tr("Under way"), "accent", found)

    def end(self, mark: Mark, found: str = "", hint: str = "") -> None:
        """Ended like this."""
        self.mark = mark
        self._show(*_LOOKS[mark], found, hint)

    def found(self) -> str:
        """What was found."""
        return self._found.text()

    def _show(self, icon: str, spoken: str, tone: str, found: str = "", hint: str = "") -> None:
        self._symbol.set_icon(icon, spoken, tone)
        for label, text in ((self._found, found), (self._hint, hint)):
            label.setMinimumHeight(0)
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(". ".join(part for part in (self.name, spoken, found, hint) if part))


class StepsList(QWidget):
    """All steps of the test of a connection, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps of the test"))
        self.rows = {step: StepRow(step.label) for step in Step}
        self._outcomes: dict[Step, Outcome] = {}
        _stack(self, self.rows.values())

    def begin(self) -> None:
        """A test begins: the first step is under way."""
        self.clear()
        self.rows[Step.NAME].begin()

    def clear(self) -> None:
        """Nothing was tried, or what was tried is not what is typed now."""
        self._outcomes.clear()
        for row in self.rows.values():
            row.wait()

    def show_outcome(self, outcome: Outcome) -> None:
        """A step has ended, and the next one is under way unless it failed."""
        row = self.rows[outcome.step]
        self._outcomes[outcome.step] = outcome
        row.end(outcome.mark, outcome.found, outcome.hint)
        announce(self, row.accessibleName())
        order = list(Step)
        place = order.index(outcome.step) + 1
        if outcome.mark is not Mark.FAILED and place < len(order):
            self.rows[order[place]].begin()

    def stop(self) -> None:
        """The person has had enough: what is under way is not tried."""
        for row in self.rows.values():
            if row.mark is None:
                row.wait()

    def outcomes(self) -> tuple[Outcome, ...]:
        """What is known."""
        return tuple(self._outcomes[step] for step in Step if step in self._outcomes)


class PartsList(QWidget):
    """The parts of setting a desk up, of which each begins where the one before it has ended."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Parts of setting up"))
        self.rows = {part: StepRow(part.label) for part in Part}
        self._now: StepRow | None = None
        _stack(self, self.rows.values())

    def begin(self) -> None:
        """Setting up begins, with asking what is there."""
        self._now = None
        for row in self.rows.values():
            row.wait()

    def go_on(self, part: Part, line: str) -> None:
        """A part has begun; those that are passed over were not needed."""
        self._end(Mark.PASSED)
        self._now = self.rows[part]
        self._now.begin(line)
        announce(self, self._now.accessibleName())

    def end(self) -> None:
        """All is done."""
        self._end(Mark.PASSED)
        for row in self.rows.values():
            if row.mark is None:
                row.end(Mark.SKIPPED)

    def fail(self) -> None:
        """Nothing of it was kept."""
        self._end(Mark.FAILED)

    def _end(self, mark: Mark) -> None:
        if self._now is not None:
            self._now.end(mark, self._now.found())
            self._now = None


def _stack(widget: QWidget, rows: Iterable[QWidget]) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
