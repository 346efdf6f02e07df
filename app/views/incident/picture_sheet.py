"""The sheet in which a picture is made fit to be sent: a part cut out, what nobody should read blurred, an arrow."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.services.incidents.dto import NewFile
from app.views.context import ViewContext
from app.views.incident.picture_canvas import PictureCanvas, Tool
from app.views.incident.picture_edits import decoded, encoded
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.finishing_keys import claims_finishing_key, is_finishing_key
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.segments import Segments

_CARD: Final = QSize(820, 620)
_TOOLS: Final = (
    (Tool.CROP, tr("1 Crop")),
    (Tool.BLUR, tr("2 Blur")),
    (Tool.ARROW, tr("3 Arrow")),
)
_DIGITS: Final = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), (tool for tool, _ in _TOOLS), strict=True))


class PictureSheet(FloatingSheet):
    """`finished` carries the changed file. What was done is gone when the sheet is closed without it."""

    finished = Signal(object)

    def __init__(self, context: ViewContext, host: QWidget, file: NewFile, limit: int) -> None:
        super().__init__(host)
        self._context, self._file, self._limit = context, file, limit
        self._is_warned = False
        self.setAccessibleName(tr("Change the picture"))
        self.canvas = PictureCanvas()
        self.tools = Segments([(tool.value, text) for tool, text in _TOOLS], tr("What is done with the part"))
        self.said = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.back = Button(tr("Undo"), kind="ghost", icon="undo-2", keys="Ctrl+Z")
        self.finish = Button(tr("Use the picture"), kind="primary", icon="check", keys="Ctrl+Return")
        self._build()
        self.tools.chosen.connect(lambda key: self.choose(Tool(key)))
        self.back.clicked.connect(lambda _checked=False: self.canvas.take_back())
        self.finish.clicked.connect(lambda _checked=False: self.use())
        self.canvas.changed.connect(self._done_or_taken_back)
        self.choose(Tool.CROP)
        self._dress()

    def _build(self) -> None:
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.go_away())
        head = QHBoxLayout()
        head.addWidget(Label(tr("Change the picture"), tokens.SHEET_TITLE))
        head.addWidget(ElidedLabel(self._file.file_name, tokens.META, "text2"), 1)
        head.addWidget(cross)
        tools = QHBoxLayout()
        tools.addWidget(self.tools)
        tools.addStretch(1)
        tools.addWidget(self.back)
        foot = QHBoxLayout()
        hint = tr("Draw on the picture, or: arrows move, Shift+arrows size, Enter does it")
        foot.addWidget(ElidedLabel(hint, tokens.META, "text3"), 1)
        foot.addWidget(self.finish)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.said)
        column.addLayout(foot)

    def start(self) -> None:
        """Show it in the middle of the window, with the picture as soon as it is read."""
        self.show_in_the_middle(_CARD, self.canvas)
        self._context.background.file(lambda: decoded(self._file), self.canvas.show_image, self._say)

    def choose(self, tool: Tool) -> None:
        """What is done with the next part."""
        self.tools.choose(tool.value)
        self.canvas.use(tool)

    def use(self) -> None:
        """Take the picture as it stands in place of the one that was attached."""
        if not self.canvas.is_changed:
            self.go_away()
            return
        image, file, limit = self.canvas.image, self._file, self._limit
        self.finish.setEnabled(False)
        self._context.background.file(lambda: encoded(image, file, limit), self._made, self._say)

    def _made(self, file: NewFile) -> None:
        self.finished.emit(file)
        self.go_away()

    def _say(self, error: DeskError) -> None:
        self.said.setText(str(error))
        self._dress()

    def _done_or_taken_back(self) -> None:
        # What was said was of the picture as it stood before.
        self.said.setText("")
        self._dress()

    def _dress(self) -> None:
        self._is_warned = False
        self.back.setEnabled(self.canvas.is_changed)
        self.finish.setEnabled(not self.canvas.image.isNull())
        self.said.setVisible(bool(self.said.text()))

    def _leave(self) -> None:
        """Go; once it is said what would be lost with it."""
        if self.canvas.is_changed and not self._is_warned:
            self.said.setText(tr("Ctrl+Enter uses what you did. Esc again leaves the picture as it was."))
            self.said.show()
            self._is_warned = True
        else:
            self.go_away()

    def event(self, event: QEvent) -> bool:
        """Undo, Ctrl+Enter and Esc are decided in the sheet."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return claims_finishing_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses the tool; Ctrl+Z takes back, Ctrl+Enter uses, Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.canvas.take_back()
        elif is_finishing_key(event):
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
            else:
                self.use()
        elif Qt.Key(event.key()) in _DIGITS and not event.modifiers():
            self.choose(_DIGITS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
