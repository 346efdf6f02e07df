"""Until when: usual moments by their numbers, or what somebody types, in one list."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.views.context import ViewContext
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option, narrowed, number_among
from app.views.widgets.typed_moments import how_to_type, moment_option


def ask_when(
    context: ViewContext, name: str, usual: Callable[[datetime], Sequence[Option]], parent: QWidget
) -> ChoicePopup:
    """A list of usual moments, told from now; a number alone means one of them, anything longer is a date or a time.

    So `2` and Enter takes the second, and `24.12.`, `2 h` or `14:30` can be typed.
    """

    def ask(text: str, answer: Answer) -> None:
        now = context.now()
        options = usual(now)
        if number_among(options, text):
            answer(options)
            return
        typed = moment_option(text, now, context.formats) if text.strip() else None
        found = narrowed(options, text)
        answer(found if typed is None else [typed, *found])

    return ChoicePopup(name, ask, parent, numbered=True, nothing=how_to_type(context.formats))
