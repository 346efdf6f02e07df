"""Another palette and style sheet: for what can be seen at once, and for each other widget when it is shown.

Qt dresses all widgets there are in one go. With every page open those are thousands, of which somebody sees two
hundred. It leaves out who is not polished yet, and tells nobody who has a style of their own: so everybody is marked
like that while it changes, and whoever is shown later is dressed then. Nothing in this program has such a style.
"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.views.toolkit.turns import Pieces

_POLISHED: Final = Qt.WidgetAttribute.WA_WState_Polished
_OWN_STYLE: Final = Qt.WidgetAttribute.WA_SetStyle
_AT_A_TIME: Final = 40
_MARKED_AT_A_TIME: Final = 1_000


class Wardrobe(QObject):
    """Dresses an application, and lives as long."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._is_changing = False
        self._dressed: list[QWidget] = []

    def put_on(self, palette: QPalette, sheet: str) -> Pieces:
        """Dress everything that is visible, and have the rest dressed when it is shown; a part at a time.

        First the old dress comes off, then the new one on. Nothing is painted before the end, and whoever is shown
        meanwhile is dressed like everybody.
        """
        _paint(wanted=False)
        self._is_changing = True
        _visible, hidden = _parted(QApplication.topLevelWidgets())
        for each in hidden:
            each.installEventFilter(self)
        marked: list[QWidget] = []
        yield from _marked(hidden, marked)
        # Looked for once more after each pause: nobody knows what was shown, made or thrown away in between.
        self._undress_who_hid_again()
        visible, _hidden = _parted(QApplication.topLevelWidgets())
        for each in visible:
            each.style().unpolish(each)
            each.setAttribute(_OWN_STYLE, True)
            each.setAttribute(_POLISHED, False)
        # A sheet in the place of another has each widget dressed as often as it stands deep: so off, and on again.
        self._application.setStyleSheet("")
        yield
        self._undress_who_hid_again()
        visible, hidden = _parted(QApplication.topLevelWidgets())
        self._application.setPalette(palette)
        for each in visible:
            each.setAttribute(_OWN_STYLE, False)
            each.setAttribute(_POLISHED, True)
        self._application.setStyleSheet(sheet)
        for each in hidden:
            each.installEventFilter(self)
        self._is_changing = False
        self._dressed.clear()
        yield
        yield from _unmarked(marked)
        _paint(wanted=True)

    def dress_hidden(self) -> Pieces:
        """Dress who is not seen before they are shown, so many at a time: with a page that costs as much as its paint.

        What stays hidden when that is shown is left for later.
        """
        yield
        _visible, hidden = _parted(QApplication.topLevelWidgets())
        for number, each in enumerate(hidden, 1):
            if number % _AT_A_TIME == 0:
                yield
            undressed = [] if not isValid(each) else [part for part in _shown_with(each) if not _is_dressed(part)]
            while undressed:
                self._dress([part for part in undressed[:_AT_A_TIME] if isValid(part) and not _is_dressed(part)])
                del undressed[:_AT_A_TIME]
                yield

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever is shown is dressed before it is painted, with all that is shown in it."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            visible, hidden = _parted([watched])
            self._dress([each for each in visible if not _is_dressed(each)])
            for each in hidden:
                each.installEventFilter(self)
        return False

    def _undress_who_hid_again(self) -> None:
        """Who was shown in a pause, and hid again, is dressed anew when it is shown next."""
        for each in self._dressed:
            if isValid(each) and not each.isVisible():
                each.style().unpolish(each)
                each.setAttribute(_POLISHED, False)

    def _dress(self, widgets: list[QWidget]) -> None:
        if self._is_changing:
            self._dressed += widgets
        for each in widgets:
            each.style().unpolish(each)
            each.style().polish(each)
            each.setAttribute(_POLISHED, True)
        for each in widgets:
            self._application.sendEvent(each, QEvent(QEvent.Type.StyleChange))


def _marked(hidden: Iterable[QWidget], marked: list[QWidget]) -> Pieces:
    """Mark these and all that is in them, and list them in the order in which that was done."""
    done = 0
    for each in hidden:
        if done >= _MARKED_AT_A_TIME:
            done = 0
            yield
        inside = [each, *each.findChildren(QWidget)] if isValid(each) else []
        for widget in inside:
            widget.setAttribute(_OWN_STYLE, True)
            widget.setAttribute(_POLISHED, False)
        marked += inside
        done += len(inside)


def _unmarked(marked: list[QWidget]) -> Pieces:
    """Take the marks off that keep a new sheet away; the others stay until somebody is dressed."""
    for number, each in enumerate(marked, 1):
        if number % _MARKED_AT_A_TIME == 0:
            yield
        if isValid(each):
            each.setAttribute(_OWN_STYLE, False)


def _is_dressed(widget: QWidget) -> bool:
    return widget.testAttribute(_POLISHED)


def _shown_with(widget: QWidget) -> list[QWidget]:
    """A hidden widget, and all that will be seen as soon as it is shown."""
    found = [widget]
    for each in found:
        inside = [child for child in each.children() if isinstance(child, QWidget) and not child.isWindow()]
        found += [child for child in inside if not child.isHidden()]
    return found


def _paint(*, wanted: bool) -> None:
    for each in QApplication.topLevelWidgets():
        # What was hidden meanwhile, as a list that folds up or the window that goes to the tray, is painted again too.
        if each.updatesEnabled() != wanted and (wanted or each.isVisible()):
            each.setUpdatesEnabled(wanted)


def dress_ahead(widget: QWidget) -> Pieces:
    """Dress a widget that is not shown yet, the innermost first and so many at a time; one that goes is left alone.

    Showing it dresses whoever is not dressed, which for a whole page takes as long as making it.
    """
    inside = [widget]
    for each in inside:
        inside += [child for child in each.children() if isinstance(child, QWidget) and not child.isWindow()]
    for number, each in enumerate(reversed(inside), 1):
        if isValid(each):
            each.ensurePolished()
        if number % _AT_A_TIME == 0:
            yield


def _parted(widgets: Iterable[QWidget]) -> tuple[list[QWidget], list[QWidget]]:
    """The visible ones among widgets and all that is in them, and those hidden ones around which nothing is hidden.

    A window that belongs to another one is not in it.
    """
    visible: list[QWidget] = []
    hidden: list[QWidget] = []
    waiting = list(widgets)
    while waiting:
        widget = waiting.pop()
        if not widget.isVisible():
            hidden.append(widget)
            continue
        visible.append(widget)
        waiting += [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    return visible, hidden
