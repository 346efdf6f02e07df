"""A picture on which a part is chosen, by hand or by keys, and cut out, made unreadable or pointed at."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.wording import marked, tr
from app.views.incident.picture_edits import LEAST, blurred, cropped, paint_arrow, pointed
from app.views.toolkit.marks import paint_focus_ring
from app.views.toolkit.theme import colour
from app.views.toolkit.toast import announce
from app.views.toolkit.tokens import Size


class Tool(StrEnum):
    """What is done with the part that is chosen."""

    CROP = "crop"
    BLUR = "blur"
    ARROW = "arrow"


_DONE: Final = {
    Tool.CROP: marked("Cut out: {width} × {height} pixels"),
    Tool.BLUR: marked("Made unreadable: {width} × {height} pixels"),
    Tool.ARROW: marked("Arrow drawn"),
}
_STEPS: Final = {
    Qt.Key.Key_Left: QPoint(-1, 0), Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1), Qt.Key.Key_Down: QPoint(0, 1),
}  # fmt: skip
_STEPS_ACROSS: Final = 40
"""So many presses of an arrow key go from one side of the picture to the other."""


class PictureCanvas(QWidget):
    """`changed` tells that something was done or taken back. A picture is never mirrored, whatever the language."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tool = Tool.CROP
        self._images: list[QImage] = []
        self._shown = QPixmap()
        self._start = self._end = QPoint()
        self._is_drawing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(240, 160)
        self.setAccessibleDescription(tr("Arrow keys move the part, Shift and arrow keys size it, Enter does it."))

    @property
    def image(self) -> QImage:
        """The picture as it stands; null before there is one."""
        return self._images[-1] if self._images else QImage()

    @property
    def is_changed(self) -> bool:
        """Whether anything was done that was not taken back."""
        return len(self._images) > 1

    def sizeHint(self) -> QSize:
        return QSize(720, 420)

    def show_image(self, image: QImage) -> None:
        """Begin with this picture."""
        self._images = [image]
        self._stand()

    def use(self, tool: Tool) -> None:
        """What the next part is chosen for."""
        self.tool = tool
        self.update()

    def take_back(self) -> bool:
        """The picture as it was before the last thing that was done; False when nothing was."""
        if not self.is_changed:
            return False
        self._images.pop()
        self._stand()
        announce(self, tr("Taken back"))
        return True

    def apply(self) -> bool:
        """Do it to the part that is chosen; False where the part is too small to be meant."""
        part, line = self.part(), QLineF(QPointF(self._start), QPointF(self._end))
        is_meant = line.length() > LEAST if self.tool is Tool.ARROW else min(part.width(), part.height()) >= LEAST
        if self.image.isNull() or not is_meant:
            return False
        made = {Tool.CROP: lambda: cropped(self.image, part), Tool.BLUR: lambda: blurred(self.image, part)}.get(
            self.tool, lambda: pointed(self.image, line)
        )()
        self._images.append(made)
        self._stand()
        announce(self, tr(_DONE[self.tool], width=part.width(), height=part.height()))
        return True

    def part(self) -> QRect:
        """The part that is chosen, in pixels of the picture."""
        left, right = sorted((self._start.x(), self._end.x()))
        top, bottom = sorted((self._start.y(), self._end.y()))
        return QRect(left, top, right - left, bottom - top) & self.image.rect()

    def _stand(self) -> None:
        """Show the picture that is the last one now, with a part in its middle for whoever goes on by keys."""
        size = self.image.size()
        self._start = QPoint(size.width() // 4, size.height() // 4)
        self._end = QPoint(3 * size.width() // 4, 3 * size.height() // 4)
        self.setAccessibleName(tr("Picture, {width} × {height} pixels", width=size.width(), height=size.height()))
        self._scale()
        self.changed.emit()

    def _scale(self) -> None:
        self._shown = QPixmap()
        if not self.image.isNull():
            room = self.size() * self.devicePixelRatioF()
            size = self.image.size()
            if size.width() > room.width() or size.height() > room.height():
                size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = self.image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._shown = QPixmap.fromImage(scaled)
            self._shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as there is room for."""
        super().resizeEvent(event)
        self._scale()

    def event(self, event: QEvent) -> bool:
        """As sharp as the screen is, also when it is another one or everything becomes larger."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._scale()
        return super().event(event)

    def _frame(self) -> QRectF:
        """Where the picture stands in the widget."""
        size = self._shown.deviceIndependentSize()
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())

    def _factor(self) -> float:
        return self._frame().width() / self.image.width() if self.image.width() else 1.0

    def _to_picture(self, at: QPointF) -> QPoint:
        spot = (at - self._frame().topLeft()) / self._factor()
        return QPoint(
            max(0, min(round(spot.x()), self.image.width())), max(0, min(round(spot.y()), self.image.height()))
        )

    def _to_widget(self, at: QPoint) -> QPointF:
        return self._frame().topLeft() + QPointF(at) * self._factor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A part begins here."""
        if event.button() == Qt.MouseButton.LeftButton and not self.image.isNull():
            self._is_drawing = True
            self._start = self._end = self._to_picture(event.position())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It reaches to the pointer."""
        if self._is_drawing:
            self._end = self._to_picture(event.position())
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """What was drawn is done at once, because it can be taken back."""
        if self._is_drawing:
            self._is_drawing = False
            if not self.apply():
                self._stand()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the part, with Shift its far corner; Enter does it."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not self.image.isNull():
            wide = max(1, min(self.image.width(), self.image.height()) // _STEPS_ACROSS)
            self._move(step * wide, sizes=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.apply()
        else:
            super().keyPressEvent(event)

    def _move(self, step: QPoint, *, sizes: bool) -> None:
        whole = QRect(0, 0, self.image.width() + 1, self.image.height() + 1)
        start, end = (self._start if sizes else self._start + step), self._end + step
        if whole.contains(start) and whole.contains(end):
            self._start, self._end = start, end
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and the part on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("raised"))
        if not self.image.isNull():
            painter.drawPixmap(self._frame().topLeft(), self._shown)
            if self.hasFocus() or self._is_drawing:
                self._paint_part(painter)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), Size.RADIUS_BADGE)

    def _paint_part(self, painter: QPainter) -> None:
        start, end = self._to_widget(self._start), self._to_widget(self._end)
        if self.tool is Tool.ARROW:
            paint_arrow(painter, QLineF(start, end), 3.0)
            return
        box = QRectF(start, end).normalized()
        if self.tool is Tool.CROP:
            _darken(painter, self._frame(), box)
        for ink, style in ((QColor("white"), Qt.PenStyle.SolidLine), (QColor("black"), Qt.PenStyle.DashLine)):
            painter.setPen(QPen(ink, 2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)


def _darken(painter: QPainter, frame: QRectF, box: QRectF) -> None:
    """What would be cut away."""
    shade = QColor(0, 0, 0, 120)
    painter.fillRect(QRectF(frame.left(), frame.top(), frame.width(), box.top() - frame.top()), shade)
    painter.fillRect(QRectF(frame.left(), box.bottom(), frame.width(), frame.bottom() - box.bottom()), shade)
    painter.fillRect(QRectF(frame.left(), box.top(), box.left() - frame.left(), box.height()), shade)
    painter.fillRect(QRectF(box.right(), box.top(), frame.right() - box.right(), box.height()), shade)
