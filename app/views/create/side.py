"""Beside a new incident: what the caller has open already, and open incidents that sound the same."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.services.incidents.dto import LinkedIncident
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.views.context import ViewContext
from app.views.create.guess import similar_filters
from app.views.toolkit import tokens
from app.views.toolkit.marks import state_look
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import StatusGlyph, Symbol
from app.views.widgets.spans import isolated

_SHOWN = 3


class Found(NamedTuple):
    """An incident that is offered: `about` says whose it is and how old."""

    id: str
    number: int
    summary: str
    state: str
    about: str


class _Card(QFrame):
    def __init__(self, found: Found, open_it: "partial[None]", add: "partial[None]") -> None:
        super().__init__()
        self.setProperty("card", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 8, 9)
        column.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(7)
        number = incident_number(found.number)
        glyph = StatusGlyph(found.state)
        glyph.setAccessibleName(state_look(found.state).label)
        top.addWidget(glyph)
        top.addWidget(Label(number, tokens.UI_STRONG, "accent"))
        top.addStretch(1)
        opener = Button("Open", kind="ghost", height=Size.TARGET_LEAST)
        opener.setAccessibleName(f"Open {number}")
        opener.clicked.connect(lambda _checked=False: open_it())
        adder = Button("Add as a note", kind="ghost", height=Size.TARGET_LEAST)
        adder.setAccessibleName(f"Add this call as a note to {number}")
        adder.clicked.connect(lambda _checked=False: add())
        top.addWidget(opener)
        column.addLayout(top)
        column.addWidget(ElidedLabel(isolated(found.summary), tokens.UI_MEDIUM))
        foot = QHBoxLayout()
        foot.addWidget(ElidedLabel(found.about, tokens.META, "text2"), 1)
        foot.addWidget(adder)
        column.addLayout(foot)


class SidePanel(QWidget):
    """`open_wanted` and `note_wanted` carry the Found incident. Lists change only when they differ."""

    open_wanted = Signal(object)
    note_wanted = Signal(object)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._key = f"create-{id(self)}"
        self._callers: tuple[Found, ...] = ()
        self._similar: tuple[Found, ...] = ()
        self._caller = ""
        self.setProperty("surface", "raised")
        self.setProperty("edge", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(336)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(8)
        self._hint = Label(
            "What the caller has open, and open incidents that sound the same, appear here while you type.",
            tokens.META, "text3", wrap=True,
        )  # fmt: skip
        self._column.addWidget(self._hint)
        self._body = QWidget(self)
        self._column.addWidget(self._body)
        self._column.addStretch(1)

    def found(self) -> tuple[Found, ...]:
        """What is offered now, in order."""
        return (*self._callers[:_SHOWN], *self._similar[:_SHOWN])

    def show_caller(self, person_id: str, name: str) -> None:
        """Look for open incidents of this caller; an empty id for nobody."""
        self._caller = name
        if not person_id:
            self._context.background.forget(f"{self._key}-caller")
            self._set(callers=())
            return
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(
            lambda: desk.incident.open_of_caller(actor, person_id),
            lambda rows: self._set(callers=tuple(map(_of_caller, rows))),
            key=f"{self._key}-caller",
        )

    def show_summary(self, summary: str) -> None:
        """Look for open incidents that sound like this."""
        filters = similar_filters(summary)
        if not filters:
            self._context.background.forget(f"{self._key}-similar")
            self._set(similar=())
            return
        desk, actor = self._context.desk, self._context.actor

        def look() -> Sequence[QueueRow]:
            for text in filters:
                query = QueueQuery(text, sort="reported_at", group_by="none", limit=_SHOWN)
                rows = desk.queue.page(actor, query).rows
                if rows:
                    return rows
            return ()

        now = self._context.clock.now()
        day = self._context.formats.day

        def arrived(rows: Sequence[QueueRow]) -> None:
            self._set(similar=tuple(_similar(row, day(row.reported_at, now)) for row in rows))

        self._context.background.read(look, arrived, key=f"{self._key}-similar")

    def forget(self) -> None:
        """Wait for no answer any more."""
        for what in ("caller", "similar"):
            self._context.background.forget(f"{self._key}-{what}")

    def _set(self, *, callers: tuple[Found, ...] | None = None, similar: tuple[Found, ...] | None = None) -> None:
        before = (self._callers, self._similar)
        self._callers = self._callers if callers is None else callers
        theirs = {found.id for found in self._callers}
        if similar is not None:
            self._similar = tuple(found for found in similar if found.id not in theirs)
        if (self._callers, self._similar) != before:
            self._show()

    def _show(self) -> None:
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = self._caller.split(" ")[0]
        self._section(column, "circle-user", f"Open incidents of {isolated(first) or 'the caller'}", self._callers)
        self._section(column, "git-merge", "Maybe the same problem", self._similar)
        self._hint.setVisible(not self._callers and not self._similar)
        self._column.insertWidget(1, self._body)
        self._body.show()

    def _section(self, column: QVBoxLayout, icon: str, title: str, found: tuple[Found, ...]) -> None:
        if not found:
            return
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(Symbol(icon, title))
        head.addWidget(ElidedLabel(title, tokens.UI_STRONG), 1)
        if len(found) > _SHOWN:
            head.addWidget(Label(f"{_SHOWN} of {len(found)}", tokens.META, "text2"))
        column.addLayout(head)
        for each in found[:_SHOWN]:
            column.addWidget(_Card(each, partial(self.open_wanted.emit, each), partial(self.note_wanted.emit, each)))
        column.addSpacing(6)


def _of_caller(row: LinkedIncident) -> Found:
    return Found(row.incident_id, row.number, row.short_description, row.state, state_look(row.state).label)


def _similar(row: QueueRow, day: str) -> Found:
    about = " · ".join(part for part in (row.caller_name, day, row.group_name) if part)
    return Found(row.id, row.number, row.short_description, row.state, about)
