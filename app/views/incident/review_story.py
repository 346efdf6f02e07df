"""What the timeline tells about the post-incident review of an incident: one sentence for each time it was saved.

The journal names the changed fields as `review_<field>` and says in its body, after "Version 2, ", what was done.
"""

import re
from typing import Final

from app.domain.retelling import retold
from app.domain.vocabulary import ReviewState
from app.domain.wording import quoted, tr
from app.services.incidents.dto import Change, JournalItem
from app.views.widgets.spans import Span, isolated

_BODY: Final = re.compile(r"Version (\d+), (.*)", re.DOTALL)
_STEPS: Final = {
    ReviewState.IN_REVIEW.value: ("send", "amber", tr("sent {review} to review")),
    ReviewState.PUBLISHED.value: ("badge-check", "green", tr("published {review}")),
}
_APPROVED: Final = "review_sign_off_approved_at"
_WORDS: Final = (
    "review_cause_claim", "review_lesson_body", "review_action_action", "review_decision_decision",
    "review_event_body", "review_impact_area", "review_sign_off_role",
)  # fmt: skip
"""What a row of a review is known by: its own words, in the order in which they are looked for."""

_VALUE_LIMIT: Final = 90


def review_sentence(item: JournalItem, author: str) -> tuple[str, str, tuple[Span, ...]]:
    """The icon, its colour and the sentence about an entry of the kind `review`."""
    version, act = _version_and_act(item)
    review = tr("the post-incident review") + (tr(", version {version}", version=version) if version > 1 else "")
    by = Span(author, strong=True)
    state = _change(item, "review_state")
    if state is not None:
        icon, tone, text = _step(state, review, version)
        return icon, tone, (by, Span(f" {text}"))
    if _change(item, _APPROVED) is not None:
        role = act.removeprefix("approved as ").strip()
        known = (Span(tr(" as ")), Span(isolated(role), strong=True)) if role and role != act else ()
        return "check", "green", (by, Span(tr(" approved {review}", review=review)), *known)
    words = _words(item)
    done = (Span(": "), Span(retold(act))) if act else ()
    told = (Span(", "), Span(quoted(isolated(words)), strong=True)) if words else ()
    return "file-text", "slate", (by, Span(tr(" changed {review}", review=review)), *done, *told)


def _step(state: Change, review: str, version: int) -> tuple[str, str, str]:
    if state.new in _STEPS:
        icon, tone, text = _STEPS[state.new]
        return icon, tone, text.format(review=review)
    if state.old is None:
        begun = (
            tr("began the post-incident review")
            if version == 1
            else tr("began version {version} of the review", version=version)
        )
        return "file-plus", "slate", begun
    return "corner-up-left", "slate", tr("took {review} back to draft", review=review)


def _version_and_act(item: JournalItem) -> tuple[int, str]:
    found = _BODY.fullmatch(item.body or "")
    return (int(found[1]), found[2]) if found is not None else (1, item.body or "")


def _change(item: JournalItem, field: str) -> Change | None:
    return next((change for change in item.changes if change.field == field), None)


def _words(item: JournalItem) -> str:
    for field in _WORDS:
        change = _change(item, field)
        words = " ".join((change.new or change.old or "").split()) if change is not None else ""
        if words:
            return words if len(words) <= _VALUE_LIMIT else f"{words[:_VALUE_LIMIT]}…"
    return ""
