"""Until when: usual moments by their numbers, or what somebody types, in one list."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from app.domain.snoozing import typed_pause
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.toolkit.formats import at_wall
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option, narrowed, number_among


def ask_when(
    context: ViewContext, name: str, usual: Callable[[datetime], Sequence[Option]], parent: QWidget
) -> ChoicePopup:
    """A list of usual moments, told from now; a number alone means one of them, anything longer is a date or a time.

    So `2` and Enter takes the second, and `2026-12-24`, `2 h` or `14:30` can be typed.
    """
    zone = context.formats.zone

    def ask(text: str, answer: Answer) -> None:
        now = context.now()
        options = usual(now)
        if number_among(options, text):
            answer(options)
            return
        typed = typed_pause(text, now.astimezone(zone).replace(tzinfo=None)) if text.strip() else None
        found = narrowed(options, text)
        if typed is not None:
            until = at_wall(typed, zone).astimezone(UTC)
            found = [Option(until, context.formats.full(until)), *found]
        answer(found)

    unfit = tr("No time to come. Write tomorrow 9, in 2 h, fri 14:30 or on 2026-12-24 8.")
    return ChoicePopup(name, ask, parent, numbered=True, nothing=unfit)
