"""Errors of the user's world: each is a clear sentence that says what is wrong, where, and what to do.

Anything that is not a `DeskError` is a bug and is reported as one.
"""

from typing import NamedTuple


class DeskError(Exception):
    """Something the person can understand and mend; its text is shown as it stands."""


class BadInput(DeskError):
    """A value that was typed, chosen or read cannot be taken; names the field where one is known."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotAllowed(DeskError):
    """The person's role does not carry the permission that the command asks for."""


class NotFound(DeskError):
    """What was asked for does not exist, or not for this person; the two are told apart for nobody."""


class Unavailable(DeskError):
    """The database, a file or a service outside cannot be reached or used right now."""


class Missing(NamedTuple):
    """One thing that a transition demands and that was not given: the field and the sentence that asks for it."""

    field: str
    sentence: str


class Refused(DeskError):
    """A change that the rules do not permit; `missing` lists what would make it legal, if anything would."""

    def __init__(self, message: str, missing: tuple[Missing, ...] = ()) -> None:
        super().__init__(message if not missing else " ".join(item.sentence for item in missing))
        self.missing = missing


class Conflict(NamedTuple):
    """One field that somebody else changed since it was read: what it was, what it is now, what was wanted."""

    field: str
    base: str | None
    theirs: str | None
    mine: str | None


class StaleEdit(DeskError):
    """The same field was changed by somebody else in between; nothing was written."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        names = ", ".join(conflict.field.replace("_", " ") for conflict in conflicts)
        super().__init__(f"Somebody else changed {names} in the meantime. Look at both values and choose.")
        self.conflicts = conflicts
