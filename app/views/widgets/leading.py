"""One button of a page is filled: that which does what the person is at (ux.md 5.2).

The button that is always there, such as *Resolve*, leads while nothing else is filled. While a form is open, or
somebody writes, the button of that is filled, and the leading one gives its colour up.
"""

from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.views.widgets.buttons import Button

ROOM = "one_filled"
"""The property of what holds one filled button, as a page does."""

_seen: "WeakSet[Button]" = WeakSet()
_leading: "WeakSet[Button]" = WeakSet()


def lead(button: "Button") -> None:
    """Have this button filled as long as no other of its room is."""
    _leading.add(button)


def note(button: "Button", *, is_filled: bool) -> None:
    """A button came into sight filled, or it is not any more: the leading one of its room follows."""
    if button in _leading:
        if button.isVisible():
            _settle(button)
        return
    if is_filled == (button in _seen):
        return
    (_seen.add if is_filled else _seen.discard)(button)
    for each in list(_leading):
        if isValid(each) and each.isVisible():
            _settle(each)


def _settle(button: "Button") -> None:
    room = _room_of(button)
    others = room is not None and any(
        isValid(each) and each.isVisible() and room.isAncestorOf(each) for each in list(_seen)
    )
    button.take_lead(leads=not others)


def _room_of(button: "Button") -> QWidget | None:
    room = button.parentWidget()
    while room is not None and not room.property(ROOM):
        room = room.parentWidget()
    return room
