"""What somebody else did to the incident while it is open here: told in a strip, never in the way of typing."""

from PySide6.QtCore import QObject, Signal

from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail, JournalItem
from app.views.context import ViewContext
from app.views.incident.notices import Notices
from app.views.incident.pick_lists import PickLists
from app.views.incident.story import Message, Part, Sentence, Shown, Teller, author_of
from app.views.widgets.spans import isolated

_TOLD = 2
"""So many sentences fit into the strip."""
_LONGEST = 120


class News(QObject):
    """`show_wanted` asks for the newest entries."""

    show_wanted = Signal()

    def __init__(self, context: ViewContext, lists: PickLists, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._lists, self._notices = context, lists, notices
        self._known: frozenset[str] = frozenset()
        self._told: tuple[JournalItem, ...] = ()
        self._said = ""

    def forget(self) -> None:
        """Another incident is opened."""
        self._known, self._told = frozenset(), ()

    def tell(self, detail: IncidentDetail, *, has_draft: bool) -> None:
        """Say what others added since the last reading; the first reading has no news."""
        me = self._context.actor.person_id
        news = tuple(item for item in detail.journal if item.id not in self._known and item.author_id != me)
        if self._known and news and self._notices.conflict.isHidden():
            # What was not put away yet was perhaps not read yet either.
            self._told = news if self._notices.remote.isHidden() else (*self._told, *news)
            self._said = f"{self._sentences(detail, self._told)}."
            text = self._said + (tr(" Your draft is kept.") if has_draft else "")
            self._notices.say(self._notices.remote, text, (tr("Show changes"), self.show_wanted.emit))
        self._known = frozenset(item.id for item in detail.journal) | {detail.id}

    def sent(self) -> None:
        """What was written is sent: the strip, where it still stands, no longer says that it is kept."""
        if not self._notices.remote.isHidden():
            self._notices.correct(self._notices.remote, self._said)

    def _sentences(self, detail: IncidentDetail, news: tuple[JournalItem, ...]) -> str:
        """The newest two, and how many there are besides."""
        teller = Teller(self._context.formats, self._context.clock.now(), self._lists.matrix)
        parts = teller.tell(detail._replace(journal=news), Shown.ALL)
        pairs = ((sentence, author) for part in parts for sentence, author in _words(part))
        told = {_cut(sentence.rstrip(".")): author for sentence, author in pairs}
        if not told:
            return tr("Something changed")
        more = tr(", and {count} more", count=len(told) - _TOLD) if len(told) > _TOLD else ""
        return "; ".join(_names_once(list(told.items())[-_TOLD:])) + more


def _names_once(told: list[tuple[str, str]]) -> list[str]:
    """The sentences, each name only where it is another one than before."""
    said, last = [], ""
    for sentence, author in told:
        starts = bool(author) and sentence.startswith(f"{author} ")
        said.append(sentence.removeprefix(f"{author} ") if starts and author == last else sentence)
        last = author if starts else ""
    return said


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1]}…"


def _words(part: Part) -> list[tuple[str, str]]:
    """Sentences, each with whose deed it tells of."""
    if isinstance(part, Sentence):
        return [("".join(span.text for span in part.spans), isolated(author_of(part.item)))]
    if isinstance(part, Message):
        author = isolated(part.author)
        said = tr("{author} wrote an internal note", author=author)
        return [(said if part.note else tr("{author} wrote a message", author=author), author)]
    return [words for sentence in part.sentences for words in _words(sentence)]
