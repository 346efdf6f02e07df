"""The dashboard (`G D`): figures of the desk that lead to their incidents; as tiles and bars, or as a table."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.query.quoting import between_quotes
from app.domain.wording import tr
from app.services.dashboard.dto import RANGES, Figures, Wanted
from app.services.incidents.queue_dto import QueuePage, QueueQuery
from app.views.context import ViewContext
from app.views.dashboard.board import Board
from app.views.dashboard.exporting import ask_where, write_shown
from app.views.dashboard.head import Head
from app.views.dashboard.reading import NOW, PARTS, STRETCH, Reading
from app.views.dashboard.table import FigureTable
from app.views.dashboard.wall import WallBoard
from app.views.pages import Location, Page
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import ChoicePopup, Option, listed
from app.views.widgets.progress import LoadingLine
from app.views.widgets.segments import Segments
from app.views.widgets.strips import InfoStrip

if TYPE_CHECKING:
    from app.services.people.dto import Choice

_AGAIN: Final = timedelta(seconds=30)
"""What stands open is read again so often while the page is seen."""
_STRETCH_AGAIN: Final = timedelta(minutes=5)
"""Days and weeks move slowly and take longer, so they are read again when they are asked for, and now and then."""
_AT_RISK: Final = 6
_EVERY: Final = ""


def _ranges() -> tuple[tuple[str, str], ...]:
    words = {1: tr("Today"), 7: tr("7 days"), 30: tr("30 days"), 90: tr("90 days")}
    return tuple((str(days), words[days]) for days in RANGES)


class DashboardPage(Page):
    """Two readings that fail and are shown apart: what stands open now, and how the stretch came out."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(context)
        self._reading = Reading()
        self._paused = False
        self._read_at: datetime | None = None
        self._stretch_at: datetime | None = None
        self.wall: WallBoard | None = None
        self._make_head()
        self.strip = InfoStrip("", "red")
        self.strip.hide()
        self.loading = LoadingLine()
        self.board, self.table = Board(), FigureTable()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.board)
        # Only the page has a ground: what is printed of the board stands on white.
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for clear in (self.area.viewport(), self.board):
            clear.setAutoFillBackground(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.table)
        self._lay_out()
        self.board.wanted.connect(self._show_rows)
        self.table.wanted.connect(self._show_rows)
        self.board.opened.connect(lambda wanted: context.go(Location("incident", wanted)))
        context.ticker.watch(self, self._tick)
        self._bind()

    def _make_head(self) -> None:
        self.ranges = Segments(_ranges(), tr("Days up to today"))
        self.ranges.choose(str(self._reading.wanted.days))
        self.ranges.chosen.connect(lambda key: self.choose_days(int(key)))
        self.group = Button(tr("All groups"), icon="users", menu=True)
        self.group.clicked.connect(lambda _checked=False: self._offer_groups())
        self.pause = Button(tr("Pause"), icon="pause")
        self.pause.clicked.connect(lambda _checked=False: self._toggle_pause())
        self.as_table = Button(tr("Table"), icon="list", keys="T")
        self.as_table.setCheckable(True)
        self.as_table.clicked.connect(lambda _checked=False: self.show_table(shown=self.as_table.isChecked()))
        self.export = Button(tr("Export"), icon="download", keys="Ctrl+E")
        self.export.clicked.connect(lambda _checked=False: self.ask_where())

    def _lay_out(self) -> None:
        head = Head(tr("Dashboard"), (self.ranges, self.group, self.pause, self.as_table, self.export))
        told = QHBoxLayout()
        told.setContentsMargins(20, 0, 20, 4)
        told.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.loading)
        column.addLayout(told)
        column.addWidget(self.stack, 1)

    def _bind(self) -> None:
        bind = self.context.actions.bind
        for number, days in enumerate(RANGES, 1):
            bind(f"dashboard.range_{number}", partial(self.choose_days, days), owner=self)
        bind("dashboard.table", lambda: self.show_table(shown=not self._shows_table), owner=self)
        bind("dashboard.pause", self._toggle_pause, owner=self)
        bind("window.full_screen", self.show_wall, owner=self)
        bind("list.next", partial(self._step, 1), owner=self)
        bind("list.previous", partial(self._step, -1), owner=self)
        bind("list.refresh", self.load, owner=self)
        bind("list.export", self.ask_where, owner=self, unavailable=self._why_no_export)

    def title(self) -> str:
        """The page."""
        return tr("Dashboard")

    def open(self, _argument: str) -> None:
        """Read everything anew."""
        if self.context.session is not None:
            self.load()

    def desk_opened(self) -> None:
        """Another desk has other figures and other groups."""
        self._reading.wanted = self._reading.wanted._replace(group="")
        self.group.setText(tr("All groups"))
        self.load()

    def focus_start(self) -> None:
        """The first figure."""
        first: QWidget = self.table if self._shows_table else next(iter(self.board.pressable()), self)
        first.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.ranges, self.table] if self._shows_table else [self.ranges, *self.board.pressable()[:1]]

    def leave(self) -> None:
        """Nothing is asked any more."""
        if self.wall is not None:
            self.wall.close()
        self.context.actions.unbind(self)

    def printed(self) -> QWidget:
        """All tiles and cards, also those below the fold; or the table."""
        return self.table if self._shows_table else self.board

    @property
    def _shows_table(self) -> bool:
        return self.stack.currentWidget() is self.table

    # Reading

    def load(self) -> None:
        """Read both parts."""
        self._load_now()
        self._load_stretch()

    def _load_stretch(self) -> None:
        self._stretch_at = self.context.clock.now()
        desk, actor, wanted = self.context.desk, self.context.actor, self._asked()
        self.loading.start()
        self.context.background.read(
            lambda: desk.dashboard.stretch(actor, wanted),
            partial(self._show_stretch, wanted),
            partial(self._failed, STRETCH, tr("The days and weeks could not be read")),
            key=f"dashboard-stretch-{id(self)}",
        )

    def _asked(self) -> Wanted:
        return self._reading.wanted._replace(zone=self.context.formats.zone)

    def _load_now(self) -> None:
        desk, actor, wanted = self.context.desk, self.context.actor, self._asked()
        self._read_at = self.context.clock.now()
        within = f" team:{between_quotes(wanted.group.lower())}" if wanted.group else ""
        rows = QueueQuery(f"is:open{within}", "sla", False, "none", limit=_AT_RISK, zone=wanted.zone)

        def read() -> tuple[Figures, QueuePage]:
            return desk.dashboard.now(actor, wanted), desk.queue.page(actor, rows)

        self.context.background.read(
            read,
            partial(self._show_now, wanted),
            partial(self._failed, NOW, tr("What stands open could not be read")),
            key=f"dashboard-now-{id(self)}",
        )

    def _show_now(self, wanted: Wanted, found: tuple[Figures, QueuePage]) -> None:
        figures, page = found
        self._reading.put(NOW, wanted, figures)
        self._say(NOW, "")
        for board in self._boards():
            board.show_now(figures)
            board.show_risk(page.rows, self.context.now())
        self._tell()

    def _show_stretch(self, wanted: Wanted, found: Figures) -> None:
        self.loading.stop()
        self._reading.put(STRETCH, wanted, found)
        self._say(STRETCH, "")
        for board in self._boards():
            board.show_stretch(found)
        self._tell()

    def _boards(self) -> list[Board]:
        return [self.board] if self.wall is None else [self.board, self.wall.board]

    def _tell(self) -> None:
        parts = self._reading.of_what_is_chosen()
        self.table.show_figures([figure for part in parts for figure in part.figures])
        said = self._reading.about(self.context.formats, self.context.now())
        for board in self._boards():
            board.about.setText(f"{said} · {tr('paused')}" if self._paused else said)
        self.context.actions.refresh()

    def _failed(self, part: str, what: str, error: DeskError) -> None:
        """What was read before stays to be read."""
        self.loading.stop()
        self._say(part, f"{what}. {error}")

    def _say(self, part: str, sentence: str) -> None:
        """What went wrong with one part; nothing when it came."""
        self._reading.wrong[part] = sentence
        old = self._reading.old_words(self.context.formats, self.context.now())
        for board in self._boards():
            board.show_stale(*old)
        said = " ".join(filter(None, self._reading.wrong.values()))
        if said == self.strip.text() and self.strip.isVisibleTo(self):
            return
        self.strip.clear_buttons()
        self.strip.set_text(said)
        if said:
            self.strip.add_button(tr("Try again"), self.load)
        self.strip.setVisible(bool(said))

    def _tick(self) -> bool:
        if self._paused or self.context.session is None:
            return False
        now = self.context.clock.now()
        if self._stretch_at is not None and now - self._stretch_at >= _STRETCH_AGAIN:
            self.load()
        elif self._read_at is not None and now - self._read_at >= _AGAIN:
            self._load_now()
        return False

    def show_wall(self) -> None:
        """What can be read from afar, over the whole screen; Esc or F11 leaves."""
        if self.wall is not None:
            self.wall.close()
            return
        self.wall = WallBoard()
        self.wall.left.connect(self._leave_wall)
        self.load()
        self.wall.begin(self)

    def _leave_wall(self) -> None:
        wall, self.wall = self.wall, None
        if wall is not None:
            wall.deleteLater()
        self.focus_start()

    # What is chosen

    def choose_days(self, days: int) -> None:
        """Another stretch up to today."""
        self._choose(self._reading.wanted._replace(days=days))
        self.ranges.choose(str(days))

    def choose_group(self, name: str) -> None:
        """The figures of one assignment group, or of all with an empty name."""
        self._choose(self._reading.wanted._replace(group=name))
        self.group.setText(name or tr("All groups"))

    def _choose(self, wanted: Wanted) -> None:
        self._reading.wanted = wanted
        # Until they are read, figures that stand there say whose they are.
        for part in PARTS:
            self._say(part, "")
        self._tell()
        self.load()

    def _offer_groups(self) -> None:
        desk, actor = self.context.desk, self.context.actor
        self.context.background.read(
            lambda: desk.people.groups(actor), self._offer, self.context.toasts.say_error, key=f"groups-{id(self)}"
        )

    def _offer(self, groups: "tuple[Choice, ...]") -> None:
        options = [Option(_EVERY, tr("All groups")), *(Option(each.label, each.label) for each in groups)]
        if not self.isVisible():
            return
        popup = ChoicePopup(tr("Assignment group"), listed(options), self.group)
        popup.chosen.connect(lambda option: self.choose_group(str(option.value)))
        popup.open_at(self.group)

    def _toggle_pause(self) -> None:
        self._paused = not self._paused
        self.pause.setText(tr("Go on") if self._paused else tr("Pause"))
        self.pause.set_icon("play" if self._paused else "pause")
        if not self._paused:
            self.load()
        self._tell()

    def show_table(self, *, shown: bool) -> None:
        """Everything as one table, or as tiles and bars."""
        self.as_table.setChecked(shown)
        self.stack.setCurrentWidget(self.table if shown else self.area)
        self.focus_start()

    def _step(self, by: int) -> None:
        if self._shows_table:
            self.table.step(by)
            return
        there = self.board.pressable()
        here = next((number for number, each in enumerate(there) if each.hasFocus()), None)
        if there:
            to = there[0 if here is None else max(0, min(len(there) - 1, here + by))]
            to.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(to)

    def _show_rows(self, filter_text: str) -> None:
        self.context.go(Location("queue", filter_text))

    # Exporting

    def _why_no_export(self) -> str | None:
        return None if self._reading.of_what_is_chosen() else tr("Nothing is shown yet")

    def ask_where(self) -> None:
        """Ask for the file, then write what is shown."""
        ask_where(self, self.context.state, self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the figures that are shown to this file."""
        write_shown(self.context, self._reading.of_what_is_chosen(), path)
