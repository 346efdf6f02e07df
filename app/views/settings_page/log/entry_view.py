"""One entry of the audit log: who did what to which record when, and each field with what it was and became."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.record_names import Deed, deed_name, kind_name
from app.domain.wording import number, tr
from app.services.audit.dto import LogEntry
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.log.wording import MANY, part_of, place_of, title_of, value_of, who_of
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.spans import isolated

_LONGEST: Final = 4_000
"""Signs of a value that are shown; a longer one is whole in the export."""


class EntryView(EditorFrame):
    """The cards, with what leads to the record and to its other entries."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(SectionHead())
        self._context = context
        self.entry: LogEntry | None = None
        self.head.set_back(tr("Audit log"))
        self.jump = Button(tr("Open the record"), icon="external-link", height=Size.BUTTON_PAGE)
        self.only = Button(tr("All that happened to it"), kind="ghost", icon="history", height=Size.BUTTON_PAGE)
        self.facts = _Table(tr("Entry"))
        self.changes = _Table(tr("What changed"))
        ways = FlowLayout(8)
        for button in (self.jump, self.only):
            ways.addWidget(button)
        self.facts.layout().addLayout(ways)  # type: ignore[union-attr]  # a card has a column
        for table in (self.facts, self.changes):
            self.page.addWidget(table)
        self.jump.clicked.connect(lambda _checked=False: self._open_record())

    def show_entry(self, entry: LogEntry) -> None:
        """Show this one."""
        self.entry = entry
        formats, key = self._context.formats, entry.place.key
        self.show_page()
        self.entitle(title_of(entry))
        self.jump.setVisible(place_of(entry) is not None)
        self.only.setVisible(key.record_id != MANY)
        facts = (
            (tr("When it happened"), formats.full(entry.place.at)),
            (tr("Who"), who_of(entry)),
            (tr("Login"), isolated(entry.login)),
            (tr("Record"), title_of(entry)),
            (tr("Part of it"), part_of(entry) or kind_name(entry.part)),
            (tr("What was done"), deed_name(entry.deed)),
            (tr("Place in its history"), number(key.n)),
        )
        self.facts.show_rows((), facts)
        was_there = entry.deed == Deed.TAKEN_AWAY
        head = (tr("Field"), tr("It was")) if was_there else (tr("Field"), tr("It was"), tr("It became"))
        rows = [
            (change.field, *(_whole(value_of(value, formats)) for value in (change.old, change.new)[: len(head) - 1]))
            for change in entry.changes
        ]
        self.changes.setVisible(bool(rows))
        self.changes.show_rows(head, rows)
        self.area.verticalScrollBar().setValue(0)

    def _open_record(self) -> None:
        place = place_of(self.entry) if self.entry is not None else None
        if place is not None:
            self._context.go(place)


class _Table(Card):
    """Lines of text in columns; each line is spoken as one."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._shown: QWidget | None = None

    def show_rows(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these lines in the place of those before."""
        if self._shown is not None:
            self.body.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = QWidget()
        grid = QGridLayout(self._shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, text in enumerate(head):
            grid.addWidget(Label(text, tokens.META_MEDIUM, "text3"), 0, column)
        for line, row in enumerate(rows, start=1):
            for column, text in enumerate(row):
                style, ink = (tokens.META, "text2") if column == 0 else (tokens.UI, "text")
                label = Label(text, style, ink, wrap=True, selectable=column > 0)
                label.setAccessibleName(f"{row[0]}: {text}" if column else ", ".join(row))
                grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignTop)
        for column in range(1, max(len(head), 2)):
            grid.setColumnStretch(column, 2)
        grid.setColumnStretch(0, 1)
        self.body.addWidget(self._shown)


def _whole(text: str) -> str:
    return isolated(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
