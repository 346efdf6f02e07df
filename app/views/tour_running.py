"""The part of the tour for whoever runs a desk: lists of what there is, a list brought in, work that is handed on."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.wording import tr
from app.views.settings_page.people.section import PeopleSection

if TYPE_CHECKING:
    from app.views.tour import Tour

_PEOPLE: Final = """Name,E-mail,Site,Group,Title
Ines Carvalho,ines.carvalho@alderbrook.example,Lisbon office,Service desk,Service desk agent
Nadia Okoro,nadia.okoro@alderbrook.example,,,Shift manager
Piet Aalders,piet.aalders@alderbrook.example,Atlantis,,Planner
"""
"""Somebody new, somebody who is known, and a site that is not."""


def show_running(tour: "Tour") -> None:
    """Pictures of the list of reviews, of the sheets of earlier shifts, and of people who come and go."""
    tour.visit("reviews", "")
    tour.picture("reviews")
    tour.visit("handover", "list")
    tour.picture("handovers")
    _bring_in(tour)
    _hand_on(tour)


def _bring_in(tour: "Tour") -> None:
    tour.visit("settings", "people")
    with TemporaryDirectory(prefix="mainstay-list-") as folder:
        path = Path(folder) / "people.csv"
        path.write_text(_PEOPLE, encoding="utf-8")
        for section in tour.program.window.findChildren(PeopleSection):
            section.importing.open_file(path)
            tour.settle()
            tour.picture("bring_in")
            if section.importing.page is not None:
                section.importing.page.left.emit()
    tour.settle()


def _hand_on(tour: "Tour") -> None:
    """Somebody leaves; nothing is agreed to."""
    desk, actor = tour.session.desk, tour.session.actor
    leaves = tour.ask(partial(desk.people.search, actor, "omar"))[0]
    tour.visit("settings", f"people/{leaves.id}")
    for section in tour.program.window.findChildren(PeopleSection):
        section.use.click()
        tour.settle()
        tour.press(tr("Remove, and move the work to…"))
        tour.type("maren")
        tour.key(Qt.Key.Key_Return)
        tour.picture("handing_on")
        section.mover.put_away()
