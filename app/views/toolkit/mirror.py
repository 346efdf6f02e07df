"""Painting for languages that run from right to left: what is painted at the left stands at the right, read as ever.

Whatever is painted has coordinates from the left. Where a widget runs from right to left, its painter is turned round,
and with it every box and line. A text, an icon or a badge is never turned round itself: it is painted upright in the
place where the turned painter puts its box. Axes of time (the week, the bars of clocks) are not mirrored.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QTransform
from PySide6.QtWidgets import QLayout, QWidget


def painter_on(widget: QWidget) -> QPainter:
    """A painter for the paint event of a widget, mirrored within it where it runs from right to left."""
    painter = QPainter(widget)
    mirror(painter, widget, QRectF(widget.rect()))
    return painter


def unmirrored_painter_on(widget: QWidget) -> QPainter:
    """A painter for an axis of time, which runs from left to right in every language, and each text as its letters do.

    A figure with its unit would be turned round otherwise: `% 75`.
    """
    painter = QPainter(widget)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return painter


def mirror(painter: QPainter, widget: QWidget, area: QRectF) -> None:
    """Mirror what is painted from now on within an area, where the widget runs from right to left."""
    if widget.isRightToLeft():
        mirror_within(painter, area)


def mirror_within(painter: QPainter, area: QRectF) -> None:
    """Mirror what is painted from now on within an area."""
    painter.setWorldTransform(QTransform(-1, 0, 0, 1, area.left() + area.right(), 0), True)
    # A text runs as its own letters do, whatever the language of the window.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def set_margins(layout: QLayout | QWidget, left: int, top: int, right: int, bottom: int) -> None:
    """Keep free around a layout or in a widget what Qt does not mirror: `left` is where lines begin."""
    if QGuiApplication.isRightToLeft():
        left, right = right, left
    layout.setContentsMargins(left, top, right, bottom)


def end_of(host: QWidget, width: int, beside: int) -> int:
    """Where the left edge is of something so wide that stands where lines end, with so much free beside it."""
    return beside if host.isRightToLeft() else host.width() - width - beside


def is_mirrored(painter: QPainter) -> bool:
    """Whether what is painted at the left stands at the right."""
    return painter.worldTransform().m11() < 0


@contextmanager
def upright(painter: QPainter, box: QRectF) -> Iterator[QRectF]:
    """Paint what is not turned round itself into the box that this gives, which is where `box` really stands."""
    turned = painter.worldTransform()
    painter.setWorldTransform(QTransform())
    try:
        yield turned.mapRect(box)
    finally:
        painter.setWorldTransform(turned)
