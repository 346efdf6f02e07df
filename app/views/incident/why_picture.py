"""The life of a clock, drawn along time: where it ran, was paused, stood still or had ended, with its thresholds."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain.instants import micros, moment
from app.domain.sla.display import opening_time, spoken_time
from app.domain.wording import inside, tr
from app.services.sla.dto import ClockExplanation, MilestoneView, SegmentView
from app.views.incident.clock_words import reason_text
from app.views.toolkit import tokens
from app.views.toolkit.formats import Formats
from app.views.toolkit.marks import fill_rounded, paint_left, paint_right, pen, text_width
from app.views.toolkit.mirror import unmirrored_painter_on
from app.views.toolkit.theme import colour

_DUE = tr("Due")
_BAND, _TOP, _HEIGHT = 30, 26, 118
_BETWEEN_WORDS: Final = 6
LOOKS: Final = {
    "ran": (tr("Ran"), "accent"),
    "paused": (tr("On hold"), "violet"),
    "outside_hours": (tr("Closed"), "border2"),
    "stopped": (tr("Ended"), "green"),
    "void": (tr("Void"), "slate"),
}
"""What a stretch is called, and its ink; a hold is hatched and closed time is low, so that none needs its colour."""


class WhyPicture(QWidget):
    """One clock; its accessible name tells the sums of what is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._why: ClockExplanation | None = None
        self._formats, self._now = Formats(), moment(0)
        self._start = self._end = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_clock(self, why: ClockExplanation, formats: Formats, now: datetime) -> None:
        """Draw this clock up to now, and on to what is still to come."""
        self._why, self._formats, self._now = why, formats, now
        starts = [micros(each.start_at) for each in why.segments]
        ends = [micros(each.end_at) for each in why.segments]
        ahead = [why.view.due_at, why.view.breach_at, *(stone.reached_at for stone in why.milestones)]
        known = [micros(found) for found in ahead if found is not None]
        self._start = min(starts, default=micros(now))
        # What lies far ahead would press the past into a line; the table below names it all the same.
        reach = max([micros(now), *ends]) + 5 * max(1, max([micros(now), *ends]) - self._start)
        self._end = max([micros(now), *ends, *(found for found in known if found <= reach)])
        self._end += max(1, (self._end - self._start) // 50)
        self.setAccessibleName(_told(why))
        self.update()

    def sizeHint(self) -> QSize:
        """The band, the marks above and below it, and the key."""
        return QSize(640, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible; not lower."""
        return QSize(320, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """The tool tip tells of the stretch under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._why is not None:
            found = next((each for each in self._why.segments if self._box(each).contains(QPointF(event.pos()))), None)
            QToolTip.showText(event.globalPos(), "" if found is None else stretch_text(found, self._formats, self._now))
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Band, thresholds, now and due, the ends of the axis, the key."""
        if self._why is None:
            return
        painter = unmirrored_painter_on(self)
        fill_rounded(painter, QRectF(0, _TOP, self.width(), _BAND), 4, "raised", "border")
        for each in self._why.segments:
            self._paint_stretch(painter, each)
        self._paint_stones(painter, self._why.milestones)
        self._paint_line(painter, micros(self._now), tr("Now"), "text", Qt.PenStyle.SolidLine)
        if self._why.view.due_at is not None:
            self._paint_line(painter, micros(self._why.view.due_at), _DUE, "red", Qt.PenStyle.DashLine)
        self._paint_axis(painter)
        self._paint_key(painter)

    def _x(self, instant: int) -> float:
        return (self.width() - 2) * (instant - self._start) / max(1, self._end - self._start) + 1

    def _box(self, each: SegmentView) -> QRectF:
        left, right = self._x(micros(each.start_at)), self._x(micros(each.end_at))
        low = each.motion == "outside_hours"
        return QRectF(left, _TOP + (_BAND - 8 if low else 1), max(1.0, right - left), 7 if low else _BAND - 2)

    def _paint_stretch(self, painter: QPainter, each: SegmentView) -> None:
        box = self._box(each)
        _fill(painter, box, each.motion)
        text = opening_time(each.counted)
        if each.motion == "ran" and box.width() > text_width(tokens.CAPTION_STRONG, text) + 10:
            paint_left(painter, tokens.CAPTION_STRONG, "surface", box.adjusted(5, 0, 0, 0), text)

    def _paint_stones(self, painter: QPainter, stones: Sequence[MilestoneView]) -> None:
        bottom = _TOP + _BAND
        times = [(stone, micros(stone.reached_at)) for stone in stones if stone.reached_at is not None]
        shown = sorted(((at, stone) for stone, at in times if self._start <= at <= self._end), key=_instant)
        widths = [text_width(tokens.CAPTION, stone.threshold) + 2.0 for _at, stone in shown]
        wanted = [self._x(at) - width / 2 for (at, _stone), width in zip(shown, widths, strict=True)]
        for (at, stone), width, left in zip(shown, widths, apart(wanted, widths, float(self.width())), strict=True):
            x, ink = self._x(at), "orange" if stone.is_reached else "text3"
            painter.setPen(pen("orange" if stone.is_reached else "control", 1.6))
            painter.drawLine(QPointF(x, bottom - 6), QPointF(x, bottom + 5))
            paint_left(painter, tokens.CAPTION, ink, QRectF(left, bottom + 4, width, 16), stone.threshold)

    def _paint_line(self, painter: QPainter, at: int, name: str, ink: str, style: Qt.PenStyle) -> None:
        if not self._start <= at <= self._end:
            return
        x = self._x(at)
        painter.setPen(QPen(colour(ink), 1.6, style))
        painter.drawLine(QPointF(x, _TOP - 4), QPointF(x, _TOP + _BAND + 2))
        text = f"{name} {self._formats.moment(moment(at), self._now)}" if name == _DUE else name
        width = text_width(tokens.CAPTION_STRONG, text)
        left = min(max(0.0, x - width / 2), self.width() - width - 2.0)
        top = 0 if name == _DUE else _TOP - 20
        paint_left(painter, tokens.CAPTION_STRONG, ink, QRectF(left, top, width + 2, 14), text)

    def _paint_axis(self, painter: QPainter) -> None:
        box = QRectF(0, _TOP + _BAND + 20, self.width(), 16)
        paint_left(painter, tokens.CAPTION, "text3", box, self._formats.moment(moment(self._start), self._now))
        paint_right(painter, tokens.CAPTION, "text3", box, self._formats.moment(moment(self._end), self._now))

    def _paint_key(self, painter: QPainter) -> None:
        assert self._why is not None
        left, top = 0.0, _TOP + _BAND + 42
        for motion in dict.fromkeys(each.motion for each in self._why.segments):
            name, _ = LOOKS[motion]
            _fill(painter, QRectF(left, top + 3, 16, 10 if motion != "outside_hours" else 5), motion)
            width = text_width(tokens.META, name)
            paint_left(painter, tokens.META, "text2", QRectF(left + 22, top, width + 2, 16), name)
            left += 22 + width + 18


def _instant(stone: tuple[int, MilestoneView]) -> int:
    return stone[0]


def apart(wanted: Sequence[float], widths: Sequence[float], room: float) -> list[float]:
    """Where words begin that want to stand at `wanted`, which ascends: none covers the next or leaves the room."""
    lefts: list[float] = []
    free = 0.0
    for left, width in zip(wanted, widths, strict=True):
        lefts.append(max(left, free))
        free = lefts[-1] + width + _BETWEEN_WORDS
    free = room
    for place in reversed(range(len(lefts))):
        lefts[place] = min(lefts[place], free - widths[place])
        free = lefts[place] - _BETWEEN_WORDS
    return lefts


def _fill(painter: QPainter, box: QRectF, motion: str) -> None:
    painter.fillRect(box, colour(LOOKS[motion][1]))
    if motion != "paused":
        return
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(colour("violettint"), 2))
    at = box.left() - box.height()
    while at < box.right():
        painter.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
        at += 7
    painter.restore()


def _told(why: ClockExplanation) -> str:
    sums: dict[str, int] = {}
    for each in why.segments:
        length = each.counted if each.motion == "ran" else micros(each.end_at) - micros(each.start_at)
        sums[each.motion] = sums.get(each.motion, 0) + length
    told = ", ".join(f"{inside(LOOKS[motion][0])} {spoken_time(length)}" for motion, length in sums.items())
    return tr("The life of this clock: {told}", told=told) if told else tr("This clock has not started")


def stretch_text(each: SegmentView, formats: Formats, now: datetime) -> str:
    """A stretch in one line: from when to when, what it did, and why."""
    reason = f" ({reason_text(each.reason)})" if each.reason else ""
    span = tr("{when} to {when2}", when=formats.moment(each.start_at, now), when2=formats.moment(each.end_at, now))
    return tr(
        "{span}: {look}, because {cause}{reason}",
        span=span,
        look=inside(LOOKS[each.motion][0]),
        cause=each.cause,
        reason=reason,
    )
