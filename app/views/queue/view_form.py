"""The small sheet in which a filter gets a name: for whom it is, and whether what comes into it is told."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import DeskError, ViewChanged
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.incidents.queue_dto import QueueQuery
from app.services.people.dto import Choice
from app.services.views.dto import NewView, SavedView
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.icons import icon
from app.views.toolkit.shadow import SHADOW
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choices import CheckBox, Select
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.strips import InfoStrip

_WIDTH: Final = 460
_ME, _ALL = "own", "all"
_ICONS: Final = (
    ("", tr("By who sees it")), ("star", tr("Star")), ("flag", tr("Flag")), ("siren", tr("Siren")), ("timer",
     tr("Timer")),
    ("circle-pause", tr("Pause")), ("inbox", tr("Inbox")), ("phone", tr("Phone")), ("shield", tr("Shield")), ("server",
     tr("Server")),
    ("wifi", tr("Network")), ("printer", tr("Printer")), ("monitor", tr("Computer")), ("map-pin", tr("Place")),
    ("crown", tr("Crown")),
)  # fmt: skip
"""What a view can have before its name in the side bar; without one it shows for whom it is."""


class ViewForm(FloatingSheet):
    """`wanted` carries the view to be saved, and whether over a colleague's; the sheet stays until it is saved.

    What was refused is said by `refuse`, and what was typed is kept.
    """

    wanted = Signal(object, bool)

    def __init__(
        self,
        context: ViewContext,
        host: QWidget,
        query: QueueQuery,
        columns: tuple[str, ...] | None,
        view: SavedView | None,
    ) -> None:
        super().__init__(host)
        self._context, self._query, self._columns, self._view = context, query, columns, view
        self.setAccessibleName(tr("Save as a view") if view is None else tr("Change the view"))
        self.name = QLineEdit("" if view is None else view.name)
        self.name.setAccessibleName(tr("Name of the view"))
        self.name.setPlaceholderText(tr("What it shows, such as: Network, due today"))
        self.name.setFixedHeight(Size.FILTER)
        self.share = Select(tr("Who sees it"))
        self.icon = Select(tr("Icon"))
        for key, name in _ICONS:
            self.icon.addItem(icon(key or "bookmark"), name, key)
        self.icon.setCurrentIndex(max(0, self.icon.findData("" if view is None else view.icon)))
        self.notifies = CheckBox(tr("Tell me when an incident comes into it"))
        self.notifies.setChecked(view is not None and view.notifies)
        self.problem = InfoStrip("", "red")
        self.problem.hide()
        self.finish = Button(tr("Save"), kind="primary", icon="bookmark", keys="Return")
        self._lay_out()
        self._offer_shares(())
        self.finish.clicked.connect(lambda _checked=False: self.submit())
        if may(context.actor, Permission.VIEW_SHARE):
            desk, actor = context.desk, context.actor
            context.background.read(lambda: desk.people.own_groups(actor), self._offer_shares, key="own groups")

    def _lay_out(self) -> None:
        cross = IconButton("x", tr("Put away (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.close_sheet())
        head = QHBoxLayout()
        head.addWidget(Label(self.accessibleName(), tokens.SHEET_TITLE), 1)
        head.addWidget(cross)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        text = self._query.filter_text or tr("all incidents")
        column.addWidget(ElidedLabel(text, tokens.META, "text2"))
        if changed := self._last_changed():
            column.addWidget(Label(changed, tokens.META, "text2", wrap=True))
        column.addSpacing(4)
        for title, field in ((tr("Name"), self.name), (tr("Who sees it"), self.share), (tr("Icon"), self.icon)):
            column.addWidget(Label(title, tokens.META_STRONG, "text2"))
            column.addWidget(field)
        column.addWidget(self.notifies)
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addWidget(Label(tr("Order, groups and columns are kept with it."), tokens.META, "text3", wrap=True), 1)
        foot.addWidget(self.finish)
        column.addLayout(foot)
        self.setFixedWidth(_WIDTH + 2 * SHADOW)

    def _last_changed(self) -> str:
        """Who changed what others see too, so that nobody writes over it unawares; empty for what is one's own."""
        view = self._view
        if view is None or view.share == _ME or view.changed_at is None:
            return ""
        when = self._context.formats.within(view.changed_at, self._context.now())
        if view.changed_by is None:
            return tr("Last changed {when}", when=when)
        return tr("Last changed by {name}, {when}", name=view.changed_by, when=when)

    def _offer_shares(self, groups: tuple[Choice, ...]) -> None:
        chosen = self.share.currentData() or self._first_share()
        self.share.clear()
        self.share.addItem(tr("Only me"), _ME)
        for group in groups:
            self.share.addItem(tr("Members of {group}", group=group.label), group.id)
        if may(self._context.actor, Permission.VIEW_PUBLISH):
            self.share.addItem(tr("Everybody"), _ALL)
        self.share.setCurrentIndex(max(0, self.share.findData(chosen)))

    def _first_share(self) -> str:
        if self._view is None:
            return _ME
        return self._view.group_id or self._view.share if self._view.share == "team" else self._view.share

    def submit(self, *, over: bool = False) -> None:
        """Save what stands here, unless it has no name; `over` what somebody else made of the view meanwhile."""
        if not self.finish.isEnabled():
            return
        if not self.name.text().strip():
            self._say(tr("The view has no name. Write what it shows."), "red")
            self.name.setFocus()
            return
        self.finish.setEnabled(False)
        self.wanted.emit(self._wanted_view(), over)

    def _wanted_view(self) -> NewView:
        share = str(self.share.currentData())
        is_team = share not in {_ME, _ALL}
        return NewView(
            self._context.desk.new_id() if self._view is None else self._view.id,
            self.name.text().strip(),
            self._query.filter_text,
            self._query.sort,
            self._query.descending,
            self._query.group_by,
            self._columns,
            str(self.icon.currentData()),
            share="team" if is_team else share,
            group_id=share if is_team else None,
            notifies=self.notifies.isChecked(),
        )

    def refuse(self, error: DeskError) -> None:
        """Nothing was saved; where somebody else was faster, one decides whose stays."""
        self.finish.setEnabled(True)
        self._say(str(error), "amber" if isinstance(error, ViewChanged) else "red")

    def _say(self, text: str, tone: str) -> None:
        self.problem.clear_buttons()
        self.problem.set_text(text, tone)
        if tone == "amber":
            self.problem.add_button(tr("Save mine over it"), lambda: self.submit(over=True))
        self.problem.show()

    def start(self) -> None:
        """Show it over the list, ready to type."""
        self.place()
        self.show()
        self.raise_()
        self.name.setFocus()
        self.name.selectAll()

    def place(self) -> None:
        """In the upper half of the window, where the list below is still seen."""
        host = self.parentWidget()
        self.resize(self.width(), max(self.sizeHint().height(), self.heightForWidth(self.width())))
        if host is not None:
            self.stand_within(QPoint((host.width() - self.width()) // 2, max(0, host.height() // 5)))

    def event(self, event: QEvent) -> bool:
        """It grows with what is said in it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.place_anew()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        else:
            super().keyPressEvent(event)

    def close_sheet(self) -> None:
        """Take it away; the keyboard goes back to the list."""
        self.hide()
        self.deleteLater()
