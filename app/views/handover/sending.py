"""Sending a sheet: ten seconds after the key, once, whatever becomes of the window or the connection meanwhile.

The sheet keeps its id as long as its words stay as they are, also in its draft. So whoever sends it again, because
nobody could tell whether it had arrived, hands over once.
"""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.services.handovers.dto import NewHandover
from app.views.context import ViewContext
from app.views.held import Held


class _Waiting(NamedTuple):
    key: str
    new: NewHandover


class Sending(QObject):
    """`handed` carries the id of what was handed over, `refused` why it was not; `taken_back` before it was tried."""

    handed = Signal(str)
    refused = Signal(object)
    taken_back = Signal()

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._held: _Waiting | None = None
        self.id = ""
        self._later = Held(context, self)
        self._later.taken_back.connect(self._not_yet)

    @property
    def is_on(self) -> bool:
        """Whether a sheet waits or is on its way."""
        return self._held is not None

    def name_it(self) -> None:
        """Give the words that are about to be sent an id, unless they have one."""
        self.id = self.id or self._context.desk.new_id()

    def begin(self, key: str, new: NewHandover) -> None:
        """Hand over in ten seconds; `key` is that of the draft, which goes with it."""
        self._held = _Waiting(key, new)
        said = tr("Handed over in {seconds} s", seconds=self._later.seconds)
        self._later.begin(said, self._hand_over, "clipboard-list")

    def _not_yet(self) -> None:
        self._held = None
        self.taken_back.emit()

    def leave(self) -> None:
        """The window goes: what was to be handed over in some seconds is not."""
        self._later.drop()
        self._held = None

    def _hand_over(self) -> None:
        if self._held is None:
            return
        key, new = self._held
        desk, actor, drafts, handover_id = self._context.desk, self._context.actor, self._context.drafts, self.id

        def done(_id: str) -> None:
            # The draft goes even where the page is gone by now, as when another desk was opened.
            drafts.discard(key)
            if isValid(self):
                self._held, self.id = None, ""
                self.handed.emit(handover_id)

        work = partial(desk.handover_work.hand_over, actor, handover_id, new)
        self._context.background.write(work, done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self._held = None
        self.refused.emit(error)
