"""Having every selected incident take a step of the lifecycle; what the step demands is asked one after the other."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QMenu, QWidget

from app.domain.checklists import LeftOpen
from app.domain.lifecycle import TRANSITIONS, Step
from app.domain.permissions import may
from app.domain.vocabulary import CancelReason, CloseCause, HoldReason, State
from app.domain.wording import inside, tr
from app.views.asking_when import ask_when
from app.views.incident.pick_lists import PickLists
from app.views.incident.steps import CLOSE_CAUSES, ENDED, canceled_because
from app.views.kept_line import KeptLine
from app.views.steps_left import ask_left
from app.views.widgets.choice_popup import Answer, Ask, ChoicePopup, Option, by_letter, listed, narrowed

if TYPE_CHECKING:
    from app.views.queue.page import QueuePage

_CAUSES: Final = tuple(Option(cause.value, label) for cause, label in CLOSE_CAUSES.items())
_CANCELED: Final = tuple(Option(reason.value, reason.label) for reason in CancelReason)
_WAITS: Final = ((tr("Until tomorrow"), 1), (tr("For three days"), 3), (tr("For a week"), 7), (tr("For a month"), 30))
_MORNING: Final = time(9)


class BulkSteps:
    """Fills the status menu; each line asks what it needs and then acts on what is selected."""

    def __init__(self, page: "QueuePage", lists: PickLists, ask_settings: Callable[[Callable[[], None]], None]) -> None:
        self._page, self._lists, self._ask_settings = page, lists, ask_settings

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
        return steps + [
            (text, partial(ask, anchor, ids))
            for to, text, ask in (
                (State.CLOSED, tr("Close…"), self.close),
                (State.IN_PROGRESS, tr("Reopen…"), self.reopen),
                (State.CANCELED, tr("Cancel them…"), self.cancel),
            )
            if self._may_go(to, ids)
        ]

    def _may_go(self, to: State, ids: tuple[str, ...]) -> bool:
        """Whether one of these may end so, or be open again, as far as their rows are known."""
        states = ENDED if to is State.IN_PROGRESS else frozenset(State)
        rows = self._page.marks.chosen_rows()
        if len(rows) == len(ids) or to is State.IN_PROGRESS:
            states &= {State(row.state) for row in rows if row.state in set(State)}
        arrows = (TRANSITIONS.get((state, to)) for state in states)
        return any(arrow is not None and may(self._page.context.actor, arrow.permission) for arrow in arrows)

    def hold(self, anchor: QWidget, ids: tuple[str, ...] = ()) -> ChoicePopup:
        """Ask what these, or all that are selected, wait for, then until when."""
        ids = ids or tuple(self._page.marks.chosen_ids())
        is_one = len(ids) == 1

        def asked(reason: Option) -> None:
            if reason.value != HoldReason.AWAITING_CALLER:
                until(reason, "", lambda: None)
            elif is_one:
                self._page.open_incident(ids[0], "incident.hold")  # There is room to write what the caller is asked.
            else:
                title = tr("What is asked; each caller reads it")
                self._ask_line(title, "many:ask", anchor, partial(until, reason))

        def until(reason: Option, comment: str, taken: Callable[[], None]) -> None:
            context = self._page.context
            name = tr("Wait until: 1 to 4 and Enter, tomorrow 9, in 2 h, fri 14:30")
            popup = ask_when(context, name, partial(_mornings, context.formats.zone), self._page)
            popup.chosen.connect(partial(hold, reason, comment, taken))
            popup.open_at(anchor)

        def hold(reason: Option, comment: str, taken: Callable[[], None], chosen: Option) -> None:
            wait: Any = chosen.value
            step = Step(State.ON_HOLD, comment=comment, hold_reason=str(reason.value), hold_until=wait)
            self._page.acts.step(ids, step, tr("on hold: {reason}", reason=inside(reason.label)), taken)

        title = tr("What it waits for") if is_one else tr("What they wait for")
        return self._ask(title, self._kept(self._lists.hold_reasons), anchor, asked)

    def close(self, anchor: QWidget, ids: tuple[str, ...] = ()) -> ChoicePopup:
        """Ask who confirmed that these, or all that are selected, are closed."""
        ids = ids or tuple(self._page.marks.chosen_ids())

        def close(cause: Option) -> None:
            step = Step(State.CLOSED, close_cause=CloseCause(str(cause.value)))
            self._page.acts.step(ids, step, tr("closed"))

        return self._ask(tr("Who confirmed"), listed(_CAUSES), anchor, close)

    def cancel(self, anchor: QWidget, ids: tuple[str, ...] = ()) -> ChoicePopup:
        """Ask why these, or all that are selected, are canceled, and what more is said of it."""
        ids = ids or tuple(self._page.marks.chosen_ids())

        def words(reason: Option) -> None:
            title = tr("In your words; each caller reads it")
            self._ask_line(title, "many:cancel", anchor, partial(cancel, str(reason.value)), or_nothing=True)

        def cancel(reason: str, text: str, taken: Callable[[], None]) -> None:
            step = Step(State.CANCELED, reason=canceled_because(reason, text))
            self._page.acts.step(ids, step, tr("canceled"), taken)

        return self._ask(tr("Why they are canceled"), listed(_CANCELED), anchor, words)

    def reopen(self, anchor: QWidget, ids: tuple[str, ...] = ()) -> ChoicePopup | None:
        """Ask why those of these, or of all that are selected, that have ended are open again."""
        ids = ids or tuple(self._page.marks.chosen_ids())
        # What never ended would be started by the same step.
        ended = tuple(row.id for row in self._page.marks.chosen_rows() if row.id in ids and row.state in ENDED)
        if not ended:
            self._page.context.toasts.show(tr("None of them has ended"), icon="triangle-alert")
            return None

        def reopen(text: str, taken: Callable[[], None]) -> None:
            self._page.acts.step(ended, Step(State.IN_PROGRESS, reason=text), tr("reopened"), taken)

        return self._ask_line(tr("Why they are reopened"), "many:reopen", anchor, reopen)

    def resolve(self, anchor: QWidget, ids: tuple[str, ...] = ()) -> ChoicePopup:
        """Ask for the resolution code of these, or of all that are selected, then how they were resolved."""
        ids = ids or tuple(self._page.marks.chosen_ids())

        def notes(code: Option) -> None:
            title = tr("How they were resolved; each caller reads it")
            self._ask_line(title, "many:resolve", anchor, partial(resolve, str(code.value)))

        def resolve(code: str, text: str, taken: Callable[[], None]) -> None:
            step = Step(State.RESOLVED, resolution_code=code, resolution_notes=text)
            take = partial(self._page.acts.step, ids, step, tr("resolved"), taken)
            ask_left(self._page.context, ids, partial(self._ask_about_steps, anchor, take, len(ids) > 1), take)

        return self._ask(tr("Resolution code"), self._kept(self._lists.resolution_codes), anchor, notes)

    def _kept(self, options: Callable[[], Sequence[Option]]) -> Ask:
        """Offer what the desk keeps, and again where it turns out to keep something else."""

        def ask(text: str, answer: Answer) -> None:
            known = options()
            answer(narrowed(known, text))
            self._ask_settings(lambda: answer(narrowed(options(), text)) if options() != known else None)

        return ask

    def _ask_about_steps(self, anchor: QWidget, take: Callable[[], None], many: bool, left: LeftOpen) -> None:
        """Resolving would leave steps open: that is asked once, as for a single incident."""
        options = [Option(True, tr("Resolve all the same")), Option(False, tr("Leave them open"))]
        self._ask(left.sentence(many=many), listed(options), anchor, lambda chosen: take() if chosen.value else None)

    def _ask_line(
        self,
        title: str,
        key: str,
        anchor: QWidget,
        then: Callable[[str, Callable[[], None]], None],
        *,
        or_nothing: bool = False,
    ) -> ChoicePopup:
        """Ask for a sentence, kept as a draft until what `then` does with it calls what it is given beside it."""
        popup = self._ask(title, _or_nothing if or_nothing else _typed, anchor, lambda _text: None, can_add=True)
        kept = KeptLine(self._page.context, popup, key)
        popup.chosen.connect(lambda text: then("" if text.value == "" else text.label, kept.taken))
        return popup

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


def _or_nothing(text: str, answer: Answer) -> None:
    answer(() if text.strip() else (Option("", tr("Nothing more")),))


def _mornings(zone: tzinfo | None, now: datetime) -> list[Option]:
    """Nine o'clock of the reader's days that things usually wait for."""
    local = now.astimezone(zone)
    days = [(text, local.date() + timedelta(days=ahead)) for text, ahead in _WAITS]
    return [Option(datetime.combine(day, _MORNING, local.tzinfo), text) for text, day in days]
