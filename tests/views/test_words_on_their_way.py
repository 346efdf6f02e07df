"""Words that are on their way to the desk, or come back from a draft, while somebody already goes on: none is lost."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.errors import Unavailable
from app.domain.problems import ProblemState
from app.infra.drafts import DraftStore
from app.services.checklists.commands import ChecklistCommands
from app.services.checklists.dto import NewStep, StepDetails
from app.services.escalation.queries import EscalationQueries
from app.services.incidents.commands import IncidentCommands
from app.services.knowledge.commands import KnowledgeCommands
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.services.problems.commands import ProblemCommands
from app.services.problems.dto import NewProblem
from app.views.escalations.sheet import open_sheet
from app.views.incident.page import IncidentPage
from app.views.knowledge.page import KnowledgePage
from app.views.problems.page import ProblemsPage
from tests.views.desks import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


class Gate:
    """Holds what is asked of the desk up, until it is opened."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch, self._open = patch, threading.Event()

    def hold_up(self, kind: type, name: str) -> None:
        """From now on this waits."""
        as_it_is = getattr(kind, name)

        def waits(*asked: object, **more: object) -> object:
            self._open.wait(10)
            return as_it_is(*asked, **more)

        self._patch.setattr(kind, name, waits)

    def open(self, stage: Stage) -> None:
        """Let through what waited."""
        self._open.set()
        stage.settle()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(monkeypatch)
    yield made
    made._open.set()


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Callable[[type, str], None]:
    """Has something of the desk be out of reach."""

    def refuse(*_asked: object, **_more: object) -> object:
        raise Unavailable("The server does not answer.")

    return lambda kind, name: monkeypatch.setattr(kind, name, refuse)


def opened(stage: Stage, incident: str, page: IncidentPage | None = None) -> IncidentPage:
    shown = page or stage.show(IncidentPage(stage.context))
    shown.open(incident)
    stage.wait_for(lambda: shown.detail is not None and shown.detail.id == incident)
    return shown


def drafts(stage: Stage) -> dict[str, dict[str, str]]:
    stage.context.drafts.flush()
    stage.settle()
    found: dict[str, dict[str, str]] = {}
    stage.context.drafts.load_all(lambda all_: found.update({each.key: each.fields for each in all_}))
    stage.settle()
    return found


def test_what_was_typed_after_sending_stays_when_another_incident_is_opened(on_stage: Stage, gate: Gate) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log()
    page = opened(on_stage, first)
    on_stage.settle()
    composer = page.writing.composer
    composer.choose("reply")
    gate.hold_up(IncidentCommands, "post")
    QTest.keyClicks(composer.edit, "We look.")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    QTest.keyClicks(composer.edit, "And one thing more")
    opened(on_stage, second, page)
    gate.open(on_stage)
    assert drafts(on_stage)[f"incident:{first}:reply"]["text"] == "And one thing more"
    opened(on_stage, first, page)
    on_stage.settle()
    assert composer.text() == "And one thing more"
    assert [each.body for each in on_stage.desk.read(first).journal if each.kind == "reply"] == ["We look."]


def test_what_was_typed_after_sending_stays_when_another_tab_is_opened(on_stage: Stage, gate: Gate) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    on_stage.settle()
    composer = page.writing.composer
    composer.choose("reply")
    gate.hold_up(IncidentCommands, "post")
    QTest.keyClicks(composer.edit, "We look.")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, CTRL)
    QTest.keyClicks(composer.edit, " And more")
    composer.choose("note")
    gate.open(on_stage)
    composer.choose("reply")
    assert composer.text() == " And more"


def test_what_was_sent_and_left_is_no_draft_any_more(on_stage: Stage, gate: Gate) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log()
    page = opened(on_stage, first)
    on_stage.settle()
    gate.hold_up(IncidentCommands, "post")
    page.writing.composer.choose("reply")
    QTest.keyClicks(page.writing.composer.edit, "We look.")
    QTest.keyClick(page.writing.composer.edit, Qt.Key.Key_Return, CTRL)
    opened(on_stage, second, page)
    gate.open(on_stage)
    assert drafts(on_stage) == {}


def test_what_is_typed_before_the_draft_is_read_stands_below_it(on_stage: Stage, gate: Gate) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    on_stage.settle()
    page.writing.composer.choose("reply")
    QTest.keyClicks(page.writing.composer.edit, "Of yesterday")
    page.leave()
    on_stage.settle()
    page.close()
    gate.hold_up(DraftStore, "load")
    again = opened(on_stage, incident)
    again.writing.composer.choose("reply")
    QTest.keyClicks(again.writing.composer.edit, "Of today")
    gate.open(on_stage)
    assert again.writing.composer.text() == "Of yesterday\nOf today"
    assert drafts(on_stage)[f"incident:{incident}:reply"]["text"] == "Of yesterday\nOf today"


def test_a_form_of_another_incident_keeps_its_words_when_the_one_before_is_answered(
    on_stage: Stage, gate: Gate
) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log()
    page = opened(on_stage, first)
    on_stage.settle()
    priority = page.properties.priority
    gate.hold_up(IncidentCommands, "override_priority")
    priority.override.click()
    assert priority._digits is not None
    QTest.keyClicks(priority._digits, "1")
    QTest.keyClicks(priority._text, "The board waits")
    priority._send()
    opened(on_stage, second, page)
    priority.override.click()
    QTest.keyClicks(priority._text, "Only one desk")
    gate.open(on_stage)
    assert priority._form.isVisible()
    assert priority._text.toPlainText() == "Only one desk"
    assert list(drafts(on_stage)) == [f"incident:{second}:override"]


def test_a_field_that_was_saved_and_left_is_no_draft_any_more(on_stage: Stage, gate: Gate) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log()
    page = opened(on_stage, first)
    on_stage.settle()
    gate.hold_up(IncidentCommands, "edit")
    page.properties.more.open("cause")
    QTest.keyClicks(page.properties.more.box, "A cable")
    page.properties.more.save()
    opened(on_stage, second, page)
    gate.open(on_stage)
    assert on_stage.desk.read(first).cause == "A cable"
    assert drafts(on_stage) == {}


def test_fields_of_a_problem_that_were_saved_and_left_are_no_draft_any_more(on_stage: Stage, gate: Gate) -> None:
    desk = on_stage.desk.session.desk
    problems = [desk.new_id(), desk.new_id()]
    for problem in problems:
        desk.problem_work.open(on_stage.desk.me, problem, NewProblem("Tunnel"))
    page = on_stage.show(ProblemsPage(on_stage.context))
    page.open(problems[0])
    on_stage.settle()
    gate.hold_up(ProblemCommands, "edit")
    for name in ("cause", "workaround"):
        QTest.keyClicks(page.view.editors[name].box, name)  # type: ignore[attr-defined]  # a TextEditor
    page.open(problems[1])
    gate.open(on_stage)
    assert desk.problems.detail(on_stage.desk.me, problems[0]).workaround == "workaround"
    assert drafts(on_stage) == {}


def test_the_reason_of_a_step_that_the_desk_refuses_stands_there_again(
    on_stage: Stage, away: Callable[[type, str], None]
) -> None:
    desk, article = on_stage.desk.session.desk, on_stage.desk.session.desk.new_id()
    desk.knowledge_work.create(
        on_stage.desk.me, article, ArticleText("Dock radio", "", "Hold the key."), ArticleFacts()
    )
    page = on_stage.show(KnowledgePage(on_stage.context))
    page.open(article)
    on_stage.settle()
    away(KnowledgeCommands, "step")
    on_stage.context.actions.run("knowledge.retire")
    QTest.keyClicks(page.browse.reason.box, "The radios are gone")
    QTest.keyClick(page.browse.reason.box, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    assert page.browse.reason.isVisible()
    assert page.browse.reason.box.toPlainText() == "The radios are gone"


def test_the_reason_of_a_closing_is_kept_until_the_problem_is_closed(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch, away: Callable[[type, str], None]
) -> None:
    desk, problem = on_stage.desk.session.desk, on_stage.desk.session.desk.new_id()
    desk.problem_work.open(on_stage.desk.me, problem, NewProblem("Tunnel"))
    page = on_stage.show(ProblemsPage(on_stage.context))
    page.open(problem)
    on_stage.settle()
    away(ProblemCommands, "step")
    popup = page.steps.ask(ProblemState.CLOSED)
    assert popup is not None
    on_stage.settle()
    QTest.keyClicks(popup.field, "It was the weather")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    on_stage.settle()
    monkeypatch.undo()
    again = page.steps.ask(ProblemState.CLOSED)
    assert again is not None
    on_stage.wait_for(lambda: again.field.text() == "It was the weather")
    QTest.keyClick(again.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert desk.problems.detail(on_stage.desk.me, problem).row.state is ProblemState.CLOSED
    assert drafts(on_stage) == {}


def test_what_was_tried_is_kept_while_nobody_knows_who_could_take_it(
    on_stage: Stage, away: Callable[[type, str], None]
) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    on_stage.settle()
    away(EscalationQueries, "targets")
    assert page.detail is not None
    sheet = open_sheet(on_stage.context, on_stage.window, page.detail)
    on_stage.settle()
    QTest.keyClicks(sheet.tried, "Restarted it twice")
    assert drafts(on_stage)[f"incident:{incident}:escalate"]["tried"] == "Restarted it twice"
    sheet.close_sheet()


def test_a_step_that_the_desk_did_not_take_stands_in_the_line_again(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch, away: Callable[[type, str], None]
) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    on_stage.settle()
    block = page.properties.checklist
    block.open_field()
    on_stage.settle()
    away(ChecklistCommands, "add")
    QTest.keyClicks(block.field, "Call the vendor")
    QTest.keyClick(block.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert block.field.text() == "Call the vendor"
    QTest.keyClick(block.field, Qt.Key.Key_Escape)
    page.leave()
    page.close()
    on_stage.settle()
    monkeypatch.undo()
    again = opened(on_stage, incident)
    on_stage.settle()
    assert again.notices.begun.text() == "You began this and have not saved it: Add a step to the checklist."
    block = again.properties.checklist
    block.open_field()
    on_stage.wait_for(lambda: block.field.text() == "Call the vendor")
    QTest.keyClick(block.field, Qt.Key.Key_Return)
    on_stage.wait_for(lambda: [row.step.text for row in block.rows] == ["Call the vendor"])
    assert drafts(on_stage) == {}


def test_the_words_of_a_step_that_is_edited_are_kept_until_the_desk_has_them(on_stage: Stage) -> None:
    incident, desk = on_stage.desk.log(), on_stage.desk.session.desk
    desk.checklist_work.add(on_stage.desk.me, incident, (NewStep(desk.new_id(), StepDetails("Hold the key")),))
    block = opened(on_stage, incident).properties.checklist
    on_stage.wait_for(lambda: bool(block.rows))
    for _ in range(2):
        block.rows[0].wanted.emit("edit")
        on_stage.settle()
        assert block.form is not None
        if block.form.text.text() == "Hold the key":
            QTest.keyClicks(block.form.text, "Hold both keys")
            QTest.keyClick(block.form, Qt.Key.Key_Escape)
            on_stage.settle()
    assert block.form is not None
    assert block.form.text.text() == "Hold both keys"
    block.form.save()
    on_stage.settle()
    assert [row.step.text for row in block.rows] == ["Hold both keys"]
    assert drafts(on_stage) == {}
