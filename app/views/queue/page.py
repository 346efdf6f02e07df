"""The queue page: head, table, preview and what happens between them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import Away, DeskError
from app.domain.events import PresenceSeen
from app.domain.presence import by_incident
from app.domain.wording import tr
from app.services.incidents.queue_dto import QueueCounts, QueueQuery, QueueRow
from app.services.incidents.queue_dto import QueuePage as RowsPage
from app.views.context import ViewContext
from app.views.pages import Location, Page
from app.views.queue import filters
from app.views.queue.acts import QueueActs
from app.views.queue.bulk import Bulk
from app.views.queue.coming import Coming
from app.views.queue.fresh import Freshness
from app.views.queue.header import QueueHead
from app.views.queue.keys import bind_queue_actions
from app.views.queue.last_rows import LastRows
from app.views.queue.loader import Answer, QueueLoader
from app.views.queue.marking import Marking
from app.views.queue.messages import UnreadTerms, explain_empty, offers_of
from app.views.queue.new_pill import NewPill
from app.views.queue.ordering import Ordering, asked_about
from app.views.queue.own_drafts import OwnDrafts
from app.views.queue.pace import Pace
from app.views.queue.places import Place, Places, go_to
from app.views.queue.preview import Preview
from app.views.queue.printing import documents_of
from app.views.queue.queue_table import QueueTable
from app.views.queue.remembering import Remembering
from app.views.queue.shelf import Shelf
from app.views.queue.table_view import QueueView
from app.views.queue.told_above import told_above
from app.views.queue.wording import Wording
from app.views.suggestions.risks_unknown import RisksUnknown
from app.views.toolkit.tokens import Size
from app.views.widgets.page_stack import show_in_place
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState, InfoStrip

if TYPE_CHECKING:
    from app.domain.events import Event


def _below_each_other(*widgets: QWidget) -> QWidget:
    """A column without gaps; the last one takes the room that is left."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, int(widget is widgets[-1]))
    return holder


def _side_by_side(left: QWidget, right: QWidget) -> QSplitter:
    """Two panes with a handle between them; the left one takes what a wider window gives."""
    splitter = QSplitter()
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for place, pane in enumerate((left, right)):
        splitter.addWidget(pane)
        splitter.setStretchFactor(place, 1 - place)
    return splitter


class QueuePage(Page):
    """`answered` carries what the database said, for the numbers in both bars; `counted` when only those are new."""

    answered, counted = Signal(object), Signal(object)
    filter_changed = Signal(str)
    documents = documents_of

    def __init__(
        self, context: ViewContext, last: LastRows | None = None, keep: Callable[[LastRows], None] | None = None
    ) -> None:
        super().__init__(context)
        self.answer: Answer | None = None
        self.table = QueueTable(Wording(context.formats, context.now()), self)
        self.acts = QueueActs(context)
        self.shelf, self.bulk, self.places = Shelf(context, self), Bulk(self), Places(context.state)
        self.order = Ordering(self)
        self.drafts, self._loader = OwnDrafts(context, self, self._read_quietly), QueueLoader(context, self)
        self.query = last.query if last is not None else self.shelf.ordered(QueueQuery(filters.DEFAULT))
        self._build()
        self._connect()
        bind_queue_actions(self)
        if keep is not None:
            self._loader.settled.connect(Remembering(self, keep).keep)
        context.place_of = self.table.place_of
        self.table.wear(context.followed, context.unread)
        if last is not None:
            page = RowsPage(0, last.rows)
            self.table.show(last.summary, last.query.collapsed, [page])
            self.head.show_filter(self.query.filter_text, self.query.group_by, last.counts)
            self.places.begin(self.query.filter_text, self.view)
        else:
            self.head.show_filter(self.query.filter_text, self.query.group_by, None)
        self.order.show()

    def _build(self) -> None:
        self.head = QueueHead(self.shelf.title_of)
        self.view = QueueView(self.table)
        self.view.set_row_height(self.context.state.get("queue.row_height", Size.ROW))
        self.empty = EmptyState("inbox", "")
        self.strip = InfoStrip("", "amber")
        self.strip.hide()
        self.unread = UnreadTerms(lambda: self._stack.currentWidget() is self.view)
        self.loading = LoadingLine()
        self.marks = Marking(self.context, self.view, self.head, self.current_row)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._stack.setFocusProxy(self.view)
        self.told, self.burst = told_above(self.context, self, self.set_filter)
        self.risks = RisksUnknown(self.context)
        left = _below_each_other(self.head, self.loading, self.strip, self.told, self.risks, self.unread, self._stack)
        self.preview = Preview(self.context)
        self.splitter = _side_by_side(left, self.preview)
        self.splitter.setSizes([10_000, self.context.state.get("queue.preview_width", Size.PREVIEW)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.head.segment_chosen.connect(lambda key: self.set_filter(filters.with_segment(self.query.filter_text, key)))
        self.head.take_wanted.connect(lambda: self.acts.take(self.marks.chosen_ids(), self.marks.chosen_rows()))
        self.head.copy_wanted.connect(lambda: self.acts.copy(self.marks.chosen_rows()))
        self.head.clear_wanted.connect(self.marks.clear)
        self.bulk.connect()
        self._loader.arrived.connect(self.show_answer)
        self._loader.counted.connect(self._counted)
        Coming(self.view, self._loader)
        self._loader.failed.connect(self._failed)
        self.view.opened.connect(self.open_incident)
        self.view.scroll_wanted.connect(lambda: self.context.actions.run("list.scroll"))
        self.view.moved.connect(self._moved)
        self.view.rested.connect(partial(self._rested, again=False))
        self.preview.seen.connect(lambda: self._rested(self.view.current_id() or "", again=False))
        self.view.head_toggled.connect(lambda key: self.order.collapse(self.query.collapsed ^ {key}))
        self.view.sort_wanted.connect(self.order.title_clicked)
        self.view.mark_toggled.connect(self.marks.toggle)
        self.splitter.splitterMoved.connect(
            lambda *_at: self.context.state.set("queue.preview_width", self.splitter.sizes()[1])
        )
        self.shelf.changed.connect(self._views_changed)
        self.fresh = Freshness(self.view, self.context, self._read_quietly, self._row_changed)
        self.new = NewPill(self.view, self.fresh, partial(self.reload, from_top=True))
        self.new.offered.connect(self.context.actions.refresh)
        self.pace = Pace(self.view, self.context, self._read_quietly)

    def title(self) -> str:
        """The page's name in the top bar."""
        return tr("Queue")

    def open(self, argument: str) -> None:
        """Show the rows of a filter; without one the queue stays as it is."""
        self.context.place_of = self.table.place_of
        if argument and argument != self.query.filter_text:
            self.set_filter(argument)
        elif self.answer is None:
            self.reload()

    def desk_opened(self) -> None:
        """Read the rows that are true now."""
        self.answer = None
        self._loader.forget()
        self.marks.allow()
        self.shelf.load()
        self.told.look_soon()
        self.reload()

    def focus_start(self) -> None:
        """The list, or what stands in its place."""
        self._stack.setFocus()

    def panes(self) -> list[QWidget]:
        """The list, then the preview."""
        return [self._stack, *([self.preview.focus_target()] if self.preview.isVisible() else [])]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears what is selected for several."""
        if event.key() == Qt.Key.Key_Escape and self.table.marked:
            self.marks.clear()
        else:
            super().keyPressEvent(event)

    def filter_text(self) -> str:
        """The filter of the list."""
        return self.query.filter_text

    def set_filter(self, text: str) -> None:
        """Show the rows of another filter, from the top."""
        self.places.leave(self.query.filter_text, self.view)
        self._place = self.places.of(text)
        self.query = self.order.of_filter(text)
        self.order.show()
        self.table.marked.clear()
        self.head.show_selected(0)
        self.new.clear()
        self.head.show_filter(text, self.query.group_by, self.answer.counts if self.answer else None)
        self.filter_changed.emit(text)
        self.unread.look(text)
        self.reload(from_top=True)

    def reload(self, *, from_top: bool = False) -> None:
        """Read again what is in view; selection and scroll stay unless it is another list."""
        if self.context.session is None:
            return
        self._is_quiet = False
        self.loading.start()
        self._ask(from_top=from_top)

    def _read_quietly(self) -> None:
        """Read again because somebody else changed something: nothing moves and nothing is announced."""
        if self.context.session is not None:
            self._is_quiet = True
            self._ask(from_top=False)

    def _ask(self, *, from_top: bool) -> None:
        # A change that is heard before another list has come takes nothing from its beginning.
        self._from_top = from_top = from_top or self._from_top
        at = self.pace.moment_for(self.query, from_top=from_top)
        drafts = self.drafts.of(self.query.filter_text)
        self.query = self.query._replace(at=at, zone=self.context.formats.zone, drafts=drafts)
        there = [0] if self._place is None else list(self._place.blocks)
        blocks = there if from_top else self.table.block_numbers(*self.view.visible_lines())
        self.fresh.reading(self.query)
        current = None if from_top else self.view.current_id()
        self._loader.load(self.query, blocks, quietly=self._is_quiet, looked_at=current)

    _from_top = _is_quiet = False
    _place: Place | None = None

    def hear(self, event: "Event") -> None:
        """Something changed: show it, once the changes that come together have come."""
        for each in (self.shelf, self.bulk, self.told):
            each.hear(event)
        if isinstance(event, PresenceSeen):
            self.table.show_people(by_incident(event.people))
        else:
            self._loader.changed()
            self.fresh.hear(event)

    def _row_changed(self, incident_id: str) -> None:
        if incident_id == self.preview.shown_id:
            self._rested(incident_id)

    def leave(self) -> None:
        """Nothing is asked any more."""
        self.places.leave(self.query.filter_text, self.view)
        for each in (self.fresh, self.shelf, self.unread, self.risks, self.pace, self.drafts, self._loader, self.told):
            each.stop()
        self.preview.show_nothing()

    def current_row(self) -> QueueRow | None:
        """The row that is selected."""
        index = self.view.currentIndex()
        return self.table.row_at(index.row()) if index.isValid() else None

    def incident_here(self) -> str:
        """The one that is selected."""
        row = self.current_row()
        return row.id if row is not None and "incident" in self.context.pages else ""

    def open_incident(self, incident_id: str, act: str = "") -> None:
        """Go to the incident."""
        if "incident" in self.context.pages:
            self.context.go(Location("incident", incident_id, act))

    def _views_changed(self) -> None:
        self.head.show_filter(self.query.filter_text, self.query.group_by, self.answer.counts if self.answer else None)
        self.order.show()

    def show_ordered(self, query: QueueQuery) -> None:
        """Show the same rows in another order or under other heads, from the top; in the same one they stay."""
        is_other, self.query = query != self.query, query
        self.order.show()
        self.head.show_filter(query.filter_text, query.group_by, self.answer.counts if self.answer else None)
        if is_other:
            self.reload(from_top=True)

    def use_row_height(self, height: int) -> None:
        """Compact, cosy or comfortable rows."""
        self.context.state.set("queue.row_height", height)
        self.view.set_row_height(height)

    def show_preview(self, *, shown: bool) -> None:
        """Show or hide the pane at the right."""
        self.context.state.set("queue.preview", shown)
        self._fit_preview(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        """What was heard while another page was shown is looked at, and the rows are as high as was chosen there."""
        super().showEvent(event)
        self.view.set_row_height(self.context.state.get("queue.row_height", Size.ROW))
        self.fresh.look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below a certain width Enter opens incidents instead of the preview."""
        self._fit_preview(event.size().width())
        super().resizeEvent(event)

    def _fit_preview(self, width: int) -> None:
        wanted = bool(self.context.state.get("queue.preview", True))
        self.preview.setVisible(wanted and width >= Size.PREVIEW_BELOW - Size.RAIL)

    def show_answer(self, answer: Answer) -> None:
        """Show what the database says; also what it says before the desk is open."""
        self.answer = answer
        self.fresh.answered()
        self.loading.stop()
        self.strip.hide()
        self.table.wording.hours = answer.hours
        self.table.wording.now = self.context.now()
        show = partial(self.table.show, answer.summary, answer.query.collapsed, answer.pages)
        if self._from_top:
            show()
            self.view.scrollToTop()
            if self._place is not None:
                go_to(self.view, self._place)
        else:
            self.view.keeping_place(partial(show, answer.gone_of(self.view.current_id())))
        if self.view.current_id() is None and (self._from_top or not self.view.currentIndex().isValid()):
            self.view.select_first_row()
        self._from_top, self._place = False, None
        self.head.show_filter(answer.query.filter_text, answer.query.group_by, answer.counts)
        self.pace.go_on()
        self.new.answered()
        self._show_or_explain(answer)
        self.answered.emit(answer)
        self._rested(self.view.current_id() or "", again=not self._is_quiet)

    def _counted(self, counts: QueueCounts) -> None:
        if self.answer is not None:
            self.answer = replace(self.answer, counts=counts)
            self.head.show_filter(self.query.filter_text, self.query.group_by, counts)
            self.counted.emit(self.answer)

    def _show_or_explain(self, answer: Answer) -> None:
        if not self.table.rowCount():
            explain_empty(self.empty, answer, offers_of(self.context, self.set_filter, self.query))
            self.preview.show_nothing()
            self.unread.hide()  # The empty page says it.
        self.risks.look(is_asked=bool(asked_about(answer.query)))
        show_in_place(self._stack, self.view if self.table.rowCount() else self.empty)

    def _failed(self, error: DeskError) -> None:
        self.fresh.unanswered()
        self.loading.stop()
        self.strip.clear_buttons()
        self.strip.set_text(str(error), "amber")
        self.strip.add_button(tr("Try again"), self.reload)
        self.strip.setVisible(not isinstance(error, Away))  # Of a server that is away the window itself speaks.

    def _moved(self) -> None:
        if self.current_row() is None:
            self.preview.show_nothing(could_select=self.table.rowCount() > 0)
        self.context.actions.refresh()

    def _rested(self, incident_id: str, *, again: bool = True) -> None:
        # What is shown already is kept true by what is heard; a list that was read anew changes nothing about it.
        is_wanted = self.context.session is not None and self.preview.isVisibleTo(self)
        if incident_id and is_wanted and (again or incident_id != self.preview.shown_id):
            self.preview.read(incident_id)
