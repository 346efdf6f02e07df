"""The first window: it holds the pages, goes from one to another, and passes on what happens at the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.actor import Actor
from app.domain.events import DoubtSettled, LinkChanged
from app.domain.wording import tr
from app.infra.clock import Clock
from app.services.session import Session
from app.views.action_catalogue import CATALOGUE
from app.views.actions import ActionRegistry
from app.views.context import Common, ViewContext
from app.views.page_making import PageMaker
from app.views.page_registry import PAGES, SHEETS
from app.views.pages import Location, Page
from app.views.queue import filters
from app.views.queue.last_rows import LastRows
from app.views.queue.loader import Answer
from app.views.queue.page import QueuePage
from app.views.shell.bars import StatusBar, TopBar
from app.views.shell.gaze import Gaze
from app.views.shell.history import History
from app.views.shell.hours_watch import HoursWatch
from app.views.shell.link_watch import LinkWatch
from app.views.shell.protection_watch import ProtectionWatch
from app.views.shell.reading_ring import ReadingRing
from app.views.shell.report_strip import ReportStrip
from app.views.shell.sidebar import Sidebar
from app.views.shell.timers_watch import TimersWatch
from app.views.shell.window_actions import bind_window_actions, offer_demo, show_settings_menu
from app.views.shell.window_views import bind_views, mark_view
from app.views.toolkit.background import Background
from app.views.toolkit.bridge import Bridge
from app.views.toolkit.formats import Formats, zone_named
from app.views.toolkit.state import WindowState
from app.views.toolkit.theme import Theme
from app.views.toolkit.ticker import Ticker
from app.views.toolkit.toast import Toasts
from app.views.toolkit.tokens import Size
from app.views.warming import Warming
from app.views.widgets.page_stack import PageStack
from app.views.widgets.strips import InfoStrip
from app.views.windows.desk_window import DeskWindow
from app.views.windows.windows import Windows

if TYPE_CHECKING:
    from app.domain.events import Event
    from app.services.incidents.queue_dto import QueueCounts


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window is made from; `last` is painted before the desk is open, `keep` is given the rows to come."""

    background: Background
    state: WindowState
    theme: Theme
    clock: Clock
    last: LastRows | None = None
    keep: Callable[[LastRows], None] | None = None
    drafts_folder: Path | None = None


class MainWindow(DeskWindow):
    """Opens empty or with the last known rows; `desk_opened` brings it to life."""

    theme_chosen = Signal(str)
    demo_left, demo_wanted = Signal(), Signal()
    team_wanted, own_wanted = Signal(), Signal()
    password_wanted = Signal()
    restore_wanted = Signal(object, str)
    closed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.main, self.theme = self, parts.theme
        self.history = History()
        common = Common(
            background=parts.background,
            state=parts.state,
            clock=parts.clock,
            pages=frozenset({"queue", *(spec.id for spec in PAGES)}),
            drafts_folder=parts.drafts_folder,
            ticker=Ticker(self),
        )
        self.context = ViewContext(common, ActionRegistry(CATALOGUE, self), Toasts(self.ground), self.go)
        self._maker = PageMaker(self.context, PAGES, self._show_place)
        self.bridge, self.warming = Bridge(self), Warming(parts.background, self._maker.ahead, self)
        self.queue = QueuePage(self.context, parts.last, parts.keep)
        self.windows = Windows(self)
        self._pages: dict[str, Page] = {"queue": self.queue}
        self.page: Page = self.queue
        self._page_id = "queue"
        self._build()
        ReadingRing(self)
        Gaze(self.context, self)
        bind_window_actions(self)
        bind_views(self)
        self._connect()
        self.sidebar.set_pages(self.context.pages | frozenset(SHEETS))
        if parts.last is not None and parts.last.counts is not None:
            self.sidebar.set_counts(parts.last.counts)
        self.context.actions.take_colours()
        self.go(Location("queue", self.queue.filter_text()))

    def _build(self) -> None:
        self.setWindowTitle("Mainstay")
        self.resize(*self.context.state.get("window.size", [1440, 900]))
        self.setMinimumSize(760, 440)
        self.sidebar, self.top, self.status = Sidebar(), TopBar(), StatusBar()
        self.demo = InfoStrip(tr("Demo data. Nothing here is real; change whatever you like."), "violet", icon="eye")
        self.demo.add_button(tr("Leave"), self.demo_left.emit)
        self.problem, self.report = InfoStrip("", "red"), ReportStrip()
        timers, away = InfoStrip("", "red", icon="timer"), InfoStrip("", "amber", icon="wifi-off")
        self.timers = TimersWatch(self.context, self.status.timers, timers)
        self.link = LinkWatch(self.context, self.status.state, away)
        self.protection, self.hours = ProtectionWatch(self.context, self.link), HoursWatch(self.context, self.status)
        self.stack = PageStack()
        self.stack.setObjectName("pages")
        self.stack.addWidget(self.queue)
        self.context.stage = self.stack
        content = QVBoxLayout()
        content.setSpacing(0)
        content.addWidget(self.top)
        for strip in (self.demo, self.problem, self.report, away, timers, self.protection.strip):
            content.addWidget(strip)
            strip.hide()
        content.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addLayout(content, 1)
        outer = QVBoxLayout(self.ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(middle, 1)
        outer.addWidget(self.status)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.ground)
        self.setCentralWidget(self._stage)
        self.status.state.say(tr("Opening the desk…"), "loader-circle", "text2")
        self._show_theme()

    def _connect(self) -> None:
        actions = self.context.actions
        for button, action_id in (
            (self.top.back, "go.back"),
            (self.top.forward, "go.forward"),
            (self.top.bell, "window.notifications"),
            (self.top.theme, "window.theme"),
        ):
            button.clicked.connect(lambda _checked=False, action_id=action_id: actions.run(action_id))
        self.top.commands.clicked.connect(lambda: actions.run("window.palette"))
        self.top.filter_changed.connect(self._filter_typed)
        self.top.filter.submitted.connect(partial(_to_page_start, self))
        self.top.filter.left.connect(partial(_to_page_start, self))
        self.sidebar.filter_chosen.connect(lambda text: self.go(Location("queue", text)))
        self.sidebar.page_chosen.connect(
            lambda page: self.go(Location(page, filters.DEFAULT if page == "queue" else ""))
        )
        self.sidebar.new_wanted.connect(lambda: actions.run("incident.new"))
        self.sidebar.drafts_wanted.connect(lambda: actions.run("incident.drafts"))
        self.sidebar.menu_wanted.connect(partial(show_settings_menu, self))
        _serve(self, self.context)
        self.status.waiting_wanted.connect(lambda: actions.run("window.outbox"))
        self.status.filter_wanted.connect(lambda text: self.go(Location("queue", text)))
        self.queue.answered.connect(self._answered)
        self.queue.counted.connect(self._answered)
        self.queue.filter_changed.connect(self._filter_shown)
        self.bridge.happened.connect(self._pass_on)
        self.theme.changed.connect(self._show_theme)
        self.context.background.failed.connect(self.context.toasts.say_error)

    @property
    def here(self) -> Location:
        """The place that is shown."""
        return self.history.here

    def go(self, place: Location) -> None:
        """Show a page; the way back is kept. An incident that stands in a window of its own is shown there."""
        if self.windows.take(place):
            return
        self.history.visit(place)
        self._show(place)
        if place.act:
            self.page.act(place.act)

    def go_along(self, place: Location | None) -> None:
        """Show a place of the history; None is its end."""
        if place is not None:
            self._show(place)

    def open_apart(self) -> None:
        """Show the incident that is shown or selected here in a window of its own."""
        self.go(Location("incident", self.page.incident_here(), apart=True))

    def move_out(self, incident_id: str) -> None:
        """An incident is shown in a window of its own from now on: where it was shown here, go up from it."""
        place = Location("incident", incident_id)
        if self.history.here == place:
            self.go(self.page.above() or Location("queue"))
        self.history.forget(place)
        self._show_place()

    def _show(self, place: Location) -> None:
        page = self._pages.get(place.page)
        if page is None:
            page = self._pages[place.page] = self._maker.make(place.page)
            self.stack.addWidget(page)
        self.page, self._page_id = page, place.page
        self.stack.setCurrentWidget(page)
        self.context.actions.set_page(page)
        page.open(place.argument)
        self._show_place()
        page.setFocus()  # Qt chose the first field; where a page cannot begin yet, letters go on as keys.
        page.focus_start()

    def desk_opened(self, session: Session, name: str, place: str, *, is_demo: bool) -> None:
        """The desk is open: everything works from now on."""
        actor: Actor = session.actor
        if self.context.session is not None:
            self._forget_pages()
        self.context.session, self.context.live = session, None
        self.context.undo.clear()
        self.context.formats = Formats(zone_named(actor.time_zone) if actor.time_zone != "UTC" else None)
        self.queue.table.wording.formats = self.context.formats
        self.context.actions.set_actor(actor)
        self.bridge.listen(session.desk.bus)
        for install in SHEETS.values():
            install(self.ground, self.context)
        self.sidebar.set_desk(name, place)
        self.sidebar.set_person(actor.name, actor.role.label)
        self.sidebar.allow(actor)
        self.status.place.say(place, "database")
        self.demo.setVisible(is_demo)
        self.problem.hide()
        for watch in (self.timers, self.link, self.protection, self.hours, self.warming):
            watch.begin()
        offer_demo(self, is_demo=is_demo)
        self._stage.setCurrentWidget(self.ground)
        for page in self._pages.values():
            page.desk_opened()
        self.windows.desk_opened(session)
        _name(self)
        self.page.focus_start()

    def _forget_pages(self) -> None:
        """Another desk has other incidents: only the queue stays, and it reads anew."""
        self.windows.close_all()
        self.go(Location("queue", filters.DEFAULT))
        self.history.clear()
        self.history.visit(Location("queue", filters.DEFAULT))
        for page in [self._pages.pop(page_id) for page_id in list(self._pages) if page_id != "queue"]:
            page.leave()
            self.context.actions.unbind(page)
            self.stack.removeWidget(page)
            page.deleteLater()
        self._maker.forget()
        self.context.background.change_desks()
        self.context.toasts.dismiss()  # What they offer to take back was done by whoever sat here before.

    def show_instead(self, page: QWidget) -> None:
        """Show a page in place of everything else, until `desk_opened`."""
        self._stage.addWidget(page)
        self._stage.setCurrentWidget(page)
        self.windows.hide_all()
        _name(self)
        page.setFocus()

    def show_desk(self) -> None:
        """Show what stood there before `show_instead`."""
        self._stage.setCurrentWidget(self.ground)
        self.windows.show_all()
        _name(self)
        self.page.focus_start()

    def show_problem(self, text: str, offers: "list[tuple[str, Callable[[], None]]]") -> None:
        """The desk could not be opened; what is on the screen stays readable."""
        self.problem.say_with(text, "red", offers)
        self.status.state.say(tr("Not open"), "octagon-alert", "red")

    def show_read_only(self, why: str, offers: "list[tuple[str, Callable[[], None]]]") -> None:
        """The desk can be read and not changed, for the reason that is given."""
        self.problem.say_with(why, "amber", offers)

    def panes(self) -> list[QWidget]:
        """Where F6 goes, in order."""
        panes = [self.top.filter.field, *self.page.panes(), self.sidebar.settings]
        return [pane for pane in panes if pane.isVisible() and pane.isEnabled()]

    def focus_filter(self) -> None:
        """Put the keyboard into the filter; from another page go to the queue first."""
        if self.page.filter_text() is None:
            self.go(Location("queue", self.queue.filter_text()))
        self.top.filter.go_on()

    def toggle_sidebar(self) -> None:
        """Words or icons only; the choice is kept."""
        self.sidebar.set_rail(not self.sidebar.is_rail)
        self.context.state.set("window.rail", self.sidebar.is_rail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window has the rail, unless somebody chose otherwise."""
        super().resizeEvent(event)
        chosen = self.context.state.get("window.rail")
        rail = chosen if isinstance(chosen, bool) else event.size().width() < Size.RAIL_BELOW
        if rail != self.sidebar.is_rail:
            self.sidebar.set_rail(rail)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is kept without a question."""
        self.bridge.close()
        self.windows.close_all()
        self.context.ticker.stop()
        for watch in (self.timers, self.link, self.protection, self.hours, self.warming):
            watch.stop()
        for page in self._pages.values():
            page.leave()
        self.context.toasts.dismiss()
        self.context.state.set("window.size", [self.width(), self.height()])
        self.context.state.save()
        super().closeEvent(event)
        self.closed.emit()

    def _show_place(self, _title: str = "") -> None:
        title, text = self.page.title(), self.page.filter_text()
        self.top.show_place(title, text)
        mark_view(self)
        self.sidebar.show_place(self._page_id, text or "")
        self.status.show_place(lists_incidents=self.page is self.queue)
        _name(self)
        self.top.show_ways(back=self.history.can_go_back, forward=self.history.can_go_forward)
        self.context.actions.refresh()

    def _filter_typed(self, text: str) -> None:
        self.history.replace(Location(self._page_id, text))
        self.page.set_filter(text)

    def _filter_shown(self, text: str) -> None:
        if self.page is self.queue:
            self.history.visit(Location("queue", text))
            self._show_place()

    def _answered(self, answer: Answer) -> None:
        self.context.show_counts(answer.counts)
        self.sidebar.show_place(self._page_id, self.page.filter_text() or "")
        self.status.show_total(answer.summary.total)
        if self.context.session is not None:
            time = self.context.formats.time(self.context.clock.now())
            self.status.state.say(tr("Up to date {time}", time=time), "circle-check", "green")

    def _pass_on(self, event: "Event") -> None:
        if isinstance(event, LinkChanged | DoubtSettled):
            self.link.hear(event)
            if isinstance(event, LinkChanged) and event.is_away:
                return
        for page in self._pages.values():
            page.hear(event)
        self.windows.hear(event)

    def _show_theme(self) -> None:
        self.top.theme.set_icon("sun" if self.theme.dark else "moon", tr("Change the theme (Ctrl Shift L)"))
        self.context.actions.take_colours()


def _serve(window: MainWindow, context: ViewContext) -> None:
    """Tell the pages of every window what this one shows for them, and where it leads."""
    context.show_drafts = window.sidebar.set_drafts
    context.show_unread, context.show_counts = window.top.bell.show_unread, partial(_count, window)
    context.join_desk, context.use_own_desk = window.team_wanted.emit, window.own_wanted.emit
    context.change_password, context.restore_desk = window.password_wanted.emit, window.restore_wanted.emit
    context.show_waiting, context.is_away = window.status.show_waiting, lambda: window.link.is_away


def _count(window: MainWindow, counts: "QueueCounts") -> None:
    """One number says the same in both bars."""
    window.sidebar.set_counts(counts)
    window.status.set_counts(counts)


def _name(window: MainWindow) -> None:
    # While something is asked in place of the desk, its name would tell what stands behind, and others change that.
    title = "" if window.ground.isHidden() else window.page.title()
    window.setWindowTitle(tr("{title} – Mainstay", title=title) if title else "Mainstay")


def _to_page_start(window: MainWindow) -> None:
    window.page.focus_start()
