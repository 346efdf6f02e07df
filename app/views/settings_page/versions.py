"""The history of something that is published in versions: who, when, since when it holds, and why."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label, NameLabel
from app.views.widgets.marks import Pill

_SHOWN = 6
_MADE = 260
_BEGINNING = datetime(1970, 1, 2, tzinfo=UTC)
"""What holds from before this holds for all time, as the samples of a new desk do."""


class VersionFacts(NamedTuple):
    """One version; times in UTC, `author` empty where the program made it."""

    number: int
    effective_from: datetime
    created_at: datetime
    author: str
    note: str
    changes: str = ""


class VersionsCard(Card):
    """`wanted` carries the number of a version to look at."""

    wanted = Signal(int)

    def __init__(self, context: ViewContext, title: str = tr("Versions")) -> None:
        super().__init__(title)
        self._context = context
        self._all = False
        self._versions: tuple[VersionFacts, ...] = ()
        self.used = Label("", tokens.META, "text2", wrap=True)
        self.body.addWidget(self.used)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.addLayout(self._lines)
        self._widgets: list[QWidget] = []
        self.more = Button("", kind="link", height=Size.BUTTON_SMALL)
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_used_by(self, names: Sequence[str]) -> None:
        """What counts by it."""
        self.used.setText(tr("Used by {names}.", names=", ".join(names)) if names else tr("Nothing uses it yet."))

    def show_versions(self, versions: Sequence[VersionFacts]) -> None:
        """Show these, the newest first."""
        self._versions = tuple(sorted(versions, key=lambda one: -one.number))
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        now = self._context.clock.now()
        shown = self._versions if self._all else self._versions[:_SHOWN]
        holds = next((one.number for one in self._versions if one.effective_from <= now), None)
        self._widgets = [self._line(one, now, holds) for one in shown]
        self.more.setVisible(len(self._versions) > _SHOWN)
        self.more.setText(tr("Show fewer") if self._all else tr("Show all {count}", count=len(self._versions)))
        self.note.setText(
            tr("{count} published", count=len(self._versions)) if self._versions else tr("Nothing is published yet")
        )

    def _line(self, one: VersionFacts, now: datetime, holds: int | None) -> QWidget:
        formats = self._context.formats
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        number = Label(f"v{one.number}", tokens.UI_STRONG)
        number.setFixedWidth(34)
        begins = tr("the beginning") if one.effective_from <= _BEGINNING else formats.moment(one.effective_from, now)
        since = ElidedLabel(tr("from {begins}", begins=begins), tokens.META, "text2")
        since.setFixedWidth(170)
        row.addWidget(number)
        row.addWidget(since)
        if one.number == holds:
            row.addWidget(Pill(tr("In force"), "green", "check"))
        elif one.effective_from > now:
            row.addWidget(Pill(tr("To come"), "blue", "clock"))
        text = one.note or one.changes or tr("No note")
        row.addWidget(ElidedLabel(text, tokens.UI, "text" if one.note else "text3"), 1)
        author = one.author or "Mainstay"
        made = NameLabel(f"{author}, {formats.moment(one.created_at, now)}", tokens.META, most=_MADE)
        row.addWidget(made)
        look = Button(tr("Look"), kind="link", height=24)
        look.setAccessibleName(tr("Look at version {number}", number=one.number))
        look.clicked.connect(lambda: self.wanted.emit(one.number))
        row.addWidget(look)
        self._lines.addWidget(line)
        return line

    def _show_all(self) -> None:
        self._all = not self._all
        self.show_versions(self._versions)
