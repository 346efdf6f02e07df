"""Light, dark, high contrast or as the system has it: Fusion, a palette and a style sheet made from the token table."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.turns import Turns

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

    from app.views.toolkit.dressing import Wardrobe

ROUND: Final = ("system", "light", "dark")
"""What the key of the theme goes through; who needs high contrast chooses it once."""

MODES: Final = (*ROUND, "high_light", "high_dark")

AHEAD_MS: Final = 50
"""Between two pieces of what is dressed before anybody looks at it."""

_colours: dict[str, QColor] = {name: QColor(value) for name, value in tokens.LIGHT.items()}


def colour(token: str) -> QColor:
    """The colour that a token has now; ask again in every paint event, since the theme may have changed."""
    return _colours[token]


_lines = [tokens.lines_of(tokens.LIGHT)]


def lines() -> tokens.Lines:
    """How wide borders and rings are now."""
    return _lines[0]


_dresses = [0]


def dress_number() -> int:
    """A number that changes with the colours; pictures that are kept go by it."""
    return _dresses[0]


class Theme(QObject):
    """Dresses the application and follows the system; `changed` comes after everything wears the new colours.

    At first only the colours are known, which is all that the first picture needs; `wear` comes before the widgets.
    """

    changed = Signal()

    def __init__(self, application: QApplication, mode: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._mode = "system"
        self._table: dict[str, str] = {}
        self._worn = False
        self._steps: Iterator[None] | None = None
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._turn)
        self._ahead = Turns(self, AHEAD_MS)
        self._wardrobe: Wardrobe | None = None
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        application.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self.use(mode)

    def wear(self) -> None:
        """Dress the application in style, font, palette and style sheet, and keep it dressed; once is enough."""
        if self._worn:
            return
        self._worn = True
        self._application.setStyle("Fusion")
        self._application.setFont(font(tokens.UI))
        for _step in self._put_on():
            pass

    @property
    def mode(self) -> str:
        """What was chosen: one of `MODES`."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the window is dark now."""
        return self._table in (tokens.DARK, tokens.HIGH_DARK)

    def use(self, mode: str, *, at_once: bool = True) -> None:
        """Choose a mode; an unknown one means `system`, because a damaged setting must not keep the desk shut.

        With thousands of widgets it takes long for one turn of the window: so in some, where not `at_once`.
        """
        self._mode = mode if mode in MODES else "system"
        self._dress(at_once=at_once)

    def use_next(self) -> str:
        """Go from system to light to dark and round again; returns the new mode. High contrast goes to system."""
        place = ROUND.index(self._mode) if self._mode in ROUND else -1
        self.use(ROUND[(place + 1) % len(ROUND)], at_once=False)
        return self._mode

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """Everything is light for as long as something is drawn for paper; nobody sees it on the screen."""
        mode = self._mode
        self.use("light")
        try:
            yield
        finally:
            self.use(mode)

    def _follow_system(self) -> None:
        if self._mode == "system":
            self._dress(at_once=False)

    def _wanted(self) -> dict[str, str]:
        hints = self._application.styleHints()
        dark, high = self._mode.endswith("dark"), self._mode.startswith("high")
        if self._mode == "system":
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
            high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if high:
            return tokens.HIGH_DARK if dark else tokens.HIGH_LIGHT
        return tokens.DARK if dark else tokens.LIGHT

    def _dress(self, *, at_once: bool) -> None:
        table = self._wanted()
        if table is self._table:
            return
        self._finish()
        self._ahead.stop()
        self._table = table
        _colours.update((name, QColor(value)) for name, value in table.items())
        _lines[0] = tokens.lines_of(table)
        _dresses[0] += 1
        self._steps = self._put_on() if self._worn else iter(())
        if at_once:
            self._finish()
        else:
            self._turn()

    def _turn(self) -> None:
        if self._step():
            self._next_turn.start()
        elif self._wardrobe is not None:
            self._ahead.begin(self._wardrobe.dress_hidden())

    def _finish(self) -> None:
        self._next_turn.stop()
        while self._step():
            pass

    def _step(self) -> bool:
        """Whether more is to be done."""
        if self._steps is None:
            return False
        if next(self._steps, self) is None:
            return True
        self._steps = None
        self.changed.emit()
        return False

    def _put_on(self) -> Iterator[None]:
        # Imported here, because the first picture is painted without it.
        from app.views.toolkit.dressing import Wardrobe
        from app.views.toolkit.style_sheet import style_sheet

        if self._wardrobe is None:
            self._wardrobe = Wardrobe(self._application)
        yield from self._wardrobe.put_on(_palette(self._table), style_sheet(self._table))


def _palette(table: dict[str, str]) -> "QPalette":
    from PySide6.QtGui import QPalette

    role = QPalette.ColorRole
    palette = QPalette()
    for target, token in (
        (role.Window, "surface"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "raised"),
        (role.ToolTipBase, "toast"),
        (role.ToolTipText, "ontoast"),
        (role.PlaceholderText, "text3"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "onaccent"),
        (role.Highlight, "accentfill"),
        (role.HighlightedText, "onaccent"),
        (role.Accent, "accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "violet"),
        (role.Light, "raised"),
        (role.Midlight, "border"),
        (role.Mid, "border2"),
        (role.Dark, "control"),
        (role.Shadow, "border2"),
    ):
        palette.setColor(target, QColor(table[token]))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(table["off"]))
    return palette
