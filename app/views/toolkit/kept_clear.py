"""What nothing that floats may cover: the button of a page that does the thing, where somebody writes, and every button
of a sheet, as each of those was put there to be pressed next.
"""

from weakref import WeakSet

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

_kept: WeakSet[QWidget] = WeakSet()
_sheets: WeakSet[QWidget] = WeakSet()


def keep_clear(widget: QWidget) -> None:
    """Have what floats stand beside this widget while it is seen."""
    _kept.add(widget)


def keep_buttons_clear(sheet: QWidget) -> None:
    """Have what floats stand beside each button of a sheet while that is seen."""
    _sheets.add(sheet)


def clear_of(host: QWidget, wanted: QRect, lowest_top: int, gap: int) -> QRect:
    """The place for something that floats: as wanted, or above whatever is kept clear there.

    Where it would have to stand above `lowest_top`, in pixels of the host, it stands there, at the top.
    """
    places = [QRect(each.mapTo(host, QPoint()), each.size()) for each in _kept_in(host)]
    place = QRect(wanted)
    while in_the_way := [each.top() for each in places if each.intersects(place)]:
        place.moveBottom(min(in_the_way) - gap - 1)
        if place.top() < lowest_top:
            break
    place.moveTop(max(place.top(), lowest_top))
    return place


def _kept_in(host: QWidget) -> list[QWidget]:
    sheets = [sheet for sheet in list(_sheets) if _is_seen(sheet, host)]
    buttons = [button for sheet in sheets for button in sheet.findChildren(QAbstractButton)]
    return [each for each in (*list(_kept), *buttons) if _is_seen(each, host)]


def _is_seen(widget: QWidget, host: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and host.isAncestorOf(widget)
