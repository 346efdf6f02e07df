"""The section "Audit log": what was done at the desk, the newest first, filtered, one entry by itself, and exported."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr, trn
from app.services.audit.dto import LogEntry, LogFilter, LogKey, LogPage
from app.views.context import ViewContext
from app.views.settings_page.entries.rows import Entry, EntryList
from app.views.settings_page.frame import SectionHead
from app.views.settings_page.log.entry_view import EntryView
from app.views.settings_page.log.exporting import ask_where, export_to
from app.views.settings_page.log.filter_bar import FilterBar
from app.views.settings_page.log.wording import argument_of, row_of, title_of
from app.views.settings_page.section import SettingsSection
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState

_WAYS_OUT: Final = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LogSection(SettingsSection):
    """`open` takes nothing for the list, or the kind, the key and the place of an entry, joined by slashes.

    What comes meanwhile does not move the list; it is there after the next reading.
    """

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._entries: dict[str, LogEntry] = {}
        self._last: LogEntry | None = None
        self._more = self._reading = self._was_read = False
        self._wanted = LogFilter()
        self.overview, self.view = QWidget(), EntryView(context)
        self.head = SectionHead(tr("Audit log"))
        self.count = Label("", tokens.META, "text2")
        self.export = Button(tr("Export…"), icon="download", height=Size.BUTTON_PAGE)
        self.bar = FilterBar(context)
        self.loading = LoadingLine()
        self.list = EntryList(tr("Audit log"))
        self.empty = EmptyState("history", tr("Loading"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for widget in (self.count, self.export):
            self.head.row.addWidget(widget)
        self.places = QStackedWidget()
        self.places.addWidget(self.list)
        self.places.addWidget(self.empty)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 12, 20, 12)
        inner.setSpacing(10)
        inner.addWidget(self.bar)
        inner.addWidget(self.places, 1)
        column = QVBoxLayout(self.overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.loading):
            column.addWidget(part)
        column.addLayout(inner, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        self.bar.changed.connect(self._filtered)
        self.bar.text.installEventFilter(self)
        self.list.opened.connect(self.wanted)
        self.list.more_wanted.connect(self._read_more)
        self.export.clicked.connect(lambda _checked=False: self.export_shown())
        self.view.head.back_wanted.connect(lambda: self.wanted.emit(""))
        self.view.only.clicked.connect(lambda _checked=False: self._only_this())

    # Where it is

    def title(self) -> str:
        """The entry, or the log."""
        entry = self.view.entry
        return title_of(entry) if self._shows_one and entry is not None else tr("Audit log")

    def open(self, argument: str) -> None:
        """Show the list as it was left, or one entry."""
        if argument:
            self.stack.setCurrentWidget(self.view)
            self._show_entry(argument)
        else:
            self.stack.setCurrentWidget(self.overview)
            if not self._was_read:
                self._reload()
        self.titled.emit()

    def focus_start(self) -> None:
        """The rows, or what they are filtered by; the way back of an entry."""
        if self._shows_one:
            self.view.head.back.setFocus()
        else:
            (self.list if self.list.entries else self.bar.text).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.view.head.back, self.view.area] if self._shows_one else [self.bar.text, self.list]

    def go_to_search(self) -> bool:
        """Put the keyboard into the search of the log."""
        if not self._shows_one:
            self.bar.text.setFocus()
            self.bar.text.selectAll()
        return not self._shows_one

    @property
    def _shows_one(self) -> bool:
        return self.stack.currentWidget() is self.view

    def refresh(self) -> None:
        """Read again, from the newest."""
        if self._shows_one and self.view.entry is not None:
            self._show_entry(argument_of(self.view.entry), anew=True)
        else:
            self._reload()

    # Reading

    def _reload(self) -> None:
        self._read(anew=True)
        desk, actor, wanted = self.context.desk, self.context.actor, self._wanted
        self.context.background.read(
            lambda: desk.audit_log.count(actor, wanted), self._show_count, lambda _error: self.count.setText(""),
            key=f"log-count-{id(self)}",
        )  # fmt: skip

    def _filtered(self) -> None:
        if self.bar.wanted != self._wanted or not self._was_read:
            self._wanted = self.bar.wanted
            self.count.setText("")
            self._reload()

    def _read_more(self) -> None:
        if self._more and not self._reading:
            self._read(anew=False)

    def _read(self, *, anew: bool) -> None:
        desk, actor, wanted = self.context.desk, self.context.actor, self._wanted
        after = None if anew or self._last is None else self._last.place
        self._reading = True
        self.loading.start()
        self.context.background.read(
            lambda: desk.audit_log.page(actor, wanted, after),
            self._show_first if after is None else self._show_more, self._lost, key=f"log-{id(self)}",
        )  # fmt: skip

    def _show_first(self, page: LogPage) -> None:
        self._was_read = True
        self._entries.clear()
        self._keep(page)
        self.list.show_entries([self._row(entry) for entry in page.entries])
        if page.entries:
            self.places.setCurrentWidget(self.list)
            return
        if self._wanted.narrows:
            self.empty.set_text("search", tr("Nothing in the audit log fits the filter"))
            self.empty.add_button(tr("Clear the filter"), self.bar.forget, kind="primary")
        else:
            self.empty.set_text(
                "history",
                tr("Nothing is in the audit log yet"),
                tr("What is done at the desk from now on stands here."),
            )
        self.places.setCurrentWidget(self.empty)

    def _show_more(self, page: LogPage) -> None:
        self._keep(page)
        self.list.add_entries([self._row(entry) for entry in page.entries])

    def _keep(self, page: LogPage) -> None:
        self.loading.stop()
        self._reading, self._more = False, page.more
        self._last = page.entries[-1] if page.entries else None
        self._entries.update((argument_of(entry), entry) for entry in page.entries)

    def _row(self, entry: LogEntry) -> Entry:
        return row_of(entry, self.context.formats, self.context.clock.now())

    def _show_count(self, count: int) -> None:
        self.count.setText(trn("{n} entry", "{n} entries", count))
        self.export.setEnabled(count > 0)

    def _lost(self, error: DeskError) -> None:
        self.loading.stop()
        self._reading = self._was_read = False
        self.empty.set_text("circle-alert", tr("The audit log cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self._reload, kind="primary")
        self.places.setCurrentWidget(self.empty)

    # One entry

    def _show_entry(self, argument: str, *, anew: bool = False) -> None:
        known = self._entries.get(argument)
        if known is not None and not anew:
            self.view.show_entry(known)
            return
        kind, _, rest = argument.partition("/")
        record_id, _, place = rest.rpartition("/")
        key = LogKey(kind, record_id, int(place) if place.isdecimal() else 0)
        desk, actor = self.context.desk, self.context.actor
        self.view.loading.start()
        self.context.background.read(
            lambda: desk.audit_log.entry(actor, key), self._show_one, self._not_there, key=f"log-entry-{id(self)}"
        )

    def _show_one(self, entry: LogEntry) -> None:
        self.view.show_entry(entry)
        self.titled.emit()

    def _not_there(self, error: DeskError) -> None:
        empty = self.view.fail(tr("This entry cannot be shown"), str(error))
        empty.add_button(tr("All entries"), lambda: self.wanted.emit(""), kind="primary")

    def _only_this(self) -> None:
        entry = self.view.entry
        if entry is not None:
            self.bar.forget()
            self.bar.narrow_to(entry.place.key.kind, entry.place.key.record_id, title_of(entry))
            self.wanted.emit("")

    # Exporting

    def export_shown(self) -> bool:
        """Ask where what the filter finds goes, then write it as a long job."""
        if self._shows_one:
            return False
        ask_where(self, self.context.state, self.export_to)
        return True

    def export_to(self, path: Path) -> None:
        """Write it to this file; its ending says in which format."""
        export_to(self.context, self._wanted, path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the search into the list, Esc clears it."""
        if watched is not self.bar.text or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape and self.bar.text.text():
            self.bar.text.clear()
            return True
        if event.key() in _WAYS_OUT and self.list.entries and not self._is_typed_anew():
            self.list.choose(self.list.current_key())
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _is_typed_anew(self) -> bool:
        return self.bar.wanted != self._wanted
