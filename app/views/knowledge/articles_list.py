"""The articles as a list: two lines each, painted from plain rows; three where words were looked for."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.numbers import article_number
from app.domain.wording import tr
from app.services.knowledge.dto import ArticleRow
from app.services.search.dto import Hit
from app.views.knowledge.looks import ICONS, TONES, helpful_text, state_text, used_text
from app.views.search.marked_text import paint_marked
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, paint_right, text_width
from app.views.toolkit.mirror import mirror
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

ROW: Final = int(Qt.ItemDataRole.UserRole)
HIT: Final = ROW + 1
HEIGHT: Final = 62
_SNIPPET: Final = 20
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ArticlesModel(QAbstractListModel):
    """The rows that the desk sent last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ArticleRow, ...] = ()
        self.hits: Mapping[str, Hit] = {}

    def show_rows(self, rows: tuple[ArticleRow, ...], hits: Mapping[str, Hit]) -> None:
        """Show these; by their ids, where the words stand that were looked for."""
        self.beginResetModel()
        self.rows, self.hits = rows, hits
        self.endResetModel()

    def rowCount(self, _parent: Index = _ROOT) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == HIT:
            return self.hits.get(row.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.summary or row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            hit = self.hits.get(row.id)
            return ", ".join(filter(None, (spoken(row), hit.snippet.text if hit is not None else "")))
        return None


def spoken(row: ArticleRow) -> str:
    """All that is painted of a row, in words."""
    stale = tr("review is due") if row.is_stale else ""
    parts = (article_number(row.number), row.title, state_text(row), stale, used_text(row), helpful_text(row))
    return ", ".join(filter(None, parts))


class ArticleDelegate(QStyledItemDelegate):
    """Paints a row: title, where it was found, then number, state and what is said of it."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT if index.data(HIT) is None else HEIGHT + _SNIPPET)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            fill_rounded(painter, box, Size.RADIUS_CARD, "sel")
            fill_rounded(painter, QRectF(box.left(), box.center().y() - 12, 3, 24), 1.5, "accent")
            if state & QStyle.StateFlag.State_HasFocus:
                paint_focus_ring(painter, box, Size.RADIUS_CARD)
        elif state & QStyle.StateFlag.State_MouseOver:
            fill_rounded(painter, box, Size.RADIUS_CARD, "hover")
        row: ArticleRow = index.data(ROW)
        upper = QRectF(box.left() + 12, box.top() + 8, box.width() - 24, 22)
        lower = QRectF(upper.left(), box.top() + 32, upper.width(), 20)
        if row.is_stale:
            paint_icon(painter, "clock", colour("amber"), upper.right() - 16, upper.top() + 3)
            upper.setRight(upper.right() - 22)
        hit: Hit | None = index.data(HIT)
        if hit is None:
            paint_left(painter, tokens.UI_MEDIUM, "text", upper, row.title)
        else:
            paint_marked(painter, tokens.UI_MEDIUM, "text", upper, hit.title)
            paint_marked(painter, tokens.META, "text2", lower, hit.snippet)
            lower.translate(0, _SNIPPET)
        self._paint_lower(painter, lower, row)
        painter.restore()

    def _paint_lower(self, painter: QPainter, box: QRectF, row: ArticleRow) -> None:
        number = article_number(row.number)
        paint_left(painter, tokens.META, "text3", box, number)
        left = box.left() + text_width(tokens.META, number) + 10
        told = _told(row, box.right() - left - 27 - text_width(tokens.META_MEDIUM, state_text(row)))
        width = text_width(tokens.META, told)
        paint_right(painter, tokens.META, "text2", QRectF(box.right() - width - 1, box.top(), width + 1, 20), told)
        tone = TONES[row.state]
        paint_icon(painter, ICONS[row.state], colour(tone), left, box.center().y() - 7, 14)
        rest = QRectF(left + 19, box.top(), max(0.0, box.right() - width - 8 - left - 19), box.height())
        paint_left(painter, tokens.META_MEDIUM, tone, rest, state_text(row))


def _told(row: ArticleRow, room: float) -> str:
    """What is said of an article beside its state, as much as has room there; that its review is due always is."""
    facts = [tr("review due") if row.is_stale else "", used_text(row), helpful_text(row)]
    while len(facts) > 1 and text_width(tokens.META, _joined(facts)) > room:
        facts.pop()
    return _joined(facts)


def _joined(facts: list[str]) -> str:
    return " · ".join(filter(None, facts))


class ArticleList(QListView):
    """`moved` carries the row that is chosen now, `entered` the one on which Enter was pressed."""

    moved = Signal(object)
    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.articles = ArticlesModel(self)
        self.setModel(self.articles)
        self.setItemDelegate(ArticleDelegate(self))
        self.setAccessibleName(tr("Articles"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._moved)
        self._quiet = False

    def show_rows(self, rows: tuple[ArticleRow, ...], chosen: str | None, hits: Mapping[str, Hit]) -> None:
        """Show these, with where words were found in them; the chosen article stays chosen where it is among them, and
        so does the place.
        """
        place = self.verticalScrollBar().value()
        self._quiet = True
        self.articles.show_rows(rows, hits)
        self.choose(chosen)
        self._quiet = False
        self.verticalScrollBar().setValue(place)

    def choose(self, article_id: str | None) -> None:
        """Choose the row of an article."""
        for number, row in enumerate(self.articles.rows):
            if row.id == article_id:
                self.setCurrentIndex(self.articles.index(number))
                return

    def current(self) -> ArticleRow | None:
        """The chosen row."""
        index = self.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose the row below or above."""
        if self.articles.rows:
            here = self.currentIndex().row()
            wanted = max(0, min(len(self.articles.rows) - 1, here + by))
            self.setCurrentIndex(self.articles.index(wanted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are actions of the page."""
        row = self.current()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None and not event.modifiers():
            self.entered.emit(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row the current one without selecting it, so it would be shown and not be marked."""
        super().focusInEvent(event)
        self.setCurrentIndex(self.currentIndex())

    def keyboardSearch(self, _search: str) -> None:
        """Letters are actions of the page here; type-ahead would eat them."""

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.moved.emit(index.data(ROW))
