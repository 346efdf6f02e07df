"""Languages that nobody speaks: longer than English by two fifths, or running from right to left.

They show what German hides: a text that is not translated, one that was said before the language was known, and room
that is too small for languages that need more of it.
"""

import re
from typing import Final

from PySide6.QtCore import QLocale, QTranslator

from app.views.toolkit.tongue import Tongue

_ACCENTS: Final = str.maketrans("AaBbCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz", "ÅåƁƀÇçÐđÉéĞğĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŦŧÛûŴŵÝýŽž")
_HEBREW: Final = str.maketrans(
    "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz",
    "אאבבגגדדההוופפזזחחטטייככללממננססעעפפצצקקררששתתאאבבגגדד"[:52],
)
_PLACEHOLDER: Final = re.compile(r"(\{\w*\})")
_PATTERN: Final = re.compile(r"(?:d|dd|ddd|MMM|MMMM|yyyy|HH:mm|[ .])+|\{day\} \{time\}|\{number\}..")
"""How dates are written, rather than words."""


def longer(text: str) -> str:
    """The text two fifths longer, in letters that one can still read: `[Ŧĥîš ŧéxŧ ~~]`."""
    pad = -(-len(_PLACEHOLDER.sub("", text)) * 2 // 5)
    filled = " ".join("~" * min(7, pad - start) for start in range(0, pad, 7))
    return _spaced(text, f"[{_worded(text.strip(), _ACCENTS)} {filled}]")


def mirrored(text: str) -> str:
    """The text in letters that run from right to left, as long as it was."""
    return _worded(text, _HEBREW)


def _worded(text: str, letters: dict[int, int]) -> str:
    return "".join(part if part.startswith("{") else part.translate(letters) for part in _PLACEHOLDER.split(text))


def _spaced(text: str, changed: str) -> str:
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{changed}{after}"


class _Pseudo(QTranslator):
    def __init__(self, *, right_to_left: bool) -> None:
        super().__init__()
        self._change = mirrored if right_to_left else longer

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return text if _PATTERN.fullmatch(text) else self._change(text)


def pseudo_tongue(*, right_to_left: bool) -> Tongue:
    """A language that has a word for everything; from right to left it counts as Hebrew, else as English."""
    locale = QLocale("he_IL") if right_to_left else QLocale("en_GB")
    return Tongue(_Pseudo(right_to_left=right_to_left), locale)
