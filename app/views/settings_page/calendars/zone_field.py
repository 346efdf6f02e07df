"""The time zone of a calendar: picked from all there are by typing a part of its name or its offset."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.widgets.choice_popup import Answer, Option, narrowed
from app.views.widgets.pick_field import PickField

_NOT_PLACES = ("Etc/", "SystemV/", "posix/", "right/", "US/")
_MOST = 60


def offset_words(zone: str, now: datetime) -> str:
    """How far a zone is from UTC at a moment: "UTC+01:00"; empty for a zone that does not exist."""
    try:
        offset = now.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@lru_cache(maxsize=4)
def zones(now: datetime) -> tuple[Option, ...]:
    """Every zone with a place in its name, and UTC; reads many small files, so it belongs on a lane."""
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(_NOT_PLACES))
    return tuple(Option(name, name.replace("_", " "), offset_words(name, now)) for name in [*names, "UTC"])


class ZoneField(QWidget):
    """`chosen` carries the IANA name."""

    chosen = Signal(str)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._zones: tuple[Option, ...] = ()
        self.field = PickField(tr("Time zone"), self._ask, icon="globe", framed=True)
        self.field.chosen.connect(lambda option: self.chosen.emit(str(option.value)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def show_zone(self, zone: str) -> None:
        """Show a zone with its distance from UTC today."""
        self.field.set_value(zone.replace("_", " "), hint=offset_words(zone, self._context.clock.now()))

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self.field.setEnabled(not fixed)

    def _ask(self, text: str, answer: Answer) -> None:
        if self._zones:
            answer(narrowed(self._zones, text.replace("_", " "))[:_MOST])
            return
        # The day is enough: an offset does not change while the list is open.
        now = self._context.clock.now().replace(hour=12, minute=0, second=0, microsecond=0)

        def come(found: tuple[Option, ...]) -> None:
            self._zones = found
            answer(narrowed(found, text.replace("_", " "))[:_MOST])

        self._context.background.read(lambda: zones(now), come, key=f"zones-{id(self)}")
