"""Escalations, or the offers of a shift's end, as a table: one line each, painted from plain rows."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from app.domain.escalation.words import EscalationState
from app.domain.numbers import incident_number
from app.domain.text import clean_line
from app.domain.wording import tr
from app.services.escalation.dto import EscalationRow, MajorRow, ShiftOfferRow
from app.views.context import ViewContext
from app.views.escalations import wording
from app.views.toolkit import tokens
from app.views.toolkit.marks import paint_left, paint_pill, paint_priority, text_width
from app.views.toolkit.tokens import Size
from app.views.widgets.row_table import Column, RowDelegate, RowModel

COLUMNS: Final = (
    Column("incident", tr("Incident"), 136),
    Column("title", tr("Short description"), 0),
    Column("from", tr("From"), 130),
    Column("to", tr("To"), 160),
    Column("reason", tr("Reason"), 202),
    # The tool tip of the status says it where the column has no room.
    Column("raised", tr("Raised"), 124, yielding=True),
    Column("due", tr("Due"), 104),
    Column("state", tr("Status"), 118, least=104),
)

Line = EscalationRow | ShiftOfferRow | MajorRow
_DUE = next(number for number, column in enumerate(COLUMNS) if column.key == "due")


class BoardTable(RowModel):
    """The rows that the desk sent last."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(context, COLUMNS, parent)

    def tick(self) -> None:
        """The countdowns went on."""
        if self.rows:
            self.dataChanged.emit(self.index(0, _DUE), self.index(len(self.rows) - 1, _DUE))

    def text(self, row: Line, column: str) -> str:
        """What a cell says."""
        now = self.context.now()
        if column == "incident":
            return incident_number(row.number)
        if column == "title":
            return row.short_description
        if isinstance(row, MajorRow):
            return {
                "from": row.group_name or "",
                "to": wording.major_decider(row),
                "reason": clean_line(row.words),
                "raised": self.context.formats.moment(row.since, now),
                "due": wording.countdown(row.next_update_at, now),
                "state": wording.MAJOR_TEXTS[row.major_state],
            }[column]
        if isinstance(row, ShiftOfferRow):
            return {
                "from": row.from_group_name,
                "to": row.to_group_name,
                "reason": tr("Nobody owned it at the end of the shift"),
                "raised": self.context.formats.moment(row.shift_ended_at, now),
                "due": "",
                "state": wording.offer_text(row),
            }[column]
        return {
            "from": row.from_group_name or "",
            "to": wording.addressee(row),
            "reason": row.rule_name or wording.reason_text(row),
            "raised": self.context.formats.moment(row.raised_at, now),
            "due": wording.countdown(row.acknowledge_by, now) if row.acknowledged_at is None else "",
            "state": wording.state_text(row.state),
        }[column]

    def spoken(self, row: Line, column: str) -> str:
        """What a screen reader says of a cell."""
        if column == "due" and isinstance(row, MajorRow) and row.next_update_at is not None:
            return wording.update_spoken(row.next_update_at, self.context.now())
        if column == "due" and isinstance(row, EscalationRow):
            return wording.countdown_spoken(row.acknowledge_by, self.context.now())
        if column == "incident":
            return tr("{number}, priority {priority}", number=incident_number(row.number), priority=row.priority)
        return self.text(row, column) or tr("empty")

    def tip(self, row: Line, column: str) -> str:
        """What does not fit, and whatever else there is to know."""
        if isinstance(row, EscalationRow) and column in {"reason", "state"}:
            lines = [
                column == "state" and self._raised(row),
                row.rule_name and tr("Rule: {rule_name}", rule_name=row.rule_name),
                wording.reason_text(row),
                row.tried and tr("Tried: {tried}", tried=row.tried),
            ]
            return "\n".join(line for line in [*lines, wording.ending(row)] if line)
        if isinstance(row, EscalationRow) and column == "due" and row.acknowledge_by is not None:
            return tr("By {when}", when=self.context.formats.full(row.acknowledge_by))
        if isinstance(row, MajorRow) and column == "due" and row.next_update_at is not None:
            return tr("Next update by {when}", when=self.context.formats.full(row.next_update_at))
        if column == "state":
            return f"{self.text(row, column)}\n{self._raised(row)}"
        told = {"title", "to", "from", *(() if isinstance(row, EscalationRow) else ("reason",))}
        return self.text(row, column) if column in told else ""

    def _raised(self, row: Line) -> str:
        return tr("Raised {when}", when=self.text(row, "raised"))


class BoardDelegate(RowDelegate):
    """Paints the cells of the table."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context

    def paint_cell(self, painter: QPainter, inner: QRectF, row: Line, column: str, text: str) -> None:
        """Pills for what is due and the status, and two lines for a long reason."""
        middle = inner.center().y()
        if column == "incident":
            paint_priority(painter, inner.left(), middle, row.priority)
            paint_left(painter, tokens.UI_MEDIUM, "text", inner.adjusted(Size.BADGE_WIDTH + 8, 0, 0, 0), text)
        elif column == "state" and isinstance(row, EscalationRow):
            kind = EscalationState(row.state)
            paint_pill(
                painter, inner.left(), middle, text, wording.TONES[kind], wording.ICONS[kind], room=inner.width()
            )
        elif column == "state" and isinstance(row, MajorRow):
            paint_pill(
                painter, inner.left(), middle, text, wording.MAJOR_TONES[row.major_state], "siren", room=inner.width()
            )
        elif column == "due" and isinstance(row, EscalationRow) and row.acknowledge_by is not None and text:
            self._paint_due(painter, inner, row.acknowledge_by, text, "clock")
        elif column == "due" and isinstance(row, MajorRow) and row.next_update_at is not None:
            self._paint_due(painter, inner, row.next_update_at, text, "megaphone")
        elif column == "reason" and text_width(tokens.UI, text) > inner.width():
            _paint_two_lines(painter, inner, text)
        else:
            super().paint_cell(painter, inner, row, column, text)

    def _paint_due(self, painter: QPainter, inner: QRectF, due: datetime, text: str, mark: str) -> None:
        late = due < self._context.now()
        icon, tone = ("octagon-alert", "red") if late else (mark, "amber")
        paint_pill(painter, inner.left(), inner.center().y(), text, tone, icon)


def _paint_two_lines(painter: QPainter, inner: QRectF, text: str) -> None:
    """A text that is too long for a line in two smaller ones; what is left over is cut, and stands in the tool tip."""
    words, first = text.split(" "), ""
    while words and text_width(tokens.META, f"{first} {words[0]}".strip()) <= inner.width():
        first = f"{first} {words.pop(0)}".strip()
    half = inner.height() / 2
    upper = QRectF(inner.left(), inner.top() + 3, inner.width(), half - 3)
    lower = QRectF(inner.left(), inner.top() + half, inner.width(), half - 3)
    # One word that is wider than the column has no place to break.
    paint_left(painter, tokens.META, "text2", upper if words and first else inner, first or text)
    if first:
        paint_left(painter, tokens.META, "text2", lower, " ".join(words))
