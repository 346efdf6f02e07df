"""Whether somebody looks at a window of the program: then what colleagues do is asked for more often."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

from app.views.context import ViewContext


class Gaze(QObject):
    """Tells it to what listens to colleagues, whenever the keyboard comes to a window of the program or leaves it."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._moved)

    def _moved(self, window: QWindow | None) -> None:
        if self._context.live is not None:
            self._context.live.look(is_seen=window is not None)
