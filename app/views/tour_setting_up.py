"""The part of the tour for whoever sets a desk up, and for the end of a shift."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.services.first_steps.dto import FirstStep, FirstSteps
from app.views.dashboard.page import DashboardPage
from app.views.first_run.steps_strip import FirstStepsStrip
from app.views.handover.page import HandoverPage
from app.views.settings_page.backups.phrase_card import PhraseCard
from app.views.settings_page.frame import EditorFrame

if TYPE_CHECKING:
    from app.views.tour import Tour

_DONE: Final = frozenset({FirstStep.TEAM, FirstStep.HOURS})
_NEXT_STEP: Final = "Call back at nine"
_CTRL: Final = Qt.KeyboardModifier.ControlModifier


def show_setting_up(tour: "Tour") -> None:
    """Pictures of the first steps, of a pass phrase for backups, of messages, of the manual in the window."""
    tour.visit("queue", "is:open")
    _first_steps(tour)
    tour.act("window.help")
    tour.picture("help")
    tour.key(Qt.Key.Key_Escape)
    tour.visit("settings", "backups")
    for card in tour.program.window.findChildren(PhraseCard):
        card.set.click()
        tour.settle()
        _scroll(tour, card)
    tour.picture("encryption")
    tour.visit("settings", "appearance")
    _scroll(tour)
    tour.picture("messages")


def show_end_of_shift(tour: "Tour") -> None:
    """Pictures of a wait that is asked for, of the dashboard on the wall and as a table, of a sheet handed over."""
    tour.visit("incident", tour.liveliest().id)
    tour.act("incident.hold")
    tour.type("1")
    tour.picture("hold")
    tour.key(Qt.Key.Key_Escape)
    tour.visit("dashboard", "")
    tour.act("dashboard.table")
    tour.picture("dashboard_table")
    tour.act("dashboard.table")
    page = tour.program.window.page
    if isinstance(page, DashboardPage):
        page.show_wall()
        tour.settle()
        if page.wall is not None:
            tour.picture("wall", of=page.wall)
            page.wall.close()
    tour.program.frame.activateWindow()
    _hand_over(tour)


def _hand_over(tour: "Tour") -> None:
    tour.visit("handover", "")
    page = tour.program.window.page
    if not isinstance(page, HandoverPage):
        return
    for number in page.sheet.lines.bare():
        line = page.sheet.lines.row_of(number)
        if line is not None:
            line.step.setFocus()
            tour.type(_NEXT_STEP)
    tour.key(Qt.Key.Key_Return, _CTRL)
    # For ten seconds it can be taken back, and is not handed over.
    tour.wait(lambda: page.read.detail is not None)
    tour.picture("handover_read")


def _first_steps(tour: "Tour") -> None:
    for strip in tour.program.window.page.findChildren(FirstStepsStrip):
        strip.show_steps(FirstSteps(is_offered=True, done=_DONE))
        tour.picture("first_steps")
        strip.show_steps(FirstSteps())


def _scroll(tour: "Tour", part: PhraseCard | None = None) -> None:
    """To a part, or to the end."""
    for frame in tour.program.window.page.findChildren(EditorFrame):
        bar = frame.area.verticalScrollBar()
        if not frame.isVisible():
            continue
        if part is None:
            bar.setValue(bar.maximum())
        else:
            frame.area.ensureWidgetVisible(part, 0, 12)
    tour.settle()
