"""A review as the rules look at it; needs no database library, so the window can say early what is missing."""

from app.domain.review import ActionStanding, Milestone, ReviewPart, ReviewStanding, SignOffStanding
from app.services.reviews.dto import ReviewContent

_MAIN = {
    ReviewPart.IMPACT: ("impacts", "area"),
    ReviewPart.EVENT: ("events", "body"),
    ReviewPart.DECISION: ("decisions", "decision"),
    ReviewPart.CAUSE: ("causes", "claim"),
    ReviewPart.LESSON: ("lessons", "body"),
    ReviewPart.ACTION: ("actions", "action"),
    ReviewPart.SIGN_OFF: ("sign_offs", "role"),
}
"""Each list of a review, and the field without whose text a row of it says nothing."""


def standing_of(content: ReviewContent) -> ReviewStanding:
    """What the rules look at."""
    return ReviewStanding(
        state=content.state,
        version=content.version,
        title=content.title,
        summary=content.summary,
        impact_began_at=content.impact_began_at,
        impact_ended_at=content.impact_ended_at,
        events=len(content.events),
        causes=len(content.causes),
        actions=tuple(
            ActionStanding(item.action, item.owner_id is not None, item.due_on is not None) for item in content.actions
        ),
        sign_offs=tuple(
            SignOffStanding(item.role, item.person_id is not None, item.approved_at is not None)
            for item in content.sign_offs
        ),
        milestones=tuple(
            (Milestone(item.milestone), item.occurred_at) for item in content.events if item.milestone in set(Milestone)
        ),
        empty_rows=_empty_rows(content),
    )


def _empty_rows(content: ReviewContent) -> tuple[tuple[ReviewPart, str], ...]:
    return tuple(
        (part, f"{part.label} {number}")
        for part, (name, main) in _MAIN.items()
        for number, item in enumerate(getattr(content, name), 1)
        if not getattr(item, main).strip()
    )
