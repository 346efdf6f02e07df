"""What each list of a review consists of: its table, its fields, and how a typed value becomes a stored one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from app.domain.errors import BadInput
from app.domain.moments import can_be_kept
from app.domain.review import ActionKind, ActionStatus, LessonKind, Milestone, ReviewPart
from app.domain.text import clean_line, note_text
from app.domain.wording import inside, number, tr
from app.infra.unit_of_work import Work
from app.models.people import person
from app.models.review import (
    review_action,
    review_cause,
    review_decision,
    review_event,
    review_impact,
    review_lesson,
    review_sign_off,
)
from app.services.people.readers import refuse_reader
from app.services.reviews.dto import Value

Cleaner = Callable[[Work, str, Any], Value]

_MOST_PEOPLE: Final = 100_000_000


def line(limit: int) -> Cleaner:
    """One line of at most so many characters."""

    def clean(_work: Work, field: str, value: Any) -> str:
        text = clean_line(str(value or ""))
        if len(text) > limit:
            raise BadInput(
                tr(
                    "{named} has {count} characters, {limit} is the limit. Shorten it.",
                    named=_named(field),
                    count=len(text),
                    limit=limit,
                ),
                field,
            )
        return text

    return clean


def text(_work: Work, field: str, value: Any) -> str:
    """A text of any length."""
    return note_text(str(value or ""), field)


def moment(work: Work, field: str, value: Any) -> datetime | None:
    """A moment in UTC, not in the future; None clears it."""
    if value is None:
        return None
    if not isinstance(value, datetime) or not can_be_kept(value):
        raise BadInput(tr("{named} must be a date with a time.", named=_named(field)), field)
    if value > work.now:
        raise BadInput(tr("{named} lies in the future. A review tells what has happened.", named=_named(field)), field)
    return value


def held_moment(_work: Work, field: str, value: Any) -> datetime | None:
    """A moment in UTC that may lie ahead, as a meeting does; None clears it."""
    if value is not None and (not isinstance(value, datetime) or not can_be_kept(value)):
        raise BadInput(tr("{named} must be a date with a time.", named=_named(field)), field)
    return value


def sure_moment(work: Work, field: str, value: Any) -> datetime:
    """A moment that has to be there."""
    found = moment(work, field, value)
    if found is None:
        raise BadInput(tr("An entry of the timeline needs its time."), field)
    return found


def day(_work: Work, field: str, value: Any) -> date | None:
    """A day without a time; None clears it."""
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise BadInput(tr("{named} must be a day.", named=_named(field)), field)
    return value


def people_count(_work: Work, field: str, value: Any) -> int | None:
    """A number of people; None when it is not known."""
    if value is None or value == "":
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_PEOPLE:
        told = tr("The number of people affected must be a whole number from 0 to {most}.", most=number(_MOST_PEOPLE))
        raise BadInput(told, field)
    return value


def known_person(work: Work, field: str, value: Any) -> str | None:
    """The id of a person who exists; None clears it."""
    if value is None or value == "":
        return None
    if work.connection.execute(select(person.c.id).where(person.c.id == value)).one_or_none() is None:
        raise BadInput(
            tr("The chosen {field} does not exist any more. Choose somebody else.", field=field.removesuffix("_id")),
            field,
        )
    return str(value)


def known_worker(work: Work, field: str, value: Any) -> str | None:
    """The same, for what somebody is to do: a reader does nothing at the desk."""
    found = known_person(work, field, value)
    refuse_reader(work.connection, found, field)
    return found


def one_of(words: type[LessonKind] | type[ActionKind] | type[ActionStatus] | type[Milestone]) -> Cleaner:
    """A key of a list of words."""

    def clean(_work: Work, field: str, value: Any) -> str | None:
        if value is None and words is Milestone:
            return None
        if value not in set(words):
            raise BadInput(
                tr(
                    "{value} is no {named}. Known are {words}.",
                    value=f"{value!r}",
                    named=inside(_named(field)),
                    words=", ".join(words),
                ),
                field,
            )
        return str(value)

    return clean


@dataclass(frozen=True, slots=True)
class PartSpec:
    """A list of a review: its table, its fields, and what a new row starts with."""

    table: Table
    fields: Mapping[str, Cleaner]
    start: Mapping[str, Value]


PARTS: dict[ReviewPart, PartSpec] = {
    ReviewPart.IMPACT: PartSpec(
        review_impact, {"area": line(160), "seen": text, "size": line(160), "consequence": text}, {"area": ""}
    ),
    ReviewPart.EVENT: PartSpec(
        review_event,
        {"occurred_at": sure_moment, "body": text, "source": line(64), "milestone": one_of(Milestone)},
        {"body": "", "source": "Own entry"},
    ),
    ReviewPart.DECISION: PartSpec(
        review_decision,
        {"occurred_at": sure_moment, "decision": text, "decided_by": line(200), "known_then": text, "result": text},
        {"decision": ""},
    ),
    ReviewPart.CAUSE: PartSpec(review_cause, {"claim": text, "evidence": text}, {"claim": ""}),
    ReviewPart.LESSON: PartSpec(
        review_lesson, {"kind": one_of(LessonKind), "body": text}, {"kind": LessonKind.WENT_WELL, "body": ""}
    ),
    ReviewPart.ACTION: PartSpec(
        review_action,
        {
            "action": text,
            "kind": one_of(ActionKind),
            "owner_id": known_worker,
            "due_on": day,
            "tracked_in": line(160),
            "status": one_of(ActionStatus),
        },
        {"action": "", "kind": ActionKind.PREVENT, "status": ActionStatus.OPEN},
    ),
    ReviewPart.SIGN_OFF: PartSpec(review_sign_off, {"role": line(64), "person_id": known_worker}, {"role": ""}),
}

HEADER: dict[str, Cleaner] = {
    "title": line(160),
    "classification": line(64),
    "summary": text,
    "detection": text,
    "recovery": text,
    "people_affected": people_count,
    "business_effect": line(160),
    "data_loss": line(160),
    "impact_began_at": moment,
    "impact_ended_at": moment,
    "held_at": held_moment,
    "commander_id": known_person,
    "author_id": known_person,
}
"""The fields of the review itself that can be edited, and how each is cleaned."""


def cleaned(work: Work, cleaners: Mapping[str, Cleaner], field: str, value: Any) -> Value:
    """The value as it will be stored; `BadInput` for a field that is not there or a value that does not fit."""
    cleaner = cleaners.get(field)
    if cleaner is None:
        raise BadInput(tr("The field {field} of a review cannot be edited.", field=f"{field!r}"), field)
    return cleaner(work, field, value)


def row_ids(connection: Connection, spec: PartSpec, review_id: str) -> list[str]:
    """The ids of the rows of a list, in their order."""
    statement = select(spec.table.c.id).where(spec.table.c.review_id == review_id).order_by(spec.table.c.position)
    return list(connection.execute(statement).scalars())


def _named(field: str) -> str:
    name = field.removesuffix("_id").removesuffix("_at").removesuffix("_on").replace("_", " ")
    return name.capitalize()
