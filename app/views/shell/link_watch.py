"""Whether the desk's server answers: asked now and then, said in a strip and the status bar, tried again by itself.

A desk in a file has no server and is not watched.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import Away, DeskError
from app.domain.events import DoubtSettled, LinkChanged
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.shell.bars import StatusItem
from app.views.toolkit.background import Ticket
from app.views.toolkit.toast import announce
from app.views.widgets.strips import InfoStrip

if TYPE_CHECKING:
    from app.infra.link import Link

TICK_MS = 1_000
PULSE_AFTER = 5.0
"""Seconds without any answer after which the server is asked whether it is there."""

SILENCE_MOST = 10.0
"""Seconds after which a question about that is taken for lost, wherever it hangs; a name that nobody resolves hangs
longer, and nothing ends that from outside. Together with the pause before, a loss is shown within 15 seconds.
"""

CAN = tr(
    "You can go on reading what is shown. New incidents and internal notes are written down here, and sent when it "
    "is back; everything else has to wait, and drafts are kept."
)


_WHAT = {
    "post": tr("Your message"),
    "create": tr("The new incident"),
    "step": tr("The new state"),
    "edit": tr("Your change"),
}
"""What a command is called where the person reads what became of it."""


class LinkWatch(QObject):
    """`came_back` tells that the server answers again; `sign_in_wanted` that the person wants to give the password.

    `told` carries what is said while the server is away, to other windows too; nothing once it is back.
    """

    told = Signal(str)
    came_back = Signal()
    sign_in_wanted = Signal()

    def __init__(self, context: ViewContext, item: StatusItem, strip: InfoStrip) -> None:
        super().__init__(item)
        self._context, self._item, self._strip = context, item, strip
        self._link: Link | None = None
        self._asked: Ticket | None = None
        self._ticks_waited = 0
        self._since: datetime | None = None
        self.words = ""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_away(self) -> bool:
        """Whether the window says that the server is away."""
        return self._since is not None

    def begin(self) -> None:
        """A desk was opened: look after its server from now on, if it has one."""
        self.stop()
        self._since = None
        self._say("")
        self._link = self._context.desk.link
        if self._link is not None:
            self._timer.start()

    def stop(self) -> None:
        """Another desk is opened, or the window closes."""
        self._timer.stop()
        if self._asked is not None:
            self._asked.cancel()
        self._asked = None

    def tick(self) -> None:
        """Ask where it is time to, and let the seconds until the next attempt go down."""
        link = self._link
        if link is None:
            return
        if self._asked is not None:
            self._ticks_waited += 1
            if self._ticks_waited * TICK_MS >= SILENCE_MOST * 1_000:
                self._give_up(link)
        elif link.rest_left == 0 and (self.is_away or link.quiet_for >= PULSE_AFTER):
            self._ask()
        self._show_rest(link)

    def hear(self, event: LinkChanged | DoubtSettled) -> None:
        """The server was lost or found again, or it is known what became of a save that the loss interrupted."""
        if isinstance(event, DoubtSettled):
            self._settled(event)
        elif event.is_away:
            self._lost(event)
        elif self.is_away:
            self._since = None
            self._say("")
            self._item.say(tr("The desk is back"), "circle-check", "green")
            announce(self._item, tr("The desk is back"))
            self._context.background.write(self._context.desk.settle_doubts)
            self.came_back.emit()

    def try_now(self) -> None:
        """Do not wait for the next attempt."""
        if self._link is not None and self._asked is None:
            self._link.hurry()
            self._ask()

    def _ask(self) -> None:
        desk = self._context.desk
        self._ticks_waited = 0
        self._asked = self._context.background.probe(desk.pulse, lambda _done: self._answered(), self._failed)

    def _answered(self) -> None:
        self._asked = None

    def _failed(self, error: DeskError) -> None:
        self._asked = None
        if self._link is not None and not isinstance(error, Away):
            # A full server answers, but not to us.
            self._link.lost(Away(str(error)))

    def _give_up(self, link: "Link") -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = None
        link.lost(Away(tr("The server does not answer. What you typed is kept.")))

    def _lost(self, event: LinkChanged) -> None:
        self._since = self._since or self._context.clock.now()
        text = tr(
            "The desk is away since {when}. {why} {can}",
            when=self._context.formats.time(self._since),
            why=event.why,
            can=CAN,
        )
        self._say(text)
        self._strip.clear_buttons()
        if event.needs_sign_in:
            self._strip.add_button(tr("Sign in"), self.sign_in_wanted.emit, kind="primary")
        self._strip.add_button(tr("Try now"), self.try_now)
        announce(self._item, text)

    def _say(self, words: str) -> None:
        self.words = words
        if words:
            self._strip.set_text(words, "amber", "wifi-off")
        self._strip.setVisible(bool(words))
        self.told.emit(words)

    def _settled(self, event: DoubtSettled) -> None:
        what = _WHAT.get(event.command.rsplit(".", 1)[-1], tr("What you changed last"))
        if event.kept:
            self._context.toasts.show(tr("{what} was saved before the connection broke", what=what))
        else:
            self._context.toasts.show(tr("{what} was not saved. Please do it again.", what=what), icon="triangle-alert")

    def _show_rest(self, link: "Link") -> None:
        if self._since is None:
            return
        rest = round(link.rest_left)
        next_try = tr("trying now") if self._asked is not None or rest == 0 else tr("next try in {rest} s", rest=rest)
        self._item.say(tr("Away, {next_try}", next_try=next_try), "wifi-off", "amber")
