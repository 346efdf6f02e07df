"""Does for the page of an incident what its checklist asks for; all of it can be taken back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.domain.checklists import LeftOpen, StepState
from app.domain.errors import DeskError
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.services.checklists.dto import ChecklistStep, ChecklistTemplate, NewStep, StepDetails
from app.views.incident.acts import Act, Acts, Do
from app.views.incident.checklist_block import ChecklistBlock
from app.views.incident.checklist_rows import DOWN, REMOVE, SKIP, TICK, UP
from app.views.steps_left import all_the_same

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage

_VERBS = {StepState.DONE: tr("Done"), StepState.SKIPPED: tr("Skipped"), StepState.OPEN: tr("Open again")}


class Checklisting:
    """The commands of the block, its actions, and the question before a resolution that leaves steps open."""

    def __init__(self, page: "IncidentPage", block: ChecklistBlock) -> None:
        self._page, self._context, self._block = page, page.context, block
        self._acts = Acts(page.context, page.writing.casework)
        self._asked = ""
        block.act_wanted.connect(self._act)
        block.changed.connect(self._change)
        block.added.connect(self._add)
        block.template_chosen.connect(self._use)
        block.to_show.connect(lambda widget: page.properties.ensureWidgetVisible(widget, 0, 24))
        page.writing.asks_before = self._asks_before
        for action_id, run in (
            ("incident.checklist", self._go),
            ("incident.checklist_add", block.open_field),
            ("incident.checklist_use", block.choose_template),
        ):
            self._context.actions.bind(action_id, run, owner=page, unavailable=self._why_not)

    def _why_not(self) -> str | None:
        detail = self._page.detail
        if detail is None:
            return tr("No incident is open")
        return tr("The incident has ended") if detail.state in {State.CLOSED, State.CANCELED} else None

    def _go(self) -> None:
        if not self._block.go_to_next():
            self._block.open_field()

    def _act(self, act: str, step: ChecklistStep) -> None:
        if act in {TICK, SKIP}:
            ended = StepState.DONE if act == TICK else StepState.SKIPPED
            self._mark(step, StepState.OPEN if step.state != StepState.OPEN else ended)
        elif act == REMOVE:
            self._run(
                Act(
                    tr("Removed: {step}", step=step.text),
                    lambda desk, actor: desk.checklist_work.remove(actor, (step.id,)),
                    lambda desk, actor: desk.checklist_work.bring_back(actor, (step.id,)),
                    lambda desk, actor: desk.checklist_work.remove(actor, (step.id,)),
                )
            )
        elif act in {UP, DOWN}:
            self._move(step, -1 if act == UP else 1)

    def _mark(self, step: ChecklistStep, wanted: StepState) -> None:
        seen = StepState(step.state)

        def mark(to: StepState, base: StepState) -> Do:
            return lambda desk, actor: desk.checklist_work.mark(actor, step.id, to, base)

        text = f"{_VERBS[wanted]}: {step.text}"
        self._run(Act(text, mark(wanted, seen), mark(seen, wanted), mark(wanted, seen)))

    def _move(self, step: ChecklistStep, by: int) -> None:
        ids = [each.id for each in self._block.checklist.steps]
        place = ids.index(step.id)
        target = place + by
        if not 0 <= target < len(ids):
            return

        def move(to: int) -> Do:
            return lambda desk, actor: desk.checklist_work.move(actor, step.id, to)

        self._run(Act(tr("Moved: {step}", step=step.text), move(target), move(place), move(target)))

    def _change(self, step: ChecklistStep, details: StepDetails) -> None:
        seen = StepDetails(step.text, step.assignee_id, step.group_id, step.due_at)
        incident_id = self._page.writing.casework.incident_id
        taken = partial(self._block.taken, incident_id, step.id)
        if details == seen:
            taken()
            return

        def change(to: StepDetails, base: StepDetails) -> Do:
            return lambda desk, actor: desk.checklist_work.change(actor, step.id, to, base)

        self._run(
            Act(
                tr("Changed: {details}", details=details.text),
                change(details, seen),
                change(seen, details),
                change(details, seen),
            ),
            taken,
        )

    def _add(self, text: str) -> None:
        step = NewStep(self._context.desk.new_id(), StepDetails(text))
        incident_id = self._page.writing.casework.incident_id
        self._run(
            Act(
                tr("Added: {text}", text=text),
                lambda desk, actor: desk.checklist_work.add(actor, incident_id, (step,)),
                lambda desk, actor: desk.checklist_work.remove(actor, (step.id,)),
                lambda desk, actor: desk.checklist_work.bring_back(actor, (step.id,)),
            ),
            partial(self._block.taken, incident_id),
            partial(self._block.not_added, incident_id, text),
        )

    def _use(self, template: ChecklistTemplate) -> None:
        incident_id, ids = self._page.writing.casework.incident_id, list[str]()
        self._run(
            Act(
                tr("Added: {template}", template=template.name),
                lambda desk, actor: ids.extend(desk.checklist_work.use_template(actor, incident_id, template.id)),
                lambda desk, actor: desk.checklist_work.remove(actor, tuple(ids)),
                lambda desk, actor: desk.checklist_work.bring_back(actor, tuple(ids)),
            )
        )

    def _run(
        self, act: Act, taken: Callable[[], None] = lambda: None, not_taken: Callable[[], None] = lambda: None
    ) -> None:
        def refused(error: DeskError) -> None:
            self._block.show_again()
            not_taken()
            self._page.writing.casework.failed.emit(error)

        self._acts.run(act, lambda _result: taken(), refused)

    def _asks_before(self, step: Step) -> str:
        """What is said once before a resolution that leaves steps open; empty where nothing is."""
        left = tuple(each.id for each in self._block.checklist.open)
        known = f"{self._page.writing.casework.incident_id} {' '.join(left)}"
        if step.to is not State.RESOLVED or not left or self._block.checklist.required or self._asked == known:
            return ""
        self._asked = known
        return all_the_same(LeftOpen(len(left), 1), many=False)
