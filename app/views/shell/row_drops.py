"""Incidents that are dropped on a line of the side bar are reassigned, as `A`, `Shift+A` and `I` do by key."""

from typing import TYPE_CHECKING

from app.domain.wording import tr
from app.views.queue.acts import words_for

if TYPE_CHECKING:
    from app.views.main_window import MainWindow


def take_drops(window: "MainWindow") -> None:
    """Have the lines of the side bar take incidents; the toast offers the way back."""

    def dropped(ids: tuple[str, ...], line: str, group: str) -> None:
        acts = window.queue.acts
        if line == "mine":
            acts.take(ids, [row for row in window.queue.marks.chosen_rows() if row.id in ids])
        elif line == "unassigned":
            acts.change(ids, {"assignee_id": None}, words_for("assignee_id", tr("Unassigned")))
        else:
            acts.change(ids, {"group_id": line}, words_for("group_id", group))

    window.sidebar.dropped.connect(dropped)
