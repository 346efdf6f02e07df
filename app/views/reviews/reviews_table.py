"""The reviews as a table: one line each, painted from plain rows."""

from typing import Final

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from app.domain.numbers import incident_number
from app.domain.vocabulary import ReviewState
from app.domain.wording import tr
from app.services.reviews.dto import ReviewRow
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.marks import paint_left, paint_pill, paint_priority, pill_width, text_width
from app.views.toolkit.tokens import Size
from app.views.widgets.row_table import Column, RowDelegate, RowModel

_COLUMNS: Final = (
    Column("incident", tr("Incident"), 160),
    Column("title", tr("Review"), 0),
    Column("state", tr("Status"), 168),
    Column("author", tr("Author"), 150),
    Column("updated", tr("Changed"), 128),
    Column("actions", tr("Actions"), 170),
)

TONES = {ReviewState.DRAFT: "slate", ReviewState.IN_REVIEW: "amber", ReviewState.PUBLISHED: "green"}
"""The tint of each state."""

ICONS = {ReviewState.DRAFT: "pencil", ReviewState.IN_REVIEW: "eye", ReviewState.PUBLISHED: "check"}
"""The icon of each state, so that it does not hang on colour alone."""


class ReviewsTable(RowModel):
    """The rows that the desk sent last."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(context, _COLUMNS, parent)

    def text(self, row: ReviewRow, column: str) -> str:
        """What a cell says."""
        if column == "incident":
            return incident_number(row.incident_number)
        if column == "state":
            return f"{ReviewState(row.state).label}, v{row.version}"
        if column == "updated":
            return self.context.formats.moment(row.updated_at, self.context.clock.now())
        if column == "actions":
            late = tr(", {actions_overdue} overdue", actions_overdue=row.actions_overdue) if row.actions_overdue else ""
            return (
                tr("{actions_open} open{late}", actions_open=row.actions_open, late=late)
                if row.actions_open
                else tr("None open")
            )
        return {"title": row.title, "author": row.author_name or tr("Nobody")}[column]


class ReviewsDelegate(RowDelegate):
    """Paints the cells of the table."""

    def paint_cell(self, painter: QPainter, inner: QRectF, row: ReviewRow, column: str, text: str) -> None:
        """The incident with its priority, the status as a pill with the version, and what is overdue in red."""
        middle = inner.center().y()
        if column == "incident":
            paint_priority(painter, inner.left(), middle, row.priority)
            paint_left(painter, tokens.UI_MEDIUM, "text", inner.adjusted(Size.BADGE_WIDTH + 8, 0, 0, 0), text)
        elif column == "state":
            kind = ReviewState(row.state)
            paint_pill(painter, inner.left(), middle, kind.label, TONES[kind], ICONS[kind], room=inner.width())
            left = pill_width(kind.label, ICONS[kind]) + 8
            paint_left(painter, tokens.META, "text2", inner.adjusted(left, 0, 0, 0), f"v{row.version}")
        elif column == "actions" and row.actions_overdue:
            before = tr("{actions_open} open, ", actions_open=row.actions_open)
            paint_left(painter, tokens.UI, "text2", inner, before)
            rest = inner.adjusted(text_width(tokens.UI, before), 0, 0, 0)
            late = tr("{actions_overdue} overdue", actions_overdue=row.actions_overdue)
            paint_left(painter, tokens.UI_STRONG, "red", rest, late)
        else:
            super().paint_cell(painter, inner, row, column, text)
