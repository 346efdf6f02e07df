"""What nothing that floats may cover: the button of a page that does the thing, and where somebody writes."""

from weakref import WeakSet

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_kept: WeakSet[QWidget] = WeakSet()


def keep_clear(widget: QWidget) -> None:
    """Have what floats stand beside this widget while it is seen."""
    _kept.add(widget)


def clear_of(host: QWidget, wanted: QRect, lowest_top: int, gap: int) -> QRect:
    """The place for something that floats: as wanted, or above whatever is kept clear there.

    Where it would have to stand above `lowest_top`, in pixels of the host, it stands there, at the top.
    """
    places = [QRect(each.mapTo(host, QPoint()), each.size()) for each in list(_kept) if _is_seen(each, host)]
    place = QRect(wanted)
    while in_the_way := [each.top() for each in places if each.intersects(place)]:
        place.moveBottom(min(in_the_way) - gap - 1)
        if place.top() < lowest_top:
            break
    place.moveTop(max(place.top(), lowest_top))
    return place


def _is_seen(widget: QWidget, host: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and host.isAncestorOf(widget)
