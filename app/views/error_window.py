"""The plain window for a mistake in the program: what happened, the log, and the details to copy."""

import platform
import traceback
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.infra.logs import redact
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label


def details_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs to know, without anything that looks like a password."""
    system = tr(
        "Python {python_version}, PySide6 {pyside_version}, {platform}",
        python_version=platform.python_version(),
        pyside_version=pyside_version,
        platform=platform.platform(),
    )
    return redact(f"{system}\n\n{''.join(traceback.format_exception(kind, error, trace))}")


class ErrorWindow(QWidget):
    """Says that it is the program's fault, that what was saved is safe, and what to do."""

    def __init__(self, error: BaseException, details: str, log: Path | None) -> None:
        super().__init__()
        self.setWindowTitle(tr("Mainstay: something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 440)
        self.details = details
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label(tr("Something went wrong in Mainstay"), tokens.VIEW_TITLE))
        text = tr(
            "This is a mistake in the program, not yours. What you saved is safe, and drafts are kept. You can go on "
            "working; if something looks wrong, restart Mainstay."
        )
        column.addWidget(Label(text, tokens.READING, "text2", wrap=True))
        summary = f"{type(error).__name__}: {redact(str(error))}"
        column.addWidget(Label(summary, tokens.UI_MEDIUM, "red", wrap=True, selectable=True))
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setFont(font(tokens.CODE))
        box.setAccessibleName(tr("Details"))
        column.addWidget(box, 1)
        if log is not None:
            column.addWidget(
                Label(tr("The same stands in {log}", log=log), tokens.META, "text3", wrap=True, selectable=True)
            )
        row = QHBoxLayout()
        row.addStretch(1)
        copy = Button(tr("Copy details"), icon="copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.details))
        close = Button(tr("Go on"), kind="primary")
        close.clicked.connect(self.close)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
