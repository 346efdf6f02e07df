"""The problems as a table: one line each, painted from plain rows."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from app.domain.wording import tr, trn
from app.services.problems.dto import ProblemRow
from app.views.context import ViewContext
from app.views.problems.looks import ICONS, TONES, state_name, workaround_name
from app.views.toolkit.marks import paint_pill
from app.views.widgets.row_table import Column, RowDelegate, RowModel

_COLUMNS: Final = (
    Column("number", tr("Number"), 108),
    Column("title", tr("Problem"), 0),
    Column("state", tr("Status"), 160),
    Column("workaround", tr("Workaround"), 190),
    Column("incidents", tr("Incidents"), 140),
    Column("owner", tr("Owner"), 140),
    Column("updated", tr("Changed"), 120),
)


class ProblemsTable(RowModel):
    """The rows that the desk sent last."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(context, _COLUMNS, parent)

    def text(self, row: ProblemRow, column: str) -> str:
        """What a cell says."""
        return _TEXTS[column](row) if column in _TEXTS else self._when(row)

    def _when(self, row: ProblemRow) -> str:
        return self.context.formats.moment(row.updated_at, self.context.clock.now())


def incidents_text(incidents: int, still_open: int) -> str:
    """How many incidents belong to a problem, and how many of those are open."""
    if not incidents:
        return tr("None")
    count = trn("{n} incident", "{n} incidents", incidents)
    return tr("{count}, {open} open", count=count, open=still_open) if still_open else count


_TEXTS: Final[dict[str, Callable[[ProblemRow], str]]] = {
    "number": lambda row: row.shown_number,
    "title": lambda row: row.title,
    "state": lambda row: state_name(row.state),
    "workaround": lambda row: workaround_name(row.workaround_state),
    "incidents": lambda row: incidents_text(row.incidents, row.open_incidents),
    "owner": lambda row: row.owner_name or tr("Nobody"),
}


class ProblemsDelegate(RowDelegate):
    """Paints the cells of the table."""

    def paint_cell(self, painter: QPainter, inner: QRectF, row: ProblemRow, column: str, text: str) -> None:
        """The status is a pill."""
        if column != "state":
            super().paint_cell(painter, inner, row, column, text)
            return
        tone, icon = TONES[row.state], ICONS[row.state]
        paint_pill(painter, inner.left(), inner.center().y(), text, tone, icon, room=inner.width())
