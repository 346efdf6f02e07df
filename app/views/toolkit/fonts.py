"""The bundled fonts, loaded once; every QFont is made once, because making one while painting is slow."""

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from app.domain.wording import tr
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
        raise FontsMissing(
            tr("These fonts of the installation cannot be loaded: {missing}.", missing=", ".join(missing))
        )
    _loaded.extend(sorted(found))


_Scripts = QFontDatabase.WritingSystem
_SUBSTITUTES: Final = (
    ("DejaVuSans.ttf", (_Scripts.Arabic, _Scripts.Hebrew, _Scripts.Armenian, _Scripts.Georgian)),
    (
        "DroidSansFallback.ttf",
        (_Scripts.SimplifiedChinese, _Scripts.TraditionalChinese, _Scripts.Japanese, _Scripts.Korean),
    ),
)
"""The fonts that documents are printed with beside Inter, and the scripts for which the window may need them."""


def load_substitutes() -> tuple[str, ...]:
    """Make fonts for scripts known that this computer has none for; returns their files.

    Not a part of `load_fonts`, because it is asked of all fonts of the system, and the first picture does not wait for
    that. What no font has, such as most emoji where the system has no font of them, Qt shows as a box with the code.
    """
    wanted = tuple(
        name for name, scripts in _SUBSTITUTES if any(not QFontDatabase.families(script) for script in scripts)
    )
    for name in wanted:
        QFontDatabase.addApplicationFont(str(resource_path("fonts", "print", name)))
    return wanted


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
