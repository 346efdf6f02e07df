"""Who may come in, as plain values."""

from typing import NamedTuple

SWITCH = "sign_in"
"""The key of the setting that has a desk ask; true or absent."""


class Entrant(NamedTuple):
    """Somebody who works at the desk, and whether they have a password."""

    id: str
    name: str
    role: str
    has_password: bool


class GateState(NamedTuple):
    """Whether the desk asks who it is, and who could come in."""

    is_on: bool
    entrants: tuple[Entrant, ...]
