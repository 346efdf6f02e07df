"""What happens with mistakes of the program and complaints of Qt: both are logged, the former are shown."""

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from app.views.error_window import ErrorWindow

_log = logging.getLogger("mainstay.window")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_OFFSCREEN_NOISE = ("This plugin does not support",)


class ErrorHook(QObject):
    """Takes the place of `sys.excepthook`: logs, and shows one window, from whatever thread the error came."""

    _happened = Signal(object, str)

    def __init__(self, log: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_path = log
        self.window: ErrorWindow | None = None
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear every unhandled error from now on."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an unhandled error and have it shown; Ctrl+C in the terminal ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        # Imported here, because no start should pay for a window that is hoped never to be seen.
        from app.views.error_window import details_of

        details = details_of(kind, error, trace)
        _log.critical("Unhandled error\n%s", details)
        self._happened.emit(error, details)

    @Slot(object, str)
    def _show(self, error: BaseException, details: str) -> None:
        if self.window is not None:
            return  # one window is enough: what follows is often the same mistake again, and stands in the log
        from app.views.error_window import ErrorWindow

        self.window = ErrorWindow(error, details, self._log_path)
        self.window.destroyed.connect(self._closed)
        self.window.show()

    def _closed(self) -> None:
        self.window = None


def log_qt_messages() -> None:
    """Write what Qt complains about to the log instead of the terminal."""
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if not text.startswith(_OFFSCREEN_NOISE):
        logging.getLogger(f"qt.{context.category or 'default'}").log(_QT_LEVELS.get(kind, logging.WARNING), text)
