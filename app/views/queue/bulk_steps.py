"""Having every selected incident take a step of the lifecycle; what the step demands is asked one after the other."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QMenu, QWidget

from app.domain.checklists import LeftOpen
from app.domain.lifecycle import Step
from app.domain.vocabulary import HoldReason, ResolutionCode, State
from app.domain.wording import inside, tr
from app.views.kept_line import KeptLine
from app.views.steps_left import ask_left
from app.views.widgets.choice_popup import Answer, Ask, ChoicePopup, Option, by_letter, listed

if TYPE_CHECKING:
    from app.views.queue.page import QueuePage

_REASONS: Final = tuple(Option(reason, reason.label) for reason in HoldReason)
"""What can be waited for. A question to the caller is each caller's own, so that many cannot wait for it."""

_CODES: Final = tuple(Option(code.value, code.label) for code in ResolutionCode)
_WAITS: Final = ((tr("Until tomorrow"), 1), (tr("For three days"), 3), (tr("For a week"), 7), (tr("For a month"), 30))
_MORNING: Final = time(9)


class BulkSteps:
    """Fills the status menu; each line asks what it needs and then acts on what is selected."""

    def __init__(self, page: "QueuePage") -> None:
        self._page = page

    def fill_menu(self, menu: QMenu, anchor: QWidget) -> None:
        """The steps that many can take at once."""
        menu.clear()
        for text, run in self._steps(anchor):
            menu.addAction(text).triggered.connect(lambda _checked=False, run=run: run())

    def choose(self, anchor: QWidget) -> ChoicePopup:
        """The same by their first letters, as at an incident."""
        options = [Option(run, text) for text, run in self._steps(anchor)]
        popup = by_letter(tr("Status: the first letter is enough"), options, self._page)
        popup.chosen.connect(lambda option: option.value())
        popup.open_at(anchor)
        return popup

    def _steps(self, anchor: QWidget) -> list[tuple[str, Callable[[], object]]]:
        # The steps are those of what is selected now, whatever comes into the list while somebody chooses.
        ids = tuple(self._page.marks.chosen_ids())
        begin = partial(self._page.acts.step, ids, Step(State.IN_PROGRESS), tr("in progress"))
        steps: list[tuple[str, Callable[[], object]]] = [
            (tr("Start or go on with work"), begin),
            (tr("Put on hold…"), partial(self.hold, anchor, ids)),
            (tr("Resolve…"), partial(self.resolve, anchor, ids)),
        ]
        if len(ids) == 1:
            # What has to be written or is rare.
            more = partial(self._page.open_incident, ids[0], "incident.status")
            steps.append((tr("More steps at the incident…"), more))
        return steps

    def hold(self, anchor: QWidget, ids: tuple[str, ...] = ()) -> ChoicePopup:
        """Ask what these, or all that are selected, wait for, then until when."""
        ids = ids or tuple(self._page.marks.chosen_ids())
        is_one = len(ids) == 1

        def until(reason: Option) -> None:
            if reason.value is HoldReason.AWAITING_CALLER:
                self._page.open_incident(ids[0], "incident.hold")  # What the caller is asked has to be written.
                return
            now = self._page.context.now().astimezone(self._page.context.formats.zone)
            options = [Option(_morning(now, days), text) for text, days in _WAITS]
            self._ask(tr("Wait until"), listed(options), anchor, lambda chosen: hold(reason, chosen))

        def hold(reason: Option, chosen: Option) -> None:
            wait: Any = chosen.value
            step = Step(State.ON_HOLD, hold_reason=HoldReason(str(reason.value)), hold_until=wait)
            self._page.acts.step(ids, step, tr("on hold: {reason}", reason=inside(reason.label)))

        reasons = [option for option in _REASONS if is_one or option.value is not HoldReason.AWAITING_CALLER]
        title = tr("What it waits for") if is_one else tr("What they wait for")
        return self._ask(title, listed(reasons), anchor, until)

    def resolve(self, anchor: QWidget, ids: tuple[str, ...] = ()) -> ChoicePopup:
        """Ask for the resolution code of these, or of all that are selected, then how they were resolved."""
        ids = ids or tuple(self._page.marks.chosen_ids())

        def notes(code: Option) -> None:
            title = tr("How they were resolved; each caller reads it")
            popup = self._ask(title, _typed, anchor, lambda _text: None, can_add=True)
            kept = KeptLine(self._page.context, popup, "many:resolve")
            popup.chosen.connect(lambda text: resolve(code, text, kept.taken))

        def resolve(code: Option, text: Option, taken: Callable[[], None]) -> None:
            step = Step(State.RESOLVED, resolution_code=str(code.value), resolution_notes=text.label)
            take = partial(self._page.acts.step, ids, step, tr("resolved"), taken)
            ask_left(self._page.context, ids, partial(self._ask_about_steps, anchor, take, len(ids) > 1), take)

        return self._ask(tr("Resolution code"), listed(_CODES), anchor, notes)

    def _ask_about_steps(self, anchor: QWidget, take: Callable[[], None], many: bool, left: LeftOpen) -> None:
        """Resolving would leave steps open: that is asked once, as for a single incident."""
        options = [Option(True, tr("Resolve all the same")), Option(False, tr("Leave them open"))]
        self._ask(left.sentence(many=many), listed(options), anchor, lambda chosen: take() if chosen.value else None)

    def _ask(self, title: str, ask: Ask, anchor: QWidget, then: Any, *, can_add: bool = False) -> ChoicePopup:
        popup = ChoicePopup(title, ask, self._page, digits=not can_add, can_add=can_add)
        popup.chosen.connect(then)
        popup.open_at(anchor)
        return popup

    def take(self, step: Step, words: str) -> None:
        """Have all that are selected take a step; `words` say what was done in the toast."""
        self._page.acts.step(self._page.marks.chosen_ids(), step, words)


def _typed(_text: str, answer: Answer) -> None:
    answer(())


def _morning(now: datetime, days: int) -> datetime:
    """Nine o'clock of the reader's day so many days ahead."""
    return datetime.combine(now.date() + timedelta(days=days), _MORNING, now.tzinfo)
