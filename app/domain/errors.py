"""Errors of the user's world: each is a clear sentence that says what is wrong, where, and what to do.

Anything that is not a `DeskError` is a bug and is reported as one.
"""

from datetime import datetime
from typing import NamedTuple

from app.domain.wording import tr


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


class Busy(Unavailable):
    """The program's own connections to its desk are all in use; the server itself may answer."""


class Unfit(Unavailable):
    """A file that is damaged, of another program or of a newer one; what to go back to is said with it."""


class Damaged(Unfit):
    """A file that was a desk and is damaged: a backup can be put in its place."""


class Away(Unavailable):
    """The server of the desk does not answer. Nothing was decided about what was asked; the same may be asked again."""


class SignInRefused(Away):
    """The server answers, but takes neither the person nor the password, or no longer."""


class InDoubt(Away):
    """The connection broke while the server was told to keep a change: it may or may not have kept it."""


class FirstPassword(DeskError):
    """The login is good, but its password is the one that an administrator made; the person has to choose their own."""


class Stopped(DeskError):
    """A person stopped a long job; everything is as if it had never begun."""


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
    """A field that two people changed: what it was, what it is now, what was wanted, and who changed it, in UTC.

    Where it stands only beside such a field, because both belong together, `theirs` may be as it was.
    """

    field: str
    base: str | None
    theirs: str | None
    mine: str | None
    by: str | None = None
    at: datetime | None = None


class StaleEdit(DeskError):
    """The same field was changed by somebody else in between; nothing was written."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        names = ", ".join(conflict.field.replace("_", " ") for conflict in conflicts)
        super().__init__(
            tr("Somebody else changed {names} in the meantime. Look at both values and choose.", names=names)
        )
        self.conflicts = conflicts


class ViewChanged(DeskError):
    """Somebody else changed or removed a saved view since the person looked at it; nothing was written."""

    def __init__(self, name: str, by: str = "", *, removed: bool = False) -> None:
        if removed:
            said = tr("“{name}” was removed by somebody else meanwhile, so nothing was saved.", name=name)
        elif by:
            said = tr("“{name}” was changed by {by} meanwhile and stays as it is. Look at it again.", name=name, by=by)
        else:
            said = tr(
                "“{name}” was changed by somebody else meanwhile and stays as it is. Look at it again.", name=name
            )
        super().__init__(said)


class Overtaken(DeskError):
    """Somebody else wrote to the caller since the person looked; nothing was sent, so that they can read it first."""

    def __init__(self) -> None:
        super().__init__(tr("Somebody else wrote meanwhile. Read it, then send yours, changed or as it is."))


class HandedOver(DeskError):
    """The shift was handed over already, or the sheet was with other words; `handover_id` is what stands, since `at`.

    Nothing was kept of what was wanted. In UTC.
    """

    def __init__(self, handover_id: str, by: str, at: datetime) -> None:
        super().__init__(tr("{name} handed over already. Look at it, or hand over all the same.", name=by))
        self.handover_id, self.by, self.at = handover_id, by, at
