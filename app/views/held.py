"""What is done some seconds after it was asked for, because there is no way back from it once it is done."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.toolkit.toast import ToastAction


class Held(QObject):
    """One thing at a time; `taken_back` follows when it was taken back before it was done."""

    taken_back = Signal()

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._do: Callable[[], None] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.finish)

    @property
    def seconds(self) -> int:
        """For how long it can be taken back."""
        return self._context.held_for // 1_000

    def begin(self, told: str, do: Callable[[], None], icon: str) -> None:
        """Do it in some seconds, and tell so with a way back; what was held before is done now."""
        self.finish()
        if not self._context.held_for:
            do()
            return
        self._do = do
        back = ToastAction(tr("Undo"), self.take_back, "Ctrl+Z")
        self._context.toasts.show(told, back, icon=icon, shown_ms=self._context.held_for)
        self._wait.start(self._context.held_for)

    def take_back(self) -> None:
        """Not yet."""
        if self._do is not None:
            self.drop()
            self.taken_back.emit()

    def finish(self) -> None:
        """Do it now, if it is not done yet."""
        do = self._do
        self.drop()
        if do is not None:
            do()

    def drop(self) -> None:
        """It is not done at all."""
        self._wait.stop()
        self._do = None
