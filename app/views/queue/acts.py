"""What the list does to incidents by itself: take them, take that back, copy their numbers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QApplication

from app.domain.errors import DeskError
from app.domain.numbers import incident_number
from app.services.incidents.queue_dto import QueueRow
from app.views.context import ViewContext
from app.views.toolkit.toast import ToastAction


class QueueActs:
    """Runs the commands on the write lane and tells what happened in a toast with a way back."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._copied: tuple[str, int] = ("", 0)

    def take(self, rows: list[QueueRow]) -> None:
        """Assign the incidents to the person at the window."""
        me = self._context.actor.person_id
        others = [row for row in rows if row.assignee_id != me]
        if not others:
            self._context.toasts.show("It is yours already" if len(rows) == 1 else "They are yours already")
            return
        self._assign([(row.id, row.assignee_id, me) for row in others], partial(self._taken, others))

    def _assign(self, changes: Sequence[tuple[str, str | None, str | None]], done: "partial[None]") -> None:
        from app.services.incidents.dto import FieldEdit

        desk, actor = self._context.desk, self._context.actor

        def work() -> list[str]:
            refused = []
            for incident_id, before, after in changes:
                try:
                    desk.incidents.edit(actor, incident_id, {"assignee_id": FieldEdit(before, after)})
                except DeskError as error:
                    if len(changes) == 1:
                        raise
                    refused.append(str(error))
            return refused

        self._context.background.write(work, done, self._context.toasts.say_error)

    def _taken(self, rows: list[QueueRow], refused: list[str]) -> None:
        me = self._context.actor.person_id
        back = [(row.id, me, row.assignee_id) for row in rows]
        undo = ToastAction("Undo", lambda: self._assign(back, partial(self._untaken, rows)), "Ctrl+Z")
        what = incident_number(rows[0].number) if len(rows) == 1 else f"{len(rows) - len(refused)} incidents"
        text = f"{what} assigned to you"
        if refused:
            text += f", {len(refused)} not: {refused[0]}"
        self._context.toasts.show(text, undo, icon="user-plus")

    def _untaken(self, rows: list[QueueRow], refused: list[str]) -> None:
        text = "The assignment was taken back" if not refused else f"Not taken back: {refused[0]}"
        self._context.toasts.show(text if len(rows) == 1 else f"{text} ({len(rows)} incidents)", icon="undo-2")

    def copy(self, rows: list[QueueRow]) -> None:
        """Copy the number; the same again adds the short description."""
        if not rows:
            return
        key = ",".join(row.id for row in rows)
        times = self._copied[1] + 1 if self._copied[0] == key else 1
        self._copied = (key, times)
        whole = times % 2 == 0
        lines = [
            f"{incident_number(row.number)} {row.short_description}" if whole else incident_number(row.number)
            for row in rows
        ]
        QApplication.clipboard().setText("\n".join(lines))
        self._context.toasts.show(f"Copied {lines[0] if len(lines) == 1 else f'{len(lines)} numbers'}", icon="copy")
