"""Putting incidents off, from wherever they are shown: until when is asked in a list, and there is a way back."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.views.asking_when import ask_when
from app.views.context import ViewContext
from app.views.incident.steps import quick_moments
from app.views.queue.acts import QueueActs
from app.views.widgets.choice_popup import ChoicePopup, Option


def open_snooze(
    context: ViewContext,
    incident_ids: Sequence[str],
    anchor: QWidget,
    done: Callable[[], None] = lambda: None,
    *,
    is_snoozed: bool = False,
) -> ChoicePopup:
    """Ask until when; `done` follows when it was done. `is_snoozed` offers to wake them as well."""
    acts, ids = QueueActs(context), tuple(incident_ids)

    def usual(now: datetime) -> list[Option]:
        moments = quick_moments(now, context.formats.zone)
        options = [Option(each.at.astimezone(UTC), each.label) for each in moments]
        return [*options, Option(None, tr("Wake it now"))] if is_snoozed else options

    def chosen(option: Option) -> None:
        until = option.value if isinstance(option.value, datetime) else None
        words = tr("awake again") if until is None else tr("snoozed until {when}", when=context.formats.full(until))
        desk, actor = context.desk, context.actor
        acts.run(ids, lambda: desk.incidents.snooze_many(actor, ids, until), words, "calendar-clock", done)

    name = tr("Snooze until: 1 to 5 and Enter, tomorrow 9, in 2 h, fri 14:30")
    popup = ask_when(context, name, usual, anchor)
    popup.chosen.connect(chosen)
    popup.open_at(anchor)
    return popup
