"""What the caller reads is kept back once when somebody else has written since the person looked; then it is theirs."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.services.incidents.dto import IncidentDetail, JournalItem, Post
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.composer import Composer
from app.views.incident.said import held_up_by, said_by_others
from app.views.toolkit.toast import announce
from app.views.widgets.strips import InfoStrip


class Answering(QObject):
    """`show_wanted` asks for the newest entries, because one of them has to be read."""

    show_wanted = Signal()

    def __init__(self, context: ViewContext, casework: Casework, composer: Composer) -> None:
        super().__init__(composer)
        self._context, self._casework, self._composer = context, casework, composer
        self._incident_id = ""
        self._seen = 0
        self._is_held = False
        self.strip = InfoStrip("", "amber", icon="reply", closable=True)
        self.strip.hide()
        casework.loaded.connect(self._loaded)
        composer.reply_restored.connect(self._begun_before)

    def may_say(self) -> bool:
        """Whether nobody has written to the caller, or the caller to the desk, since the person looked."""
        detail = self._casework.detail
        if detail is None or len(self._said(detail)) <= self._seen:
            return True
        self._hold(detail)
        return False

    def holds(self) -> str:
        """The same in words, for what is said from a sheet over the incident; empty where nothing is against it."""
        return "" if self.may_say() else self.strip.text()

    def in_sight_of(self, post: Post) -> Post:
        """The message with what its author has seen, which the desk compares once more."""
        return replace(post, others_seen=self._seen) if post.public else post

    @property
    def seen(self) -> int:
        """How many messages of others the person has seen."""
        return self._seen

    def overtaken(self) -> None:
        """The desk kept a message back; what came is read and shown."""
        self._is_held = True
        self._casework.reload()

    def looked(self) -> None:
        """The person has gone through what is new."""
        if self._casework.detail is not None:
            self._see(len(self._said(self._casework.detail)))

    def sent(self) -> None:
        """The message is out."""
        self.strip.hide()
        self._composer.send_anyway("overtaken", holds=False)

    def _loaded(self, detail: IncidentDetail) -> None:
        if detail.id != self._incident_id:
            self._incident_id, self._is_held = detail.id, False
            self._see(len(self._said(detail)))
            self.sent()
        elif self._is_held:
            self._is_held = False
            self._hold(detail)

    def _see(self, count: int) -> None:
        self._seen = self._composer.seen = count

    def _begun_before(self, seen: int) -> None:
        # What came since an earlier day, when the reply was begun, was not seen by whoever wrote it.
        self._see(min(self._seen, seen))

    def _said(self, detail: IncidentDetail) -> list[JournalItem]:
        return said_by_others(self._context, detail)

    def _hold(self, detail: IncidentDetail) -> None:
        said = self._said(detail)
        news = said[self._seen :] or said[-1:]
        self._see(len(said))
        if not news:
            return
        text = held_up_by(self._context, news)
        self.strip.set_text(text, "amber", "reply")
        self.strip.show()
        self._composer.send_anyway("overtaken", holds=True)
        self.show_wanted.emit()
        announce(self._composer, text)
