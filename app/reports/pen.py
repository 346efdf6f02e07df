"""Drawing on a page: reportlab's canvas behind typed calls, and the marks that reports share.

Coordinates are points from the lower left corner of the page. A `baseline` is where letters stand.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor

from app.reports.fonts import Face, metrics
from app.reports.lines import Line, one_line
from app.reports.styles import GREEN, INK, INK2, RED, WHITE, TextStyle
from app.reports.text import Fragment, code_box

_HATCH_STEP = 2.6


class Pen:
    """A canvas of one document; `paint` and `stroke` colours are given with every call, nothing lingers."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas

    def line_of_text(self, line: Line, x: float, baseline: float, size: float) -> None:
        """Draws a broken line from `x` to the right."""
        for fragment in line.fragments:
            if fragment.boxed:
                self._framed_code(fragment, x, baseline, size)
            else:
                self._letters(fragment.text, fragment.face, size, fragment.colour, x, baseline)
            x += fragment.width

    def text(self, text: str, style: TextStyle, x: float, baseline: float, width: float, align: float = 0) -> float:
        """Draws one line of any text, cut with an ellipsis to `width`; align 0 left, 0.5 centre, 1 right.

        Left means that `x` is its left end, centre its middle, right its right end. Returns the width used.
        """
        line = one_line(text, style, width)
        self.line_of_text(line, x - align * line.width, baseline, style.size)
        return line.width

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, colour: str, thickness: float, *, dash: bool = False
    ) -> None:
        """A straight line."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(thickness)
        if dash:
            canvas.setDash(3, 2)
        canvas.line(x0, y0, x1, y1)
        canvas.restoreState()

    def polyline(self, points: Sequence[tuple[float, float]], colour: str, thickness: float) -> None:
        """Joined straight lines with round ends."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(thickness)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        border: str | None = None,
        radius: float = 0,
        thickness: float = 0.6,
    ) -> None:
        """A rectangle with its lower left corner at (x, y)."""
        canvas = self._canvas
        canvas.saveState()
        if fill:
            canvas.setFillColor(HexColor(fill))
        if border:
            canvas.setStrokeColor(HexColor(border))
            canvas.setLineWidth(thickness)
        canvas.roundRect(x, y, width, height, radius, stroke=int(border is not None), fill=int(fill is not None))
        canvas.restoreState()

    def hatch(self, x: float, y: float, width: float, height: float, colours: tuple[str, str, str]) -> None:
        """A rectangle with slanting lines, which needs no colour to be told: (border, lines, ground)."""
        canvas = self._canvas
        border, lines, ground = colours
        self.box(x, y, width, height, fill=ground)
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(x, y, width, height)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.setStrokeColor(HexColor(lines))
        canvas.setLineWidth(0.45)
        strokes = canvas.beginPath()
        for index in range(int((width + height) / _HATCH_STEP) + 1):
            begin = x - height + index * _HATCH_STEP
            strokes.moveTo(begin, y)
            strokes.lineTo(begin + height, y + height)
        canvas.drawPath(strokes, stroke=1, fill=0)
        canvas.restoreState()
        self.box(x, y, width, height, border=border, thickness=0.8)

    def dot(self, text: str, x: float, y: float, radius: float) -> None:
        """A black disc with a letter in it, its middle at (x, y)."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColor(HexColor(INK))
        canvas.circle(x, y, radius, stroke=0, fill=1)
        canvas.restoreState()
        size = radius * 1.2
        face = metrics(Face.BOLD)
        text = "".join(letter for letter in text if letter in face.characters)
        wide = face.width(text, size)
        if wide > radius * 1.7:
            size *= radius * 1.7 / wide
        self._letters(text, Face.BOLD, size, WHITE, x - face.width(text, size) / 2, y - size * 0.364)

    def check(self, x: float, y: float, size: float, colour: str = GREEN) -> None:
        """A check mark in a square of `size` with its lower left corner at (x, y)."""
        points = [
            (x + 0.06 * size, y + 0.46 * size),
            (x + 0.36 * size, y + 0.14 * size),
            (x + 0.94 * size, y + 0.84 * size),
        ]
        self.polyline(points, colour, size * 0.15)

    def triangle(self, x: float, y: float, size: float, colour: str = RED) -> None:
        """A warning triangle with an exclamation mark in a square of `size`."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColor(HexColor(colour))
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineJoin(1)
        canvas.setLineWidth(size * 0.1)
        path = canvas.beginPath()
        path.moveTo(x + 0.06 * size, y + 0.1 * size)
        path.lineTo(x + 0.94 * size, y + 0.1 * size)
        path.lineTo(x + 0.5 * size, y + 0.88 * size)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
        canvas.restoreState()
        middle = x + 0.5 * size
        self.rule(middle, y + 0.38 * size, middle, y + 0.62 * size, WHITE, size * 0.1)
        self.rule(middle, y + 0.18 * size, middle, y + 0.28 * size, WHITE, size * 0.1)

    def _letters(self, text: str, face: Face, size: float, colour: str, x: float, baseline: float) -> None:
        canvas = self._canvas
        canvas.setFillColor(HexColor(colour))
        canvas.setFont(face.value, size)
        canvas.drawString(x, baseline, text)

    def _framed_code(self, fragment: Fragment, x: float, baseline: float, size: float) -> None:
        letters, gap, padding = code_box(size)
        bottom = baseline - size * 0.2
        self.box(x + gap, bottom, fragment.width - 2 * gap, size * 1.02, border=INK2, radius=1.2, thickness=0.4)
        self._letters(fragment.text, fragment.face, letters, INK2, x + gap + padding, baseline + size * 0.06)
