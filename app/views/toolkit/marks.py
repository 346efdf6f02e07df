"""The marks of the desk, painted: priority badge, status glyph, avatar, pill, count; for widgets and rows alike.

Each says what it means by shape and text as well as by colour, so that it survives greyscale printing (U24).
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPen

from app.domain.vocabulary import State
from app.domain.wording import figures, tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.mirror import is_mirrored, mirror_within, upright
from app.views.toolkit.stamps import paint_stamp
from app.views.toolkit.theme import colour, lines
from app.views.toolkit.tokens import Size

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_AVATAR_TONES = ("blue", "green", "orange", "violet", "slate", "amber")

_TEXTS: Final = 1024
"""So many texts are remembered, with how wide they are: those of more than ten screens, and full within an hour.

A text that is measured anew takes 11 microseconds, so that a screen of which none is remembered takes one millisecond.
"""

RISK_INKS = {"high": "red", "medium": "amber", "low": "text"}
"""The colour of a risk, beside its figure."""


class StateLook(NamedTuple):
    """How a state is shown: its tone, and what it is called."""

    tone: str
    label: str


_STATE_LOOKS = {
    State.NEW.value: StateLook("blue", tr("New")),
    State.IN_PROGRESS.value: StateLook("amber", tr("In progress")),
    State.ON_HOLD.value: StateLook("violet", tr("On hold")),
    State.RESOLVED.value: StateLook("green", tr("Resolved")),
    State.CLOSED.value: StateLook("slate", tr("Closed")),
    State.CANCELED.value: StateLook("slate", tr("Canceled")),
}


def state_look(state: str) -> StateLook:
    """The look of a state; one that an import brought along and the desk does not know is shown as it is written."""
    return _STATE_LOOKS.get(state) or StateLook("slate", state.replace("_", " ").capitalize())


def priority_label(priority: int) -> str:
    """`P2`."""
    return f"P{priority}"


class _Advances(dict[str, float]):
    """How wide each character of ASCII is in one style, measured when it is first written."""

    def __init__(self, style: tokens.TypeStyle) -> None:
        super().__init__()
        self._measures = QFontMetricsF(font(style, tabular=True))

    def __missing__(self, character: str) -> float:
        self[character] = width = self._measures.horizontalAdvance(character)
        return width


@lru_cache(maxsize=64)
def _advances(style: tokens.TypeStyle) -> _Advances:
    return _Advances(style)


_KERNED = 1.05
"""Pairs of letters that are moved apart make a text longer than its letters by less than this; a test tries them."""


def fitting(style: tokens.TypeStyle, text: str, width: float) -> str:
    """The text, cut with an ellipsis where it is wider; what clearly fits is not laid out to find that out."""
    if text.isascii() and sum(map(_advances(style).__getitem__, text)) * _KERNED + 1 <= width:
        return text
    return _elided(style, text, int(width) + 1)


@lru_cache(maxsize=_TEXTS)
def _elided(style: tokens.TypeStyle, text: str, width: int) -> str:
    return metrics(style, tabular=True).elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=64)
def _baseline(style: tokens.TypeStyle) -> float:
    """How far below the middle of a line its letters stand."""
    measures = QFontMetricsF(font(style, tabular=True))
    return measures.ascent() - measures.height() / 2


def paint_left(painter: QPainter, style: tokens.TypeStyle, token: str, rect: QRectF, text: str) -> None:
    """Draw one line of text at the left, in the middle of the height, cut with an ellipsis where it does not fit.

    From a point rather than into the rectangle: that spares Qt a layout, a fifth of what a text costs.
    """
    if is_mirrored(painter):
        with upright(painter, rect) as real:
            paint_right(painter, style, token, real, text)
        return
    painter.setFont(font(style, tabular=True))
    painter.setPen(colour(token))
    text = fitting(style, text, rect.width())
    painter.drawText(QPointF(rect.left(), rect.center().y() + _baseline(style)), text)


def paint_right(painter: QPainter, style: tokens.TypeStyle, token: str, rect: QRectF, text: str) -> None:
    """Draw one line of text at the right, in the middle of the height, cut with an ellipsis where it does not fit."""
    if is_mirrored(painter):
        with upright(painter, rect) as real:
            paint_left(painter, style, token, real, text)
        return
    painter.setFont(font(style, tabular=True))
    painter.setPen(colour(token))
    text = fitting(style, text, rect.width())
    painter.drawText(QPointF(rect.right() - _width(style, text), rect.center().y() + _baseline(style)), text)


def paint_centred(painter: QPainter, style: tokens.TypeStyle, token: str, rect: QRectF, text: str) -> None:
    """Draw one line of text in the middle, cut with an ellipsis where it does not fit."""
    painter.setFont(font(style, tabular=True))
    painter.setPen(colour(token))
    shown = fitting(style, text, rect.width())
    if is_mirrored(painter):
        with upright(painter, rect) as real:
            painter.drawText(real, _CENTRE, shown)
    else:
        painter.drawText(rect, _CENTRE, shown)


@lru_cache(maxsize=_TEXTS)
def _width(style: tokens.TypeStyle, text: str) -> float:
    return QFontMetricsF(font(style, tabular=True)).horizontalAdvance(text)


@lru_cache(maxsize=_TEXTS)
def text_width(style: tokens.TypeStyle, text: str) -> int:
    """How wide a line of text is in pixels."""
    return metrics(style, tabular=True).horizontalAdvance(text)


@lru_cache(maxsize=16)
def _pen(rgb: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    return QPen(QColor(rgb), width, style)


def pen(token: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen in the colour of a token."""
    return _pen(colour(token).name(), width, style)


def fill(painter: QPainter, rect: QRectF, token: str) -> None:
    """A plain box. Not by `fillRect`, whose overloads have PySide make all the named gradients before the first one."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(token))
    painter.drawRect(rect)


def fill_rounded(painter: QPainter, rect: QRectF, radius: float, fill: str | None, edge: str | None = None) -> None:
    """A rounded box; the edge is drawn inside of the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = lines().border if edge else 0
    painter.setPen(pen(edge, width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inner, radius, radius)


OWN_RING: Final = "paintsItsFocus"
"""Property of a list whose row in use has the ring itself."""


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float, on: str | None = None) -> None:
    """The ring of the keyboard, inside so that nothing covers it; on a fill a second one has `on`, the ink of that."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = lines().focus
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inside, ink in ((wide / 2, "accent"), (wide * 1.5, on)):
        if ink is not None:
            painter.setPen(pen(ink, wide))
            painter.drawRoundedRect(rect.adjusted(inside, inside, -inside, -inside), radius, radius)


def paint_priority(painter: QPainter, left: float, middle: float, priority: int) -> None:
    """The badge P1 to P4 (and beyond): filled, tinted, outlined, lightly outlined."""
    box = QRectF(left, middle - Size.BADGE / 2, Size.BADGE_WIDTH, Size.BADGE)
    paint_stamp(painter, box, _draw_priority, priority)


def _draw_priority(painter: QPainter, box: QRectF, priority: int) -> None:
    fill, edge, ink = {
        1: ("redfill", None, "onred"),
        2: ("orangetint", "orange", "orange"),
        3: (None, "control", "text"),
    }.get(priority, (None, "border2", "text3"))
    fill_rounded(painter, box, Size.RADIUS_BADGE, fill, edge)
    paint_centred(painter, tokens.CAPTION_STRONG, ink, box, priority_label(priority))


def paint_state(painter: QPainter, left: float, middle: float, state: str) -> None:
    """The 14-pixel glyph: dashed ring, half disc, ring with bars, disc with check, ring with cross."""
    paint_stamp(painter, QRectF(left, middle - Size.GLYPH / 2, Size.GLYPH, Size.GLYPH), _draw_state, state)


def _draw_state(painter: QPainter, whole: QRectF, state: str) -> None:
    box = whole.adjusted(1, 1, -1, -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tone = state_look(state).tone
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == State.NEW.value:
        dashed = QPen(colour(tone), 1.6)
        dashed.setDashPattern([1.5, 1.6])
        painter.setPen(dashed)
        painter.drawEllipse(box)
        return
    if state in {State.RESOLVED.value, State.CLOSED.value}:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(tone))
        painter.drawEllipse(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        _paint_check(painter, box)
        return
    painter.setPen(pen(tone, 1.6))
    painter.drawEllipse(box)
    painter.setBrush(colour(tone))
    _paint_inside(painter, box, state)


def _paint_check(painter: QPainter, box: QRectF) -> None:
    tick = QPen(colour("surface"), 1.6)
    tick.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(tick)
    centre = box.center()
    painter.drawPolyline(
        [
            QPointF(centre.x() - 2.8, centre.y() + 0.2),
            QPointF(centre.x() - 0.8, centre.y() + 2.2),
            QPointF(centre.x() + 2.8, centre.y() - 2.0),
        ]
    )


def _paint_inside(painter: QPainter, box: QRectF, state: str) -> None:
    centre = box.center()
    if state == State.IN_PROGRESS.value:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(box.adjusted(1.5, 1.5, -1.5, -1.5), -90 * 16, 180 * 16)
    elif state == State.ON_HOLD.value:
        for offset in (-1.6, 1.6):
            painter.drawLine(QPointF(centre.x() + offset, centre.y() - 2), QPointF(centre.x() + offset, centre.y() + 2))
    elif state == State.CANCELED.value:
        painter.drawLine(QPointF(centre.x() - 2, centre.y() - 2), QPointF(centre.x() + 2, centre.y() + 2))
        painter.drawLine(QPointF(centre.x() - 2, centre.y() + 2), QPointF(centre.x() + 2, centre.y() - 2))
    else:
        painter.drawEllipse(centre, 1.2, 1.2)


@lru_cache(maxsize=512)
def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, at most two."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


@lru_cache(maxsize=512)
def avatar_tone(name: str) -> str:
    """One of the tints, always the same for the same name."""
    return _AVATAR_TONES[sum(name.encode()) % len(_AVATAR_TONES)]


def paint_avatar(painter: QPainter, left: float, middle: float, name: str | None, size: int = Size.AVATAR) -> None:
    """Initials on a tint; a dashed ring where there is nobody."""
    box = QRectF(left, middle - size / 2, size, size)
    if name:
        paint_stamp(painter, box, _draw_avatar, initials(name), avatar_tone(name))
    else:
        paint_stamp(painter, box, _draw_nobody)


def _draw_nobody(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QPen(colour("control"), 1.2)
    ring.setDashPattern([2.4, 2.4])
    painter.setPen(ring)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _draw_avatar(painter: QPainter, box: QRectF, letters: str, tone: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{tone}tint"))
    painter.drawEllipse(box)
    painter.setFont(font(tokens.TypeStyle(max(9, round(box.height() * 0.41)), 700)))
    painter.setPen(colour(tone))
    painter.drawText(box, _CENTRE, letters)


PILL_PADDING = 8
PILL_GAP = 5


def pill_width(text: str, icon: str | None = None) -> int:
    """How wide a pill with this text is."""
    return text_width(tokens.META_MEDIUM, text) + 2 * PILL_PADDING + ((SMALL_ICON + PILL_GAP) if icon else 0)


SMALL_ICON = 14


def paint_pill(
    painter: QPainter, left: float, middle: float, text: str, tone: str, icon: str | None = None, *, room: float = 0
) -> None:
    """Text on a tint with half round ends, with an icon before it where one is named; cut where `room` is too small."""
    if room and pill_width(text, icon) > room:
        text = fitting(tokens.META_MEDIUM, text, room - pill_width("", icon))
    box = QRectF(left, middle - Size.PILL / 2, pill_width(text, icon), Size.PILL)
    paint_stamp(painter, box, _draw_pill, text, tone, icon, is_mirrored(painter))


def _draw_pill(painter: QPainter, box: QRectF, text: str, tone: str, icon: str | None, mirrored: bool) -> None:
    if mirrored:
        mirror_within(painter, box)
    fill_rounded(painter, box, Size.PILL / 2, f"{tone}tint")
    start = box.left() + PILL_PADDING
    if icon:
        paint_icon(painter, icon, colour(tone), start, box.center().y() - SMALL_ICON / 2, SMALL_ICON)
        start += SMALL_ICON + PILL_GAP
    paint_left(painter, tokens.META_MEDIUM, tone, QRectF(start, box.top(), box.right() - start, box.height()), text)


def keys_shown(keys: str) -> tuple[str, ...]:
    """A shortcut as the caps that are shown for it: `Ctrl+K` is one cap `Ctrl K`, `G, Q` are two.

    Keys have the names that Qt gives them in menus in the language of the window: `Strg K`.
    """
    return tuple(_cap(part.strip()) for part in keys.split(", ") if part.strip())


def _cap(part: str) -> str:
    if len(part) == 1:
        return part
    native = _named(part) or part
    if part.endswith("Return"):
        native = native.removesuffix(_named("Return")) + "↵"
    return _BETWEEN_KEYS.sub(" ", native)


def _named(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


_BETWEEN_KEYS: Final = re.compile(r"\+(?=.)")
"""A plus between two keys, not the key itself, as in `Ctrl++`."""


def paint_keys(painter: QPainter, right: float, middle: float, keys: str, *, ink: str, fill: str | None) -> float:
    """Key caps that end at `right`; returns where they begin."""
    for cap in reversed(keys_shown(keys)):
        width = max(18, text_width(tokens.CAPTION, cap) + 10)
        box = QRectF(right - width, middle - 9, width, 18)
        if fill:
            fill_rounded(painter, box, Size.RADIUS_BADGE, fill)
        else:
            fill_rounded(painter, box, Size.RADIUS_BADGE, "surface", "border2")
        paint_centred(painter, tokens.CAPTION, ink, box, figures(cap))
        right -= width + 4
    return right + 4 if keys_shown(keys) else right


def keys_width(keys: str) -> int:
    """How much room key caps need."""
    return sum(max(18, text_width(tokens.CAPTION, cap) + 10) + 4 for cap in keys_shown(keys))


CHECK_BOX = 14


def paint_check_box(painter: QPainter, left: float, middle: float, state: Qt.CheckState, *, live: bool = True) -> None:
    """A box of 14 pixels: empty, ticked, or with a bar for "some"."""
    box = QRectF(left, middle - 7, CHECK_BOX, CHECK_BOX)
    if state == Qt.CheckState.Unchecked:
        fill_rounded(painter, box, 3, "surface", "control" if live else "offmark")
        return
    fill_rounded(painter, box, 3, "accentfill")
    name = "check" if state == Qt.CheckState.Checked else "minus"
    paint_icon(painter, name, colour("onaccent"), left + 1, middle - 6, 12)
