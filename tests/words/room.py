"""What has no room in a window: texts that are cut, parts that lie on each other, areas that scroll sideways."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedLayout,
    QTextEdit,
    QWidget,
)

from app.views.toolkit.laid_out import widgets_in

_SLACK = 1
"""Pixels that rounding may take."""

_OVERLAP = 2
_CUT = 3
_UNREAD = (QPlainTextEdit, QTextEdit, QLineEdit)
"""What people type into scrolls by itself."""

_DATA = {"Critical", "Filters", "High", "Low", "Moderate", "Network", "Planning", "Printer", "Printing", "Sign-in"}
"""Words of the demo desk, and of the manual, that are words of the window too: those are shown as people wrote them."""


class Fault(NamedTuple):
    """Where something is cut off, or was not said in the language: in which picture, what, and how much is missing."""

    picture: str
    kind: str
    text: str
    why: str


def faults_of(window: QWidget, picture: str, english: AbstractSet[str]) -> Iterator[Fault]:
    """What is wrong with what is seen in a window."""
    yield from _texts_without_room(window, picture, english)
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, _UNREAD) and _scrolls_sideways(widget):
            more = widget.horizontalScrollBar().maximum()
            yield Fault(picture, _told(widget), widget.accessibleName(), f"scrolls sideways by {more}")
        yield from _overlaps(widget, picture)
        yield from _alike(widget, picture)
        yield from _cut_off(widget, picture)


def _texts_without_room(window: QWidget, picture: str, english: AbstractSet[str]) -> Iterator[Fault]:
    for widget in window.findChildren(QWidget):
        text = _text_of(widget) if widget.isVisible() and not widget.visibleRegion().isEmpty() else ""
        if not text:
            continue
        kind = type(widget).__name__
        if text in english - _DATA:
            yield Fault(picture, kind, text, "not said in the language")
        needed, has = _room(widget, text)
        if needed > has + _SLACK:
            yield Fault(picture, kind, text, f"needs {needed}, has {has}")
        height, seen = _height(widget), _seen(widget).height()
        if height > seen + _SLACK:
            yield Fault(picture, kind, text, f"high {height}, has {seen}")


def _alike(host: QWidget, picture: str) -> Iterator[Fault]:
    """Names in one part that are cut so much that two of them look the same."""
    shown: dict[str, str] = {}
    for label in host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        # By its name: a module of the views that is imported here would say its words before the language is known.
        if type(label).__name__ != "ElidedLabel" or not label.isVisible() or label.visibleRegion().isEmpty():
            continue
        text, cut = _text_of(label), str(label.shown())  # type: ignore[attr-defined]  # a label that cuts its text
        other = shown.setdefault(cut, text)
        if other != text:
            yield Fault(picture, _told(label), text, f"looks like {other}: {cut}")


def _cut_off(widget: QWidget, picture: str) -> Iterator[Fault]:
    """What reaches beyond the part that it stands in, where nothing scrolls to it, or is lower than its lines."""
    seen, whole = _seen(widget), widget.rect()
    missing = max(whole.height() - seen.height(), whole.width() - seen.width())
    if missing > _CUT and isinstance(widget, (*_UNREAD, QAbstractButton, QComboBox)):
        yield Fault(picture, _told(widget), widget.accessibleName(), f"cut off by {missing}")
    if isinstance(widget, QAbstractButton) and widget.hasHeightForWidth():
        needed = widget.heightForWidth(widget.width())
        if needed > widget.height() + _CUT:
            yield Fault(picture, _told(widget), widget.text(), f"high {needed}, has {widget.height()}")


def _overlaps(host: QWidget, picture: str) -> Iterator[Fault]:
    """Parts of one layout that lie on each other because there is less room than they need."""
    layout = host.layout()
    if layout is None or isinstance(layout, QStackedLayout):
        return
    parts = [part for part in widgets_in(layout) if part.isVisible() and part.parentWidget() is host]
    for one, other in combinations(parts, 2):
        common = one.geometry().intersected(other.geometry())
        if min(common.width(), common.height()) > _OVERLAP:
            what = f"{_told(one)} and {_told(other)}"
            yield Fault(
                picture, what, _text_of(one) or _text_of(other), f"overlap by {common.width()} x {common.height()}"
            )


def seen_in(window: QWidget) -> set[str]:
    """What is seen in a window as people wrote it: in English letters only."""
    texts = {_text_of(each) for each in window.findChildren(QWidget) if not each.visibleRegion().isEmpty()}
    return {text for text in texts if text.isascii() and any(letter.isalpha() for letter in text)}


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) and type(widget).__module__.startswith("app.views.widgets") else ""


def _told(widget: QWidget) -> str:
    above = widget.parentWidget()
    return type(widget).__name__ if above is None else f"{type(widget).__name__} in {type(above).__name__}"


def _room(widget: QWidget, text: str) -> tuple[int, int]:
    """How many pixels the text needs, and how many it has: of width, or of height where it is broken into lines."""
    # One that cuts its text itself tells the whole of it.
    if widget.toolTip() and text.strip() in widget.toolTip():
        return 0, 0
    seen = _seen(widget).width()
    if isinstance(widget, QLabel):
        if widget.textFormat() == Qt.TextFormat.RichText or not widget.pixmap().isNull():
            return 0, 0
        if widget.wordWrap():
            inside = widget.contentsRect()
            flags = int(Qt.TextFlag.TextWordWrap)
            box = widget.fontMetrics().boundingRect(0, 0, inside.width(), 10_000, flags, text)
            return box.height(), inside.height()
        lines = text.split("\n")
        wide = max(widget.fontMetrics().horizontalAdvance(line) for line in lines)
        return wide, min(widget.contentsRect().width(), seen)
    if isinstance(widget, QAbstractButton):
        return widget.minimumSizeHint().width(), min(widget.width(), seen)
    return 0, 0


def _height(widget: QWidget) -> int:
    """How high a text has to be seen at least: one line of it."""
    if not isinstance(widget, QLabel | QAbstractButton) or (
        isinstance(widget, QLabel) and not widget.pixmap().isNull()
    ):
        return 0
    # Between the lowest letter and the next line is room that nobody misses.
    return min(widget.height(), widget.fontMetrics().ascent())


def _seen(widget: QWidget) -> QRect:
    """What is seen of it without what lies outside of what it stands in; what can be scrolled to counts as seen."""
    seen = widget.rect()
    inner, outer = widget, widget.parentWidget()
    while outer is not None and not inner.isWindow():
        frame = QRect(-widget.mapTo(outer, widget.rect().topLeft()), outer.size())
        area = outer.parentWidget()
        if isinstance(area, QScrollArea) and area.viewport() is outer:
            across, down = _scrolls_sideways(area), area.verticalScrollBar().maximum() > 0
            if across:
                frame.setLeft(seen.left())
                frame.setRight(seen.right())
            if down:
                frame.setTop(seen.top())
                frame.setBottom(seen.bottom())
            if across or down:
                return seen.intersected(frame)
        seen = seen.intersected(frame)
        inner, outer = outer, area
    return seen


def _scrolls_sideways(area: QAbstractScrollArea) -> bool:
    hidden = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return not hidden and area.horizontalScrollBar().maximum() > 0
