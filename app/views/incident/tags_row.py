"""The tags of an incident as chips, among its properties; a click on one shows what else has it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.query.quoting import quoted
from app.domain.tags import tags_of
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.tagging import open_tags
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.flow import FlowLayout


class TagsRow(QWidget):
    """`T` or the button puts one on or takes one off."""

    changed = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._detail: IncidentDetail | None = None
        self._shown: tuple[str, ...] | None = None
        self._flow = FlowLayout(4)
        self.setLayout(self._flow)
        # Its icon stands below those of the other properties.
        set_margins(self, 2, 0, 0, 0)
        self.add = Button(tr("Tag"), kind="link", icon="tag", keys="T", height=Size.TARGET_LEAST)
        self.add.clicked.connect(lambda _checked=False: self.open())
        self._chips: list[Button] = []
        self._flow.addWidget(self.add)

    def show_incident(self, detail: IncidentDetail, *, editable: bool) -> None:
        """Show the tags of this incident."""
        self._detail = detail
        self.add.setVisible(editable)
        tags = tags_of(detail.tags)
        if tags == self._shown:
            return
        self._shown = tags
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._chips = [self._chip(tag) for tag in tags]
        for widget in (*self._chips, self.add):
            self._flow.addWidget(widget)
        self.updateGeometry()

    def open(self) -> None:
        """Ask which tag."""
        if self._detail is not None:
            open_tags(self._context, [self._detail.id], self.add, self._detail.tags, self.changed.emit)

    def _chip(self, tag: str) -> Button:
        chip = Button(tag, height=Size.TARGET_LEAST)
        chip.setAccessibleName(tr("Tag {tag}: show what has it", tag=tag))
        chip.clicked.connect(partial(self._show_tagged, tag))
        return chip

    def _show_tagged(self, tag: str, _checked: bool = False) -> None:
        self._context.go(Location("queue", f"tag:{quoted(tag)}"))
