"""How printed reports look: paper, colours and type, the one source of every size and colour in them.

Lengths are points (1/72 inch). Colours are #RRGGBB; the blues keep apart in grey as well.
"""

from dataclasses import dataclass, replace
from enum import Enum

from app.reports.fonts import Face

MM = 72 / 25.4

INK = "#181B21"
INK2 = "#454C59"
INK3 = "#5B6472"
HAIRLINE = "#D5DAE2"
TINT = "#F3F5F8"
TINT2 = "#E6EAF1"
WHITE = "#FFFFFF"
BLUE = "#2B57C9"
BAR_BLUE = "#3F68C8"
DEEP_BLUE = "#17337F"
MID_BLUE = "#8FA7DA"
PALE_BLUE = "#C9D3E6"
ORANGE = "#C2660A"
RED = "#B3261E"
GREEN = "#17663A"


class _Sizes(Enum):
    """Paper sizes; a value is (width, height) in points."""

    @property
    def width(self) -> float:
        """Points."""
        return float(self.value[0])

    @property
    def height(self) -> float:
        """Points."""
        return float(self.value[1])

    @property
    def text_width(self) -> float:
        """Points between the side margins; every column width is a share of it."""
        return self.width - 2 * SIDE


class Paper(_Sizes):
    """A paper as it is read upright."""

    A4 = (210 * MM, 297 * MM)
    LETTER = (612.0, 792.0)


class Across(_Sizes):
    """The same papers turned, for what has many columns; the names are those of `Paper`."""

    A4 = (297 * MM, 210 * MM)
    LETTER = (792.0, 612.0)


SIDE = 20 * MM  # left and right margin
TOP_FIRST = 17 * MM  # above the text of the first page, which has no header
TOP = 24 * MM
BOTTOM = 20 * MM


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face with its size, its leading (points from baseline to baseline) and its colour."""

    face: Face
    size: float
    leading: float
    colour: str = INK

    def but(self, *, face: Face | None = None, colour: str | None = None) -> "TextStyle":
        """The same style in another face or colour."""
        return replace(self, face=face or self.face, colour=colour or self.colour)


KIND = TextStyle(Face.SEMIBOLD, 9.5, 14, BLUE)
ORGANISATION = TextStyle(Face.MEDIUM, 9, 14, INK3)
TITLE = TextStyle(Face.DISPLAY_BOLD, 25, 28)
H1 = TextStyle(Face.DISPLAY_SEMIBOLD, 14, 18)
H2 = TextStyle(Face.SEMIBOLD, 10, 14)
BODY = TextStyle(Face.REGULAR, 9.5, 14)
LABEL = TextStyle(Face.REGULAR, 8, 11, INK3)
FACT = TextStyle(Face.MEDIUM, 9.5, 13)
TABLE = TextStyle(Face.REGULAR, 8.5, 12)
TABLE_STRONG = TextStyle(Face.MEDIUM, 8.5, 12)
TABLE_HEAD = TextStyle(Face.SEMIBOLD, 7.8, 11, INK2)
CAPTION = TextStyle(Face.REGULAR, 8, 11, INK3)
KEY_NUMBER = TextStyle(Face.DISPLAY_BOLD, 16.5, 20)
FOOTER = TextStyle(Face.REGULAR, 8, 11, INK3)
SMALL_FOOTER = TextStyle(Face.REGULAR, 6.5, 9, INK3)
HEADER = TextStyle(Face.MEDIUM, 8.5, 12, INK2)
CHART = TextStyle(Face.REGULAR, 8, 11, INK2)
CHART_BAR = TextStyle(Face.MEDIUM, 8, 11)

TITLE_RULE = 1.2
HEAD_RULE = 0.9
ROW_RULE = 0.4
CELL_ABOVE = 3.9
CELL_BELOW = 4.0
CELL_GAP = 7.2  # between two columns, half of it on each side of the border
H1_BEFORE = 11.0
H1_AFTER = 4.0
