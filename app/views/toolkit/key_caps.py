"""Which keys are shown on buttons: those of single letters are not while somebody has switched such keys off."""

from typing import Protocol
from weakref import WeakSet

from shiboken6 import isValid


class ShowsKeys(Protocol):
    """A widget with a key cap."""

    def take_keys(self) -> None:
        """Show its key, or not, as it is now."""
        ...


class _Caps:
    """What holds now."""

    single = True


_shown_on: WeakSet[ShowsKeys] = WeakSet()
"""The widgets whose key can be switched off."""


def is_plain(keys: str) -> bool:
    """Whether the keys are letters, digits or signs alone, which somebody could be typing."""
    return all(len(part.strip().removeprefix("Shift+")) == 1 for part in keys.split(", "))


def follow_single_keys(widget: ShowsKeys, keys: str) -> None:
    """Have a widget told when keys such as these are switched on or off, and show what holds now."""
    if keys and is_plain(keys):
        _shown_on.add(widget)
    widget.take_keys()


def caps_of(keys: str) -> str:
    """The keys, as long as they do something; empty while they are switched off."""
    return "" if keys and not _Caps.single and is_plain(keys) else keys


def show_single_keys(*, shown: bool) -> None:
    """Show the caps of single letters from now on, or none of them."""
    if shown == _Caps.single:
        return
    _Caps.single = shown
    for widget in list(_shown_on):
        if isValid(widget):
            widget.take_keys()
