"""The bar at the top with way back, filter and commands, and the one at the bottom with what stands now."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.wording import number, tr, trn
from app.services.incidents.queue_dto import QueueCounts
from app.views.long_jobs.jobs import LongJobs
from app.views.toolkit import tokens
from app.views.toolkit.cut_text import tell_whole
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_centred, paint_focus_ring, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.chip_line_edit import ChipLineEdit
from app.views.widgets.labels import Label

_WIDE: Final = 1000
"""Pixels from which the status bar has room for what nobody acts on."""
_BADGE: Final = 15


class Bell(IconButton):
    """Opens what one was told; a badge on it counts what is unread."""

    def __init__(self) -> None:
        super().__init__("bell", tr("Notifications (G N)"))
        # Beside the bell there is room for the badge, which would cover it.
        self.setFixedSize(self.width() + _BADGE + 3, self.height())
        self.count = ""

    def show_unread(self, count: int) -> None:
        """How many notifications nobody has read; none has no badge."""
        self.count = "" if count <= 0 else str(count) if count < 100 else "99+"
        name = tr("Notifications, {count} unread (G N)", count=count) if count else tr("Notifications (G N)")
        self.set_icon("bell", name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bell, and the badge at its upper end."""
        super().paintEvent(event)
        if self.count:
            painter = painter_on(self)
            width = max(_BADGE, text_width(tokens.CAPTION_STRONG, self.count) + 6)
            box = QRectF(18, 1, width, _BADGE)
            fill_rounded(painter, box, _BADGE / 2, "redfill")
            paint_centred(painter, tokens.CAPTION_STRONG, "onred", box, self.count)


class TopBar(QWidget):
    """Tells what was typed into the filter; the buttons belong to the actions of the window."""

    filter_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(Size.TOP_BAR)
        self.setProperty("surface", "surface")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = IconButton("arrow-left", tr("Back (Alt Left)"))
        self.forward = IconButton("arrow-right", tr("Forward (Alt Right)"))
        self._title = Label("", tokens.UI_STRONG)
        self.filter = ChipLineEdit(
            tr("Filter"), tr("Filter: is:open, priority:1, team:network, assignee:me, or words"), "/"
        )
        self.filter.changed.connect(self.filter_changed)
        self.commands = Button(tr("Commands"), icon="command", keys="Ctrl+K", height=Size.BUTTON)
        self.bell = Bell()
        self.theme = IconButton("moon", tr("Change the theme (Ctrl Shift L)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for widget in (self.back, self.forward, self._title):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.filter, 1)
        self._rest = QWidget()
        self._rest.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self._rest, 1)
        row.addSpacing(4)
        row.addWidget(self.commands)
        row.addWidget(self.bell)
        row.addWidget(self.theme)

    def show_ways(self, *, back: bool, forward: bool) -> None:
        """Whether one can go back, and forward again."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_place(self, title: str, filter_text: str | None) -> None:
        """What the page is called, and its filter; None hides the field."""
        self._title.setText(title)
        self.filter.setVisible(filter_text is not None)
        self._rest.setVisible(filter_text is None)
        if filter_text is not None and filter_text != self.filter.text():
            self.filter.set_text(filter_text)


class StatusItem(EnterPresses):
    """One fact of the status bar; those with something to do are buttons, the others only say it."""

    def __init__(self, icon: str, ink: str = "text2", *, run: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._icon, self._ink, self._has_room = icon, ink, True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if run else Qt.FocusPolicy.NoFocus)
        self.setEnabled(run is not None)
        if run is not None:
            self.clicked.connect(lambda _checked=False: run())
        self.hide()

    def say(self, text: str, icon: str | None = None, ink: str | None = None) -> None:
        """Show this; an empty text shows nothing."""
        self._icon, self._ink = icon or self._icon, ink or self._ink
        if self.toolTip() == self.text():
            self.setToolTip("")  # It told the text of before.
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text) and self._has_room)
        self.updateGeometry()
        tell_whole(self)
        self.update()

    def give_room(self, *, there: bool) -> None:
        """Whether it is shown at all: what can be left out makes way in a narrow window."""
        self._has_room = there
        self.setVisible(bool(self.text()) and there)

    def sizeHint(self) -> QSize:
        """Icon and text."""
        return QSize(38 + text_width(tokens.META_MEDIUM, self.text()), Size.TARGET_LEAST)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A text that has no room is told whole by the tool tip."""
        super().resizeEvent(event)
        tell_whole(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon and text."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        if self.isEnabled() and self.underMouse():
            fill_rounded(painter, box, Size.RADIUS_BADGE, "hover")
        paint_icon(painter, self._icon, colour(self._ink), 8, box.center().y() - 7, 14)
        paint_left(painter, tokens.META_MEDIUM, self._ink, box.adjusted(28, 0, 0, 0), self.text())
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_BADGE)


class StatusBar(QWidget):
    """What stands now; every number is a button that shows the incidents behind it."""

    filter_wanted = Signal(str)
    waiting_wanted = Signal()
    jobs_wanted = Signal()
    hours_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs: LongJobs | None = None
        self._total: int | None = None
        self._lists_incidents = True
        self.setFixedHeight(Size.STATUS_BAR)
        self.setProperty("surface", "chrome")
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.breached = StatusItem("octagon-alert", "red", run=lambda: self.filter_wanted.emit("is:open is:breached"))
        self.due_soon = StatusItem("timer", "orange", run=lambda: self.filter_wanted.emit("is:open sla:0..1h"))
        self.shown = StatusItem("list-checks")
        self.mine = StatusItem("circle-user", run=lambda: self.filter_wanted.emit("is:open assignee:me"))
        self.unassigned = StatusItem("circle-dashed", run=lambda: self.filter_wanted.emit("is:open assignee:none"))
        self.waiting = StatusItem("upload", "amber", run=self.waiting_wanted.emit)
        self.job = StatusItem("loader-circle", "accent", run=self.jobs_wanted.emit)
        self.timers = StatusItem("timer")
        self.hours = StatusItem("calendar-clock", run=self.hours_wanted.emit)
        self.place = StatusItem("database")
        self.state = StatusItem("circle-check", "green")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(4)
        for item in (self.breached, self.due_soon, self.shown, self.mine, self.unassigned):
            row.addWidget(item)
        row.addStretch(1)
        for item in (self.waiting, self.job, self.timers, self.place, self.hours, self.state):
            row.addWidget(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the hours make way for what one acts on."""
        super().resizeEvent(event)
        self.hours.give_room(there=event.size().width() >= _WIDE)

    def show_waiting(self, count: int, stuck: int) -> None:
        """How much was written down and is not at the desk yet, and how much of it the desk did not take."""
        text = tr("{count} to be sent", count=count) + (
            trn(", {n} needs a look", ", {n} need a look", stuck) if stuck else ""
        )
        self.waiting.say(text if count else "", "upload", "red" if stuck else "amber")

    def follow(self, jobs: LongJobs) -> None:
        """Show how far the job at work is, and how many wait behind it, from now on."""
        self._jobs = jobs
        jobs.changed.connect(self._show_jobs)

    def _show_jobs(self) -> None:
        running = self._jobs.running() if self._jobs is not None else []
        more = tr(", {count} more", count=len(running) - 1) if len(running) > 1 else ""
        self.job.say(f"{running[0].name}: {running[0].words()}{more}" if running else "")

    def show_total(self, total: int) -> None:
        """How many incidents the list shows."""
        self._total = total
        self._count_shown()

    def set_counts(self, counts: QueueCounts) -> None:
        """How many incidents are somebody's concern."""
        self.breached.say(tr("{breached} breached", breached=number(counts.breached)) if counts.breached else "")
        self.due_soon.say(tr("{due_soon} due within 1 h", due_soon=number(counts.due_soon)) if counts.due_soon else "")
        self.mine.say(tr("{mine} mine", mine=number(counts.mine)) if counts.mine else "")
        self.unassigned.say(
            tr("{unassigned} unassigned", unassigned=number(counts.unassigned)) if counts.unassigned else ""
        )

    def show_place(self, *, lists_incidents: bool) -> None:
        """How many incidents are shown is said only where they are: elsewhere it would count something else."""
        self._lists_incidents = lists_incidents
        self._count_shown()

    def _count_shown(self) -> None:
        is_said = self._lists_incidents and self._total is not None
        self.shown.say(trn("{n} incident", "{n} incidents", self._total or 0) if is_said else "")
