"""The page of hand-overs: a sheet to write, all that were handed over, or one of them.

Without argument the sheet; `list` shows all, `given` the newest that waits to be taken over, an id that one.
"""

from typing import Final

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.events import Event, HandoverChanged, MuchChanged
from app.domain.wording import tr
from app.services.handovers.dto import HandoverRow, Line
from app.views.context import ViewContext
from app.views.handover.list_view import ListView
from app.views.handover.read_view import ReadView
from app.views.handover.sheet_view import SheetView
from app.views.pages import Location, Page

PAGE_ID: Final = "handover"
ALL: Final = "list"
GIVEN: Final = "given"


class HandoverPage(Page):
    """Three views that keep their place."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(context)
        self._argument = ""
        self.sheet, self.list, self.read = SheetView(context), ListView(context), ReadView(context)
        self.views = QStackedWidget()
        for view in (self.sheet, self.list, self.read):
            self.views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        for view in (self.sheet, self.read):
            view.opened.connect(self._open_line)
            view.figure_wanted.connect(lambda text: context.go(Location("queue", text)))
        self.sheet.handed.connect(self._handed)
        self.sheet.look_wanted.connect(lambda wanted: context.go(Location(PAGE_ID, wanted)))
        self.sheet.list_wanted.connect(lambda: context.go(Location(PAGE_ID, ALL)))
        self.list.new_wanted.connect(lambda: context.go(Location(PAGE_ID)))
        self.list.opened.connect(lambda wanted: context.go(Location(PAGE_ID, wanted)))
        self.read.left.connect(lambda: context.go(Location(PAGE_ID, ALL)))
        self.read.shown.connect(context.actions.refresh)
        actions = context.actions
        actions.bind("handover.confirm", self._confirm, owner=self, unavailable=self._why_not_confirm)
        actions.bind("handover.save", self.read.save, owner=self, unavailable=self._none_open)
        actions.bind("list.refresh", self._load, owner=self)

    @property
    def _view(self) -> QWidget | None:
        return self.views.currentWidget()

    def _none_open(self) -> str | None:
        return None if self._view is self.read and self.read.detail is not None else tr("No hand-over is open")

    def _why_not_confirm(self) -> str | None:
        return None if self._view is self.sheet else self._none_open() or self.read.why_not_take()

    def _confirm(self) -> None:
        (self.sheet.send if self._view is self.sheet else self.read.take_over)()

    def title(self) -> str:
        """What the top bar says."""
        return tr("Hand-over")

    def open(self, argument: str) -> None:
        """Show the sheet, all of them or one; before the desk is open, as soon as it is."""
        self._argument = argument
        if self.context.session is None:
            return
        if argument == GIVEN:
            self._open_given()
            return
        view = {"": self.sheet, ALL: self.list}.get(argument, self.read)
        self.views.setCurrentWidget(view)
        if view is self.read:
            self.read.open(argument)
        else:
            self._load()
        self.context.actions.refresh()

    def above(self) -> Location | None:
        """From one to all of them."""
        return Location(PAGE_ID, ALL) if self._view is self.read else Location("queue")

    def focus_start(self) -> None:
        """Where work begins."""
        view = self._view
        if view is self.sheet:
            self.sheet.start_focus()
        elif view is self.read:
            self.read.start_focus()
        else:
            (self.list.list if self.list.list.count() else self.list.new).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        if self._view is self.sheet:
            return [self.sheet.group, self.sheet.area, self.sheet.notes, self.sheet.send_it]
        if self._view is self.read:
            return [self.read.area] if self.read.area.isVisible() else [self.read.back]
        return [self.list.list if self.list.list.count() else self.list.new]

    def hear(self, event: Event) -> None:
        """Read again what changed; the sheet only when that is asked for, because somebody types in it."""
        if self.context.session is None or not self.isVisible() or self._view is self.sheet:
            return
        if isinstance(event, HandoverChanged | MuchChanged):
            self._load()

    def desk_opened(self) -> None:
        """Another desk has other shifts."""
        self.open("" if self._argument not in {"", ALL} else self._argument)

    def leave(self) -> None:
        """Keep what was typed, take over what was to be, and ask nothing any more."""
        self.sheet.leave()
        self.read.leave()
        self.context.actions.unbind(self)

    def _load(self) -> None:
        if self._view is self.sheet:
            self.sheet.load()
        elif self._view is self.list:
            self.list.load()
        else:
            self.read.load()

    def _open_given(self) -> None:
        desk, actor = self.context.desk, self.context.actor

        def arrived(rows: tuple[HandoverRow, ...]) -> None:
            waiting = [row for row in rows if row.taken_by is None and not row.is_own]
            mine = [row for row in waiting if row.is_for_me] or waiting
            self.context.go(Location(PAGE_ID, mine[0].id if mine else ALL))

        self.context.background.read(
            lambda: desk.handovers.list(actor), arrived, self.context.toasts.say_error, key=f"given-{id(self)}"
        )

    def _handed(self, handover_id: str) -> None:
        if self._view is self.sheet and self.isVisible():
            self.context.go(Location(PAGE_ID, handover_id))

    def _open_line(self, line: Line) -> None:
        if line.incident_id is not None:
            self.context.go(Location("incident", line.incident_id))
        else:
            self.context.go(Location("problems"))
