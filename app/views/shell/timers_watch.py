"""Whether time passes at the desk: who runs the timers, when they last did, and what everybody is told if none run."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.instants import micros
from app.domain.permissions import Permission, may
from app.domain.sla.display import spoken_time
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.shell.bars import StatusItem
from app.views.toolkit.toast import announce
from app.views.widgets.strips import InfoStrip

if TYPE_CHECKING:
    from app.services.timers.dto import TimerHealth

_ASK_MS = 60_000
_FIRST_MS = 10_000
"""A window that has just opened runs the timers itself a moment later; nobody is alarmed before."""

_NOTABLE = timedelta(seconds=2)
"""A clock that is off by less is taken for right: that much an answer takes on its way."""

_QUICK = timedelta(seconds=5)
"""An answer that took longer is not compared with the clock of this computer."""

RESTS = tr("This window runs none, because the desk can only be read here.")

WHAT_TO_DO = tr("Keep a window of Mainstay open on one computer, or run main.py jobs run as a service.")


class TimersWatch(QObject):
    """Asks now and then, tells the status bar, and shows the strip; for whoever may read the desk's incidents."""

    def __init__(self, context: ViewContext, item: StatusItem, strip: InfoStrip) -> None:
        super().__init__(item)
        self._context, self._item, self._strip = context, item, strip
        self._asked_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_MS)
        self._timer.timeout.connect(self.ask)

    def begin(self) -> None:
        """A desk was opened: look after its timers from now on."""
        self._strip.hide()
        self._item.say("")
        if may(self._context.actor, Permission.INCIDENT_READ_ALL):
            self._timer.start()
            QTimer.singleShot(_FIRST_MS, self, self.ask)

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()

    def ask(self) -> None:
        """Read how the timers are."""
        if self._context.session is not None and self._timer.isActive():
            desk, actor = self._context.desk, self._context.actor
            self._asked_at = self._context.clock.now()
            self._context.background.read(lambda: desk.timers.health(actor), self.show, key="timers")

    def show(self, health: "TimerHealth") -> None:
        """Say it in the status bar, and in the strip where everybody has to know."""
        self._compare_clocks(health.at)
        newest, last = health.newest, health.last_tick_at
        rests = self._context.session is not None and self._reads_only()
        warning = _warning(health, RESTS if rests else WHAT_TO_DO)
        if newest is not None and last is not None:
            when = self._context.formats.time(last)
            self._item.say(tr("Timers ran {when}", when=when), "timer", "red" if health.is_stale else "text2")
            tip = tr("Run by {newest}, last {when}", newest=newest.name, when=self._context.formats.full(last))
            self._tell(f"{tip}. {RESTS}" if rests else tip)
        else:
            self._item.say(tr("No timers"), "timer", "red")
            self._tell(tr("Nobody has run the timers of this desk yet"))
        if warning and warning != self._strip.text():
            self._strip.set_text(warning, "red" if health.is_stale else "amber")
            announce(self._item, warning)
        self._strip.setVisible(bool(warning))

    def _tell(self, more: str) -> None:
        """The tool tip begins with what is shown, because a narrow window cuts that."""
        told = f"{self._item.text()}. {more}"
        self._item.setToolTip(told)
        self._item.setAccessibleName(told)

    def _reads_only(self) -> bool:
        hold = self._context.desk.hold
        return hold is not None and hold.is_read_only

    def _compare_clocks(self, at: datetime) -> None:
        now = self._context.clock.now()
        if self._asked_at is not None and now - self._asked_at > _QUICK:
            return  # The computer slept or was busy while the answer was on its way, so it says nothing about clocks.
        offset = at - now
        self._context.clock_offset = offset if abs(offset) > _NOTABLE else timedelta(0)


def _warning(health: "TimerHealth", what_to_do: str) -> str:
    if health.is_stale:
        since = _since(health.at, health.last_tick_at)
        return tr(
            "No timers have run{since}: clocks go on, but nothing fires and nobody is reminded. {what_to_do}",
            since=since,
            what_to_do=what_to_do,
        )
    if health.went_back:
        length = spoken_time(micros(health.at + health.went_back) - micros(health.at))
        return tr(
            "The clock of this desk was set back by {length}. Until it has caught up, time stands still here. If it "
            "was wrong before and is right now, an administrator runs main.py jobs clock.",
            length=length,
        )
    if health.overdue_since is not None:
        return tr(
            "Something has been due{since} and has not fired. {what_to_do}",
            since=_since(health.at, health.overdue_since),
            what_to_do=what_to_do,
        )
    return ""


def _since(now: datetime, then: datetime | None) -> str:
    return "" if then is None else tr(" for {spoken_time}", spoken_time=spoken_time(max(0, micros(now) - micros(then))))
