"""The part of the tour that is taken for the manual only: every view that the day does not lead through."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.retention import RetentionKind
from app.services.incidents.dto import NewIncident
from app.services.session import Session
from app.views.context import ViewContext
from app.views.incident.checklist_block import ChecklistBlock
from app.views.incident.page import IncidentPage
from app.views.incident.suggested import SuggestedBlock
from app.views.settings_page.exporting.section import ExportSection
from app.views.settings_page.quality.filling_card import FillingCard
from app.views.settings_page.retention.section import RetentionSection
from app.views.tour_doors import show_doors
from app.views.tour_help import show_writing_help
from app.views.tour_major import show_update
from app.views.tour_pictures import SECTIONS
from app.views.tour_running import show_running
from app.views.tour_setting_up import show_end_of_shift, show_setting_up
from app.views.tour_sheets import show_sheets

if TYPE_CHECKING:
    from app.views.tour import Tour

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_LINES_LESS: Final = 17
"""Presses that make the part on a picture a few lines high."""
_HAND_RESTS: Final = 600
"""Milliseconds after which whatever waits for the end of the typing has begun."""


def show_the_rest(tour: "Tour") -> None:
    """Pictures of everything that the day has not shown; the demo desk is left behind in the end."""
    _look_for_things(tour)
    _do_many_at_once(tour)
    _sort_what_arrived(tour)
    _take_suggestions(tour)
    _work_through_a_checklist(tour)
    _blur_a_screenshot(tour)
    show_writing_help(tour)
    _rank_by_risk(tour)
    _show_sections(tour)
    _fill_in_by_rule(tour)
    _keep_for_a_time(tour)
    _export(tour)
    show_setting_up(tour)
    show_end_of_shift(tour)
    show_running(tour)
    show_sheets(tour)
    tour.visit("queue", "is:open")
    tour.picture("contrast", look="high_{}")
    show_doors(tour)


def _look_for_things(tour: "Tour") -> None:
    tour.visit("queue", "is:open")
    _open_and_type(tour, "window.search", "vpn", "search")
    _open_and_type(tour, "window.palette", "assign", "palette")
    _open_and_type(tour, "window.shortcuts", "", "shortcuts")
    _open_and_type(tour, "window.notifications", "", "notifications")
    _open_and_type(tour, "list.filter", "service:", "filter_help")
    tour.visit("queue", "is:open priority:1,2")
    _open_and_type(tour, "list.save_view", "Urgent and open", "save_view")


def _do_many_at_once(tour: "Tour") -> None:
    tour.visit("queue", "is:open")
    for _ in range(4):
        tour.act("list.mark_next")
    tour.picture("bulk")
    tour.visit("queue", 'is:open "no wi-fi"')
    tour.act("list.mark_all")
    _open_and_type(tour, "incident.merge", "", "merge")
    tour.key(Qt.Key.Key_Escape)
    tour.visit("incident", tour.newest("is:open priority:1-2").id)
    _open_and_type(tour, "incident.accept_major", "", "major")
    show_update(tour)


def learn(tour: "Tour") -> None:
    """Have the desk learn as its window would some time after the start, which a tour does not wait for."""
    tour.ask(partial(_learned, tour.session))


def _learned(session: Session) -> int:
    # Imported here, because it brings scikit-learn along.
    from app.triage.desk_lessons import learn_from

    suggestions = session.desk.suggestions
    lessons = suggestions.lessons(session.actor)
    outcome = learn_from(lessons, suggestions.newest(session.actor), lambda _share: None)
    return session.desk.suggestion_work.keep(session.actor, len(lessons), outcome.figures, outcome.content or b"")


ARRIVED: Final = (
    "Printer on floor 3 prints blank pages", "VPN drops after two minutes at home", "Scanner at dock 2 is silent",
    "Bills of 40 customers show last year's tariff", "Screen stays black after the update",
)  # fmt: skip


def _sort_what_arrived(tour: "Tour") -> None:
    """Five calls of which nobody has said whose they are."""
    desk, actor = tour.session.desk, tour.session.actor
    caller = tour.ask(lambda: desk.people.search(actor, "nadia"))[0]
    for number, summary in enumerate(ARRIVED):
        new = NewIncident(desk.new_id(), summary, caller.id, impact=2 + number % 2, urgency=2)
        tour.ask(partial(desk.incidents.create, actor, new))
    tour.visit("triage", "")
    tour.rest(_HAND_RESTS)
    tour.picture("triage")


def _take_suggestions(tour: "Tour") -> None:
    tour.visit("queue", "is:open")
    tour.act("incident.new")
    tour.type("nadia")
    tour.key(Qt.Key.Key_Return)
    tour.type("Bills of 40 customers show last year's tariff")
    tour.rest(_HAND_RESTS)
    tour.picture("suggested")
    tour.key(Qt.Key.Key_Return, _CTRL)
    tour.visit("incident", tour.newest("is:open").id)
    tour.rest(_HAND_RESTS)
    _bring_into_view(tour, SuggestedBlock)
    tour.picture("alike")


def _rank_by_risk(tour: "Tour") -> None:
    tour.ask(partial(_reckoned, tour.session))
    tour.visit("queue", "is:open sort:-risk group:none")
    tour.rest(_HAND_RESTS)
    tour.picture("risk")


def _fill_in_by_rule(tour: "Tour") -> None:
    """A supervisor has services and groups filled in, and some calls come."""
    desk, actor = tour.session.desk, tour.session.actor
    tour.ask(partial(desk.suggestion_work.set_filling, actor, {"service_id": 0.9, "group_id": 0.8}))
    caller = tour.ask(lambda: desk.people.search(actor, "nadia"))[0]
    for summary in ("VPN drops after two minutes", "Printer on floor 2 prints blank pages", "No Wi-Fi in room 12"):
        tour.ask(partial(desk.incidents.create, actor, NewIncident(desk.new_id(), summary, caller.id)))
    tour.ask(partial(_filled, tour.session))
    tour.visit("settings", "quality")
    tour.rest(_HAND_RESTS)
    _bring_into_view(tour, FillingCard)
    tour.picture("filling")


def _reckoned(session: Session) -> int:
    """What the timers of a desk count every few minutes; imported here, because it brings the database along."""
    from app.services.suggestions.risks import reckon_risks

    return reckon_risks(session.desk.store)


def _filled(session: Session) -> int:
    # Imported here, because it brings numpy along.
    from app.triage.filling import Filler

    return Filler(session.desk.store).fill()


def _work_through_a_checklist(tour: "Tour") -> None:
    tour.visit("incident", tour.newest("is:open has:checklist").id)
    _bring_into_view(tour, ChecklistBlock)
    tour.picture("checklist")


def _blur_a_screenshot(tour: "Tour") -> None:
    """A picture of the window is pasted into a reply, and a part of it is made unreadable, by keys."""
    tour.visit("incident", tour.liveliest().id)
    tour.act("incident.reply")
    page = tour.program.window.page
    if not isinstance(page, IncidentPage):
        return
    bar = page.writing.composer.attachments
    tour.program.window.context.toasts.dismiss()
    bar.add_picture(tour.program.window.grab().toImage())
    tour.settle()
    bar.change(bar.files()[0])
    tour.settle()
    tour.key(Qt.Key.Key_2)
    for _ in range(_LINES_LESS):
        tour.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    tour.key(Qt.Key.Key_Return)
    tour.picture("screenshot")
    # The second time it goes, whatever was done.
    tour.key(Qt.Key.Key_Escape)
    tour.key(Qt.Key.Key_Escape)
    bar.clear()
    tour.settle()


def _show_sections(tour: "Tour") -> None:
    for section in SECTIONS:
        tour.visit("settings", section)
        tour.picture(f"settings_{section}")


def _bring_into_view(tour: "Tour", kind: type[QWidget]) -> None:
    """Scroll until the lower end of what is meant is seen."""
    for area in tour.program.window.page.findChildren(QScrollArea):
        for block in area.findChildren(kind):
            area.ensureWidgetVisible(block, 0, 12)
    tour.settle()


def _keep_for_a_time(tour: "Tour") -> None:
    """A rule that waits to begin, and another one that is looked at before it is set."""
    context: ViewContext = tour.program.window.context
    admin = context.desk.retention_admin
    admin.set_rule(context.actor, RetentionKind.NOTIFICATIONS, 6)
    tour.visit("settings", "retention")
    for section in tour.program.window.findChildren(RetentionSection):
        section.kinds[RetentionKind.FILES].propose(12)
    tour.picture("retention")
    admin.set_rule(context.actor, RetentionKind.NOTIFICATIONS, None)


def _export(tour: "Tour") -> None:
    """Export everything, and look at what is being done meanwhile."""
    tour.visit("settings", "export")
    context: ViewContext = tour.program.window.context
    with TemporaryDirectory(prefix="mainstay-export-") as folder:
        for section in tour.program.window.findChildren(ExportSection):
            section.export_into(Path(folder))
        tour.wait(lambda: not context.jobs.running())
        tour.visit("queue", "is:open")
        _open_and_type(tour, "window.jobs", "", "jobs")


def _open_and_type(tour: "Tour", action: str, text: str, name: str) -> None:
    """Open something over the window, type, keep a picture of it, and close it again."""
    tour.act(action)
    tour.type(text)
    tour.rest(_HAND_RESTS)
    tour.picture(name)
    tour.key(Qt.Key.Key_Escape)
