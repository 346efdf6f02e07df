"""Merging duplicates: which incident may become the duplicate of which other one, and what its caller is told."""

from typing import Final, NamedTuple

from app.domain.numbers import incident_number
from app.domain.vocabulary import OPEN_STATES, MajorState, State

_MAJOR: Final = frozenset({MajorState.PROPOSED, MajorState.ACCEPTED})
_STAYS: Final = OPEN_STATES | {State.RESOLVED}


class Side(NamedTuple):
    """What the rules look at of each of the two; `merged_into` is the number of the incident it was merged into."""

    id: str
    number: int
    state: State
    major: MajorState
    restricted_group_id: str | None
    merged_into: int | None


def refusal(duplicate: Side, original: Side) -> str:
    """Why the one cannot be merged into the other, in a sentence; empty when it can."""
    name, into = incident_number(duplicate.number), incident_number(original.number)
    reasons = (
        (duplicate.id == original.id, f"{name} cannot be merged into itself. Choose another one."),
        (
            original.merged_into is not None,
            f"{into} was itself merged into {incident_number(original.merged_into or 0)}. Choose that one.",
        ),
        (
            duplicate.merged_into is not None,
            f"{name} was merged into {incident_number(duplicate.merged_into or 0)} already. Take that back first.",
        ),
        (
            original.state not in _STAYS,
            f"{into} is {original.state.label.lower()}: nothing more would be said there. Choose one that is open.",
        ),
        (
            not duplicate.state.is_open,
            f"{name} is {duplicate.state.label.lower()}. Only what is still open is merged; link it instead.",
        ),
        (duplicate.major in _MAJOR, f"{name} is a major incident or proposed as one. Merge the other one into it."),
        (
            original.restricted_group_id != duplicate.restricted_group_id,
            f"{name} and {into} are not restricted to the same group, so their callers may not read the same.",
        ),
    )
    return next((sentence for holds, sentence in reasons if holds), "")


def told_to_caller(original: int) -> str:
    """What the caller of a duplicate reads when it is merged."""
    return (
        f"This is handled together with an earlier report of the same, {incident_number(original)}. "
        "You are told here whatever is said there."
    )


def reason_of(original: int) -> str:
    """Why the duplicate is canceled, as it stands in its field."""
    return f"Duplicate of {incident_number(original)}"


def worked_on_again(original: int) -> str:
    """What the caller of a duplicate reads when the original was not over after all."""
    return f"{incident_number(original)} is being worked on again."
