"""The palette itself: one field, a list, keys shown; it floats over the window and gives the focus back."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.wording import tr
from app.views.palette.entries import Entry, Sources, entries
from app.views.palette.over_window import FOOT, HEAD, Index, Lines, OverWindow
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_keys, paint_left, paint_right
from app.views.toolkit.mirror import mirror, upright
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.marks import Pill

_SECTION_ROW: Final = 28
_ROWS: Final = 10
_SELECTED: Final = QStyle.StateFlag.State_Selected


class _Lines(Lines):
    def said(self, line: Any, *, spoken: bool) -> str:
        parts = (line.text, line.hint, line.keys.replace("+", " "), line.reason)
        return ", ".join(filter(None, parts)) if spoken else str(line.text)

    def show_entries(self, found: list[Entry]) -> None:
        lines: list[str | Entry] = []
        section = ""
        for entry in found:
            if entry.section != section:
                section = entry.section
                lines.append(section)
            lines.append(entry)
        self.show(lines)


class _Delegate(QStyledItemDelegate):
    def __init__(self, lines: _Lines, view: QWidget) -> None:
        super().__init__(lines)
        self._lines, self._view = lines, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        section = isinstance(self._lines.lines[index.row()], str)
        return QSize(100, _SECTION_ROW if section else Size.PALETTE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect)
        line = self._lines.lines[index.row()]
        painter.save()
        mirror(painter, self._view, box)
        if isinstance(line, str):
            paint_left(painter, tokens.META_STRONG, "text3", box.adjusted(20, 4, 0, 0), line)
        else:
            self._paint_entry(painter, box.adjusted(8, 1, -8, -1), line, chosen=bool(option.state & _SELECTED))
        painter.restore()

    def _paint_entry(self, painter: QPainter, box: QRectF, entry: Entry, *, chosen: bool) -> None:
        if chosen:
            fill_rounded(painter, box, Size.RADIUS_CARD, "sel")
            fill_rounded(painter, QRectF(box.left(), box.center().y() - 8, 3, 16), 1.5, "accent")
        ink = "text3" if entry.reason else "text"
        paint_icon(
            painter,
            entry.icon or "chevron-right",
            colour(ink if entry.reason else "text2"),
            box.left() + 14,
            box.center().y() - 8,
        )
        right = box.right() - 10
        if entry.keys:
            right = paint_keys(painter, right, box.center().y(), entry.keys, ink="text2", fill=None) - 10
        if entry.reason:
            paint_right(
                painter,
                tokens.META,
                "text3",
                QRectF(box.left(), box.top(), right - box.left(), box.height()),
                entry.reason,
            )
        end = _paint_marked(
            painter, entry, QRectF(box.left() + 44, box.top(), right - box.left() - 44, box.height()), ink
        )
        if entry.hint:
            paint_left(
                painter, tokens.META, "text3", QRectF(end + 10, box.top(), right - end - 10, box.height()), entry.hint
            )


def _paint_marked(painter: QPainter, entry: Entry, box: QRectF, ink: str) -> float:
    """The text with the letters that were meant in bold; returns where it ends."""
    painter.setPen(colour(ink))
    left = box.left()
    places = set(entry.places)
    start = 0
    text = entry.text
    while start < len(text):
        strong = start in places
        end = start
        while end < len(text) and (end in places) == strong:
            end += 1
        style = tokens.UI_STRONG if strong else tokens.UI
        painter.setFont(font(style, tabular=True))
        piece = text[start:end]
        width = metrics(style, tabular=True).horizontalAdvance(piece)
        room = QRectF(left, box.top(), min(width + 1, box.right() - left), box.height())
        with upright(painter, room) as real:
            painter.drawText(real, int(Qt.AlignmentFlag.AlignVCenter), piece)
        left += width
        start = end
    return left


class Palette(OverWindow):
    """Made anew each time it is opened, over the whole window, with its scrim; `gone` when it is closed."""

    gone = Signal()

    def __init__(self, host: QWidget, sources: Sources, typed: str = "") -> None:
        self._entries = _Lines(host)
        self._sources = sources
        self._closed, self._scoped = False, True
        super().__init__(host, self._entries, _Delegate(self._entries, host))
        self.setAccessibleName(tr("Command palette"))
        self.list.setAccessibleName(tr("Commands"))
        self.field.setAccessibleName(tr("What do you want to do?"))
        self.field.setPlaceholderText(tr("Type a command, a number or what to look for"))
        subject = sources.subject()
        self.subject = Pill(subject, "blue") if subject else None
        if self.subject is not None:
            self.subject.setToolTip(tr("What commands act on; Backspace in the empty field takes it away"))
            self.head_row.addWidget(self.subject)
        self.add_foot(
            tr("↑ ↓ choose    ↵ run    ⇧↵ run and stay    Esc close"),
            tr("? what # @ > / do"),
        )
        self.begin(typed)

    def typed(self, text: str) -> None:
        """Show what there is for this text."""
        self._entries.show_entries(entries(text, self._sources, scoped=self._scoped))
        self.choose(0, 1)
        self.place()

    def key(self, event: QKeyEvent) -> bool:
        """Backspace in the empty field takes away what is acted on; Shift+Enter runs and stays."""
        if event.key() == Qt.Key.Key_Backspace and not self.field.text() and self.subject is not None and self._scoped:
            self._scoped = False
            self.subject.hide()
            self.typed("")
            return True
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            entry = self.current()
            if entry is not None and not entry.reason:
                entry.run()
                self.field.selectAll()
            return True
        return super().key(event)

    def look_again(self) -> None:
        """More has been read: show it with what is there, unless the palette is gone or nothing was typed."""
        if not self._closed and self.field.text().strip():
            chosen = self.list.currentIndex().row()
            self._entries.show_entries(entries(self.field.text(), self._sources, scoped=self._scoped))
            self.choose(max(0, chosen), 1)
            self.place()

    def run(self, line: int) -> None:
        """Do what a line says."""
        if not 0 <= line < len(self._lines.lines):
            return
        entry = self._lines.lines[line]
        if isinstance(entry, str) or entry.reason:
            return
        run = partial(entry.run)
        self.close_quietly()
        run()

    def current(self) -> Entry | None:
        """The entry that Enter would run."""
        line = self.list.currentIndex().row()
        entry = self._lines.lines[line] if 0 <= line < len(self._lines.lines) else None
        return entry if isinstance(entry, Entry) else None

    def shown(self) -> list[Entry]:
        """All entries that are listed."""
        return [line for line in self._lines.lines if isinstance(line, Entry)]

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is read from now on comes too late."""
        self._closed = True
        self.gone.emit()
        super().closeEvent(event)

    def place(self) -> None:
        """As high as what is listed, up to ten rows."""
        width = min(Size.PALETTE, self.width() - 32)
        rows = sum(_SECTION_ROW if isinstance(line, str) else Size.PALETTE_ROW for line in self._lines.lines)
        room = min(_ROWS * Size.PALETTE_ROW, self.height() - 200)
        self.place_card(width, HEAD + FOOT + 2 + min(rows, room) + 4)
