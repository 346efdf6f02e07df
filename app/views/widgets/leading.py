"""One button of a page is filled: that which does what the person is at (ux.md 5.2).

The button that is always there, such as *Resolve*, leads while nothing else is filled. While a form is open, or
somebody writes, the button of that is filled, and the leading one gives its colour up. So does *Send* to a form.
"""

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.views.widgets.buttons import Button

ROOM = "one_filled"
"""The property of what holds one filled button, as a page does."""

_seen: "WeakSet[Button]" = WeakSet()
_leading: "WeakKeyDictionary[Button, int]" = WeakKeyDictionary()
"""Those that lead, with their rank: of two the higher one is filled, and one below 0 never is."""


def lead(button: "Button", rank: int) -> None:
    """Have this button filled as long as no other of its room is that is not one of those, or of a higher rank."""
    if _leading.get(button) != rank:
        _leading[button] = rank
        _seen.discard(button)
        _settle_all()


def note(button: "Button", *, is_filled: bool) -> None:
    """A button came into sight filled, or it is not any more: those that lead follow."""
    if button not in _leading:
        if is_filled == (button in _seen):
            return
        (_seen.add if is_filled else _seen.discard)(button)
    _settle_all()


def _settle_all() -> None:
    for button, rank in list(_leading.items()):
        if isValid(button) and button.isVisible():
            button.take_lead(leads=rank >= 0 and not _has_other(button, rank))


def _has_other(button: "Button", rank: int) -> bool:
    room = _room_of(button)
    others = [*_seen, *(each for each, its in list(_leading.items()) if its > rank)]
    return room is not None and any(isValid(each) and each.isVisible() and room.isAncestorOf(each) for each in others)


def _room_of(button: "Button") -> QWidget | None:
    room = button.parentWidget()
    while room is not None and not room.property(ROOM):
        room = room.parentWidget()
    return room
