"""The plain window for a mistake in the program: what happened, the log, and the details to copy."""

import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.infra.logs import redact
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label

_log = logging.getLogger("mainstay.window")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_OFFSCREEN_NOISE = ("This plugin does not support",)


def details_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs to know, without anything that looks like a password."""
    system = f"Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}"
    return redact(f"{system}\n\n{''.join(traceback.format_exception(kind, error, trace))}")


class ErrorWindow(QWidget):
    """Says that it is the program's fault, that what was saved is safe, and what to do."""

    def __init__(self, error: BaseException, details: str, log: Path | None) -> None:
        super().__init__()
        self.setWindowTitle("Mainstay: something went wrong")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 440)
        self.details = details
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label("Something went wrong in Mainstay", tokens.VIEW_TITLE))
        text = (
            "This is a mistake in the program, not yours. What you saved is safe, and drafts are kept. "
            "You can go on working; if something looks wrong, restart Mainstay."
        )
        column.addWidget(Label(text, tokens.READING, "text2", wrap=True))
        summary = f"{type(error).__name__}: {redact(str(error))}"
        column.addWidget(Label(summary, tokens.UI_MEDIUM, "red", wrap=True, selectable=True))
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setFont(font(tokens.CODE))
        box.setAccessibleName("Details")
        column.addWidget(box, 1)
        if log is not None:
            column.addWidget(Label(f"The same stands in {log}", tokens.META, "text3", wrap=True, selectable=True))
        row = QHBoxLayout()
        row.addStretch(1)
        copy = Button("Copy details", icon="copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.details))
        close = Button("Go on", kind="primary")
        close.clicked.connect(self.close)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)


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
        details = details_of(kind, error, trace)
        _log.critical("Unhandled error\n%s", details)
        self._happened.emit(error, details)

    @Slot(object, str)
    def _show(self, error: BaseException, details: str) -> None:
        if self.window is not None:
            return  # one window is enough: what follows is often the same mistake again, and stands in the log
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
