"""The part of the tour through what opens over a view or in its place: sheets, strips, what is asked before an act."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.wording import tr
from app.services.incidents.dto import NewIncident
from app.services.server.dto import Outcome
from app.services.session import Session
from app.views.connect.new_password import NewPasswordPage
from app.views.connect.page import ConnectPage
from app.views.incident.page import IncidentPage
from app.views.safekeeping import RestorePage
from app.views.settings_page.catalogue.merge_card import MergeCard
from app.views.suggestions.burst_strip import BurstStrip
from app.views.tour_windows import show_windows

if TYPE_CHECKING:
    from app.views.tour import Tour

_ALIKE: Final = 6
"""Incidents of one kind within an hour: one more than a burst needs."""
_BACKUP: Final = Path("/home/priya/Backups/desk-2026-11-29T18-00-00Z.sqlite")
_DONE, _ALL = 3_120, 4_800
_FIRST: Final = "correct-horse-battery-staple"
_ADDED: Final = "\n\n## When it comes back\n\nRestart the client once. Still there? Escalate to the network team."


def show_sheets(tour: "Tour") -> None:
    """Pictures of sheets over the queue, an incident, an article and the settings."""
    tour.visit("queue", "is:open")
    tour.act("list.column_order")
    tour.picture("columns")
    tour.key(Qt.Key.Key_Escape)
    _find(tour)
    _look_at_a_file(tour)
    _compare_versions(tour)
    _merge_categories(tour)
    _see_a_burst(tour)
    show_windows(tour)


def show_more_doors(tour: "Tour") -> None:
    """Pictures of a password of one's own, and of a backup that is put in the place of the desk."""
    password, restore = NewPasswordPage(""), RestorePage(_BACKUP)
    restore.show_progress(_DONE, _ALL)
    for page, name in ((password, "new_password"), (restore, "restore")):
        tour.program.window.show_instead(page)
        tour.settle()
        tour.picture(name)
        tour.program.window.show_desk()
        page.deleteLater()
    tour.settle()


def show_set_up(tour: "Tour", page: ConnectPage) -> None:
    """A picture of a server that was empty and holds a desk now."""
    page.begin_set_up()
    page.show_set_up(Outcome("servicedesk", "servicedesk_u_priya", _FIRST))
    tour.settle()
    tour.picture("set_up")
    page.end_set_up()


def _find(tour: "Tour") -> None:
    tour.visit("incident", tour.liveliest().id)
    tour.act("list.filter")
    tour.type("the")
    tour.picture("find")
    tour.key(Qt.Key.Key_Escape)


def _look_at_a_file(tour: "Tour") -> None:
    incident_id = tour.newest("has:attachment").id
    tour.visit("incident", incident_id)
    page, session = tour.program.window.page, tour.session
    detail = tour.ask(lambda: session.desk.incident.detail(session.actor, incident_id))
    if isinstance(page, IncidentPage):
        page.timeline.file_wanted.emit(next(file for entry in detail.journal for file in entry.attachments))
        tour.settle()
        tour.picture("file")
        tour.key(Qt.Key.Key_Escape)


def _compare_versions(tour: "Tour") -> None:
    article = tour.ask(partial(_written_on, tour.session))
    tour.visit("knowledge", article)
    tour.act("knowledge.newer")
    tour.act("knowledge.compare")
    tour.picture("article_versions")


def _written_on(session: Session) -> str:
    """An article that somebody adds a part to."""
    desk, actor = session.desk, session.actor
    article_id = desk.knowledge.by_number(actor, 4) or ""
    found = desk.knowledge.detail(actor, article_id)
    more = replace(found.text, body=f"{found.text.body}{_ADDED}")
    desk.knowledge_work.write(actor, article_id, more, seen=found.shown_version)
    return article_id


def _merge_categories(tour: "Tour") -> None:
    """What would go over is said before it does; nothing is merged."""
    session = tour.session
    lines = tour.ask(lambda: session.desk.catalogue.categories(session.actor))
    one, other = [line.id for line in lines if line.parent_id is None and line.open_incidents][:2]
    tour.visit("settings", f"categories/{one}")
    for card in tour.program.window.page.findChildren(MergeCard):
        if card.isVisible():
            card.look(other)
            tour.settle()
            tour.picture("merge_category")
            tour.press(tr("Leave it"))


def _see_a_burst(tour: "Tour") -> None:
    desk, actor = tour.session.desk, tour.session.actor
    caller = tour.ask(lambda: desk.people.search(actor, "nadia"))[0]
    new = NewIncident("", "", caller.id)
    for number in range(1, _ALIKE + 1):
        each = replace(new, id=desk.new_id(), short_description=f"Wi-Fi in the canteen is gone, table {number}")
        tour.ask(partial(desk.incidents.create, actor, each))
    tour.visit("queue", "is:open")
    for strip in tour.program.window.page.findChildren(BurstStrip):
        strip.look()
    tour.settle()
    tour.picture("burst")
