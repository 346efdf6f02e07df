"""What can be done to a picture before it is sent: cut out a part, make a part unreadable, point at something."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter, QPen, QPolygonF

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.services.incidents.dto import NewFile
from app.views.incident.files import PICTURE_LIMIT, PICTURES, too_large

LEAST: Final = 4
"""A part of fewer pixels on a side was a slip of the hand."""

_CELL: Final = 24
"""Of at least so many pixels on a side one is left where something is made unreadable."""

_CELLS: Final = 4
"""At most so many are left along the shorter side, however large the letters are."""

_ARROW: Final = QColor("#D92D20")
_HEAD_ANGLE: Final = 26.0


def is_picture(file: NewFile) -> bool:
    """Whether the file is a picture that can be shown and changed."""
    return file.media_type in PICTURES and len(file.data) <= PICTURE_LIMIT


def decoded(file: NewFile) -> QImage:
    """The picture as it is seen, turned as its camera says; for a lane. `BadInput` where the bytes are none."""
    buffer = QBuffer()
    buffer.setData(file.data)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    is_drawing = bytes(reader.format().data()).lower() == b"svg"
    image = QImage() if is_drawing else reader.read()
    if image.isNull():
        raise BadInput(tr("{name} cannot be shown as a picture.", name=file.file_name))
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def encoded(image: QImage, file: NewFile, limit: int) -> NewFile:
    """A changed picture as a PNG under the name of the file; for a lane. Nothing else that the file carried goes along.

    `limit` in bytes; `BadInput` where it is exceeded.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    data = bytes(buffer.data().data())
    name = f"{file.file_name.rpartition('.')[0] or file.file_name}.png"
    if len(data) > limit:
        raise BadInput(too_large(name, len(data), limit))
    return NewFile(name, "image/png", data)


def cropped(image: QImage, part: QRect) -> QImage:
    """The part alone."""
    return image.copy(part & image.rect())


def blurred(image: QImage, part: QRect) -> QImage:
    """The picture with a part of which only a colour for each cell is left, so that nothing can be read out of it."""
    part &= image.rect()
    cell = max(_CELL, min(part.width(), part.height()) // _CELLS)
    cells = QSize(max(1, part.width() // cell), max(1, part.height() // cell))
    ignore, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    coarse = image.copy(part).scaled(cells, ignore, smooth).scaled(part.size(), ignore, smooth)
    made = image.copy()
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(part.topLeft(), coarse)
    painter.end()
    return made


def pointed(image: QImage, line: QLineF) -> QImage:
    """The picture with an arrow along the line; its head is at the end."""
    made = image.copy()
    painter = QPainter(made)
    paint_arrow(painter, line, max(3.0, min(image.width(), image.height()) / 120))
    painter.end()
    return made


def paint_arrow(painter: QPainter, line: QLineF, width: float) -> None:
    """An arrow along the line, red on a white edge so that it is seen on every ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, extra in ((QColor("white"), 2.0), (_ARROW, 0.0)):
        pen = QPen(colour, width + extra, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(colour)
        painter.drawLine(line)
        painter.drawPolygon(_head(line, 4.5 * width))


def _head(line: QLineF, length: float) -> QPolygonF:
    back = QLineF(line.p2(), line.p1())
    sides: list[QPointF] = []
    for turn in (_HEAD_ANGLE, -_HEAD_ANGLE):
        side = QLineF(back)
        side.setAngle(back.angle() + turn)
        side.setLength(length)
        sides.append(side.p2())
    return QPolygonF([line.p2(), *sides])
