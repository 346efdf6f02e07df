"""The part of the tour that shows what the desk has written down, and what lies behind its incidents."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from app.views.tour import Tour


def show_knowledge(tour: "Tour") -> None:
    """Pictures of an article among the others, and of one that is being written."""
    session = tour.session
    article = tour.ask(lambda: session.desk.knowledge.by_number(session.actor, 4))
    tour.visit("knowledge", article or "")
    tour.picture("knowledge")
    tour.act("knowledge.edit")
    tour.picture("knowledge_edit", sizes=((1440, 900),))
    tour.key(Qt.Key.Key_Escape)


def show_handover(tour: "Tour") -> None:
    """A picture of the sheet that is handed over at the end of the shift."""
    tour.visit("handover", "")
    tour.picture("handover")


def show_problems(tour: "Tour") -> None:
    """Pictures of all problems, and of one that is a known error."""
    session = tour.session
    tour.visit("problems", "")
    tour.picture("problems")
    problem = tour.ask(lambda: session.desk.problems.by_number(session.actor, 1))
    tour.visit("problems", problem or "")
    tour.picture("problem")
