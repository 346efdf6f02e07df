"""Small drawings that come again and again, kept as pictures: a badge of a row is drawn once and then only copied.

Drawing a rounded box with letters was measured to take ten times as long as copying it, and a page of the queue has
sixty such marks. A stamp is thrown away with the colours that it was drawn in.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from math import ceil
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.views.toolkit.mirror import is_mirrored, upright
from app.views.toolkit.theme import dress_number

Draw = Callable[..., None]
"""Draws into a box: called with the painter, the box, and what the stamp is told apart by."""

_MOST: Final = 512
"""Several screens full; a badge that tells the time left is another one every minute."""


_enlarged: list[bool] = []
"""Not empty while a picture is painted larger than its widgets are."""


@contextmanager
def enlarged() -> Iterator[None]:
    """Whatever is painted in it is painted larger than its widgets are, so a copy would be blurred there too."""
    _enlarged.append(True)
    try:
        yield
    finally:
        _enlarged.pop()


def paint_stamp(painter: QPainter, box: QRectF, draw: Draw, *what: Any) -> None:
    """Copy the drawing into the box; it is made by `draw(painter, box, *what)` when it is wanted for the first time.

    At a scale such as 125 % a copy would be blurred, so there everything is drawn. A stamp stands upright where lines
    run from right to left.
    """
    if is_mirrored(painter):
        with upright(painter, box) as real:
            paint_stamp(painter, real, draw, *what)
        return
    ratio = painter.device().devicePixelRatio()
    if ratio % 1 or _enlarged:
        painter.save()
        draw(painter, box, *what)
        painter.restore()
    else:
        image = _stamps(dress_number())(ratio, box.width(), box.height(), draw, what)
        painter.drawImage(QPointF(box.left(), box.top()), image)


@lru_cache(maxsize=1)
def _stamps(_dress: int) -> Callable[..., QImage]:
    """What is kept of one dress; with the next one all of it goes."""
    return lru_cache(maxsize=_MOST)(_stamp)


def _stamp(ratio: float, width: float, height: float, draw: Draw, what: tuple[Any, ...]) -> QImage:
    image = QImage(ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter, QRectF(0, 0, width, height), *what)
    painter.end()
    return image
