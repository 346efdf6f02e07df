"""Checklists: steps that are done one after another for an incident, and the lines in which a template writes them."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from app.domain.durations import read_duration, write_duration
from app.domain.errors import BadInput
from app.domain.text import clean_line, is_blank
from app.domain.vocabulary import Word
from app.domain.wording import sentence_case, tr, trn

TEXT_LIMIT: Final = 200
MOST_STEPS: Final = 100
"""So many steps an incident or a template has at most."""

_REQUIRED: Final = "*"
_PART: Final = "|"


class StepState(Word):
    """Where a step of a checklist stands."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"

    @property
    def label(self) -> str:
        """`Open` is what a button does; here it is how something stands."""
        return sentence_case(tr("open")) if self is StepState.OPEN else super().label


class TemplateLine(NamedTuple):
    """A step as a template writes it: `group` is a name, `due` microseconds after the checklist was added."""

    text: str
    required: bool = False
    group: str = ""
    due: int | None = None


class Progress(NamedTuple):
    """How far a checklist is; a step that was skipped is out of the way."""

    ended: int
    whole: int

    @property
    def words(self) -> str:
        """As the window says it."""
        return tr("{ended} of {whole}", ended=self.ended, whole=self.whole)


def progress_of(states: Iterable[str]) -> Progress:
    """How many of these steps are done or skipped."""
    known = tuple(states)
    return Progress(sum(state != StepState.OPEN for state in known), len(known))


def step_text(text: str, field: str = "text") -> str:
    """The text of a step, cleaned; `BadInput` for an empty or long one."""
    cleaned = clean_line(text)
    if is_blank(cleaned):
        raise BadInput(tr("The step has no text. Write what is to be done."), field)
    if len(cleaned) > TEXT_LIMIT:
        raise BadInput(
            tr(
                "The step has {count} characters, {text_limit} is the limit.", count=len(cleaned), text_limit=TEXT_LIMIT
            ),
            field,
        )
    return cleaned


def read_lines(text: str) -> tuple[TemplateLine, ...]:
    """The steps of a template, one a line: `* Order the part | Network | 4 h`; the star makes the step required."""
    lines = tuple(_read(line) for line in text.splitlines() if line.strip())
    if not lines:
        raise BadInput(tr("The checklist has no steps. Write one a line."), "steps")
    if len(lines) > MOST_STEPS:
        raise BadInput(
            tr("The checklist has {count} steps, {most_steps} is the limit.", count=len(lines), most_steps=MOST_STEPS),
            "steps",
        )
    return lines


def _read(line: str) -> TemplateLine:
    first, *parts = (part.strip() for part in line.split(_PART))
    group, due = "", None
    for part in parts:
        if part[:1].isdecimal():
            due = read_duration(part, "steps")
        elif part:
            group = part
    required = first.startswith(_REQUIRED)
    return TemplateLine(step_text(first.removeprefix(_REQUIRED), "steps"), required, group, due)


def write_lines(lines: Iterable[TemplateLine]) -> str:
    """Steps as `read_lines` reads them back."""
    return "\n".join(_written(line) for line in lines)


def _written(line: TemplateLine) -> str:
    text = f"{_REQUIRED} {line.text}" if line.required else line.text
    return f" {_PART} ".join(part for part in (text, line.group, write_duration(line.due)) if part)


def open_words(count: int, *, required: bool) -> str:
    """What is said of steps that are open when an incident is to be resolved."""
    if required:
        return trn(
            "{n} required step of the checklist is open. Finish it first; a supervisor can skip it.",
            "{n} required steps of the checklist are open. Finish them first; a supervisor can skip them.",
            count,
        )
    return trn(
        "{n} step of the checklist is still open.",
        "{n} steps of the checklist are still open.",
        count,
    )


class LeftOpen(NamedTuple):
    """Steps that a resolution of incidents would leave open, and on how many of them."""

    steps: int = 0
    incidents: int = 0

    def sentence(self, *, many: bool) -> str:
        """What is said of them before; `many` where more than one incident is to be resolved."""
        if not many:
            return open_words(self.steps, required=False)
        where = trn("{n} incident", "{n} incidents", self.incidents)
        return trn(
            "{n} step of a checklist is still open on {where}.",
            "{n} steps of checklists are still open on {where}.",
            self.steps,
            where=where,
        )
