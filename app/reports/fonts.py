"""The typefaces of printed reports: which there are, which characters they hold, how wide those are."""

import threading
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.infra.resources import resource_path


class Face(StrEnum):
    """One font file of `resources/fonts/print`, by its file name."""

    REGULAR = "Inter-Regular"
    MEDIUM = "Inter-Medium"
    SEMIBOLD = "Inter-SemiBold"
    BOLD = "Inter-Bold"
    ITALIC = "Inter-Italic"
    DISPLAY_SEMIBOLD = "InterDisplay-SemiBold"
    DISPLAY_BOLD = "InterDisplay-Bold"
    DEJAVU = "DejaVuSans"  # holds what Inter lacks: Arabic, Hebrew, Armenian, Georgian, symbols
    DROID = "DroidSansFallback"  # Chinese, Japanese, Korean


# Where a character is looked for that the wanted face lacks, in this order.
FALLBACKS = (Face.DEJAVU, Face.DROID)


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """What the line breaker must know of a face; widths are in em, so times the font size gives points."""

    widths: dict[str, float]
    characters: AbstractSet[str]

    def width(self, text: str, size: float) -> float:
        """The width of `text` in points; every character must be one of `characters`."""
        return sum(map(self.widths.__getitem__, text)) * size


_registering = threading.Lock()


@cache
def metrics(face: Face) -> FaceMetrics:
    """The metrics of a face, which is made known to reportlab on the way."""
    # Two reports may be built at once, and a face that is registered twice loses its place in the first one.
    with _registering:
        if face.value not in pdfmetrics.getRegisteredFontNames():
            # Reports never load anything by an address; this keeps it so if somebody brings Paragraphs in.
            rl_config.trustedSchemes = []
            rl_config.trustedHosts = []
            # Streams stay binary: a fifth smaller, and every reader of the last decades takes them.
            rl_config.useA85 = 0
            path = resource_path("fonts", "print", f"{face.value}.ttf")
            pdfmetrics.registerFont(TTFont(face.value, str(path)))
        font = pdfmetrics.getFont(face.value).face
    # Fonts hold empty glyphs for control and formatting characters, which would make those vanish.
    letters = {chr(code): code for code in font.charToGlyph if code in font.charWidths}
    widths = {
        letter: font.charWidths[code] / 1000
        for letter, code in letters.items()
        if unicodedata.category(letter) not in {"Cc", "Cf"}
    }
    return FaceMetrics(widths, widths.keys())
