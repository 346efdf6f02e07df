"""A line of the side bar: an icon, words and a number; some take incidents that are dragged there."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip

from app.views.queue.row_drag import ids_in
from app.views.toolkit import tokens
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, paint_right, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size


class NavItem(EnterPresses):
    """One line of the side bar, or one icon of the rail; `dropped` carries incidents where it takes them."""

    dropped = Signal(tuple)

    def __init__(self, text: str, icon: str, *, swatch: str = "") -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chosen = False
        self._icon, self._swatch, self._count, self._rail = icon, swatch, 0, False
        self._number = ""
        self._is_under_drag = False
        self._refusal = ""

    def refuse_drops(self, why: str) -> None:
        """Take no incidents, and say why while some are held over it."""
        self._refusal = why
        self.setAcceptDrops(True)

    def set_count(self, count: int, *, is_all: bool = True) -> None:
        """The number at the right; zero shows none. Unless it `is_all`, there are so many or more."""
        number = _short(count, 1000) if is_all else f"{count - 1}+"
        told = f"{self.text()}, {number}" if count else self.text()
        if (count, number, told) == (self._count, self._number, self.accessibleName()):
            return  # Every list that is read tells it again, and painting all lines takes as long as half of its rows.
        self._count, self._number = count, number
        self.setAccessibleName(told)
        self.setToolTip(told if self._rail else "")
        self.update()

    def mark(self, *, chosen: bool) -> None:
        """Whether the window shows what this line leads to."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Incidents that are dragged over a line that takes them tint it."""
        if not ids_in(event.mimeData()):
            return
        if self._refusal:
            # The pointer says that nothing is taken here; only words can say why.
            event.ignore()
            QToolTip.showText(self.mapToGlobal(event.position().toPoint()), self._refusal, self)
        else:
            event.acceptProposedAction()
            self._hold(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They are dragged on."""
        self._hold(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are let go here."""
        event.acceptProposedAction()
        self._hold(over=False)
        self.dropped.emit(ids_in(event.mimeData()))

    def _hold(self, *, over: bool) -> None:
        self._is_under_drag = over
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show this icon."""
        self._icon = icon
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Show the icon only."""
        self._rail = rail
        self.setToolTip(self.accessibleName() if rail else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as a line; the rail has larger targets."""
        return QSize(40, 36) if self._rail else QSize(180, Size.SIDEBAR_ITEM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint, bar, icon, text, count."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        if self._is_under_drag:
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "sel", "accent")
        elif self.chosen:
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "selchrome")
            fill_rounded(painter, QRectF(0, box.center().y() - 8, 3, 16), 1.5, "accent")
        elif self.underMouse():
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "hover")
        ink = "text" if self.chosen else "text2"
        if self._rail:
            paint_icon(painter, self._icon, colour("accent" if self.chosen else "text2"), box.center().x() - 9, 9, 18)
            if self._count:
                self._paint_badge(painter, box)
        else:
            self._paint_line(painter, box, ink)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        """The number at the upper corner, on a ground of its own where it would lie on the icon."""
        # Three digits would lie on the icon; how many there are is told by the tool tip.
        number = _short(self._count, 100)
        wide = text_width(tokens.CAPTION_STRONG, number)
        ground = "sel" if self._is_under_drag else "selchrome" if self.chosen else "chrome"
        fill_rounded(painter, QRectF(box.right() - wide - 2, 1, wide + 3, 12), Size.RADIUS_BADGE, ground)
        paint_right(painter, tokens.CAPTION_STRONG, "text2", QRectF(box.right() - 30, 0, 30, 14), number)

    def _paint_line(self, painter: QPainter, box: QRectF, ink: str) -> None:
        middle = box.center().y()
        if self._swatch:
            fill_rounded(painter, QRectF(14, middle - 4, 8, 8), 2, self._swatch)
        else:
            paint_icon(painter, self._icon, colour("accent" if self.chosen else ink), 10, middle - 8)
        style = tokens.UI_STRONG if self.chosen else tokens.UI_MEDIUM
        paint_left(painter, style, "text", box.adjusted(36, 0, -44, 0), self.text())
        if self._count:
            paint_right(painter, tokens.META_MEDIUM, "text2", box.adjusted(0, 0, -12, 0), self._number)


def _short(count: int, below: int) -> str:
    return str(count) if count < below else f"{below - 1}+"
