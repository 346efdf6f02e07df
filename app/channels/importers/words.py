"""The words of ServiceNow exports and what they are called at this desk."""

from functools import cache

from app.domain.vocabulary import Channel, HoldReason, State

MISSING = frozenset({"", "?"})
"""What exports write where they know nothing."""

_STATES: dict[str, tuple[State, HoldReason | None]] = {
    "new": (State.NEW, None),
    "active": (State.IN_PROGRESS, None),
    "in progress": (State.IN_PROGRESS, None),
    "on hold": (State.ON_HOLD, None),
    "awaiting user info": (State.ON_HOLD, HoldReason.AWAITING_CALLER),
    "awaiting caller": (State.ON_HOLD, HoldReason.AWAITING_CALLER),
    "awaiting vendor": (State.ON_HOLD, HoldReason.AWAITING_VENDOR),
    "awaiting problem": (State.ON_HOLD, HoldReason.AWAITING_PROBLEM),
    "awaiting change": (State.ON_HOLD, HoldReason.AWAITING_CHANGE),
    "awaiting evidence": (State.ON_HOLD, HoldReason.AWAITING_EVIDENCE),
    "resolved": (State.RESOLVED, None),
    "closed": (State.CLOSED, None),
    "canceled": (State.CANCELED, None),
    "cancelled": (State.CANCELED, None),
}
_CHANNELS = {
    "phone": Channel.PHONE,
    "ivr": Channel.PHONE,
    "email": Channel.EMAIL,
    "e-mail": Channel.EMAIL,
    "self-service": Channel.PORTAL,
    "self service": Channel.PORTAL,
    "portal": Channel.PORTAL,
    "walk-in": Channel.WALK_IN,
    "monitoring": Channel.MONITORING,
    "event": Channel.MONITORING,
}
_BOOLEANS = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}


@cache
def state_of(text: str) -> tuple[str, str | None] | None:
    """State and on-hold reason for a state's name; None for one that is not known."""
    found = _STATES.get(text.strip().lower())
    return found and (found[0].value, found[1].value if found[1] else None)


def channel_of(text: str) -> str:
    """The channel for a contact type; what is not known came some other way."""
    return _CHANNELS.get(text.strip().lower(), Channel.OTHER).value


def boolean_of(text: str) -> bool | None:
    """True, False, or None for a word that is neither."""
    return _BOOLEANS.get(text.strip().lower())


@cache
def level_of(text: str) -> int | None:
    """The number at the start of `2 - Medium`, or of a bare `2`; None outside 1 to 9."""
    number, _dash, _label = text.strip().partition(" ")
    return int(number) if number.isascii() and number.isdigit() and 1 <= int(number) <= 9 else None
