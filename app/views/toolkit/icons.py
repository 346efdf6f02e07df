"""Lucide icons in the colours of the theme: rendered from SVG once for each name, colour, size and pixel ratio."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.infra.resources import resource_path
from app.views.toolkit.mirror import is_mirrored, upright
from app.views.toolkit.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SMALL = 14
"""Up to this size the stroke is 2 units of the 24-unit grid, above it 1.75, so that both look equally heavy."""


_DIRECTED: Final = frozenset(
    {
        "arrow-left", "arrow-right", "arrow-up-right", "chevron-left", "chevron-right", "corner-down-right",
        "corner-up-left", "external-link", "list", "list-filter", "log-in", "log-out", "panel-left",
        "panel-right", "redo-2", "reply", "send", "sort-asc", "text-quote", "trending-down", "trending-up",
        "undo-2",
    }
)  # fmt: skip
"""What points along the line or shows lines, and so is turned round where these run from right to left.

Clocks, figures, checks and things that are held in a hand stay as they are.
"""


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _image(name: str, rgb: str, size: int, ratio: float, *, turned: bool = False) -> QImage:
    drawing = _drawing(name).replace("currentColor", rgb)
    if size > SMALL:
        drawing = drawing.replace('stroke-width="2"', 'stroke-width="1.75"')
    pixels = max(1, round(size * ratio))
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if turned:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def paint_icon(painter: QPainter, name: str, ink: QColor, left: float, top: float, size: int = 16) -> None:
    """Draw an icon with its upper left corner at the point; for paint events and delegates."""
    if is_mirrored(painter):
        with upright(painter, QRectF(left, top, size, size)) as real:
            paint_icon(painter, name, ink, real.left(), real.top(), size)
        return
    ratio = painter.device().devicePixelRatio()
    painter.drawImage(QPointF(left, top), _image(name, ink.name(), size, ratio, turned=_is_turned(name)))


def _is_turned(name: str) -> bool:
    return name in _DIRECTED and QGuiApplication.isRightToLeft()


def icon(name: str, ink: str = "text2", size: int = 16) -> "QIcon":
    """An icon in the colour the token has now; menus take it anew when the theme changes."""
    # Imported here: the first picture needs none, and the list of the theme's icons that comes along costs its time.
    from PySide6.QtGui import QIcon

    made = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour(ink)), (QIcon.Mode.Disabled, colour("control"))):
        for ratio in (1.0, 2.0):
            made.addPixmap(QPixmap.fromImage(_image(name, shade.name(), size, ratio, turned=_is_turned(name))), mode)
    return made
