"""A message as it was written: plain text that can be selected, cut where it is long, and never slow to lay out."""

import re
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from app.domain.wording import number, tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.widgets.buttons import Button

FIRST_PART: Final = 4_000
"""How many characters are shown before somebody asks for more."""

NEXT_PART: Final = 40_000
"""How many more each click shows; a million characters at once would hold the window up."""

FIRST_LINES: Final = 60
LONGEST_RUN: Final = 1_000
"""A word longer than this is broken: laying out one endless word costs more than all the rest of a page."""

_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")
_LINE_HEIGHT: Final = 118
"""Per cent of Inter's own line height, which makes 1.45 of the size of its letters."""


def broken(text: str) -> str:
    """The text with a line end in every run of more than 1,000 characters without a space."""
    return _RUN.sub(lambda run: f"{run.group()}\n", text)


def part(text: str, characters: int, lines: int) -> str:
    """The beginning of a text: at most so many characters and lines."""
    cut = text[:characters]
    pieces = cut.split("\n", lines)
    return cut if len(pieces) <= lines else "\n".join(pieces[:lines])


class _Plain(QTextEdit):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("plain", True)
        self.setAccessibleName(name)
        self.setFont(font(tokens.READING))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        self._heights.clear()
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)
        self.updateGeometry()

    def select(self, text: str) -> None:
        found = self.document().find(text) if text else QTextCursor(self.document())
        self.setTextCursor(QTextCursor(self.document()) if found.isNull() else found)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask dozens of times for the same two widths, with and without a scroll bar beside the timeline.
        if width not in self._heights:
            shown = self.document().textWidth()
            self.document().setTextWidth(width)
            self._heights[width] = int(self.document().size().height() + 0.999)
            if shown > 0:
                self.document().setTextWidth(shown)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(200, 18)  # The height follows from the width, which a layout knows and this does not.

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 18)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.document().setTextWidth(event.size().width())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # The timeline scrolls, not the message in it.


class BodyText(QWidget):
    """The text of one message. Long ones begin with a part and a button that shows more."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text = broken(text)
        self._limit = FIRST_PART
        self._lines = FIRST_LINES
        self._edit = _Plain(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._edit)
        self.more = Button(tr("Show all"), kind="secondary", height=tokens.Size.BUTTON_SMALL)
        self.more.clicked.connect(self._show_more)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()

    def shown(self) -> str:
        """What is on the screen now."""
        return self._edit.toPlainText()

    def mark(self, text: str) -> None:
        """Select these words, and show as much of the text as is needed for it; with an empty text select nothing."""
        while text and text.lower() not in self.shown().lower() and self.more.isVisibleTo(self):
            self._show_more()
        self._edit.select(text)

    def _show_more(self) -> None:
        self._limit += NEXT_PART
        self._lines += NEXT_PART
        self._fill()

    def _fill(self) -> None:
        shown = part(self._text, self._limit, self._lines)
        left = len(self._text) - len(shown)
        self._edit.show_text(f"{shown} …" if left else shown)
        self.more.setVisible(left > 0)
        self.more.setText(
            tr("Show all") if left <= NEXT_PART else tr("Show more ({left} characters left)", left=number(left))
        )
        self.more.updateGeometry()
