"""The part of the tour in which a server on this computer helps to write: what is sent, what comes, and the mark."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.infra.lanes import Lane
from app.services.session import Session
from app.services.writing_help.dto import HelpSettings
from app.views.settings_page.writing_help.section import WritingHelpSection
from app.views.writing_help.sheet import HelpSheet

if TYPE_CHECKING:
    from app.views.tour import Tour

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_WORDS: Final = (
    "Hello,\n\nthank you for your patience. We have found the cause and are working on it. You can go on with your work"
    " meanwhile; we write again as soon as it is solved, and at the latest this afternoon."
)


def show_writing_help(tour: "Tour") -> None:
    """Pictures of the sheet, of the marked draft, and of the settings after a test; switched off again in the end."""
    # Imported here, because most tours ask no server.
    from app.channels.writing_help.rehearsal import Rehearsal

    server = Rehearsal(_WORDS)
    # No answer is awaited of it, or the tour would wait for it with everything that it waits for.
    serving = tour.program.window.context.background.lanes.submit(Lane.OUTSIDE, server.serve)
    try:
        tour.ask(partial(_set_up, tour.session, HelpSettings(True, server.address, server.models[0])))
        _draft(tour)
        _try_out(tour)
        tour.ask(partial(_set_up, tour.session, HelpSettings()))
    finally:
        server.shutdown()
        serving.result()


def _draft(tour: "Tour") -> None:
    tour.visit("incident", tour.liveliest().id)
    tour.act("incident.help_reply")
    tour.wait(lambda: bool(_sheets(tour)))
    tour.picture("writing_help")
    sheet = _sheets(tour)[0]
    tour.key(Qt.Key.Key_Return, _CTRL)
    tour.wait(lambda: not sheet.asking.is_running and bool(sheet.answer.toPlainText()))
    tour.picture("writing_help_written")
    tour.key(Qt.Key.Key_Return, _CTRL)
    tour.picture("writing_help_marked")


def _try_out(tour: "Tour") -> None:
    tour.visit("settings", "writing_help")
    for section in tour.program.window.findChildren(WritingHelpSection):
        section.trial.button.click()
        tour.wait(partial(_is_tried, section))
        bar = section.frame.area.verticalScrollBar()
        tour.picture("settings_writing_help")
        bar.setValue(bar.maximum())
        tour.picture("writing_help_tried")


def _is_tried(section: WritingHelpSection) -> bool:
    return not section.trial.is_running and len(section.trial.marks()) == len(section.trial.rows)


def _sheets(tour: "Tour") -> list[HelpSheet]:
    return [sheet for sheet in tour.program.window.findChildren(HelpSheet) if sheet.isVisible()]


def _set_up(session: Session, wanted: HelpSettings) -> HelpSettings:
    return session.desk.writing_help_work.set_up(session.actor, wanted)
