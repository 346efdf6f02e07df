"""What nothing that floats may cover: the button of a page that does the thing, where somebody writes, and every button
of a sheet, as each of those was put there to be pressed next.

That much is wished; where a small window has no room for it, something is covered. What is read while the next letter
is typed, as the palette, is never covered.
"""

from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

_kept: WeakSet[QWidget] = WeakSet()
_sheets: WeakSet[QWidget] = WeakSet()
_lists: WeakSet[QWidget] = WeakSet()
_layers: WeakKeyDictionary[QWidget, QWidget] = WeakKeyDictionary()


def keep_clear(widget: QWidget) -> None:
    """Have what floats stand beside this widget while it is seen."""
    _kept.add(widget)


def keep_buttons_clear(sheet: QWidget) -> None:
    """Have what floats stand beside each button of a sheet while that is seen."""
    _sheets.add(sheet)


def never_cover(widget: QWidget) -> None:
    """Have nothing that floats ever stand on this widget while it is seen."""
    _lists.add(widget)


def never_cover_card(layer: QWidget, card: QWidget) -> None:
    """The same for the card of a layer over the whole window; what lies behind its scrim does not count meanwhile."""
    _layers[layer] = card


def clear_of(host: QWidget, wanted: QRect, lowest_top: int, gap: int) -> QRect | None:
    """The place for something that floats: as wanted, or above whatever is kept clear there.

    Where it would have to stand above `lowest_top`, in pixels of the host, it stands there, at the top; or, where it
    would cover what is never covered, where it covers the rest. None where it has no place at all.
    """
    cards = [card for layer, card in list(_layers.items()) if _is_seen(layer, host)]
    never = [_place_in(host, each) for each in cards or [each for each in list(_lists) if _is_seen(each, host)]]
    if cards:
        lowest_top = gap
    kept = [] if cards else [_place_in(host, each) for each in _kept_in(host)]
    place = _above(wanted, [*never, *kept], lowest_top, gap)
    if place.top() >= lowest_top:
        return place
    place.moveTop(lowest_top)
    if not _touches(place, never):
        return place
    place = _above(wanted, never, lowest_top, gap)
    return place if place.top() >= lowest_top else None


def covers_what_never_is(host: QWidget, place: QRect) -> bool:
    """Whether something that floats there would cover what is never covered."""
    seen = [each for each in (*list(_lists), *list(_layers.values())) if _is_seen(each, host)]
    return _touches(place, [_place_in(host, each) for each in seen])


def _above(wanted: QRect, places: list[QRect], lowest_top: int, gap: int) -> QRect:
    place = QRect(wanted)
    while in_the_way := [each.top() for each in places if each.intersects(place)]:
        place.moveBottom(min(in_the_way) - gap - 1)
        if place.top() < lowest_top:
            break
    return place


def _touches(place: QRect, places: list[QRect]) -> bool:
    return any(each.intersects(place) for each in places)


def _place_in(host: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(host, QPoint()), widget.size())


def _kept_in(host: QWidget) -> list[QWidget]:
    sheets = [sheet for sheet in list(_sheets) if _is_seen(sheet, host)]
    buttons = [button for sheet in sheets for button in sheet.findChildren(QAbstractButton)]
    return [each for each in (*list(_kept), *buttons) if _is_seen(each, host)]


def _is_seen(widget: QWidget, host: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and host.isAncestorOf(widget)
