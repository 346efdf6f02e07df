"""What the timeline tells of a major incident: one sentence for each proposal and decision; the reason follows it."""

from app.domain.major import became_words
from app.domain.vocabulary import MajorState
from app.domain.wording import tr
from app.services.incidents.dto import Change, JournalItem
from app.views.widgets.spans import Span, isolated

_LOOKS = {MajorState.PROPOSED.value: "amber", MajorState.ACCEPTED.value: "red"}


def major_sentence(item: JournalItem, author: str) -> tuple[str, str, tuple[Span, ...]]:
    """The icon, its colour and the sentence about an entry of the kind `major`."""
    state, lead = _change(item, "major_state"), _change(item, "major_lead_id")
    by = Span(author, strong=True)
    led_by = (Span(isolated(lead.new), strong=True),) if lead is not None and lead.new else ()
    if state is None:
        return "siren", "slate", (by, Span(tr(" gave the lead of the major incident to ")), *led_by)
    led = (Span(tr(", led by ")), *led_by) if led_by else ()
    return "siren", _LOOKS.get(state.new or "", "slate"), (by, Span(f": {became_words(state.old, state.new)}"), *led)


def _change(item: JournalItem, field: str) -> Change | None:
    return next((change for change in item.changes if change.field == field), None)
