"""Knowledge where the work is: suggested beside an incident, inserted, linked, resolved with, and made from it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.knowledge import ArticleKind, ArticleStep, ArticleUse, Audience
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.domain.without_markup import as_plain
from app.services.checklists.dto import NewStep, StepDetails
from app.services.knowledge.dto import ArticleFacts, ArticleRef, ArticleText
from app.services.problems.dto import NewProblem
from app.views.incident.page import IncidentPage
from app.views.knowledge.page import KnowledgePage
from app.views.pages import Location
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choice_popup import ChoicePopup
from tests.views.desks import Stage

BODY = "## Steps\n\n1. Hold **Fn** and `Reset`\n2. See [the map](https://example.org/map)"


def published(stage: Stage, title: str, audience: Audience = Audience.EVERYONE, **facts: Any) -> ArticleRef:
    desk, work = stage.desk.session.desk, stage.desk.session.desk.knowledge_work
    text = ArticleText(title, "Reconnects it.", BODY, audience)
    ref = work.create(stage.desk.dana, desk.new_id(), text, ArticleFacts(**facts))
    work.step(stage.desk.dana, ref.id, ArticleStep.SUBMIT, seen=1)
    return work.step(stage.desk.me, ref.id, ArticleStep.PUBLISH, seen=1)


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def uses(stage: Stage, incident_id: str) -> list[ArticleUse]:
    return [each.kind for each in stage.desk.session.desk.knowledge.of_incident(stage.desk.me, incident_id)]


def test_articles_that_fit_are_offered_with_the_reason(on_stage: Stage) -> None:
    published(on_stage, "Reconnect a warehouse scanner", kind=ArticleKind.KNOWN_ERROR, problem_ref="PRB7")
    published(on_stage, "Order an office chair")
    page = opened(on_stage, on_stage.desk.log())
    (offered,) = page.properties.articles.offered()
    assert (offered.number, offered.title) == (1, "Reconnect a warehouse scanner")
    assert offered.about.startswith("known error PRB7 · ")
    assert "“warehouse”" in offered.about


def test_an_article_about_a_problem_brings_it_up_with_its_state(on_stage: Stage) -> None:
    desk = on_stage.desk.session.desk
    ref = desk.problem_work.open(on_stage.desk.me, desk.new_id(), NewProblem("Sessions drop", workaround="Wait")).ref
    published(on_stage, "Reconnect a warehouse scanner", kind=ArticleKind.KNOWN_ERROR, problem_ref="PRB-000001")
    page = opened(on_stage, on_stage.desk.log())
    block = page.properties.articles
    article, problem = block.offered()
    assert article.about_problem is not None
    assert (article.is_problem, article.about_problem.id) == (False, ref.id)
    assert (problem.is_problem, problem.id) == (True, ref.id)
    assert "KB-000001 is about it" in problem.about
    assert problem.about.startswith("New · Workaround proposed · ")
    (named,) = (button for button in block.findChildren(Button) if button.text() == "PRB-000001")
    named.click()
    assert on_stage.went[-1] == Location("problems", ref.id)


def test_a_desk_without_articles_says_so(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    assert page.properties.articles.first() is None
    assert on_stage.context.actions.offer("incident.article_link").reason.startswith("No article seems to fit")


def test_the_first_article_is_linked_with_a_key_and_taken_back(on_stage: Stage) -> None:
    published(on_stage, "Reconnect a warehouse scanner")
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    assert on_stage.context.actions.run("incident.article_link")
    on_stage.settle()
    assert uses(on_stage, incident) == [ArticleUse.LINKED]
    assert page.properties.articles.offered() == (), "what was used is not offered once more"
    body = page.properties.articles
    next(button for button in body.findChildren(Button) if button.text() == "KB-000001").click()
    assert on_stage.went[-1].page == "knowledge"
    next(b for b in body.findChildren(IconButton) if b.accessibleName().startswith("Take back")).click()
    on_stage.settle()
    assert uses(on_stage, incident) == []
    undo = on_stage.context.undo
    for turn, stands in ((undo.undo, [ArticleUse.LINKED]), (undo.undo, []), (undo.redo, [ArticleUse.LINKED])):
        assert turn()
        on_stage.settle()
        assert uses(on_stage, incident) == stands


def test_an_article_goes_into_the_reply_as_plain_text(on_stage: Stage) -> None:
    published(on_stage, "Reconnect a warehouse scanner")
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    page.writing.write("reply")
    QTest.keyClicks(page.writing.composer.edit, "Dear Jonas, ")
    assert on_stage.context.actions.run("incident.article_insert")
    on_stage.settle()
    composer = page.writing.composer
    assert composer.mode == "reply"
    assert composer.text() == ("Dear Jonas, Steps\n\n1. Hold Fn and Reset\n2. See the map (https://example.org/map)")
    assert uses(on_stage, incident) == [ArticleUse.INSERTED]


def test_an_internal_article_never_goes_into_a_reply(on_stage: Stage) -> None:
    published(on_stage, "Reconnect a warehouse scanner", Audience.INTERNAL)
    page = opened(on_stage, on_stage.desk.log())
    page.writing.write("reply")
    assert on_stage.context.actions.run("incident.article_insert")
    on_stage.settle()
    assert page.writing.composer.mode == "note"
    assert "internal" in on_stage.context.toasts.text


def test_an_incident_is_resolved_with_the_first_article_in_one_step(on_stage: Stage) -> None:
    published(on_stage, "Reconnect a warehouse scanner")
    incident = on_stage.desk.log(group_id=on_stage.desk.network)
    opened(on_stage, incident)
    step = NewStep(on_stage.desk.session.desk.new_id(), StepDetails("Call back"))
    on_stage.desk.session.desk.checklist_work.add(on_stage.desk.me, incident, (step,))
    on_stage.settle()
    assert on_stage.context.actions.run("incident.article_resolve")
    on_stage.settle()
    assert on_stage.context.toasts.text == "1 step of the checklist is still open. Once more resolves all the same."
    assert on_stage.desk.read(incident).state == State.NEW
    assert on_stage.context.actions.run("incident.article_resolve")
    on_stage.settle()
    found = on_stage.desk.read(incident)
    assert found.state == State.RESOLVED
    assert found.resolution_notes == "Resolved with KB-000001: Reconnect a warehouse scanner.\n\nReconnects it."
    assert uses(on_stage, incident) == [ArticleUse.RESOLVED]
    assert "resolved" in on_stage.context.toasts.text
    assert on_stage.context.actions.offer("incident.article_resolve").reason


def test_another_article_is_found_by_words_and_comes_first(on_stage: Stage) -> None:
    published(on_stage, "Reconnect a warehouse scanner")
    other = published(on_stage, "Order an office chair")
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    assert on_stage.context.actions.run("incident.article_find")
    popup = page.properties.articles.finder.popup
    assert popup is not None
    QTest.keyClicks(popup.field, "chair")
    on_stage.settle()
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    on_stage.settle()
    first = page.properties.articles.first()
    assert first is not None
    assert first.id == other.id
    assert on_stage.context.actions.run("incident.article_link")
    on_stage.settle()
    (linked,) = on_stage.desk.session.desk.knowledge.of_incident(on_stage.desk.me, incident)
    assert linked.number == 2


def test_an_article_is_made_from_a_resolution_and_linked_to_it(on_stage: Stage) -> None:
    desk = on_stage.desk.session.desk
    incident = on_stage.desk.log(description="No link since 6:40.", service_id=on_stage.desk.wms)
    notes = Step(State.RESOLVED, resolution_code="workaround_provided", resolution_notes="Rolled the controller back.")
    desk.incidents.step(on_stage.desk.me, incident, notes)
    opened(on_stage, incident)
    assert on_stage.context.actions.run("incident.article_make")
    place = on_stage.went[-1]
    assert place == Location("knowledge", f"from:{incident}")
    page = on_stage.show(KnowledgePage(on_stage.context))
    page.open(place.argument)
    on_stage.settle()
    editor = page.editor
    assert editor is not None
    assert editor.title.text() == "Warehouse scanners offline at Dock 3"
    assert editor.body.toPlainText() == (
        "## Symptoms\n\nNo link since 6:40.\n\n## Workaround\n\nRolled the controller back.\n"
    )
    editor.submit(send=False)
    on_stage.settle()
    (row,) = desk.knowledge.list(on_stage.desk.me)
    detail = desk.knowledge.detail(on_stage.desk.me, row.id)
    assert (detail.facts.kind, detail.facts.service_ids) == (ArticleKind.KNOWN_ERROR, (on_stage.desk.wms,))
    assert uses(on_stage, incident) == [ArticleUse.LINKED]


def test_the_timeline_tells_it_in_a_sentence(on_stage: Stage) -> None:
    ref = published(on_stage, "Reconnect a warehouse scanner")
    incident = on_stage.desk.log()
    desk = on_stage.desk.session.desk
    desk.knowledge_work.use(on_stage.desk.dana, desk.new_id(), ref.id, ArticleUse.LINKED, incident)
    page = opened(on_stage, incident)
    told = [line.accessibleName() for line in page.timeline.findChildren(QWidget)]
    assert any("Linked the knowledge article KB-000001" in text for text in told)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("# Head\n\ntext", "Head\n\ntext"),
        ("**bold** and *slanted* and __both__", "bold and slanted and both"),
        ("`code` snake_case_name 2*3*4", "code snake_case_name 2*3*4"),
        ("```sh\nping x\n```", "ping x"),
        ("> quoted\n> more", "quoted\nmore"),
        ("![Panel](picture:abc) [web](https://x.org)", "Panel web (https://x.org)"),
        ("- one\n- two", "- one\n- two"),
    ],
)
def test_markdown_as_somebody_would_write_it(source: str, plain: str) -> None:
    assert as_plain(source) == plain


def names_popup(page: IncidentPage) -> ChoicePopup:
    popup = page._knowing.names.popup
    assert popup is not None
    return popup


def test_two_brackets_complete_the_name_of_an_article(on_stage: Stage) -> None:
    published(on_stage, "Reconnect a warehouse scanner")
    published(on_stage, "Order an office chair")
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    page.writing.write("reply")
    edit = page.writing.composer.edit
    QTest.keyClicks(edit, "Please see [[")
    on_stage.settle()
    popup = names_popup(page)
    QTest.keyClicks(popup.field, "ware")
    on_stage.settle()
    assert popup.options() == ["KB-000001"]
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert edit.toPlainText() == "Please see KB-000001 “Reconnect a warehouse scanner”"
    assert uses(on_stage, incident) == [ArticleUse.LINKED]


def test_with_shift_the_text_of_the_article_goes_in(on_stage: Stage) -> None:
    published(on_stage, "Reconnect a warehouse scanner")
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    page.writing.write("reply")
    edit = page.writing.composer.edit
    QTest.keyClicks(edit, "[[")
    on_stage.settle()
    popup = names_popup(page)
    assert popup.options() == ["KB-000001"], "without a word, what was written last"
    QTest.keyClick(popup.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    on_stage.settle()
    assert edit.toPlainText() == as_plain(BODY)
    assert uses(on_stage, incident) == [ArticleUse.INSERTED]


def test_what_callers_may_not_read_is_not_named_in_a_reply(on_stage: Stage) -> None:
    published(on_stage, "Reset the core switch", Audience.INTERNAL)
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    for mode, said in (("reply", ""), ("note", "KB-000001 “Reset the core switch”")):
        page.writing.write(mode)
        edit = page.writing.composer.edit
        edit.clear()
        QTest.keyClicks(edit, "[[")
        on_stage.settle()
        QTest.keyClick(names_popup(page).field, Qt.Key.Key_Return)
        on_stage.settle()
        assert edit.toPlainText() == said
        assert bool(page.writing.composer.problem()) is (mode == "reply")
    assert uses(on_stage, incident) == [ArticleUse.LINKED]


def test_brackets_stay_where_nothing_is_chosen(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    page.writing.write("note")
    QTest.keyClicks(page.writing.composer.edit, "a[[")
    on_stage.settle()
    QTest.keyClick(names_popup(page).field, Qt.Key.Key_Escape)
    on_stage.settle()
    assert page.writing.composer.edit.toPlainText() == "a[["
