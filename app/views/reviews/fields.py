"""Which fields and columns a review has in the window."""

from collections.abc import Callable

from app.domain.review import ActionKind, ActionStatus, LessonKind, ReviewPart
from app.domain.wording import tr
from app.views.reviews.codecs import DAY, NUMBER, Codec
from app.views.reviews.editors import ChoiceEditor, Editor, LineEditor, TextEditor
from app.views.reviews.row_table import Column, RowTable
from app.views.reviews.sign_off import SignOffState
from app.views.toolkit import tokens
from app.views.widgets.labels import Label

MOMENT_WIDTH = 142
"""Pixels that a date with a time needs."""

NOBODY = ((None, tr("Nobody")),)
"""The choice that clears a person."""


def header_editors(moments: Codec) -> dict[str, Editor]:
    """The fields of the review itself, in the order in which they stand on the page."""
    return {
        "title": LineEditor(tr("Title"), limit=160, style=tokens.INCIDENT_TITLE),
        "impact_began_at": LineEditor(tr("Impact began"), moments),
        "impact_ended_at": LineEditor(tr("Impact ended"), moments),
        "held_at": LineEditor(tr("Review held"), moments),
        "people_affected": LineEditor(tr("People affected"), NUMBER),
        "business_effect": LineEditor(tr("Business effect, such as “3 trucks delayed by 95 minutes”"), limit=160),
        "data_loss": LineEditor(tr("Data loss, “None” where there was none"), limit=160),
        "commander_id": ChoiceEditor(tr("Commander"), NOBODY),
        "author_id": ChoiceEditor(tr("Author"), NOBODY),
        "classification": LineEditor(tr("Classification"), limit=64),
        "summary": TextEditor(tr("Executive summary"), rows=4, style=tokens.READING),
        "detection": TextEditor(tr("Detection: how it was noticed, and how it could be noticed sooner"), rows=2),
        "recovery": TextEditor(tr("Recovery: what ended it, for now and for good"), rows=2),
    }


def part_tables(moments: Codec, person: Callable[[], Editor]) -> dict[ReviewPart, RowTable]:
    """The lists but for the timeline and the lessons, which have a form of their own."""
    return {
        ReviewPart.IMPACT: RowTable(_IMPACT, tr("Add area")),
        ReviewPart.DECISION: RowTable(_decision(moments), tr("Add decision"), movable=False),
        ReviewPart.CAUSE: RowTable(_CAUSE, tr("Add cause")),
        ReviewPart.ACTION: RowTable(_action(person), tr("Add action"), end=late_label, under="due_on"),
        ReviewPart.SIGN_OFF: RowTable(_sign_off(person), tr("Add person"), end=SignOffState),
    }


_IMPACT = (
    Column("area", tr("Area"), 3, lambda: LineEditor(tr("Area"), limit=160)),
    Column("seen", tr("What users saw"), 5, lambda: TextEditor(tr("What users saw"))),
    Column("size", tr("Size"), 3, lambda: LineEditor(tr("Size"), limit=160)),
    Column("consequence", tr("Cost or consequence"), 4, lambda: TextEditor(tr("Cost or consequence"))),
)
_CAUSE = (
    Column("claim", tr("Cause"), 2, lambda: TextEditor(tr("Cause"))),
    Column("evidence", tr("Evidence"), 3, lambda: TextEditor(tr("Evidence"))),
)


def _decision(moments: Codec) -> tuple[Column, ...]:
    return (
        Column("occurred_at", tr("Time"), 0, lambda: LineEditor(tr("Time"), moments), MOMENT_WIDTH),
        Column("decision", tr("Decision"), 4, lambda: TextEditor(tr("Decision"))),
        Column("decided_by", tr("By"), 2, lambda: LineEditor(tr("Decided by"), limit=200)),
        Column("known_then", tr("Known then"), 3, lambda: TextEditor(tr("Known then"))),
        Column("result", tr("Result"), 3, lambda: TextEditor(tr("Result"))),
    )


def _action(person: Callable[[], Editor]) -> tuple[Column, ...]:
    statuses = tuple((item.value, item.label) for item in ActionStatus)
    kinds = tuple((item.value, item.label) for item in ActionKind)
    return (
        Column("action", tr("Action"), 1, lambda: TextEditor(tr("Action"))),
        Column("kind", tr("For"), 0, lambda: ChoiceEditor(tr("Kind of action"), kinds), 102),
        Column("owner_id", tr("Owner"), 0, person, 140),
        Column("due_on", tr("Due"), 0, lambda: LineEditor(tr("Due"), DAY), 118),
        Column("tracked_in", tr("Tracked in"), 0, lambda: LineEditor(tr("Tracked in"), limit=160), 100),
        Column("status", tr("Status"), 0, lambda: ChoiceEditor(tr("Status"), statuses), 116),
    )


def _sign_off(person: Callable[[], Editor]) -> tuple[Column, ...]:
    return (
        Column("role", tr("Role"), 1, lambda: LineEditor(tr("Role"), limit=64)),
        Column("person_id", tr("Person"), 1, person),
    )


def lesson_table(kind: LessonKind) -> RowTable:
    """The lessons of one kind."""
    columns = (Column("body", kind.label, 1, lambda: TextEditor(kind.label)),)
    return RowTable(columns, tr("Add lesson"), heads=False, movable=False)


def late_label() -> Label:
    """By how many days an action is overdue."""
    label = Label("", tokens.META_STRONG, "red")
    label.setContentsMargins(2, 2, 0, 0)
    label.hide()
    return label
