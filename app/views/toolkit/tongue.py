"""Every word that the window shows passes here, in English, and comes out in the language of the reader.

The English text is the key of its translation, so a view reads as what it shows, and a text that nobody has translated
is shown as it was written. All texts share one context: the same words mean the same on every page of this window.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

CONTEXT: Final = "Mainstay"


def tr(text: str, /, **values: object) -> str:
    """Give a text in the language of the reader, with `{name}` replaced by the value of that name.

    The text must be a literal, because it is collected from the source; values are put in after it was translated.
    """
    shown = QCoreApplication.translate(CONTEXT, text)
    return shown.format(**values) if values else shown


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """Give a text about a number of things: `one` for a single one, `many` otherwise, `{n}` for the number.

    A translation belongs to `many` and has as many forms as its language has, as Qt chooses them by the number; where
    there is none, English chooses between the two. The number is written as the reader's country writes numbers.
    """
    shown = QCoreApplication.translate(CONTEXT, many, None, count)
    if shown == many and count == 1:
        shown = one
    return shown.format(n=QLocale().toString(count), **values)
