"""An incident that was merged into another one: which link says so, and taking it back from its page."""

from functools import partial

from app.domain.merging import NOT_MERGED
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail, LinkedIncident
from app.views.context import ViewContext
from app.views.merging.sheet import merge_now, unmerge_now


def merge_of(detail: IncidentDetail | None) -> LinkedIncident | None:
    """The link to the original of a duplicate."""
    return next((link for link in (detail.links if detail is not None else ()) if link.kind == "duplicate of"), None)


def why_not_unmerge(detail: IncidentDetail | None) -> str | None:
    """Why there is nothing to take back, or None."""
    return tr(NOT_MERGED) if merge_of(detail) is None else None


def unmerge_shown(context: ViewContext, detail: IncidentDetail | None) -> None:
    """Take the merge of the incident back that is shown."""
    link = merge_of(detail)
    if link is not None and detail is not None:
        take_merge_back(context, detail, link)


def take_merge_back(context: ViewContext, detail: IncidentDetail, link: LinkedIncident) -> None:
    """Take the merge of a link apart, seen from either side; done again it merges them once more."""
    here, there = (detail.id, detail.number), (link.incident_id, link.number)
    duplicate, original = (here, there) if link.kind == "duplicate of" else (there, here)
    words, failed = merged_words(duplicate[1], original[1]), context.toasts.say_error
    redo = partial(merge_now, context, original[0], (duplicate[0],), words, lambda: None, failed, again=True)
    unmerge_now(context, (link.link_id,), words, redo)


def merged_words(duplicate: int, original: int) -> str:
    """What a merge did, for the toasts."""
    return tr("{number} merged into {number2}", number=incident_number(duplicate), number2=incident_number(original))
