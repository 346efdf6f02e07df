"""Buttons that are painted from the tokens, with an icon, a key hint and a focus ring."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.cut_text import tell_whole
from app.views.toolkit.enter_presses import EnterPresses, is_enter, press_by_enter
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.kept_clear import keep_clear
from app.views.toolkit.key_caps import caps_of, follow_single_keys
from app.views.toolkit.marks import fill_rounded, keys_width, paint_focus_ring, paint_keys, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets import leading

_LOOKS = {
    # kind: (fill, fill under the pointer, edge, ink, ink of the key cap, fill of the key cap)
    "primary": ("accentfill", "accentdown", None, "onaccent", "onaccent", "accentdown"),
    "secondary": ("surface", "hover", "border2", "text", "text2", None),
    "ghost": (None, "hover", None, "text2", "text2", None),
    "link": (None, "hover", None, "accent", "text2", None),
    "danger": ("redfill", "redfill", None, "onred", "onred", "redfill"),
}
_DOES_IT = {"primary", "danger"}
_PADDING = 12
_LINK_PADDING = 4
"""A link has no box at rest, so what is seen of it stands near to the edge that others keep."""
_GAP = 7
_ICON = 16


class Button(QPushButton):
    """A push button of one of five kinds: `primary` (one a page), `secondary`, `ghost`, `link`, `danger`.

    `keys` is shown as a key cap and spoken; the shortcut itself belongs to the action registry.
    """

    def __init__(
        self,
        text: str,
        *,
        kind: str = "secondary",
        icon: str | None = None,
        keys: str = "",
        height: int = Size.BUTTON,
        menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = ""
        self.set_kind(kind)
        self._padding = _LINK_PADDING if kind == "link" else _PADDING
        self._icon = icon
        self._wanted_keys, self._keys = keys, ""
        self._keys_shown = self._words_shown = True
        self._height = height
        self._menu = menu
        self._left_aligned = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        follow_single_keys(self, keys)

    def take_keys(self) -> None:
        """Show and speak the key as long as it does something."""
        self._keys = caps_of(self._wanted_keys)
        self.setAccessibleDescription(tr("Key: {keys}", keys=self._keys) if self._keys else "")
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Change the kind, as when a segment becomes the chosen one."""
        if kind == self._kind:
            return
        self._kind, self._look, self._is_filled = kind, _LOOKS[kind], kind in _DOES_IT
        if self._is_filled:
            keep_clear(self)
        self._note()
        self.update()

    def lead(self, rank: int = 0) -> None:
        """Be `primary` as long as no other button of the page is filled, and `secondary` meanwhile.

        Of two that lead the one of the higher rank is filled; one below 0 is `secondary` always.
        """
        leading.lead(self, rank)

    def take_lead(self, *, leads: bool) -> None:
        """Be filled again, or leave that to another one."""
        self.set_kind("primary" if leads else "secondary")

    @property
    def is_filled(self) -> bool:
        """Whether it has the colour of what does something."""
        return self._is_filled

    def _note(self) -> None:
        leading.note(self, is_filled=self._is_filled and self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        """What is filled and comes into sight takes the colour of the page."""
        super().showEvent(event)
        self._note()

    def hideEvent(self, event: QHideEvent) -> None:
        """What goes leaves it to the one that leads."""
        super().hideEvent(event)
        self._note()

    def set_icon(self, icon: str | None) -> None:
        """Change the icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def show_keys(self, *, shown: bool) -> None:
        """Paint the key cap, or leave it out where room is short; it is spoken all the same."""
        if shown != self._keys_shown:
            self._keys_shown = shown
            self.updateGeometry()
            self.update()

    def show_words(self, *, shown: bool) -> None:
        """Paint its words beside the icon, or the icon alone where room is short; they are spoken all the same."""
        if not shown:
            self.setToolTip(self.text())
        if shown != self._words_shown:
            self._words_shown = shown
            if shown:
                self.setToolTip("")
            self.updateGeometry()
            self.update()

    def words_width(self) -> int:
        """How many pixels narrower it is without its words; 0 where there is no icon that could do without."""
        return text_width(tokens.UI_MEDIUM, self.text()) + _GAP if self._icon and self.text() else 0

    def width_with_words(self) -> int:
        """How wide it is with its words, shown or not."""
        return self.sizeHint().width() + (0 if self._words_shown else self.words_width())

    def fill_width(self) -> None:
        """Take the whole width, with the text at the left and the key at the right."""
        self._left_aligned = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as icon, text and key need."""
        words = self.text() if self._words_shown else ""
        width = 2 * self._padding + text_width(tokens.UI_MEDIUM, words)
        width += (_ICON + (_GAP if words else 0)) if self._icon else 0
        width += keys_width(self._keys) + 4 if self._keys and self._keys_shown else 0
        width += 14 + _GAP if self._menu else 0
        return QSize(width, self._height)

    def minimumSizeHint(self) -> QSize:
        """Text is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it; the rest is for the button."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A text that has no room is told whole by the tool tip."""
        super().resizeEvent(event)
        if self._words_shown:
            tell_whole(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, icon, text, key."""
        painter = painter_on(self)
        fill, under, edge, ink, key_ink, key_fill = self._look
        box = QRectF(self.rect())
        live = self.isEnabled()
        pressed = self.isDown() or self.isChecked()
        if live:
            fill_rounded(painter, box, Size.RADIUS_CONTROL, under if self.underMouse() or pressed else fill, edge)
        else:
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "raised", "border")
            ink = key_ink = "off"
        self._paint_content(painter, box, ink, key_ink, key_fill if live else None)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL, ink if self._is_filled else None)

    def _paint_content(self, painter: QPainter, box: QRectF, ink: str, key_ink: str, key_fill: str | None) -> None:
        middle = box.center().y()
        left = box.left() + self._padding
        if not self._left_aligned:
            left = max(left - 4, box.left() + (box.width() - self.sizeHint().width()) / 2 + self._padding)
        if self._icon:
            paint_icon(painter, self._icon, colour(ink), left, middle - _ICON / 2, _ICON)
            left += _ICON + _GAP
        right = box.right() - self._padding
        if self._menu:
            paint_icon(painter, "chevron-down", colour(ink), right - 14, middle - 7, 14)
            right -= 14 + _GAP
        if self._keys and self._keys_shown:
            right = paint_keys(painter, right + 4, middle, self._keys, ink=key_ink, fill=key_fill) - 4
        style = tokens.UI_STRONG if self._look is _LOOKS["primary"] and self._left_aligned else tokens.UI_MEDIUM
        if self._words_shown:
            paint_left(painter, style, ink, QRectF(left, box.top(), right - left + 4, box.height()), self.text())


def fit_words(buttons: Iterable[Button], room: int) -> None:
    """Have buttons in a row of so many pixels show their words, or the first of them their icons alone."""
    row = list(buttons)
    needed = sum(button.width_with_words() for button in row)
    for button in row:
        gives = needed > room and button.words_width() > 0
        needed -= button.words_width() if gives else 0
        button.show_words(shown=not gives)


class OpeningButton(Button):
    """A button that stands for a thing and shows it, by Enter also where the page has a use for that key."""

    def event(self, event: QEvent) -> bool:
        """Enter is decided here, whatever the page does with it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_enter(event):
            event.accept()
            return True
        return super().event(event)


class IconButton(EnterPresses):
    """A square button with an icon only; `name` is what it says to those who cannot see it, and its tool tip."""

    def __init__(
        self, icon: str, name: str, *, size: int = Size.BUTTON, ink: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._ink = ink
        self._begins = (size - 16) / 2
        self.setFixedSize(size, size)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_icon(self, icon: str, name: str) -> None:
        """Change what it shows and what it is called."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon, on a tint under the pointer."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked()):
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "hover")
        ink = colour(self._ink if self.isEnabled() else "offmark")
        paint_icon(painter, self._icon, ink, self._begins, (self.height() - 16) / 2)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)
