"""An attached file, looked at: a picture as large as the window has room, the beginning of a text, or only its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.services.incidents.dto import AttachmentInfo, NewFile
from app.views.context import ViewContext
from app.views.incident.file_preview import TEXT_PART, beginning, may_be_opened, shows_picture, shows_text
from app.views.incident.files import size_shown, written_to_open
from app.views.incident.picture_edits import decoded
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.marks import paint_focus_ring
from app.views.toolkit.mirror import painter_on, upright
from app.views.toolkit.toast import announce
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.finishing_keys import claims_finishing_key, is_finishing_key
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label

R = TypeVar("R")

_CARD: Final = QSize(1100, 760)
_SMALL_CARD: Final = QSize(560, 240)
_BACK: Final = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PictureView(QWidget):
    """A picture in the middle, made smaller where it does not fit, never larger and never mirrored."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_image(self, image: QImage) -> None:
        """Show this one."""
        self._pixmap = QPixmap.fromImage(image)
        self.update()

    @property
    def is_shown(self) -> bool:
        """Whether the picture was read."""
        return not self._pixmap.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and the ring of the focus."""
        painter = painter_on(self)
        size = self._pixmap.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        with upright(painter, QRectF(left, top, size.width(), size.height())) as real:
            painter.drawPixmap(real.toRect(), self._pixmap)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), 4)


def _at_most(most: QSize, image: QImage) -> QImage:
    """No larger than the card, for a lane: the window would take all of it over, and scale it at each paint."""
    if image.width() <= most.width() and image.height() <= most.height():
        return image
    return image.scaled(most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


class FileSheet(FloatingSheet):
    """`save_wanted` carries the attachment. Esc, Space and Enter lead back to where it was opened."""

    save_wanted = Signal(object)

    def __init__(self, context: ViewContext, host: QWidget, info: AttachmentInfo) -> None:
        super().__init__(host)
        self._context, self._info = context, info
        self.setAccessibleName(tr("Attachment {name}, {size}", name=info.file_name, size=size_shown(info.size)))
        self.picture = PictureView()
        self.picture.setAccessibleName(
            tr("Picture {file_name}, {size}", file_name=info.file_name, size=size_shown(info.size))
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(font(tokens.CODE))
        self.text.setAccessibleName(tr("Beginning of {name}", name=info.file_name))
        self.said = Label("", tokens.UI, "text2", wrap=True)
        self.places = QStackedWidget()
        for place in (self.picture, self.text, self.said):
            self.places.addWidget(place)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.problem.hide()
        self.open_button = Button(tr("Open with the system's program"), icon="external-link")
        self.save = Button(tr("Save…"), kind="primary", icon="download")
        self.open_button.clicked.connect(lambda _checked=False: self.open_outside())
        self.save.clicked.connect(lambda _checked=False: self.save_wanted.emit(self._info))
        self._build()
        # Not before it stands in the sheet: it would be shown as a window of its own, which takes the keyboard away.
        self.open_button.setVisible(may_be_opened(info.file_name))

    def _build(self) -> None:
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.go_away())
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(self._info.file_name, tokens.SHEET_TITLE, "text"), 1)
        head.addWidget(Label(size_shown(self._info.size), tokens.META, "text2"))
        head.addWidget(cross)
        foot = QHBoxLayout()
        foot.addWidget(ElidedLabel(self._hint(), tokens.META, "text3"), 1)
        foot.addWidget(self.open_button)
        foot.addWidget(self.save)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.places, 1)
        column.addWidget(self.problem)
        column.addLayout(foot)

    def _hint(self) -> str:
        if not shows_picture(self._info) and shows_text(self._info) and self._info.size > TEXT_PART:
            return tr("Only the first {size} are shown", size="64 KB")
        return ""

    def start(self) -> None:
        """Show it in the middle of the window, with its content as soon as it is read."""
        info = self._info
        if shows_picture(info):
            self.places.setCurrentWidget(self.picture)
            self.show_in_the_middle(_CARD, self.picture)
            self._read_picture()
        elif shows_text(info):
            self.places.setCurrentWidget(self.text)
            self.show_in_the_middle(_CARD, self.text)
            self._read(lambda data: beginning(info.file_name, data), self.text.setPlainText)
        else:
            self._say_nothing_is_shown()
            self.show_in_the_middle(_SMALL_CARD, self.open_button if self.open_button.isVisibleTo(self) else self.save)

    def _read_picture(self) -> None:
        info, most = self._info, _CARD * self.devicePixelRatioF()
        self._read(
            lambda data: _at_most(most, decoded(NewFile(info.file_name, info.media_type, data))),
            self.picture.show_image,
        )

    def _say_nothing_is_shown(self) -> None:
        self.places.setCurrentWidget(self.said)
        self.said.setText(
            tr("There is no preview of files of this kind. Open it only if you expected it from this person.")
            if may_be_opened(self._info.file_name)
            else tr("There is no preview of files of this kind, and they are not opened from here. Save it first.")
        )

    def _read(self, made: Callable[[bytes], R], show: Callable[[R], None]) -> None:
        desk, actor, file_id = self._context.desk, self._context.actor, self._info.id
        self._context.background.read(lambda: made(desk.incident.file(actor, file_id)[1]), show, self.say_problem)

    def open_outside(self) -> None:
        """Write a copy that only this person may read, and have the system open it with its program."""
        if not may_be_opened(self._info.file_name):
            return
        desk, actor, file_id = self._context.desk, self._context.actor, self._info.id
        background = self._context.background
        self.open_button.setEnabled(False)

        def write(found: tuple[str, bytes]) -> None:
            background.file(lambda: written_to_open(*found), self._hand_over, self.say_problem)

        background.read(lambda: desk.incident.file(actor, file_id), write, self.say_problem)

    def _hand_over(self, path: Path) -> None:
        self.open_button.setEnabled(True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(
                tr("Your system could not open {name}: it has no program for it. Save it instead.", name=path.name)
            )

    def say_problem(self, error: DeskError) -> None:
        """Say why it cannot be shown or opened."""
        self.open_button.setEnabled(True)
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        announce(self, text)

    def event(self, event: QEvent) -> bool:
        """Esc is decided in the sheet; a picture is read again where it can be sharper, or need not be as sharp."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self.picture.is_shown:
            self._read_picture()
        return claims_finishing_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back, and so does the key that led here."""
        on_button = isinstance(self.focusWidget(), QAbstractButton)
        if is_finishing_key(event) or (Qt.Key(event.key()) in _BACK and not on_button):
            self.go_away()
        else:
            super().keyPressEvent(event)
