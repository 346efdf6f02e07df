"""Where people write at length in the real window: how each place is reached, and in which field they then type.

What is typed there has to be back by itself (`test_editors_survive`), also after the program was killed
(`tests.torture.typists`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.domain.escalation.words import EscalationKind
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.checklists.dto import NewStep, StepDetails
from app.services.escalation.dto import EscalateRequest
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.services.macros.dto import NewMacro
from app.services.problems.dto import NewProblem
from app.views.create.sheets import CreateSheets
from app.views.escalations.sheet import EscalateSheet
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow
from app.views.pages import Location
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import ChoicePopup
from app.views.widgets.text_box import TextBox
from tests.views.desks import SmallDesk

Until = Callable[[Callable[[], Any]], None]
"""Waits until something is so."""


@dataclass(frozen=True)
class Seat:
    """A window with somebody in front of it."""

    window: MainWindow
    until: Until

    def settle(self) -> None:
        """Until nothing is awaited any more."""
        for _ in range(3):
            self.until(lambda: not self.window.context.background.busy)

    def go(self, page: str, argument: str = "") -> Any:
        """Show a page and wait for what it reads."""
        self.window.go(Location(page, argument))
        self.settle()
        return self.window.page

    def run(self, action: str) -> None:
        """Take an action by its key, button or menu: they are the same."""
        self.until(lambda: not self.window.context.actions.offer(action).reason)
        self.window.context.actions.run(action)
        self.settle()

    def found(self, kind: type[QWidget], *, inside: QWidget | None = None) -> Any:
        """The widget of a kind that is shown."""
        shown: list[QWidget] = []

        def look() -> bool:
            shown[:] = [each for each in (inside or self.window).findChildren(kind) if each.isVisible()]
            return bool(shown)

        self.until(look)
        return shown[0]


Make = Callable[[SmallDesk], str]
Open = Callable[[Seat, str], QWidget]


@dataclass(frozen=True)
class Editor:
    """One of them: what it needs to be there, and how it is opened; `open` gives the field in which one types."""

    make: Make
    open: Open


def words_in(field: QWidget) -> str:
    """What stands in a field."""
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.toPlainText()
    if not isinstance(field, QLineEdit):
        raise TypeError(f"Nobody types into {field}")
    return field.text()


# What there is


def _incident(desk: SmallDesk) -> str:
    return desk.log()


def _urgent(desk: SmallDesk) -> str:
    return desk.log(impact=1, urgency=1, group_id=desk.network, assignee_id=desk.me.person_id)


def _escalated(desk: SmallDesk) -> str:
    incident = desk.log(group_id=desk.service_desk)
    request = EscalateRequest(
        desk.session.desk.new_id(), EscalationKind.FUNCTIONAL, "Needs access", "Restarted it.", desk.network
    )
    desk.session.desk.escalation_work.escalate(desk.me, incident, request)
    return incident


def _problem(desk: SmallDesk) -> str:
    new_id = desk.session.desk.new_id()
    desk.session.desk.problem_work.open(desk.me, new_id, NewProblem("Tunnel"))
    return new_id


def _review(desk: SmallDesk) -> str:
    work, incident = desk.session.desk, desk.log()
    step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Rolled back.")
    work.incidents.step(desk.me, incident, step)
    work.reviews_admin.begin(desk.me, incident, work.new_id())
    return incident


def _macro(desk: SmallDesk) -> str:
    new = NewMacro(desk.session.desk.new_id(), "Roll back", "", "Hello")
    desk.session.desk.macro_work.save(desk.me, new)
    return new.id


def _nothing(_desk: SmallDesk) -> str:
    return ""


def _article(desk: SmallDesk) -> str:
    new_id = desk.session.desk.new_id()
    text = ArticleText("Dock radio", "How it is set up anew.", "1. Hold the key.")
    desk.session.desk.knowledge_work.create(desk.me, new_id, text, ArticleFacts())
    return new_id


def _listed(desk: SmallDesk) -> str:
    incident, work = desk.log(), desk.session.desk
    work.checklist_work.add(desk.me, incident, (NewStep(work.new_id(), StepDetails("Hold the key")),))
    return incident


# How it is opened


def _act(action: str, kind: type[QWidget] = TextBox) -> Open:
    """An action at an incident that opens a panel or a sheet."""

    def opened(seat: Seat, thing: str) -> QWidget:
        page = seat.go("incident", thing)
        seat.run(action)
        panels = (page.writing.steps, page.writing.major, *seat.window.findChildren(EscalateSheet))
        field: QWidget = seat.found(kind, inside=next(each for each in panels if each.isVisible()))
        return field

    return opened


def _composer(mode: str) -> Open:
    def opened(seat: Seat, thing: str) -> QWidget:
        page = seat.go("incident", thing)
        page.writing.composer.choose(mode)
        field: QWidget = page.writing.composer.edit
        return field

    return opened


def _at_incident(find: Callable[[Seat, IncidentPage], QWidget]) -> Open:
    return lambda seat, thing: find(seat, seat.go("incident", thing))


def _summary(seat: Seat, page: IncidentPage) -> QWidget:
    seat.run("incident.edit_summary")
    return page.header.title.field


def _cause(_seat: Seat, page: IncidentPage) -> QWidget:
    page.properties.more.open("cause")
    return page.properties.more.box


def _override(_seat: Seat, page: IncidentPage) -> QWidget:
    page.properties.priority.override.click()
    return page.properties.priority._text


def _promise(seat: Seat, page: IncidentPage) -> QWidget:
    seat.until(page.clocks.promise.isVisible)
    page.clocks.promise.click()
    return page.clocks.form.reason


def _new_step(seat: Seat, page: IncidentPage) -> QWidget:
    seat.run("incident.checklist_add")
    return page.properties.checklist.field


def _step(seat: Seat, page: IncidentPage) -> QWidget:
    block = page.properties.checklist
    seat.until(lambda: block.rows)
    block.rows[0].wanted.emit("edit")
    seat.settle()
    form = block.form
    if form is None:
        raise LookupError("No step is edited")
    return form.text


def _call(name: str) -> Open:
    def opened(seat: Seat, _thing: str) -> QWidget:
        sheets = seat.window.findChildren(CreateSheets)[0]
        seat.settle()
        seat.run("incident.drafts" if sheets.waiting else "incident.new")
        field: QWidget = getattr(sheets.shown[0].form, name)
        return field

    return opened


def _of_problem(name: str) -> Open:
    def opened(seat: Seat, thing: str) -> QWidget:
        view = seat.go("problems", thing).view
        field: QWidget = view.history.box if name == "note" else view.editors[name].box
        return field

    return opened


def _closing(seat: Seat, thing: str) -> QWidget:
    seat.go("problems", thing)
    seat.run("problem.close")
    field: QWidget = seat.found(ChoicePopup).field
    return field


def _title_of_problem(page: str, action: str) -> Open:
    def opened(seat: Seat, thing: str) -> QWidget:
        seat.go(page, thing)
        seat.run(action)
        field: QWidget = seat.found(ChoicePopup).field
        return field

    return opened


def _held_back(name: str) -> Open:
    def opened(seat: Seat, _thing: str) -> QWidget:
        field: QWidget = getattr(seat.go("settings", "retention").section.held, name)
        seat.until(field.isVisible)
        return field

    return opened


def _of_review(name: str) -> Open:
    def opened(seat: Seat, thing: str) -> QWidget:
        form = seat.go("reviews", thing).review.form
        seat.until(lambda: name in form.header)
        field: QWidget = form.header[name].box
        return field

    return opened


def _writing(seat: Seat, thing: str) -> QWidget:
    page = seat.go("knowledge", thing)
    unfinished = page.browse.unfinished
    if thing:
        seat.run("knowledge.edit")
    elif unfinished.isVisible():
        unfinished.findChildren(Button)[0].click()
    else:
        page.write_new()
    seat.settle()
    field: QWidget = page.editor.body
    return field


def _retiring(seat: Seat, thing: str) -> QWidget:
    page = seat.go("knowledge", thing)
    seat.run("knowledge.retire")
    field: QWidget = page.browse.reason.box
    return field


def _handing_back(seat: Seat, _thing: str) -> QWidget:
    page = seat.go("escalations")
    page.board.table.selectRow(0)
    seat.run("escalation.hand_back")
    field: QWidget = page.note.box
    return field


def _handover(seat: Seat, _thing: str) -> QWidget:
    field: QWidget = seat.go("handover").sheet.notes
    return field


def _next_step(seat: Seat, _thing: str) -> QWidget:
    page = seat.go("handover")
    seat.until(lambda: page.sheet.lines.rows)
    field: QWidget = page.sheet.lines.rows[0].step
    return field


def _entry(section: str, name: str) -> Open:
    """A field of a form of the settings, of the thing that is there or of a new one."""

    def opened(seat: Seat, thing: str) -> QWidget:
        page = seat.go("settings", f"{section}/{thing or 'new'}")
        form = page.section.form
        seat.until(lambda: name in form.fields and form.fields[name].isVisible())
        made = form.fields[name]
        field: QWidget = made.box if hasattr(made, "box") else made.line
        return field

    return opened


def _name_of(argument: str, editor: str) -> Open:
    """The name of what is published: a calendar, a policy, a rule."""

    def opened(seat: Seat, _thing: str) -> QWidget:
        field: QWidget = getattr(seat.go("settings", argument).section, editor).name
        return field

    return opened


EDITORS: Final[dict[str, Editor]] = {
    "reply": Editor(_incident, _composer("reply")),
    "note": Editor(_incident, _composer("note")),
    "stakeholder update": Editor(_incident, _composer("update")),
    "summary": Editor(_incident, _at_incident(_summary)),
    "cause": Editor(_incident, _at_incident(_cause)),
    "reason of an override": Editor(_incident, _at_incident(_override)),
    "reason of a promise": Editor(_incident, _at_incident(_promise)),
    "step to add": Editor(_incident, _at_incident(_new_step)),
    "step of the checklist": Editor(_listed, _at_incident(_step)),
    "resolution": Editor(_incident, _act("incident.resolve")),
    "note of a wait": Editor(_incident, _act("incident.hold")),
    "reason of a cancel": Editor(_incident, _act("incident.cancel")),
    "proposal of a major incident": Editor(_incident, _act("incident.propose_major")),
    "escalation": Editor(_incident, _act("incident.escalate")),
    "summary of a call": Editor(_nothing, _call("summary")),
    "details of a call": Editor(_nothing, _call("details")),
    "cause of a problem": Editor(_problem, _of_problem("cause")),
    "note at a problem": Editor(_problem, _of_problem("note")),
    "reason of a closing": Editor(_problem, _closing),
    "title of a problem": Editor(_nothing, _title_of_problem("problems", "problem.new")),
    "title of a problem of an incident": Editor(_incident, _title_of_problem("incident", "incident.problem_make")),
    "reason to hold back": Editor(_incident, _held_back("reason")),
    "summary of a review": Editor(_review, _of_review("summary")),
    "new article": Editor(_nothing, _writing),
    "article": Editor(_article, _writing),
    "reason of a retiring": Editor(_article, _retiring),
    "reason of a handing back": Editor(_escalated, _handing_back),
    "notes of a hand-over": Editor(_urgent, _handover),
    "next step of a hand-over": Editor(_urgent, _next_step),
    "macro": Editor(_macro, _entry("macros", "body")),
    "new macro": Editor(_nothing, _entry("macros", "body")),
    "template": Editor(_nothing, _entry("templates", "description")),
    "checklist of the settings": Editor(_nothing, _entry("checklists", "steps")),
    "calendar": Editor(_nothing, _name_of("calendars/new", "editor")),
    "policy": Editor(_nothing, _name_of("policies", "editor")),
    "rule": Editor(_nothing, _name_of("rules", "builder")),
    "note about a person": Editor(lambda desk: desk.jonas, _entry("people", "handling_note")),
}
"""By what they are called."""
