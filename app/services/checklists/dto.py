"""What goes into checklists and comes out of them, as plain values; times in UTC."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from app.domain.checklists import Progress, StepState, TemplateLine, progress_of


class ChecklistStep(NamedTuple):
    """A step of an incident; with an assignee, a group or a due time it is a sub-task."""

    id: str
    text: str
    required: bool
    state: str
    assignee_id: str | None
    assignee_name: str | None
    group_id: str | None
    group_name: str | None
    due_at: datetime | None
    ended_at: datetime | None
    ended_by_name: str | None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The steps of an incident in their order."""

    steps: tuple[ChecklistStep, ...] = ()

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return progress_of(step.state for step in self.steps)

    @property
    def open(self) -> tuple[ChecklistStep, ...]:
        """What is still to be done."""
        return tuple(step for step in self.steps if step.state == StepState.OPEN)

    @property
    def required(self) -> tuple[ChecklistStep, ...]:
        """What is still to be done before the incident can be resolved."""
        return tuple(step for step in self.open if step.required)


@dataclass(frozen=True, slots=True)
class StepDetails:
    """What a person writes of a step."""

    text: str
    assignee_id: str | None = None
    group_id: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step to be added; `id` is made by the window, so that a repeat cannot double it."""

    id: str
    details: StepDetails


@dataclass(frozen=True, slots=True)
class ChecklistTemplate:
    """A template as the person sees it who asks."""

    id: str
    name: str
    lines: tuple[TemplateLine, ...]
    owner_id: str
    owner_name: str
    share: str
    group_id: str | None
    group_name: str | None
    active: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class NewTemplate:
    """A template to be kept; one with an `id` that stands already is changed."""

    id: str
    name: str
    lines: tuple[TemplateLine, ...] = field(default=())
    share: str = "own"
    group_id: str | None = None
