"""The three times of a sheet: from when to when the shift was, and until when the next one lasts."""

from PySide6.QtCore import QObject, Signal

from app.domain.handover import Shift
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.toolkit.tokens import Size
from app.views.widgets.moment_field import MomentField


class ShiftFields(QObject):
    """`chosen` tells that somebody set one of them; what the desk said is shown without."""

    chosen = Signal()

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._showing = False
        self.edits = [self._edit(name) for name in (tr("Shift from"), tr("Shift to"), tr("Next shift until"))]

    def _edit(self, name: str) -> MomentField:
        context = self._context
        shown_as, formats = tr("ddd d MMM  HH:mm"), lambda: context.formats
        field = MomentField(name, shown_as, context.now, formats, height=Size.INPUT, ahead=False)
        field.setToolTip(name)
        field.dateTimeChanged.connect(lambda _shown: self._changed())
        return field

    def _changed(self) -> None:
        if not self._showing:
            self.chosen.emit()

    def shift(self) -> Shift:
        """What they show, as instants."""
        return Shift(*(field.moment() for field in self.edits))

    def show_shift(self, shift: Shift) -> None:
        """Show this one."""
        self._showing = True
        for field, at in zip(self.edits, shift, strict=True):
            field.show_moment(at)
        self._showing = False
