"""What the sheet says of another hand-over of the same shift: who handed over, when, and what can be done about it."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from app.domain.errors import HandedOver
from app.domain.wording import tr
from app.services.handovers.dto import HandoverRow
from app.views.context import ViewContext
from app.views.toolkit.toast import announce
from app.views.widgets.strips import InfoStrip


class EarlierStrip(InfoStrip):
    """Hidden where there is none. `look_wanted` carries its id, `again_wanted` that of one that stood in the way."""

    look_wanted = Signal(str)
    again_wanted = Signal(str)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.known_id: str | None = None
        self.hide()

    def tell(self, row: HandoverRow | None) -> None:
        """How the shift was handed over before this sheet was read."""
        self.known_id = None if row is None else row.id
        if row is None:
            self.hide()
            return
        at = self._context.formats.moment(row.handed_at, self._context.now())
        self._say(tr("{name} handed this shift over, {moment}.", name=row.handed_by, moment=at), row.id, "blue")

    def stand_in_the_way(self, error: HandedOver) -> None:
        """Somebody handed it over while this sheet was written."""
        at = self._context.formats.moment(error.at, self._context.now())
        said = tr(
            "{name} handed this shift over meanwhile, {moment}. Nothing of yours was handed over; it is kept here.",
            name=error.by, moment=at,
        )  # fmt: skip
        self._say(said, error.handover_id, "amber")
        self.add_button(tr("Hand over all the same"), partial(self._again, error.handover_id))
        announce(self, said)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _again(self, handover_id: str) -> None:
        self.known_id = handover_id
        self.hide()
        self.again_wanted.emit(handover_id)

    def _say(self, said: str, handover_id: str, tone: str) -> None:
        self.clear_buttons()
        self.set_text(said, tone)
        self.setFocusProxy(self.add_button(tr("Look at it"), partial(self.look_wanted.emit, handover_id)))
        self.show()
