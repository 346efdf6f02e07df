"""A picture that waits to be sent: shown in small, changed by a click, with a cross to take it away."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit.marks import fill_rounded, paint_focus_ring
from app.views.toolkit.mirror import painter_on, upright
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import IconButton, OpeningButton

_HEIGHT: Final = 44
_PICTURE: Final = QSize(64, 36)


class PictureChip(QWidget):
    """`changing` asks for the sheet in which it is changed, `removed` for it to be forgotten."""

    changing = Signal()
    removed = Signal()

    def __init__(self, text: str, file_name: str) -> None:
        super().__init__()
        self.picture = _Picture(text, file_name)
        self.picture.clicked.connect(lambda _checked=False: self.changing.emit())
        self.cross = IconButton("x", tr("Remove {file_name}", file_name=file_name), size=28)
        self.cross.clicked.connect(lambda _checked=False: self.removed.emit())
        self.setFocusProxy(self.picture)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.picture)
        row.addWidget(self.cross)


class _Picture(OpeningButton):
    def __init__(self, text: str, file_name: str) -> None:
        super().__init__(text, icon="image", height=_HEIGHT)
        self._image = QImage()
        self._pixmap: QPixmap | None = None
        said = tr("{file_name}: crop, blur, arrow", file_name=file_name)
        self.setAccessibleName(said)
        self.setToolTip(said)

    def show_picture(self, image: QImage) -> None:
        """Paint this picture in place of the icon."""
        if not image.isNull():
            self._image = image
            self._icon = None
            self._scale()
            self.updateGeometry()

    def _scale(self) -> None:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        ratio = self.devicePixelRatioF()
        self._pixmap = QPixmap.fromImage(self._image.scaled(_PICTURE * ratio, keep, smooth))
        self._pixmap.setDevicePixelRatio(ratio)
        self.update()

    def event(self, event: QEvent) -> bool:
        """As sharp as the screen is, also when it is another one or everything becomes larger."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._pixmap is not None:
            self._scale()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """The picture, then the name."""
        hint = super().sizeHint()
        return hint if self._pixmap is None else QSize(hint.width() + _PICTURE.width(), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture stands as it is, in every language; the name follows it."""
        if self._pixmap is None:
            super().paintEvent(event)
            return
        painter, box = painter_on(self), QRectF(self.rect())
        fill_rounded(painter, box, Size.RADIUS_CONTROL, "hover" if self.underMouse() else "surface", "border2")
        size = self._pixmap.deviceIndependentSize()
        room = QRectF(4, 4, _PICTURE.width(), _PICTURE.height())
        place = QRectF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, *size.toTuple())
        with upright(painter, place) as real:
            painter.drawPixmap(real.topLeft(), self._pixmap)
        self._paint_content(painter, box.adjusted(_PICTURE.width(), 0, 0, 0), "text", "text2", None)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)
