"""The card of what is held back: major incidents and reviewed ones by themselves, and others by hand."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.domain.wording import tr, trn
from app.services.retention.dto import HeldIncident, Overview
from app.views.context import ViewContext
from app.views.kept_answers import Answers, KeptAnswers
from app.views.settings_page.cards import Card, DayLine
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label

_DRAFT: Final = "settings:retention:held"


class HeldCard(Card):
    """`hold_wanted` carries the number and the reason that were typed, `release_wanted` the incident."""

    hold_wanted = Signal(str, str)
    release_wanted = Signal(object)

    def __init__(self, context: ViewContext, *, editable: bool) -> None:
        super().__init__(
            tr("Held back"),
            tr(
                "No rule takes anything of an open incident, of a major one, or of one with a review. Others are held "
                "back here, as when a court or an auditor asks for them."
            ),
        )
        self._context, self._editable = context, editable
        self._kept = KeptAnswers(context, self._typed, self._restore)
        self.by_itself = Label("", tokens.UI, "text2", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.lines: list[DayLine] = []
        self._held: tuple[HeldIncident, ...] = ()
        self.number, self.reason = QLineEdit(), QLineEdit()
        self.hold = Button(tr("Hold back"), height=Size.BUTTON_SMALL)
        for line, name, hint in (
            (self.number, tr("Number of the incident"), tr("INC-000123")),
            (self.reason, tr("Why it is held back"), tr("Why, such as the number of a case")),
        ):
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            line.setFixedHeight(Size.INPUT)
            line.returnPressed.connect(self._hold)
            line.textEdited.connect(lambda _text: self._keep())
        self.number.setFixedWidth(140)
        self.hold.clicked.connect(lambda _checked=False: self._hold())
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.number, self.reason, self.hold):
            row.addWidget(widget, 1 if widget is self.reason else 0)
        self.body.addWidget(self.by_itself)
        self.body.addLayout(row)
        # In its place first: what is shown before it has one is a window of its own for a moment.
        for widget in (self.number, self.reason, self.hold):
            widget.setVisible(editable)
        self.body.addLayout(self._lines)

    def open(self) -> None:
        """The page is shown: what was typed and not held back yet stands there again."""
        if self._editable and not self._kept.key:
            self._kept.begin(_DRAFT)

    def flush(self) -> None:
        """Have what was typed written to the disk; it stays in the fields."""
        if self._kept.key:
            self._context.drafts.flush()

    def _typed(self) -> Answers:
        return {"number": self.number.text(), "reason": self.reason.text()}

    def _restore(self, answers: Answers) -> None:
        for line, name in ((self.number, "number"), (self.reason, "reason")):
            line.setText(" ".join(text for text in (answers.get(name, ""), line.text()) if text))

    def _keep(self) -> None:
        if any(self._typed().values()):
            self._kept.keep()
        else:
            self._done()

    def _done(self) -> None:
        self._kept.done()
        self._kept.begin(_DRAFT, bring_back=False)

    def show_held(self, overview: Overview) -> None:
        """Show what is held back now; what is being typed stays."""
        if overview.held != self._held:
            self._held = overview.held
            self._show_lines()
        by_itself = trn(
            "{n} incident by itself.", "{n} incidents by themselves.", overview.held_by_itself
        ) if overview.held_by_itself else tr("None by itself.")  # fmt: skip
        by_hand = trn("{n} by hand.", "{n} by hand.", len(overview.held)) if overview.held else tr("None by hand.")
        self.by_itself.setText(f"{by_itself} {by_hand}")

    def _show_lines(self) -> None:
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [self._line(held) for held in self._held]
        former: QWidget = self.hold
        for line in self.lines:
            self._lines.addWidget(line)
            # The keyboard goes down the lines, also where one was added to a card that was there.
            QWidget.setTabOrder(former, line.cross)
            former = line.cross

    def clear_typed(self, number: str, reason: str) -> None:
        """It is held back; what was typed meanwhile, or while an earlier one was taken back, stays."""
        if (self.number.text().strip(), self.reason.text().strip()) != (number, reason):
            return
        self.number.clear()
        self.reason.clear()
        self._done()

    def _line(self, held: HeldIncident) -> DayLine:
        since = self._context.formats.day(held.held_at, self._context.clock.now())
        who = tr("{who}, {day}", who=held.held_by or tr("somebody"), day=since)
        line = DayLine(incident_number(held.number), held.reason, who)
        line.set_fixed(not self._editable)
        line.removed.connect(lambda held=held: self.release_wanted.emit(held))
        return line

    def _hold(self) -> None:
        if self._editable and (self.number.text().strip() or self.reason.text().strip()):
            self.hold_wanted.emit(self.number.text().strip(), self.reason.text().strip())
