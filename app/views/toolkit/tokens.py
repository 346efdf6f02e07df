"""The one table of colours, sizes and type; pure data, so that contrast is tested without a window.

Values and their smallest contrasts: the desktop research, part 5.2 to 5.4. Sizes are device-independent pixels.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from app.domain.wording import tr

# Each pair is light, then dark.
_COLOURS: Final[dict[str, tuple[str, str]]] = {
    "chrome": ("#F3F4F7", "#131519"),
    "surface": ("#FFFFFF", "#1A1D22"),
    "raised": ("#F8F9FB", "#21252B"),
    "ground": ("#F8F9FB", "#131519"),
    "hover": ("#EFF1F5", "#262B32"),
    "sel": ("#E6EDFD", "#22304F"),
    "selchrome": ("#E2E6EE", "#262B33"),
    "border": ("#E1E4EA", "#2A2F37"),
    "border2": ("#CDD2DB", "#3A414B"),
    "control": ("#7B838E", "#757E8B"),
    "text": ("#181B21", "#ECEEF1"),
    "text2": ("#454C59", "#B9C0CA"),
    "text3": ("#5B6472", "#98A1AD"),
    "off": ("#5B6472", "#98A1AD"),
    "offmark": ("#CDD2DB", "#3A414B"),
    "accent": ("#2B57C9", "#8FB0FF"),
    "accentfill": ("#2B57C9", "#3C68DB"),
    "accentdown": ("#2249AC", "#3159C4"),
    "onaccent": ("#FFFFFF", "#FFFFFF"),
    "red": ("#B3261E", "#FF9C92"),
    "redtint": ("#FCEBE9", "#3B1F1E"),
    "redfill": ("#B3261E", "#C4362C"),
    "onred": ("#FFFFFF", "#FFFFFF"),
    "orange": ("#A34A00", "#FFB27A"),
    "orangetint": ("#FDEFE3", "#3A2616"),
    "amber": ("#8A5A00", "#F2C55C"),
    "ambertint": ("#FBF1D9", "#352A12"),
    "green": ("#17663A", "#7FD6A0"),
    "greentint": ("#E5F4EA", "#162E20"),
    "blue": ("#1F5FA8", "#8CC4FF"),
    "bluetint": ("#E6F0FB", "#16283C"),
    "violet": ("#6A3FB5", "#C9B0FF"),
    "violettint": ("#F1EBFB", "#2A2140"),
    "slate": ("#566070", "#A9B2BF"),
    "slatetint": ("#EDEFF3", "#292E36"),
    "note": ("#FDF8E7", "#2A2618"),
    "noteborder": ("#EBDDAE", "#4A4226"),
    "toast": ("#23272E", "#E8EAEE"),
    "ontoast": ("#FFFFFF", "#181B21"),
    "ontoast2": ("#C9CED6", "#454C59"),
    "toastaccent": ("#9DB9FF", "#2B57C9"),
    "toastkey": ("#454C59", "#CDD2DB"),
    "groove": ("#D5D9E1", "#2A2F37"),
    "grid": ("#E1E4EA", "#2A2F37"),
    "skeleton": ("#E9ECF1", "#2A2F37"),
    "chart1": ("#2B57C9", "#8FB0FF"),
    "chart2": ("#D97706", "#F2A65A"),
    "chart3": ("#0F8A7E", "#5CC8BB"),
    "chart4": ("#8E5BD0", "#C9B0FF"),
    "onchart2": ("#181B21", "#181B21"),
    "heat0": ("#F1F4F9", "#20242A"),
    "heat1": ("#D5E1F8", "#23335A"),
    "heat2": ("#A9C2F0", "#2F4A8A"),
    "heat3": ("#6E93E0", "#4A70C8"),
    "heat4": ("#2B57C9", "#8FB0FF"),
    "onheat0": ("#181B21", "#ECEEF1"),
    "onheat1": ("#181B21", "#ECEEF1"),
    "onheat2": ("#181B21", "#FFFFFF"),
    "onheat3": ("#181B21", "#FFFFFF"),
    "onheat4": ("#FFFFFF", "#181B21"),
}

SURFACES: Final = ("chrome", "surface", "raised", "ground", "hover", "sel", "selchrome")
"""What text may stand on."""

TEXTS: Final = ("text", "text2", "text3", "accent")
"""What may be written on every surface."""

TONES: Final = ("red", "orange", "amber", "green", "blue", "violet", "slate")
"""Inks that have a tint of their own, `<tone>tint`, for pills and strips."""

HEAT: Final = 5
"""So many steps of heat there are, `heat0` to `heat4`, each with what is written on it, `onheat0` and so on."""

FILLS: Final = (
    ("accentfill", "onaccent"), ("accentdown", "onaccent"), ("redfill", "onred"), ("chart2", "onchart2"),
    *((f"heat{step}", f"onheat{step}") for step in range(HEAT)),
)  # fmt: skip
"""Filled marks and what is written on them."""

LIGHT: Final[dict[str, str]] = {name: pair[0] for name, pair in _COLOURS.items()}
DARK: Final[dict[str, str]] = {name: pair[1] for name, pair in _COLOURS.items()}

# Each pair is light, then dark; what is not named here is as in the usual theme. Lines, quiet text and grounds become
# black and white, so that nothing is told by a shade of grey, and inks reach 7:1 (WCAG 2.2, 1.4.6).
_HIGH: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("chrome", "surface", "raised", "ground"), ("#FFFFFF", "#000000")),
    **dict.fromkeys(("border", "border2", "control", "noteborder"), ("#000000", "#FFFFFF")),
    **dict.fromkeys(("text", "text2", "text3"), ("#000000", "#FFFFFF")),
    # The only grey there is: a button that cannot be pressed now looked as one that can.
    **dict.fromkeys(("off", "offmark"), ("#6B6B6B", "#9A9A9A")),
    "hover": ("#E8E8E8", "#262626"),
    "groove": ("#C8C8C8", "#555555"),
    "grid": ("#C8C8C8", "#555555"),
    "sel": ("#D9E5FF", "#0B2A66"),
    "selchrome": ("#D9E5FF", "#0B2A66"),
    "accent": ("#0A2E8C", "#B3CAFF"),
    "accentfill": ("#0A2E8C", "#B3CAFF"),
    "accentdown": ("#061E5E", "#D9E5FF"),
    "onaccent": ("#FFFFFF", "#000000"),
    "red": ("#86100A", "#FFC2BC"),
    "redfill": ("#86100A", "#FFC2BC"),
    "onred": ("#FFFFFF", "#000000"),
    "orange": ("#6B2F00", "#FFCBA6"),
    "amber": ("#573800", "#FFDD94"),
    "green": ("#0B4A26", "#A6E8BF"),
    "blue": ("#0D3F75", "#B5DAFF"),
    "violet": ("#48238A", "#DECFFF"),
    "slate": ("#333B47", "#D0D7E0"),
    "note": ("#FFFFFF", "#000000"),
    "toast": ("#000000", "#FFFFFF"),
    "ontoast2": ("#FFFFFF", "#000000"),
    "toastaccent": ("#B3CAFF", "#0A2E8C"),
    "chart1": ("#0A2E8C", "#B3CAFF"),
    "chart2": ("#7A3E00", "#FFCBA6"),
    "chart3": ("#00524A", "#9BE8DD"),
    "chart4": ("#48238A", "#DECFFF"),
    "onchart2": ("#FFFFFF", "#000000"),
    "heat0": ("#FFFFFF", "#000000"),
    "heat1": ("#E3ECFF", "#0B2A66"),
    "heat2": ("#BFD2FF", "#123A85"),
    "heat3": ("#93B2FF", "#1A479C"),
    "heat4": ("#0A2E8C", "#B3CAFF"),
    **{f"onheat{step}": ("#000000", "#FFFFFF") for step in range(4)},
    "onheat4": ("#FFFFFF", "#000000"),
}

HIGH_LIGHT: Final[dict[str, str]] = LIGHT | {name: pair[0] for name, pair in _HIGH.items()}
HIGH_DARK: Final[dict[str, str]] = DARK | {name: pair[1] for name, pair in _HIGH.items()}


class Lines(NamedTuple):
    """How wide the border of a box and the ring of the focus are, in device-independent pixels."""

    border: int
    focus: int


def lines_of(table: dict[str, str]) -> Lines:
    """The lines of one theme: in high contrast a border has two pixels, and a ring is told from it by four."""
    return Lines(2, 4) if table in (HIGH_LIGHT, HIGH_DARK) else Lines(1, 2)


SHADE: Final = {"light": 0.36, "dark": 0.59}
"""How much the scrim behind the palette darkens the window."""


class Size:
    """Heights, widths and radii of part 5.4, in device-independent pixels."""

    TOP_BAR = 48
    VIEW_HEADER = 52
    COLUMN_HEAD = 30
    GROUP_HEAD = 32
    ROW_COMPACT = 30
    ROW = 40
    ROW_TALL = 54
    SIDEBAR_ITEM = 30
    BUTTON_SMALL = 28
    BUTTON = 30
    BUTTON_PAGE = 32
    INPUT = 36
    FILTER = 32
    PILL = 22
    BADGE = 18
    BADGE_WIDTH = 26
    STATUS_BAR = 28
    TOAST = 40
    PALETTE_ROW = 40
    PROPERTY_ROW = 28
    SHEET_FOOTER = 56
    SIDEBAR = 232
    RAIL = 56
    PREVIEW = 424
    PREVIEW_LEAST = 360
    PROPERTIES = 332
    PALETTE = 660
    SHEET = 940
    RADIUS_BADGE = 4
    RADIUS_CONTROL = 6
    RADIUS_FILTER = 7
    RADIUS_CARD = 8
    RADIUS_TILE = 10
    RADIUS_SHEET = 12
    TARGET_LEAST = 24
    AVATAR = 22
    GLYPH = 14
    RAIL_BELOW = 1400
    PREVIEW_BELOW = 1100


ROW_HEIGHTS = {tr("Compact"): Size.ROW_COMPACT, tr("Cosy"): Size.ROW, tr("Comfortable"): Size.ROW_TALL}
"""How high the rows of the queue can be, by the names that people choose them by."""


class Family(StrEnum):
    """The bundled families."""

    TEXT = "Inter"
    DISPLAY = "Inter Display"
    CODE = "JetBrains Mono"


class TypeStyle(NamedTuple):
    """One step of the type scale: size in pixels at 100 %, and weight; a tuple, since it is looked up for each text."""

    pixels: int
    weight: int
    family: Family = Family.TEXT


CAPTION: Final = TypeStyle(11, 500)
CAPTION_STRONG: Final = TypeStyle(11, 600)
META: Final = TypeStyle(12, 400)
META_MEDIUM: Final = TypeStyle(12, 500)
META_STRONG: Final = TypeStyle(12, 600)
UI: Final = TypeStyle(13, 400)
UI_MEDIUM: Final = TypeStyle(13, 500)
UI_STRONG: Final = TypeStyle(13, 600)
READING: Final = TypeStyle(14, 400)
SHEET_TITLE: Final = TypeStyle(15, 600)
VIEW_TITLE: Final = TypeStyle(17, 600, Family.DISPLAY)
INCIDENT_TITLE: Final = TypeStyle(20, 600, Family.DISPLAY)
KEY_NUMBER: Final = TypeStyle(28, 600, Family.DISPLAY)
CODE: Final = TypeStyle(12, 400, Family.CODE)

TYPE_SCALE: Final = (
    CAPTION, CAPTION_STRONG, META, META_MEDIUM, META_STRONG, UI, UI_MEDIUM, UI_STRONG, READING, SHEET_TITLE,
    VIEW_TITLE, INCIDENT_TITLE, KEY_NUMBER, CODE,
)  # fmt: skip
