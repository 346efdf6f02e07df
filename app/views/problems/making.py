"""Making a problem from incidents, and choosing one for them: from the list, from an incident, and from its page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from app.domain.numbers import problem_number
from app.domain.problems import ProblemState
from app.domain.wording import tr, trn
from app.services.incidents.dto import Outcome
from app.services.problems.dto import NewProblem, Opened, ProblemChoice
from app.views.context import ViewContext
from app.views.kept_line import KeptLine
from app.views.many_at_once import change_many
from app.views.pages import Location
from app.views.problems.looks import state_name, workaround_name
from app.views.toolkit.toast import ToastAction
from app.views.widgets.choice_popup import Answer, Ask, ChoicePopup, Option, narrowed

PAGE_ID: Final = "problems"
_WIDE: Final = 460

Taken = Callable[[], None]
"""The desk has what was typed."""


def problem_location(problem_id: str) -> Location:
    """Where a problem is read and worked on."""
    return Location(PAGE_ID, problem_id)


def ask_problems(context: ViewContext, none: str = "") -> Ask:
    """The problems that an incident can belong to; the value is the number. `none` is the line that clears the field.

    They are read each time the list is opened: a problem that a colleague has just made is the one that is wanted.
    """
    known: list[Option] = []

    def ask(text: str, answer: Answer) -> None:
        if text and known:
            answer(narrowed(known, text))
            return
        desk, actor = context.desk, context.actor

        def arrived(choices: tuple[ProblemChoice, ...]) -> None:
            known[:] = [_option(each) for each in choices]
            if none:
                known.append(Option("", none))
            answer(narrowed(known, text))

        context.background.read(lambda: desk.problems.choices(actor), arrived, lambda _error: answer(()))

    return ask


def _option(each: ProblemChoice) -> Option:
    said = state_name(each.state)
    if each.workaround:
        said = f"{said} · {workaround_name(each.workaround_state)}"
    return Option(each.shown_number, f"{each.shown_number}  {each.title}", said)


def ask_title(
    context: ViewContext,
    host: QWidget,
    anchor: QWidget,
    draft: str,
    then: Callable[[str, Taken], object],
    typed: str = "",
) -> ChoicePopup:
    """Ask what the problem is called; Enter makes it. What was typed is a draft of this key until the desk has it."""
    popup = ChoicePopup(tr("Title of the problem"), lambda _text, answer: answer(()), host, can_add=True)
    popup.open_at(anchor, typed)
    popup.setFixedWidth(max(_WIDE, popup.width()))
    popup.field.selectAll()
    kept = KeptLine(context, popup, f"problem-title:{draft}")
    popup.chosen.connect(lambda option: then(option.label, kept.taken))
    return popup


def make_from(
    context: ViewContext,
    host: QWidget,
    anchor: QWidget,
    incident_ids: tuple[str, ...],
    then: Callable[[], None] = lambda: None,
) -> None:
    """Ask for the title of a problem that begins with what these incidents have in common, and make it.

    `then` follows once it is made.
    """
    desk, actor = context.desk, context.actor

    def begin(new: NewProblem) -> None:
        def make(title: str, taken: Taken) -> None:
            def made() -> None:
                taken()
                then()

            make_problem(context, replace(new, title=title), incident_ids, made)

        ask_title(context, host, anchor, min(incident_ids, default=""), make, new.title)

    context.background.read(lambda: desk.problems.beginning(actor, incident_ids), begin, context.toasts.say_error)


def make_problem(
    context: ViewContext,
    new: NewProblem,
    incident_ids: tuple[str, ...] = (),
    then: Callable[[], None] = lambda: None,
) -> None:
    """Make a problem, from these incidents where there are any, and tell of it with a way there and a way back."""
    desk, actor, problem_id = context.desk, context.actor, context.desk.new_id()

    def made(opened: Opened) -> None:
        _tell(context, opened)
        then()

    change_many(context, len(incident_ids), lambda: desk.problem_work.open(actor, problem_id, new, incident_ids), made)


def _tell(context: ViewContext, opened: Opened) -> None:
    shown = problem_number(opened.ref.number)
    linked = sum(bool(each.after) for each in opened.outcomes)
    refused = [each.refused for each in opened.outcomes if each.refused]
    text = tr("{number} is made", number=shown)
    if linked:
        count = trn("{n} incident belongs to it", "{n} incidents belong to it", linked)
        text = tr("{number} is made; {count}", number=shown, count=count)
    if refused:
        text = f"{text}; {refused[0]}"
    undo = context.undo.push(text, partial(_take_back, context, opened))
    context.toasts.show(
        text,
        ToastAction(tr("Undo"), undo, "Ctrl+Z"),
        ToastAction(tr("Open"), lambda: context.go(problem_location(opened.ref.id))),
        icon="circle-alert",
    )


def _take_back(context: ViewContext, opened: Opened) -> None:
    """Nothing is ever deleted: the problem is closed again, and its incidents belong to it no longer."""
    desk, actor = context.desk, context.actor

    def take() -> tuple[Outcome, ...]:
        back = desk.incidents.take_back_many(actor, opened.outcomes)
        reason = "Made by mistake"
        desk.problem_work.step(actor, opened.ref.id, ProblemState.CLOSED, reason, seen=ProblemState.NEW)
        return back

    def told(outcomes: tuple[Outcome, ...]) -> None:
        refused = [each.refused for each in outcomes if each.refused]
        text = tr("Taken back: the problem is closed")
        context.toasts.show(f"{text}; {refused[0]}" if refused else text, icon="undo-2")

    change_many(context, len(opened.outcomes), take, told)
