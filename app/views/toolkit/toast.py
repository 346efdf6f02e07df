"""What just happened, at the bottom of the window for ten seconds, with a way back; it never takes the focus."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.kept_clear import clear_of, covers_what_never_is
from app.views.toolkit.marks import fill_rounded, keys_width, paint_keys, paint_left, text_width
from app.views.toolkit.mirror import painter_on, set_margins
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

SHOWN_MS = 10_000
_BETWEEN = 8
_LOOK_AGAIN_MS = 200
"""How often a toast that is shown makes way for what has come below it, as a panel that was opened meanwhile."""


@dataclass(frozen=True, slots=True)
class ToastAction:
    """Something that the toast offers: `Undo`, `Open`."""

    text: str
    run: Callable[[], None]
    keys: str = ""


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it, politely, wherever the focus is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class _ToastButton(EnterPresses):
    def __init__(self, action: ToastAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.setAccessibleName(action.text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        width = text_width(tokens.UI_STRONG, action.text) + 12 + (keys_width(action.keys) if action.keys else 0)
        self.setFixedSize(width, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_left(
            painter, tokens.UI_STRONG, "toastaccent", QRectF(self.rect()).adjusted(6, 0, 0, 0), self._action.text
        )
        if self._action.keys:
            paint_keys(painter, self.width() - 2, 14, self._action.keys, ink="ontoast", fill="toastkey")
        if self.hasFocus():
            _paint_ring(painter, self.rect())


class _Cross(EnterPresses):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Dismiss"))
        self.setFixedSize(28, 28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        paint_icon(painter, "x", colour("ontoast2"), 6, 6)
        if self.hasFocus():
            _paint_ring(painter, self.rect())


def _paint_ring(painter: QPainter, box: QRect) -> None:
    painter.setPen(colour("toastaccent"))
    # What was painted before may have left its brush, which would cover the words.
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)


class Toast(QWidget):
    """The box itself; made and placed by `Toasts`."""

    def __init__(self, parent: QWidget, text: str, icon: str, actions: tuple[ToastAction, ...]) -> None:
        super().__init__(parent)
        self._text, self._icon = text, icon
        self.told = text, icon, actions
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 71))
        self.setGraphicsEffect(shadow)
        row = QHBoxLayout(self)
        set_margins(row, 0, 6, 6, 6)
        row.setSpacing(6)
        wanted = 12 + 16 + 10 + text_width(tokens.UI_MEDIUM, text) + 10
        row.addItem(QSpacerItem(wanted, 0, QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum))
        for action in actions:
            button = _ToastButton(action, self)
            button.clicked.connect(lambda _checked=False, action=action: self._take(action))
            row.addWidget(button)
        cross = _Cross(self)
        cross.clicked.connect(self.close)
        row.addWidget(cross)
        self.fit(parent.width())

    def fit(self, width: int) -> None:
        """As wide as its words need, in a window of this width."""
        self.setFixedSize(min(self.sizeHint().width(), width - 24), Size.TOAST)

    def _take(self, action: ToastAction) -> None:
        self.close()
        action.run()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, the icon and the text; the buttons paint themselves."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        fill_rounded(painter, box, Size.RADIUS_CARD, "toast")
        paint_icon(painter, self._icon, colour("ontoast2"), 12, box.center().y() - 8)
        # A long sentence in a small window ends before the buttons; it is read aloud and stands in the tip whole.
        buttons = self.findChildren(QAbstractButton)
        taken = sum(button.width() + 6 for button in buttons)
        room = self.width() - taken - 38
        paint_left(painter, tokens.UI_MEDIUM, "ontoast", QRectF(38, 0, room, box.height()), self._text)


class _WayBack(QTimer):
    """What takes back something that was told of, for as long as that can be done."""

    def __init__(self, parent: QObject, text: str, run: Callable[[], None], lasts_ms: int) -> None:
        super().__init__(parent)
        self.text, self.run = text, run
        self.setSingleShot(True)
        self.start(lasts_ms)


class _Place(QTimer):
    """Where one toast stands until its time is over, or a newer one takes its place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.toast: Toast | None = None
        self.setSingleShot(True)
        self.timeout.connect(self.clear)

    def put(self, toast: Toast, shown_ms: int) -> None:
        """Show this one."""
        self.clear()
        self.toast = toast
        toast.destroyed.connect(self._gone)
        self.start(shown_ms)

    def wait_for_room(self) -> None:
        """What had no place yet has all of its time before it."""
        if self.toast is not None and self.toast.isHidden():
            self.start()

    def clear(self) -> None:
        """Take away what stands here."""
        self.stop()
        toast, self.toast = self.toast, None
        if toast is not None:
            toast.destroyed.disconnect(self._gone)
            toast.hide()
            toast.deleteLater()

    def _gone(self) -> None:
        self.toast = None
        self.stop()


class _Together:
    """What the windows of a program tell: the toasts of each, where they stand, and the ways back, the newest last."""

    def __init__(self) -> None:
        self.all: list[Toasts] = []
        self.offers: list[_Place] = []
        self.news: list[_Place] = []
        self.ways: list[_WayBack] = []

    def in_front(self, otherwise: "Toasts") -> "Toasts":
        """Those of the window that has the keyboard; where another program has it, the others, if they are there."""
        active = QApplication.activeWindow()
        here = otherwise if otherwise in self.all else self.all[0]
        return next((each for each in self.all if each.host.window() is active), here)


class Toasts(QObject):
    """Shows toasts at the bottom of a window; a newer one takes the place of the older, but for a way back.

    What offers a way back stays for its time whatever else is told meanwhile, and that stands above it. None of them
    covers the button that does what a page is for, nor where somebody writes. Where one would have to cover the
    palette, the search or the help of the filter, it is shown when those are gone.

    Those of several windows, each made `beside` the first, have their ways back together: `undo` in any of them takes
    back what was done last. What is told is told in the window that has the keyboard, whoever tells it.
    """

    def __init__(self, host: QWidget, beside: "Toasts | None" = None) -> None:
        super().__init__(host)
        self.together: _Together = _Together() if beside is None else beside.together
        self.together.all.append(self)
        self._host = host
        self._offer, self._news = _Place(self), _Place(self)
        self._newest = self._news
        self.together.offers.append(self._offer)
        self.together.news.append(self._news)
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._stand)
        host.installEventFilter(self)

    def show(self, text: str, *actions: ToastAction, icon: str = "circle-check", shown_ms: int = SHOWN_MS) -> None:
        """Say it; the first action with a key is what `undo` runs in the next ten seconds, also when more is told.

        Where it is shown for longer, it is so for as long.
        """
        there = self.together.in_front(self)
        if there is not self:
            there.show(text, *actions, icon=icon, shown_ms=shown_ms)
            return
        way = next((self._open_way(text, action, max(SHOWN_MS, shown_ms)) for action in actions if action.keys), None)
        if way is not None:
            actions = tuple(replace(each, run=partial(self._go_back, way)) if each.keys else each for each in actions)
        self._put(self._news if way is None else self._offer, Toast(self._host, text, icon, actions), shown_ms)
        announce(self._host, text)

    def say_error(self, error: Exception) -> None:
        """Show the sentence of an error of the user's world."""
        self.show(str(error), icon="triangle-alert")

    def no_longer(self, text: str) -> None:
        """Take away what still says this, with its way back: it does not hold any more."""
        for way in [way for way in self.together.ways if way.text == text]:
            self._close_way(way)
        for place in (*self.together.offers, *self.together.news):
            if place.toast is not None and place.toast.accessibleName() == text:
                place.clear()

    @property
    def host(self) -> QWidget:
        """The window that toasts are shown in."""
        return self._host

    @property
    def text(self) -> str:
        """What was said last, as long as it stands; empty when nothing does."""
        return "" if self._newest.toast is None else self._newest.toast.accessibleName()

    def undo(self) -> bool:
        """Take back the newest thing that was told of in the last ten seconds; False when there is none."""
        if not self.together.ways:
            return False
        for each in self.together.offers:
            each.clear()
        self._go_back(self.together.ways[-1])
        return True

    def dismiss(self) -> None:
        """Take everything away, and the ways back with it."""
        for way in list(self.together.ways):
            self._close_way(way)
        self._offer.clear()
        self._news.clear()

    def leave(self) -> None:
        """The window goes and others stay: what can be taken back is said in the first one for the rest of its time.

        Whoever tells something here later, as an answer that comes now, tells it there.
        """
        toast, rest = self._offer.toast, self._offer.remainingTime()
        self.together.all.remove(self)
        self.together.offers.remove(self._offer)
        self.together.news.remove(self._news)
        if toast is not None and rest > 0:
            self.together.all[0].take_over(toast, rest)
        self._again.stop()
        self._offer.clear()
        self._news.clear()

    def take_over(self, toast: Toast, shown_ms: int) -> None:
        """Go on showing what offers a way back, from a window that goes; what stands here already is newer."""
        if self._offer.toast is None:
            text, icon, actions = toast.told
            self._put(self._offer, Toast(self._host, text, icon, actions), shown_ms)

    def _put(self, place: _Place, toast: Toast, shown_ms: int) -> None:
        self._newest = place
        place.put(toast, shown_ms)
        for each in self._shown():
            each.show()
            each.raise_()
        self._stand()
        self._again.start()

    def _open_way(self, text: str, action: ToastAction, lasts_ms: int) -> _WayBack:
        # It outlives this window, and belongs to the one that goes last.
        way = _WayBack(self.together.all[0], text, action.run, lasts_ms)
        way.timeout.connect(partial(self._close_way, way))
        self.together.ways.append(way)
        return way

    def _close_way(self, way: _WayBack) -> None:
        if way in self.together.ways:
            self.together.ways.remove(way)
            way.stop()
            way.deleteLater()

    def _go_back(self, way: _WayBack) -> None:
        if way in self.together.ways:
            self._close_way(way)
            way.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            for toast in self._shown():
                toast.fit(self._host.width())
            self._stand()
        return False

    def _stand(self) -> None:
        bottom = self._host.height() - Size.STATUS_BAR - 16
        shown, below = self._shown(), QRect()
        for toast in shown:
            wanted = QRect((self._host.width() - toast.width()) // 2, bottom - toast.height(), *toast.size().toTuple())
            place = clear_of(self._host, wanted, Size.TOP_BAR + _BETWEEN, _BETWEEN)
            if place is not None and place.intersects(below):
                # There was no room above, so the first stands at the top already.
                place.moveTop(below.bottom() + 1 + _BETWEEN)
                place = None if covers_what_never_is(self._host, place) else place
            toast.setVisible(place is not None)
            if place is not None:
                toast.move(place.topLeft())
                below, bottom = place, place.top() - _BETWEEN
        self._news.wait_for_room()
        if not shown:
            self._again.stop()

    def _shown(self) -> list[Toast]:
        return [toast for toast in (self._offer.toast, self._news.toast) if toast is not None]
