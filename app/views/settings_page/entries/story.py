"""Beside the form of an entry: what uses it, and who changed it when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.services.catalogue.dto import PastChange, Use
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label

_FEW = 6


class UsesCard(Card):
    """What would notice if the entry went."""

    def __init__(self) -> None:
        super().__init__(tr("Used by"))
        self.text = Label("", tokens.UI, "text2", wrap=True, selectable=True)
        self.body.addWidget(self.text)

    def show_uses(self, uses: Sequence[Use]) -> None:
        """One line for each kind."""
        self.text.setText("\n".join(use.sentence() for use in uses) or tr("Nothing uses it."))


class HistoryCard(Card):
    """Who changed what when, the newest first; the database itself keeps it."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(tr("History"), tr("Kept by the database itself in the audit trail; nobody can edit it."))
        self._context = context
        self._changes: tuple[PastChange, ...] = ()
        self._all = False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.body.addLayout(self._lines)
        self._widgets: list[QWidget] = []
        self.more = Button("", kind="link", height=Size.BUTTON_SMALL)
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_changes(self, changes: Sequence[PastChange]) -> None:
        """Show these."""
        self._changes = tuple(changes)
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        shown = self._changes if self._all else self._changes[:_FEW]
        self._widgets = [self._line(change) for change in shown]
        if not shown:
            self._widgets = [Label(tr("Nothing is known of its history."), tokens.UI, "text3")]
        for widget in self._widgets:
            self._lines.addWidget(widget)
        self.more.setVisible(len(self._changes) > _FEW)
        self.more.setText(tr("Show fewer") if self._all else tr("Show all {count}", count=len(self._changes)))
        self.more.updateGeometry()

    def _line(self, change: PastChange) -> QWidget:
        formats, line = self._context.formats, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        when = Label(formats.moment(change.at, self._context.clock.now()), tokens.META, "text2")
        when.setToolTip(formats.full(change.at))
        when.setFixedWidth(120)
        who = ElidedLabel(change.by, tokens.META_MEDIUM, "text2")
        who.setFixedWidth(150)
        row.addWidget(when)
        row.addWidget(who)
        row.addWidget(ElidedLabel(change.what), 1)
        line.setAccessibleName(f"{when.text()}, {change.by}: {change.what}")
        return line

    def _show_all(self) -> None:
        self._all = not self._all
        self.show_changes(self._changes)
