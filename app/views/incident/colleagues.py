"""Colleagues at the incident that is open: their initials in the head, and above the composer who is typing."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.domain.events import PresenceSeen
from app.domain.presence import Doing, Present, by_incident
from app.domain.wording import tr, trn
from app.views.incident.casework import Casework
from app.views.incident.composer import Composer
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import paint_avatar, paint_left, pen, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.presence_marks import TONES, said, shown
from app.views.toolkit.theme import colour
from app.views.toolkit.toast import announce
from app.views.widgets.marks import Mark, Pill

_CIRCLE = 24
_STEP = 30
_MOST = 3
_FADED = 0.5


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]


class Colleagues(Mark):
    """A circle for each with a ring that says what they do, and the same in words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Present, ...] = ()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_people(self, people: tuple[Present, ...]) -> None:
        """Show these."""
        self._people = people
        beside = [shown(_first(each.name), each.doing) for each in people[:_MOST]]
        more = len(people) - _MOST
        self._text = ", ".join([*beside, *([tr("{more} more", more=more)] if more > 0 else [])])
        self._show_as(said(people))
        self.setVisible(bool(people))

    def _words_left(self) -> int:
        return min(len(self._people), _MOST) * _STEP + 4

    def sizeHint(self) -> QSize:
        """Circles and words."""
        return QSize(self._words_left() + text_width(tokens.UI, self._text) + 4, _CIRCLE + 4)

    def minimumSizeHint(self) -> QSize:
        """The words may be cut, the circles may not."""
        return QSize(self._words_left(), _CIRCLE + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circles with their rings, then the words."""
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        for number, each in enumerate(self._people[:_MOST]):
            left = 2 + number * _STEP
            painter.setOpacity(_FADED if each.doing is Doing.AWAY else 1)
            paint_avatar(painter, left, middle, each.name, _CIRCLE)
            painter.setPen(pen(TONES[each.doing], 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left, middle - _CIRCLE / 2, _CIRCLE, _CIRCLE).adjusted(0.8, 0.8, -0.8, -0.8))
            if each.doing is Doing.TYPING:
                # Not by colour alone: whoever types has a pencil at their circle.
                painter.setPen(pen("surface", 1.5))
                painter.setBrush(colour("ambertint"))
                painter.drawEllipse(QRectF(left + _CIRCLE - 9, middle + 2, 12, 12))
                paint_icon(painter, "pencil", colour("amber"), left + _CIRCLE - 7, middle + 4, 8)
        painter.setOpacity(1)
        paint_left(painter, tokens.UI, "text2", QRectF(self._words_left(), 0, self.width(), self.height()), self._text)


class Company(QObject):
    """Shows who else is here, in the head and above the composer, and says it once when somebody begins to type."""

    def __init__(self, colleagues: Colleagues, composer: Composer, casework: Casework) -> None:
        super().__init__(composer)
        casework.loaded.connect(lambda detail: self._opened(detail.id))
        self._colleagues, self._composer = colleagues, composer
        self._everywhere: dict[str, tuple[Present, ...]] = {}
        self._incident_id = ""
        self._typing = ""
        self.pill = Pill("", "amber", "pencil")
        self.pill.hide()

    def _opened(self, incident_id: str) -> None:
        self._incident_id = incident_id
        self._show()

    def hear(self, event: PresenceSeen) -> None:
        """Somebody came, went or does something else."""
        self._everywhere = by_incident(event.people)
        self._show()

    def _show(self) -> None:
        here = self._everywhere.get(self._incident_id, ())
        self._colleagues.show_people(here)
        names = [each.name for each in here if each.doing is Doing.TYPING]
        typing = (
            trn("{names} is typing", "{names} are typing", len(names), names=tr(" and ").join(names[:2]))
            if names
            else ""
        )
        self.pill.setVisible(bool(typing))
        if typing:
            self.pill.set_text(typing, "amber", "pencil")
        self._composer.send_anyway("colleague", holds=bool(typing))
        if typing and typing != self._typing:
            announce(self._composer, typing)
        self._typing = typing
