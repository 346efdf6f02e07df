"""What others wrote for all to read, and in which words somebody is held up by it who is about to write as well."""

from collections.abc import Sequence
from typing import Final

from app.domain.vocabulary import EntryKind, Visibility
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail, JournalItem
from app.views.context import ViewContext
from app.views.widgets.spans import isolated

_SAID: Final = frozenset({EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.CALLER_MESSAGE})
_QUOTED: Final = 240


def said_by_others(context: ViewContext, detail: IncidentDetail) -> list[JournalItem]:
    """From the oldest to the newest."""
    me = context.actor.person_id
    return [
        item
        for item in detail.journal
        if item.kind in _SAID and item.visibility == Visibility.PUBLIC and item.author_id != me
    ]


def held_up_by(context: ViewContext, news: Sequence[JournalItem]) -> str:
    """Who wrote what last, and how one's own is sent all the same; `news` is not empty."""
    last = news[-1]
    words = " ".join((last.body or "").split())
    return tr(
        "{who} wrote ({when}){more}: “{quoted}” Yours was not sent. Press Ctrl+Enter again to send it as it is.",
        who=isolated(last.author_name or tr("Somebody")),
        when=context.formats.within(last.recorded_at, context.now()),
        more=tr(", and {count} more before", count=len(news) - 1) if len(news) > 1 else "",
        quoted=words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…",
    )
