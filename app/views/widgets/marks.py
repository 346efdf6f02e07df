"""The painted marks as widgets of their own, each with an accessible name that equals what it shows."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.wording import tr
from app.views.toolkit import marks
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.key_caps import caps_of, follow_single_keys
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import META_MEDIUM, UI, Size

_LEAST_PILL = 64


class Mark(QWidget):
    """A small fixed-size picture of a value; subclasses say how wide it is and paint it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _show_as(self, spoken: str) -> None:
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than it is drawn."""
        return self.sizeHint()


class PriorityBadge(Mark):
    """`P1` to `P4`."""

    def __init__(self, priority: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_priority(priority)

    def set_priority(self, priority: int) -> None:
        """Show this priority."""
        self._priority = priority
        self._show_as(tr("Priority {priority}", priority=priority))

    def sizeHint(self) -> QSize:
        """The size of the badge."""
        return QSize(Size.BADGE_WIDTH, Size.BADGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The badge."""
        marks.paint_priority(painter_on(self), 0, self.height() / 2, self._priority)


class StatusGlyph(Mark):
    """The 14-pixel glyph of a state."""

    def __init__(self, state: str = "new", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: str) -> None:
        """Show this state."""
        self._state = state
        self._show_as(marks.state_look(state).label)

    def sizeHint(self) -> QSize:
        """The size of the glyph."""
        return QSize(Size.GLYPH + 2, Size.GLYPH + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The glyph."""
        marks.paint_state(painter_on(self), 1, self.height() / 2, self._state)


class StatePill(Mark):
    """The glyph and the name of a state on its tint."""

    def __init__(self, state: str = "new", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: str, detail: str = "") -> None:
        """Show this state, with a detail such as what it waits for."""
        self._state = state
        look = marks.state_look(state)
        self._text = f"{look.label} · {detail}" if detail else look.label
        self._show_as(self._text)

    def sizeHint(self) -> QSize:
        """As wide as the text needs."""
        return QSize(marks.pill_width(self._text, "glyph"), Size.PILL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pill, glyph, text."""
        painter = painter_on(self)
        box, tone = QRectF(self.rect()), marks.state_look(self._state).tone
        marks.fill_rounded(painter, box, Size.PILL / 2, f"{tone}tint")
        marks.paint_state(painter, marks.PILL_PADDING, box.center().y(), self._state)
        left = marks.PILL_PADDING + Size.GLYPH + marks.PILL_GAP
        marks.paint_left(painter, META_MEDIUM, tone, box.adjusted(left, 0, 0, 0), self._text)

    def minimumSizeHint(self) -> QSize:
        """Cut where room is short; the tool tip says it whole."""
        return QSize(min(_LEAST_PILL, self.sizeHint().width()), Size.PILL)


class Pill(Mark):
    """Text on a tint: `tone` is one of the tokens' tones."""

    def __init__(self, text: str, tone: str = "slate", icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_text(text, tone, icon)

    def set_text(self, text: str, tone: str = "slate", icon: str | None = None) -> None:
        """Show this text."""
        self._text, self._tone, self._icon = text, tone, icon
        self._show_as(text)

    def sizeHint(self) -> QSize:
        """As wide as the text needs."""
        return QSize(marks.pill_width(self._text, self._icon), Size.PILL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill."""
        shown = marks.fitting(META_MEDIUM, self._text, self.width() - marks.pill_width("", self._icon))
        marks.paint_pill(painter_on(self), 0, self.height() / 2, shown, self._tone, self._icon)

    def minimumSizeHint(self) -> QSize:
        """Cut where room is short; the tool tip says it whole."""
        return QSize(min(_LEAST_PILL, self.sizeHint().width()), Size.PILL)


class Avatar(Mark):
    """A person's initials; nobody is a dashed ring."""

    def __init__(self, name: str | None = None, size: int = Size.AVATAR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.set_name(name)

    def set_name(self, name: str | None) -> None:
        """Show this person."""
        self._name = name
        self._show_as(name or tr("Nobody"))

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circle."""
        marks.paint_avatar(painter_on(self), 0, self.height() / 2, self._name, self._size)


class KeyHint(Mark):
    """Key caps such as `Ctrl K`."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._show_as(keys.replace("+", tr(" plus ")))
        follow_single_keys(self, keys)

    def take_keys(self) -> None:
        """Stand there as long as the keys do something."""
        if not caps_of(self._keys):
            self.hide()
        elif self.parentWidget() is not None:
            # Without a parent it would be a window of its own.
            self.show()

    def sizeHint(self) -> QSize:
        """As wide as the caps need."""
        return QSize(marks.keys_width(self._keys), 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The caps."""
        marks.paint_keys(painter_on(self), self.width() - 1, self.height() / 2, self._keys, ink="text2", fill=None)


class Symbol(Mark):
    """One icon that stands beside text and says `name` to those who cannot see it."""

    def __init__(self, icon: str, name: str, ink: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._icon, self._ink, self._size = icon, ink, size
        self._show_as(name)

    def set_icon(self, icon: str, name: str, ink: str) -> None:
        """Show another icon."""
        self._icon, self._ink = icon, ink
        self._show_as(name)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon."""
        paint_icon(painter_on(self), self._icon, colour(self._ink), 0, (self.height() - self._size) / 2, self._size)


class Swatch(Mark):
    """A small square that tells groups apart beside their names."""

    def __init__(self, token: str, name: str) -> None:
        super().__init__()
        self._token = token
        self._show_as(name)

    def sizeHint(self) -> QSize:
        """Room for one line of text."""
        return QSize(16, UI.pixels + 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The square."""
        marks.fill_rounded(painter_on(self), QRectF(4, self.height() / 2 - 4, 8, 8), 2, self._token)
