"""U21 for each editor: what was typed is on the disk by itself, and stands there again when the editor is opened anew.

Nothing is left, saved or flushed in between, as when the program is killed; test_drafts_survive kills one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.macros.dto import NewMacro
from app.services.problems.dto import NewProblem
from app.views.handover.page import HandoverPage
from app.views.incident.page import IncidentPage
from app.views.knowledge.page import KnowledgePage
from app.views.pages import Page
from app.views.problems.page import ProblemsPage
from app.views.reviews.page import ReviewsPage
from app.views.settings_page.macros.section import MacrosSection
from app.views.settings_page.templates.section import TemplatesSection
from app.views.toolkit.draft_keeper import REST_MS
from app.views.widgets.buttons import Button
from app.views.widgets.text_box import TextBox
from tests.views.desks import Stage

WORDS = "Controller rolled back, tell Jo"


@dataclass(frozen=True)
class Editor:
    """Where one types, and how what stands there is read."""

    field: QWidget
    text: Callable[[], str]


def _boxed(box: QPlainTextEdit | QTextEdit) -> Editor:
    return Editor(box, box.toPlainText)


def _page(stage: Stage, page: Page, argument: str) -> None:
    stage.show(page)
    page.open(argument)
    stage.settle()


def _composer(mode: str, stage: Stage, thing: str) -> Editor:
    page = IncidentPage(stage.context)
    _page(stage, page, thing)
    page.writing.composer.choose(mode)
    stage.settle()
    return _boxed(page.writing.composer.edit)


def _step_of_incident(stage: Stage, thing: str) -> Editor:
    page = IncidentPage(stage.context)
    _page(stage, page, thing)
    stage.context.actions.run("incident.cancel")
    stage.settle()
    boxes = (field.inner for field in page.writing.steps.fields.values())
    return _boxed(next(box for box in boxes if isinstance(box, TextBox)))


def _major(stage: Stage, thing: str) -> Editor:
    page = IncidentPage(stage.context)
    _page(stage, page, thing)
    stage.context.actions.run("incident.propose_major")
    stage.settle()
    box = page.writing.major._words
    assert box is not None
    return _boxed(box)


def _problem(stage: Stage, thing: str) -> Editor:
    page = ProblemsPage(stage.context)
    _page(stage, page, thing)
    editor = page.view.editors["cause"]
    return Editor(editor.box, editor.text)  # type: ignore[attr-defined]  # a TextEditor


def _review(stage: Stage, thing: str) -> Editor:
    page = ReviewsPage(stage.context)
    _page(stage, page, thing)
    stage.wait_for(lambda: "summary" in page.review.form.header)
    editor = page.review.form.header["summary"]
    return Editor(editor.box, editor.text)  # type: ignore[attr-defined]  # a TextEditor


def _article(stage: Stage, _thing: str) -> Editor:
    page = KnowledgePage(stage.context)
    _page(stage, page, "")
    unfinished = page.browse.unfinished
    if unfinished.isVisible():
        unfinished.findChildren(Button)[0].click()
    else:
        page.write_new()
    stage.settle()
    assert page.editor is not None
    return _boxed(page.editor.body)


def _macro(stage: Stage, thing: str) -> Editor:
    section = stage.show(MacrosSection(stage.context))
    section.open(thing)
    stage.settle()
    field = section.form.fields["body"]
    return Editor(field.box, field.value)  # type: ignore[attr-defined]  # a LongField


def _template(stage: Stage, _thing: str) -> Editor:
    section = stage.show(TemplatesSection(stage.context))
    section.open("new")
    stage.settle()
    field = section.form.fields["description"]
    return Editor(field.box, field.value)  # type: ignore[attr-defined]  # a LongField


def _notes(stage: Stage, _thing: str) -> Editor:
    page = HandoverPage(stage.context)
    _page(stage, page, "")
    return _boxed(page.sheet.notes)


def _step(stage: Stage, _thing: str) -> Editor:
    page = HandoverPage(stage.context)
    _page(stage, page, "")
    row = page.sheet.lines.rows[0]
    return Editor(row.step, row.step.text)


def _incident(stage: Stage) -> str:
    return stage.desk.log()


def _urgent(stage: Stage) -> str:
    return stage.desk.log(impact=1, urgency=1, group_id=stage.desk.network, assignee_id=stage.desk.me.person_id)


def _a_problem(stage: Stage) -> str:
    desk = stage.desk.session.desk
    new_id = desk.new_id()
    desk.problem_work.open(stage.desk.me, new_id, NewProblem("Tunnel"))
    return new_id


def _a_review(stage: Stage) -> str:
    desk, incident = stage.desk.session.desk, stage.desk.log()
    step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Rolled back.")
    desk.incidents.step(stage.desk.me, incident, step)
    desk.reviews_admin.begin(stage.desk.me, incident, desk.new_id())
    return incident


def _a_macro(stage: Stage) -> str:
    desk = stage.desk.session.desk
    new = NewMacro(desk.new_id(), "Roll back", "", "Hello")
    desk.macro_work.save(stage.desk.me, new)
    return new.id


def _nothing(_stage: Stage) -> str:
    return ""


def _new(_stage: Stage) -> str:
    return "new"


@pytest.mark.parametrize(
    ("make", "open_it"),
    [
        pytest.param(_incident, partial(_composer, "reply"), id="reply"),
        pytest.param(_incident, partial(_composer, "note"), id="note"),
        pytest.param(_incident, _step_of_incident, id="reason of a step"),
        pytest.param(_incident, _major, id="proposal of a major incident"),
        pytest.param(_a_problem, _problem, id="problem"),
        pytest.param(_a_review, _review, id="review"),
        pytest.param(_nothing, _article, id="article"),
        pytest.param(_a_macro, _macro, id="macro"),
        pytest.param(_new, _macro, id="new macro"),
        pytest.param(_nothing, _template, id="template"),
        pytest.param(_urgent, _notes, id="notes of a hand-over"),
        pytest.param(_urgent, _step, id="next step of a hand-over"),
    ],
)
def test_what_was_typed_stands_there_again(
    make: Callable[[Stage], str], open_it: Callable[[Stage, str], Editor], on_stage: Stage
) -> None:
    thing = make(on_stage)
    editor = open_it(on_stage, thing)
    saved: list[str] = []
    on_stage.context.drafts.saved.connect(lambda key, _at: saved.append(key))
    editor.field.setFocus()
    QTest.keyClicks(editor.field, WORDS)
    assert WORDS in editor.text()
    on_stage.qtbot.waitUntil(lambda: bool(saved), timeout=2 * REST_MS)
    again = open_it(on_stage, thing)
    assert again.field is not editor.field
    on_stage.wait_for(lambda: WORDS in again.text())
