"""What the timeline tells of a major incident: one sentence for each proposal and decision; the reason follows it."""

from app.domain.major import DECISION_TAKEN_BACK, became_words
from app.domain.vocabulary import EntryKind, MajorState
from app.domain.wording import tr
from app.services.incidents.dto import Change, JournalItem
from app.views.widgets.spans import Span, isolated

_LOOKS = {MajorState.PROPOSED.value: "amber", MajorState.ACCEPTED.value: "red"}


def major_sentence(item: JournalItem, author: str) -> tuple[str, str, tuple[Span, ...]]:
    """The icon, its colour and the sentence about an entry of the kind `major`."""
    state, lead = _change(item, "major_state"), _change(item, "major_lead_id")
    by = Span(author, strong=True)
    led_by = (Span(isolated(lead.new), strong=True),) if lead is not None and lead.new else ()
    if is_taking_back(item):
        # What is said is what had been done, not where the way back led.
        done = tr("who leads the major incident") if state is None else became_words(state.new, state.old)
        return "undo-2", "slate", (by, Span(tr(" took back: {done}", done=done)))
    if state is None:
        return "siren", "slate", (by, Span(tr(" gave the lead of the major incident to ")), *led_by)
    led = (Span(tr(", led by ")), *led_by) if led_by else ()
    return "siren", _LOOKS.get(state.new or "", "slate"), (by, Span(f": {became_words(state.old, state.new)}"), *led)


def is_taking_back(item: JournalItem) -> bool:
    """Whether the entry takes back what was proposed or decided; its words are the sentence then."""
    return item.kind == EntryKind.MAJOR and item.body == DECISION_TAKEN_BACK


def _change(item: JournalItem, field: str) -> Change | None:
    return next((change for change in item.changes if change.field == field), None)
