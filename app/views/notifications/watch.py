"""Looks for what is to be told to the person at this window: counts it at the bell, shows it once, in quiet order."""

from collections import deque
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import DeskError
from app.domain.events import Event, MuchChanged, NotificationsWritten
from app.domain.wording import tr, trn
from app.services.notifications.dto import NoticeKind, Notification, Pending
from app.views.context import ViewContext, reading_nothing, staying_nowhere
from app.views.following import FollowWatch
from app.views.notifications.panel import NoticePanel, icon_of
from app.views.notifications.ringing import Ringing
from app.views.notifications.tray import Make, Tray, system_tray
from app.views.pages import Location
from app.views.toolkit.bridge import Bridge
from app.views.toolkit.toast import ToastAction

_EVERY_MS: Final = 60_000
"""What is written now is heard of at once; this is for what waits for the end of quiet hours, and for a lost ring."""
_SOONEST_MS: Final = 1_000
_MOST_SINGLE: Final = 3
_STORM: Final = timedelta(seconds=60)
_MOST_IN_STORM: Final = 5
"""What would be more than this within a minute is told in one message, and the next one waits for a minute."""
_QUIET: Final = timedelta(hours=1)
_SHOWN_MS: Final = 8_000


class NoticeWatch(QObject):
    """One for each open desk. Toasts belong to this window; the tray is used where there is one, never needed."""

    def __init__(self, host: QWidget, context: ViewContext, make_tray: Make = system_tray) -> None:
        super().__init__(host)
        self._host, self._window, self._context = host, host.window(), context
        self.panel: NoticePanel | None = None
        self.tray = Tray(self._window, context, self, make_tray)
        self.tray.disturbed.connect(self.toggle_quiet)
        self.ringing = Ringing(context)
        self._quiet_until: datetime | None = None
        self._waits_until: datetime | None = None
        self._told: deque[datetime] = deque(maxlen=_MOST_IN_STORM + 1)
        self._asking = self._again = False
        self._opened = ""
        """What was opened while nobody knew yet of what there is something to read."""
        self._bridge = Bridge(self)
        self._bridge.happened.connect(self._hear)
        self._bridge.listen(context.desk.bus)
        self._following = FollowWatch(self, context)
        context.stay_in_tray = self.tray.stay
        context.read_now = self._read_now
        context.actions.bind("window.notifications", self.toggle)
        context.actions.bind("window.quiet", self.toggle_quiet)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)
        self._window.installEventFilter(self)
        host.installEventFilter(self)
        self.look()

    def look(self) -> None:
        """Ask whether there is something to tell; one look at an index, and a write only when there is."""
        if self._asking:
            # What was written since is perhaps not in the answer that is awaited.
            self._again = True
            return
        self._asking, self._again = True, False
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(lambda: desk.notifications.pending(actor), self._looked, self._unknown)

    def toggle(self) -> None:
        """Open the list, or close it."""
        if self.panel is not None:
            self._close_panel()
            return
        self.panel = NoticePanel(self._context, self._host)
        self.panel.left.connect(self._close_panel)
        self.panel.read.connect(self.look)
        self.panel.opened.connect(self._open)
        self.panel.start()

    @property
    def is_quiet(self) -> bool:
        """Whether the person asked not to be disturbed; the bell counts all the same."""
        return self._quiet_until is not None and self._context.clock.now() < self._quiet_until

    @property
    def _waits(self) -> bool:
        # What stands in place of the desk, such as the page of a locked window, is before everybody's eyes: nothing is
        # told there, nor outside of it.
        return self._host.isHidden() or (
            self._waits_until is not None and self._context.clock.now() < self._waits_until
        )

    def toggle_quiet(self) -> None:
        """Tell nothing for an hour, or tell again; what waited is told then."""
        if self.is_quiet:
            self._quiet_until = None
            self._context.toasts.show(tr("You are told again"), icon="bell")
            self.look()
        else:
            self._quiet_until = until = self._context.clock.now() + _QUIET
            said = tr("Nothing is shown until {time}; the bell counts", time=self._context.formats.time(until))
            self._context.toasts.show(said, ToastAction(tr("Undo"), self.toggle_quiet), icon="bell-off")
        self.tray.show_quiet(quiet=self.is_quiet)

    def end(self) -> None:
        """Another desk is opened or the window goes."""
        self._bridge.close()
        self._context.stay_in_tray, self._context.read_now = staying_nowhere, reading_nothing
        self._context.unread.show(frozenset())
        self._following.end()
        self._timer.stop()
        self._window.removeEventFilter(self)
        self._host.removeEventFilter(self)
        if self.panel is not None:
            self.panel.deleteLater()
            self.panel = None
        self.tray.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing is asked any more when the window closes; what waited for the desk to be seen again is told then."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            self.end()
        elif watched is self._host and event.type() == QEvent.Type.Show:
            self.look()
        return False

    def _hear(self, event: Event) -> None:
        self._following.hear(event)
        mine = isinstance(event, NotificationsWritten) and self._context.actor.person_id in event.person_ids
        if mine or isinstance(event, MuchChanged):
            self.look()

    def _unknown(self, _error: DeskError) -> None:
        # The next look asks again; that the desk cannot be reached is said by the window itself.
        self._asking = False

    def _looked(self, found: Pending) -> None:
        self._context.show_unread(found.unread)
        self.tray.show_unread(found.unread)
        self._context.unread.show(found.incidents)
        opened, self._opened = self._opened, ""
        self._read_what_was_told(opened)
        if self._timer.isActive():
            self._timer.start(_pause_before(found))
        self.tray.show_quiet(quiet=self.is_quiet)
        if not found.is_due or self.is_quiet or self._waits:
            self._asked()
            return
        desk, actor = self._context.desk, self._context.actor
        self._context.background.write(lambda: desk.notifications.claim_due(actor), self._tell, self._unknown)

    def _read_now(self, incident_id: str) -> None:
        """Who opens an incident reads what they were told of it, also what an answer on its way says first."""
        self._opened = incident_id if self._asking else ""
        self._read_what_was_told(incident_id)

    def _read_what_was_told(self, incident_id: str) -> None:
        if incident_id in self._context.unread.ids:
            desk, actor = self._context.desk, self._context.actor
            self._context.background.write(
                lambda: desk.notifications.mark_incident_read(actor, incident_id), lambda _count: None, self._unmarked
            )

    def _unmarked(self, _error: DeskError) -> None:
        """It stays unread, which the next look says; the incident itself is shown all the same."""

    def _asked(self) -> None:
        self._asking = False
        if self._again:
            self.look()

    def _tell(self, notices: tuple[Notification, ...]) -> None:
        self._asked()
        self.ringing.ring_for(notices)
        now = self._context.clock.now()
        lately = sum(now - told < _STORM for told in self._told)
        self._told.extend(now for _ in notices)
        if len(notices) > _MOST_SINGLE or lately + len(notices) > _MOST_IN_STORM:
            self._waits_until = now + _STORM
            urgent = sum(notice.is_urgent for notice in notices)
            text = trn("{n} notification", "{n} notifications", len(notices)) + (
                tr(", {urgent} urgent", urgent=urgent) if urgent else ""
            )
            self._context.toasts.show(text, ToastAction(tr("Show"), self.toggle), icon="bell", shown_ms=_SHOWN_MS)
            self.tray.tell(text, None)
            return
        for notice in notices:
            text = notice.title
            offers = [ToastAction(tr("Open"), partial(self._open, notice))] if _place_of(notice) else []
            self._context.toasts.show(text, *offers, icon=icon_of(notice.kind), shown_ms=_SHOWN_MS)
            self.tray.tell(text, notice)
        if self.panel is not None:
            self.panel.load()

    def _open(self, notice: Notification) -> None:
        self._close_panel()
        desk, actor = self._context.desk, self._context.actor
        if notice.read_at is None:
            self._context.background.write(
                lambda: desk.notifications.mark_read(actor, [notice.id]),
                lambda _count: self.look(),
                self._context.toasts.say_error,
            )
        place = _place_of(notice)
        if place is not None:
            self._context.go(place)

    def _close_panel(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None


def _place_of(notice: Notification) -> Location | None:
    """Where what a notification is about is shown; None where nothing shows it by itself."""
    if notice.incident_id is not None:
        return Location("incident", notice.incident_id)
    return Location("handover", "given") if notice.kind == NoticeKind.HANDOVER else None


def _pause_before(found: Pending) -> int:
    """Milliseconds until the next look: when the next one is to be shown, or a minute."""
    if found.due_in is None or found.is_due:
        return _EVERY_MS
    return max(_SOONEST_MS, min(_EVERY_MS, round(found.due_in.total_seconds() * 1_000)))


def install(host: QWidget, context: ViewContext) -> None:
    """Watch for the person at the desk that is open now, in place of the one before."""
    for old in host.findChildren(NoticeWatch):
        old.end()
        old.deleteLater()
    NoticeWatch(host, context)
