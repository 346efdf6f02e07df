"""Merging duplicates: which incident may become the duplicate of which other one, and what its caller is told."""

from typing import Final, NamedTuple

from app.domain.numbers import incident_number
from app.domain.vocabulary import OPEN_STATES, MajorState, State
from app.domain.wording import inside, marked, tr

_MAJOR: Final = frozenset({MajorState.PROPOSED, MajorState.ACCEPTED})
NOT_MERGED: Final = marked("It was not merged into another incident")
"""Why there is no merge of an incident to take back."""

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
    return next(
        (tr(sentence, **_named(duplicate, original)) for holds, sentence in _reasons(duplicate, original) if holds), ""
    )


def _reasons(duplicate: Side, original: Side) -> tuple[tuple[bool, str], ...]:
    return (
        (duplicate.id == original.id, marked("{name} cannot be merged into itself. Choose another one.")),
        (
            original.merged_into is not None,
            marked("{into} was itself merged into {first}. Choose that one."),
        ),
        (
            duplicate.merged_into is not None,
            marked("{name} was merged into {other} already. Take that back first."),
        ),
        (
            original.state not in _STAYS,
            marked("{into} is {its_state}: nothing more would be said there. Choose one that is open."),
        ),
        (
            not duplicate.state.is_open,
            marked("{name} is {state}. Only what is still open is merged; link it instead."),
        ),
        (
            duplicate.major in _MAJOR,
            marked("{name} is a major incident or proposed as one. Merge the other one into it."),
        ),
        (
            original.restricted_group_id != duplicate.restricted_group_id,
            marked("{name} and {into} are not restricted to the same group, so their callers may not read the same."),
        ),
    )


def _named(duplicate: Side, original: Side) -> dict[str, str]:
    return {
        "name": incident_number(duplicate.number),
        "state": inside(duplicate.state.label),
        "other": incident_number(duplicate.merged_into or 0),
        "into": incident_number(original.number),
        "its_state": inside(original.state.label),
        "first": incident_number(original.merged_into or 0),
    }


def told_to_caller(original: int) -> str:
    """What the caller of a duplicate reads when it is merged."""
    return tr(
        "This is handled together with an earlier report of the same, {original}. You are told here whatever is said "
        "there.",
        original=incident_number(original),
    )


def reason_of(original: int) -> str:
    """Why the duplicate is canceled, as it stands in its field."""
    return tr("Duplicate of {original}", original=incident_number(original))


def worked_on_again(original: int) -> str:
    """What the caller of a duplicate reads when the original was not over after all."""
    return tr("{original} is being worked on again.", original=incident_number(original))
