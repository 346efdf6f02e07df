"""How a stakeholder update stands in the timeline: a card of its own colour that says how many read it."""

from collections.abc import Callable
from datetime import datetime

from app.domain.major import NEXT_UPDATE, REACHED
from app.domain.taking_back import FOLLOWED
from app.domain.vocabulary import EntryKind
from app.domain.wording import tr, trn
from app.services.incidents.dto import JournalItem


def is_update(item: JournalItem) -> bool:
    """Whether it was written for everybody whom a major incident concerns."""
    return item.kind == EntryKind.STAKEHOLDER_UPDATE


def card_of(item: JournalItem, *, note: bool) -> str:
    """Which card of the style sheet a message has."""
    return "note" if note else "update" if is_update(item) else "true"


def update_role(item: JournalItem, within: Callable[[datetime], str]) -> str:
    """Beside the author: who read it, and by when the next one is promised."""
    told = {change.field: change.new for change in item.changes}
    number, due = told.get(REACHED) or "", told.get(NEXT_UPDATE)
    readers = trn("to {n} caller", "to {n} callers", int(number)) if number.isdecimal() else ""
    if told.get(FOLLOWED):
        readers = tr("Told with {original}", original=told[FOLLOWED])
    if not due:
        return readers
    when = within(datetime.fromisoformat(due))
    return tr("{readers}; next update by {when}", readers=readers, when=when)
