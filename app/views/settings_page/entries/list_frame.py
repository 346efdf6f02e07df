"""The page of a list: its head with a search and what adds an entry, the rows, and what stands in their place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.settings_page.entries.rows import Entry, EntryList
from app.views.settings_page.frame import SectionHead
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState, InfoStrip

_WAYS_OUT = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListFrame(QWidget):
    """Entries are narrowed as one types; those that are not in use any more are shown when their box is ticked.

    `things` is what the rows are, such as "services"; `hint` says under the head what they are for.
    """

    def __init__(self, title: str, things: str, hint: str = "", add: str = "") -> None:
        super().__init__()
        self._things = things
        self._entries: tuple[Entry, ...] = ()
        self._offer_new: Callable[[], None] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(title)
        self.head = SectionHead(title)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find"))
        self.search.setAccessibleName(tr("Find among the {things}", things=things))
        self.search.setFixedHeight(Size.BUTTON_PAGE)
        self.search.setMinimumWidth(90)
        self.search.setMaximumWidth(190)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.all = CheckBox(tr("Show what is not in use"))
        self.all.toggled.connect(self._narrow)
        self.new = Button(add, kind="primary", icon="plus", height=Size.BUTTON_PAGE)
        for widget in (self.all, self.search, self.new):
            self.head.row.addWidget(widget)
        if not add:
            # Only hidden, never shown here: without a parent it would be a window and take the keyboard away.
            self.new.hide()
        self.loading = LoadingLine()
        self.strip = InfoStrip("", "blue", closable=True)
        self.strip.hide()
        self.list = EntryList(title)
        self.empty = EmptyState("list", tr("Loading"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self._lay_out(hint)

    def _lay_out(self, hint: str) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 10, 20, 12)
        inner.setSpacing(8)
        inner.addWidget(self.strip)
        if hint:
            inner.addWidget(Label(hint, tokens.META, "text2", wrap=True))
        inner.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.loading)
        column.addLayout(inner, 1)

    def offer_new(self, run: Callable[[], None] | None) -> None:
        """What adds the first entry of an empty list; None for somebody who may only read."""
        self._offer_new = run
        self.new.setVisible(run is not None)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, as far as the search leaves them."""
        self.loading.stop()
        self._entries = tuple(entries)
        self.all.setVisible(any(entry.muted for entry in self._entries))
        self._narrow()

    @property
    def every(self) -> tuple[str, ...]:
        """The keys of all entries, also of those that the search leaves out."""
        return tuple(entry.key for entry in self._entries)

    def fail(self, title: str, hint: str, again: Callable[[], None]) -> None:
        """The entries cannot be shown."""
        self.loading.stop()
        self.empty.set_text("circle-alert", title, hint)
        self.empty.add_button(tr("Try again"), again, kind="primary")
        self.stack.setCurrentWidget(self.empty)

    def focus_start(self) -> None:
        """The rows, or what stands in their place."""
        (self.list if self.list.entries else self.search if self._entries else self).setFocus()

    def _narrow(self) -> None:
        words = self.search.text().casefold().split()
        meant = [entry for entry in self._entries if self.all.isChecked() or not entry.muted]
        shown = [entry for entry in meant if entry.fits(words)]
        waits = self.hasFocus()
        self.list.show_entries(shown)
        if shown:
            self.stack.setCurrentWidget(self.list)
            if waits:
                self.list.setFocus()
            return
        if words:
            self.empty.set_text(
                "search",
                tr("None of the {things} fits “{search}”", things=self._things, search=self.search.text().strip()),
            )
            self.empty.add_button(tr("Clear the search"), self.search.clear)
        else:
            self.empty.set_text("list", tr("No {things} yet", things=self._things))
            if self._offer_new is not None:
                self.empty.add_button(self.new.text(), self._offer_new)
        self.stack.setCurrentWidget(self.empty)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the search into the list, Esc clears it."""
        if watched is not self.search or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _WAYS_OUT and self.list.entries:
            self.list.choose("")
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        return super().eventFilter(watched, event)
