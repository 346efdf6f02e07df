"""The bundled fonts, loaded once; every QFont is made once, because making one while painting is slow."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from app.infra.resources import resource_path
from app.views.toolkit.tokens import Family, TypeStyle

FILES = (
    "Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf", "Inter-Italic.ttf",
    "InterDisplay-SemiBold.ttf", "InterDisplay-Bold.ttf", "JetBrainsMono-Regular.ttf",
)  # fmt: skip


class FontsMissing(RuntimeError):
    """No glyph could be drawn: without a font Qt paints a box for every letter and says nothing."""


_loaded: list[str] = []


def load_fonts() -> None:
    """Make the bundled families known to Qt; needs a QGuiApplication, and does nothing the second time.

    Raises FontsMissing when a family cannot be used, because the window would be unreadable.
    """
    if _loaded:
        return
    found: set[str] = set()
    for name in FILES:
        number = QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))
        found.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    missing = [family.value for family in Family if family.value not in found]
    if missing:
        raise FontsMissing(f"These fonts of the installation cannot be loaded: {', '.join(missing)}.")
    _loaded.extend(sorted(found))


@lru_cache(maxsize=128)
def font(style: TypeStyle, *, tabular: bool = False, italic: bool = False) -> QFont:
    """The font of a step of the type scale; `tabular` gives all digits one width, for numbers and times."""
    made = QFont([style.family.value, Family.TEXT.value])
    made.setPixelSize(style.pixels)
    made.setWeight(QFont.Weight(style.weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=128)
def metrics(style: TypeStyle, *, tabular: bool = False) -> QFontMetrics:
    """Measures of the same font, made once too."""
    return QFontMetrics(font(style, tabular=tabular))
