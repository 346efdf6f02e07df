"""What somebody else did to the incident while it is open here: told in a strip, never in the way of typing."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.services.incidents.dto import IncidentDetail, JournalItem
from app.views.context import ViewContext
from app.views.incident.casework import Collision
from app.views.incident.notices import Notices
from app.views.incident.pick_lists import PickLists
from app.views.incident.story import Message, Sentence, Shown, Teller, label_of


class News(QObject):
    """`show_wanted` asks for the newest entries; `mine_wanted` carries an edit that is to win after all."""

    show_wanted = Signal()
    mine_wanted = Signal(object)

    def __init__(self, context: ViewContext, lists: PickLists, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._lists, self._notices = context, lists, notices
        self._known: frozenset[str] = frozenset()
        self._collision: Collision | None = None

    def forget(self) -> None:
        """Another incident is opened."""
        self._known, self._collision = frozenset(), None

    def tell(self, detail: IncidentDetail, *, has_draft: bool) -> None:
        """Say what others added since the last reading; the first reading has no news."""
        me = self._context.actor.person_id
        news = tuple(item for item in detail.journal if item.id not in self._known and item.author_id != me)
        if self._known and news:
            more = f" and {len(news) - 1} more" if len(news) > 1 else ""
            kept = " Your draft is kept." if has_draft else ""
            text = f"{self._sentence(detail, news)}{more}.{kept}"
            self._notices.say(self._notices.remote, text, ("Show changes", self.show_wanted.emit))
        self._known = frozenset(item.id for item in detail.journal) | {detail.id}

    def _sentence(self, detail: IncidentDetail, news: tuple[JournalItem, ...]) -> str:
        teller = Teller(self._context.formats, self._context.clock.now(), self._lists.matrix)
        last = teller.tell(detail._replace(journal=news), Shown.ALL)[-1:]
        for part in last:
            if isinstance(part, Sentence):
                return "".join(span.text for span in part.spans)
            if isinstance(part, Message):
                return f"{part.author} wrote {'an internal note' if part.note else 'a message'}"
        return "Something changed"

    def collided(self, collision: Collision) -> None:
        """An edit met another one; it is shown when both values are known."""
        self._collision = collision

    def show_collision(self, shown: Mapping[str, str]) -> None:
        """Show both values of the field, theirs as it stands now."""
        collision, self._collision = self._collision, None
        if collision is None:
            return
        theirs = shown.get(collision.field) or "nothing"
        mine = collision.edit.words.get(collision.field) or "nothing"
        text = (
            f"Somebody else changed {label_of(collision.field)} meanwhile. Theirs: {theirs}. Yours: {mine}. "
            "Nothing was overwritten."
        )
        self._notices.say(
            self._notices.collision,
            text,
            ("Keep theirs", lambda: None),
            ("Use mine", lambda: self.mine_wanted.emit(collision.edit)),
        )
