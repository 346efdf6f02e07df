"""The queue page: head, table, preview and what happens between them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.services.incidents.queue_dto import GROUP_COLUMNS, SORT_COLUMNS, QueueQuery, QueueRow
from app.services.incidents.queue_dto import QueuePage as RowsPage
from app.views.context import ViewContext
from app.views.pages import Location, Page
from app.views.queue import filters
from app.views.queue.acts import QueueActs
from app.views.queue.columns import NEWEST_FIRST, SORT_OF, Column
from app.views.queue.header import QueueHead
from app.views.queue.keys import bind_queue_actions
from app.views.queue.last_rows import LastRows
from app.views.queue.loader import Answer, QueueLoader
from app.views.queue.messages import Offers, explain_empty, what_is_wrong
from app.views.queue.pace import Pace
from app.views.queue.preview import Preview
from app.views.queue.queue_table import QueueTable
from app.views.queue.table_view import QueueView
from app.views.queue.wording import Wording
from app.views.toolkit.state import WindowState
from app.views.toolkit.tokens import Size
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState, InfoStrip

if TYPE_CHECKING:
    from app.domain.events import Event

_GATHER_MS = 60
"""Changes that come together are read back together."""

_UNREAD_MS = 800
"""How long the hand must rest before a term of the filter that cannot be read is spoken of."""


class QueuePage(Page):
    """`answered` carries what the database said, for the numbers in the side bar and the status bar."""

    answered = Signal(object)
    filter_changed = Signal(str)

    def __init__(
        self, context: ViewContext, last: LastRows | None = None, keep: Callable[[LastRows], None] | None = None
    ) -> None:
        super().__init__(context)
        self._keep = keep
        self.answer: Answer | None = None
        self.table = QueueTable(Wording(context.formats, context.now()), self)
        self.acts = QueueActs(context)
        self._loader = QueueLoader(context, self)
        self.query = last.query if last is not None else _first_query(context.state)
        self._build()
        self._connect()
        bind_queue_actions(self)
        context.place_of = self.table.place_of
        if last is not None:
            page = RowsPage(0, last.rows)
            self.table.show(last.summary, last.query.collapsed, [page])
            self.head.show_filter(self.query.filter_text, self.query.group_by, last.counts)
        else:
            self.head.show_filter(self.query.filter_text, self.query.group_by, None)
        self._show_sort()

    def _build(self) -> None:
        self.head = QueueHead()
        self.view = QueueView(self.table)
        self.view.set_widths(self.context.state.get("queue.widths", {}))
        self.view.set_row_height(self.context.state.get("queue.row_height", Size.ROW))
        self.empty = EmptyState("inbox", "")
        self.strip = InfoStrip("", "amber")
        self.strip.hide()
        self.unread = InfoStrip("", "amber")
        self.unread.hide()
        self.loading = LoadingLine()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.loading, self.strip, self.unread):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self.preview = Preview(self.context)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([10_000, self.context.state.get("queue.preview_width", Size.PREVIEW)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.head.segment_chosen.connect(self._segment_chosen)
        self.head.take_wanted.connect(lambda: self.acts.take(self.chosen_rows()))
        self.head.copy_wanted.connect(lambda: self.acts.copy(self.chosen_rows()))
        self.head.clear_wanted.connect(self.clear_marks)
        self.table.block_wanted.connect(self._loader.load_block)
        self._loader.arrived.connect(self.show_answer)
        self._loader.page_arrived.connect(self.table.add_page)
        self._loader.page_failed.connect(self.table.block_failed)
        self._loader.failed.connect(self._failed)
        self.view.opened.connect(self.open_incident)
        self.view.moved.connect(self._moved)
        self.view.rested.connect(self._rested)
        self.view.head_toggled.connect(self._toggle_group)
        self.view.sort_wanted.connect(self._sort_by)
        self.view.mark_toggled.connect(self.toggle_mark)
        self.view.widths_changed.connect(self._keep_widths)
        self.splitter.splitterMoved.connect(
            lambda *_at: self.context.state.set("queue.preview_width", self.splitter.sizes()[1])
        )
        self._gather = _timer(self, _GATHER_MS, self.reload, once=True)
        self._unread = _timer(self, _UNREAD_MS, self._say_what_is_wrong, once=True)
        self.pace = Pace(self.view, self.context, self.reload)

    def title(self) -> str:
        """The page's name in the top bar."""
        return "Queue"

    def open(self, argument: str) -> None:
        """Show the rows of a filter; without one the queue stays as it is."""
        if argument and argument != self.query.filter_text:
            self.set_filter(argument)
        elif self.answer is None:
            self.reload()

    def desk_opened(self) -> None:
        """Read the rows that are true now."""
        self.answer = None
        self.reload()

    def focus_start(self) -> None:
        """The list."""
        self.view.setFocus()

    def panes(self) -> list[QWidget]:
        """The list, then the preview."""
        return [self.view, *([self.preview.focus_target()] if self.preview.isVisible() else [])]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears what is selected for several."""
        if event.key() == Qt.Key.Key_Escape and self.table.marked:
            self.clear_marks()
        else:
            super().keyPressEvent(event)

    def filter_text(self) -> str:
        """The filter of the list."""
        return self.query.filter_text

    def set_filter(self, text: str) -> None:
        """Show the rows of another filter, from the top."""
        self.query = self.query._replace(filter_text=text, collapsed=frozenset())
        self.table.marked.clear()
        self.head.show_selected(0)
        self.head.show_filter(text, self.query.group_by, self.answer.counts if self.answer else None)
        self.filter_changed.emit(text)
        if not what_is_wrong(text):
            self.unread.hide()
        self._unread.start()
        self.reload(from_top=True)

    def reload(self, *, from_top: bool = False) -> None:
        """Read again what is in view; selection and scroll stay unless it is another list."""
        if self.context.session is None:
            return
        self._from_top = from_top
        at = self.pace.moment_for(self.query, from_top=from_top)
        self.query = self.query._replace(at=at, day_ends=self.context.formats.day_end(at))
        blocks = [0] if from_top else self.table.block_numbers(*self.view.visible_lines())
        self.loading.start()
        self._loader.load(self.query, blocks)

    _from_top = False

    def hear(self, _event: "Event") -> None:
        """Something changed: read again once the changes that come together have come."""
        self._gather.start()

    def leave(self) -> None:
        """Nothing is asked any more."""
        self._gather.stop()
        self._unread.stop()
        self.pace.stop()
        self.context.background.forget("queue")
        self.preview.show_nothing()

    def current_row(self) -> QueueRow | None:
        """The row that is selected."""
        index = self.view.currentIndex()
        return self.table.row_at(index.row()) if index.isValid() else None

    def chosen_rows(self) -> list[QueueRow]:
        """The rows selected for several, else the one that is selected."""
        if self.table.marked:
            lines = (self.table.line_of_id(incident_id) for incident_id in sorted(self.table.marked))
            rows = [self.table.row_at(line) for line in lines if line is not None]
        else:
            rows = [self.current_row()]
        return [row for row in rows if row is not None]

    def open_incident(self, incident_id: str, act: str = "") -> None:
        """Go to the incident."""
        if "incident" in self.context.pages:
            self.context.go(Location("incident", incident_id, act))

    def toggle_mark(self, incident_id: str) -> None:
        """Select a row for several, or no longer."""
        self.table.set_marked(incident_id, marked=incident_id not in self.table.marked)
        self.head.show_selected(len(self.table.marked))
        self.context.actions.refresh()

    def clear_marks(self) -> None:
        """Select nothing for several."""
        for incident_id in sorted(self.table.marked):
            self.table.set_marked(incident_id, marked=False)
        self.head.show_selected(0)
        self.context.actions.refresh()

    def group_by(self, column: str) -> None:
        """Put the rows under other heads."""
        self.query = self.query._replace(group_by=column, collapsed=frozenset())
        self.context.state.set("queue.group", column)
        self.head.show_filter(self.query.filter_text, column, self.answer.counts if self.answer else None)
        self.reload(from_top=True)

    def collapse(self, keys: frozenset[str]) -> None:
        """Close these groups and open all others."""
        self.query = self.query._replace(collapsed=keys)
        self.reload()

    def use_row_height(self, height: int) -> None:
        """Compact, cosy or comfortable rows."""
        self.context.state.set("queue.row_height", height)
        self.view.set_row_height(height)

    def show_preview(self, *, shown: bool) -> None:
        """Show or hide the pane at the right."""
        self.context.state.set("queue.preview", shown)
        self._fit_preview(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below a certain width Enter opens incidents instead of the preview."""
        self._fit_preview(event.size().width())
        super().resizeEvent(event)

    def _fit_preview(self, width: int) -> None:
        wanted = bool(self.context.state.get("queue.preview", True))
        self.preview.setVisible(wanted and width >= Size.PREVIEW_BELOW - Size.RAIL)

    def _segment_chosen(self, key: str) -> None:
        self.set_filter(filters.with_segment(self.query.filter_text, key))

    def _toggle_group(self, key: str) -> None:
        self.collapse(self.query.collapsed ^ {key})

    def _sort_by(self, section: int) -> None:
        wanted = SORT_OF[Column(section)]
        descending = not self.query.descending if wanted == self.query.sort else wanted in NEWEST_FIRST
        self.query = self.query._replace(sort=wanted, descending=descending)
        self.context.state.set("queue.sort", wanted)
        self.context.state.set("queue.descending", descending)
        self._show_sort()
        self.reload(from_top=True)

    def _show_sort(self) -> None:
        column = next(column for column, sort in SORT_OF.items() if sort == self.query.sort)
        self.view.show_sorted(column, descending=self.query.descending)

    def _keep_widths(self) -> None:
        if self.isVisible():
            self.context.state.set("queue.widths", self.context.state.get("queue.widths", {}) | self.view.widths())

    def show_answer(self, answer: Answer) -> None:
        """Show what the database says; also what it says before the desk is open."""
        self.answer = answer
        self.loading.stop()
        self.strip.hide()
        self.table.wording.hours = answer.hours
        self.table.wording.now = self.context.now()
        show = partial(self.table.show, answer.summary, answer.query.collapsed, answer.pages)
        if self._from_top:
            show()
            self.view.scrollToTop()
        else:
            self.view.keeping_place(show)
        if self.view.current_id() is None and (self._from_top or not self.view.currentIndex().isValid()):
            self.view.select_first_row()
        self._from_top = False
        self.head.show_filter(answer.query.filter_text, answer.query.group_by, answer.counts)
        self.pace.go_on()
        self._show_or_explain(answer)
        self.answered.emit(answer)
        self._rested(self.view.current_id() or "")
        if self._keep is not None and self.context.session is not None:
            self._keep(LastRows(answer.query, answer.summary, self.table.first_rows(60), answer.counts, answer.kept))

    def _show_or_explain(self, answer: Answer) -> None:
        if answer.summary.total == 0:
            possible = not self.context.actions.offer("incident.new").reason
            offers = Offers(self.set_filter, partial(self.context.actions.run, "incident.new") if possible else None)
            explain_empty(self.empty, answer.query.filter_text, answer.counts, offers)
            self.preview.show_nothing()
        if answer.summary.total == 0:
            self.unread.hide()  # The empty page says it.
        self._stack.setCurrentWidget(self.empty if answer.summary.total == 0 else self.view)

    def _say_what_is_wrong(self) -> None:
        problems = what_is_wrong(self.query.filter_text)
        self.unread.set_text(problems)
        self.unread.setVisible(bool(problems) and self._stack.currentWidget() is self.view)

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.strip.clear_buttons()
        self.strip.set_text(str(error), "amber")
        self.strip.add_button("Try again", self.reload)
        self.strip.show()

    def _moved(self) -> None:
        row = self.current_row()
        if row is None:
            self.preview.show_nothing()
        self.context.actions.refresh()

    def _rested(self, incident_id: str) -> None:
        if incident_id and self.context.session is not None and self.preview.isVisibleTo(self):
            self.preview.read(incident_id)


def _first_query(state: WindowState) -> QueueQuery:
    """What the window shows at its first start, or in the order that was chosen last."""
    sort, group = state.get("queue.sort", "sla"), state.get("queue.group", "sla")
    return QueueQuery(
        filters.DEFAULT,
        sort if sort in SORT_COLUMNS else "sla",
        state.get("queue.descending", False),
        group if group in GROUP_COLUMNS else "sla",
    )


def _timer(owner: QWidget, milliseconds: int, run: Callable[[], None], *, once: bool = False) -> QTimer:
    timer = QTimer(owner)
    timer.setInterval(milliseconds)
    timer.setSingleShot(once)
    timer.timeout.connect(run)
    return timer
