"""One attempt of an insider, what it hopes for, and who shows that it would work with the right."""

from enum import Enum
from typing import Any, NamedTuple

from app.domain.vocabulary import Role
from tests.security.siege import FOREIGN, INTERNAL, MEMBER, ROLES, SECRET, Answer

NOT_PERMITTED = "42501"

SELF = "self"
"""The control is said by the one who attempts: the same thing done honestly."""


class Fails(Enum):
    """How an attempt has to fail, and what its control has to show instead."""

    REFUSED = "the server refuses it; the control goes through"
    NOTHING = "no row, no row changed, or no permission; the control finds or changes something"
    BLIND = "neither rows nor error hold a secret; the control shows one"
    QUIET = "no error tells anything; the control gets one"
    ALIKE = "two questions get the same answer; those of the control differ"


class Attempt(NamedTuple):
    """What is said in one transaction, in what way it has to fail, and the control.

    Names in braces stand for identifiers of the besieged desk. The control says `honest` where it is given, else the
    same statements.
    """

    name: str
    said: tuple[str, ...]
    fails: Fails = Fails.REFUSED
    control: str = MEMBER
    honest: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ROLES
    state: str = NOT_PERMITTED
    """The SQLSTATE of the refusal; any other would only show that the attempt was badly put."""

    @property
    def control_said(self) -> tuple[str, ...]:
        """What whoever has the right says."""
        return self.honest or self.said


def nothing(answer: Answer) -> bool:
    """Whether an answer is empty: no rows, or only zeros, falsehoods and NULLs in them."""
    empty: tuple[Any, ...] = (None, 0, False, "")
    return answer.state == NOT_PERMITTED or (
        not answer.refused
        and all(value in empty for row in answer.rows for value in row)
        and (bool(answer.rows) or answer.changed <= 0)
    )


def secrets_for(role: str) -> tuple[str, ...]:
    """What must not be seen by a role: callers are kept from more."""
    return (SECRET, INTERNAL, FOREIGN) if role == Role.REQUESTER else (SECRET,)


def shows(answer: Answer, words: tuple[str, ...]) -> bool:
    """Whether a secret stands in the rows or in the error."""
    text = repr(answer).lower()
    return any(word in text for word in words)
