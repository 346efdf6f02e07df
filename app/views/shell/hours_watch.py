"""Whether the desk is open, in the status bar: its clocks stand still while it is not."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.shell.bars import StatusBar

if TYPE_CHECKING:
    from app.services.sla.dto import OpeningHours

_LONGEST_MS: Final = 5 * 60_000
"""Calendars are published seldom; a new one is told of after so long at the latest."""
_SOONEST_MS: Final = 1_000
_FIRST_MS: Final = 3_000
"""The rows of the queue come first."""


class HoursWatch(QObject):
    """Asks when that changes, and now and then; for whoever may read the desk's incidents."""

    def __init__(self, context: ViewContext, status: StatusBar) -> None:
        super().__init__(status)
        self._context, self._item = context, status.hours
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.ask)
        status.hours_wanted.connect(lambda: context.go(Location("settings", "calendars")))

    def begin(self) -> None:
        """A desk was opened: say its hours from now on."""
        self._item.say("")
        self._timer.stop()
        if may(self._context.actor, Permission.INCIDENT_READ_ALL):
            self._timer.start(_FIRST_MS)

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()

    def ask(self) -> None:
        """Read whether it is open."""
        if self._context.session is not None:
            desk, actor = self._context.desk, self._context.actor
            self._context.background.read(lambda: desk.sla.opening(actor), self.show, self._unknown, key="hours")

    def show(self, hours: "OpeningHours | None") -> None:
        """Say it, and ask again when it changes."""
        self._timer.start(_LONGEST_MS)
        if hours is None:
            self._item.say("")
            return
        said = self._words(hours)
        self._item.say(said, "calendar-clock", "text2" if hours.is_open else "amber")
        told = tr("{said}. Calendar: {calendar}", said=said, calendar=hours.calendar)
        self._item.setToolTip(told)
        self._item.setAccessibleName(told)
        if hours.changes_at is not None:
            wait = round((hours.changes_at - hours.at).total_seconds() * 1_000) + _SOONEST_MS
            self._timer.start(max(_SOONEST_MS, min(_LONGEST_MS, wait)))

    def _words(self, hours: "OpeningHours") -> str:
        formats, changes = self._context.formats, hours.changes_at
        if changes is None:
            return tr("Always open") if hours.is_open else tr("Closed")
        today = formats.is_today(changes, hours.at)
        when = formats.time(changes) if today else formats.within(changes, hours.at)
        return tr("Open until {when}", when=when) if hours.is_open else tr("Closed until {when}", when=when)

    def _unknown(self, _error: DeskError) -> None:
        """That the desk cannot be reached is said by the window itself; the hours are asked again later."""
        self._timer.start(_LONGEST_MS)
