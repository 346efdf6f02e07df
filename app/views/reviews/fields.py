"""Which fields and columns a review has in the window."""

from collections.abc import Callable

from app.domain.review import ActionKind, ActionStatus, LessonKind, ReviewPart
from app.views.reviews.codecs import DAY, NUMBER, Codec
from app.views.reviews.editors import ChoiceEditor, Editor, LineEditor, TextEditor
from app.views.reviews.row_table import Column, RowTable
from app.views.reviews.sign_off import SignOffState
from app.views.toolkit import tokens
from app.views.widgets.labels import Label

MOMENT_WIDTH = 142
"""Pixels that a date with a time needs."""

NOBODY = ((None, "Nobody"),)
"""The choice that clears a person."""


def header_editors(moments: Codec) -> dict[str, Editor]:
    """The fields of the review itself, in the order in which they stand on the page."""
    return {
        "title": LineEditor("Title", limit=160, style=tokens.INCIDENT_TITLE),
        "impact_began_at": LineEditor("Impact began", moments),
        "impact_ended_at": LineEditor("Impact ended", moments),
        "held_at": LineEditor("Review held", moments),
        "people_affected": LineEditor("People affected", NUMBER),
        "business_effect": LineEditor("Business effect, such as “3 trucks delayed by 95 minutes”", limit=160),
        "data_loss": LineEditor("Data loss, “None” where there was none", limit=160),
        "commander_id": ChoiceEditor("Commander", NOBODY),
        "author_id": ChoiceEditor("Author", NOBODY),
        "classification": LineEditor("Classification", limit=64),
        "summary": TextEditor("Executive summary", rows=4, style=tokens.READING),
        "detection": TextEditor("Detection: how it was noticed, and how it could be noticed sooner", rows=2),
        "recovery": TextEditor("Recovery: what ended it, for now and for good", rows=2),
    }


def part_tables(moments: Codec, person: Callable[[], Editor]) -> dict[ReviewPart, RowTable]:
    """The lists but for the timeline and the lessons, which have a form of their own."""
    return {
        ReviewPart.IMPACT: RowTable(_IMPACT, "Add area"),
        ReviewPart.DECISION: RowTable(_decision(moments), "Add decision", movable=False),
        ReviewPart.CAUSE: RowTable(_CAUSE, "Add cause"),
        ReviewPart.ACTION: RowTable(_action(person), "Add action", end=late_label, under="due_on"),
        ReviewPart.SIGN_OFF: RowTable(_sign_off(person), "Add person", end=SignOffState),
    }


_IMPACT = (
    Column("area", "Area", 3, lambda: LineEditor("Area", limit=160)),
    Column("seen", "What users saw", 5, lambda: TextEditor("What users saw")),
    Column("size", "Size", 3, lambda: LineEditor("Size", limit=160)),
    Column("consequence", "Cost or consequence", 4, lambda: TextEditor("Cost or consequence")),
)
_CAUSE = (
    Column("claim", "Cause", 2, lambda: TextEditor("Cause")),
    Column("evidence", "Evidence", 3, lambda: TextEditor("Evidence")),
)


def _decision(moments: Codec) -> tuple[Column, ...]:
    return (
        Column("occurred_at", "Time", 0, lambda: LineEditor("Time", moments), MOMENT_WIDTH),
        Column("decision", "Decision", 4, lambda: TextEditor("Decision")),
        Column("decided_by", "By", 2, lambda: LineEditor("Decided by", limit=200)),
        Column("known_then", "Known then", 3, lambda: TextEditor("Known then")),
        Column("result", "Result", 3, lambda: TextEditor("Result")),
    )


def _action(person: Callable[[], Editor]) -> tuple[Column, ...]:
    statuses = tuple((item.value, item.label) for item in ActionStatus)
    kinds = tuple((item.value, item.label) for item in ActionKind)
    return (
        Column("action", "Action", 1, lambda: TextEditor("Action")),
        Column("kind", "For", 0, lambda: ChoiceEditor("Kind of action", kinds), 102),
        Column("owner_id", "Owner", 0, person, 140),
        Column("due_on", "Due", 0, lambda: LineEditor("Due", DAY), 118),
        Column("tracked_in", "Tracked in", 0, lambda: LineEditor("Tracked in", limit=160), 100),
        Column("status", "Status", 0, lambda: ChoiceEditor("Status", statuses), 116),
    )


def _sign_off(person: Callable[[], Editor]) -> tuple[Column, ...]:
    return (
        Column("role", "Role", 1, lambda: LineEditor("Role", limit=64)),
        Column("person_id", "Person", 1, person),
    )


def lesson_table(kind: LessonKind) -> RowTable:
    """The lessons of one kind."""
    columns = (Column("body", kind.label, 1, lambda: TextEditor(kind.label)),)
    return RowTable(columns, "Add lesson", heads=False, movable=False)


def late_label() -> Label:
    """By how many days an action is overdue."""
    label = Label("", tokens.META_STRONG, "red")
    label.setContentsMargins(2, 2, 0, 0)
    label.hide()
    return label
