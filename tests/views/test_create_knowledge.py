"""Knowledge in quick create: offered while one types, and a call answered and closed with a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.knowledge import ArticleStep, ArticleUse, Audience
from app.domain.vocabulary import State
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.views.create.sheets import CreateSheets, install
from app.views.pages import Location
from app.views.widgets.buttons import Button
from tests.views.desks import Stage


@pytest.fixture
def sheets(on_stage: Stage) -> CreateSheets:
    on_stage.window.resize(1208, 824)
    on_stage.window.show()
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    desk, work = on_stage.desk.session.desk, on_stage.desk.session.desk.knowledge_work
    text = ArticleText("Reconnect a warehouse scanner", "Hold Fn and Reset.", "1. Hold Fn", Audience.EVERYONE)
    ref = work.create(on_stage.desk.dana, desk.new_id(), text, ArticleFacts())
    work.step(on_stage.desk.dana, ref.id, ArticleStep.SUBMIT, seen=1)
    work.step(on_stage.desk.me, ref.id, ArticleStep.PUBLISH, seen=1)
    return on_stage.window.findChildren(CreateSheets)[0]


def test_a_call_is_answered_by_an_article_with_few_keys(on_stage: Stage, sheets: CreateSheets) -> None:
    on_stage.context.actions.run("incident.new")
    on_stage.settle()
    sheet = sheets.shown[-1]
    QTest.keyClicks(sheet.form.requester, "jonas")
    on_stage.settle()
    QTest.keyClick(sheet.form.requester, Qt.Key.Key_Return)
    on_stage.settle()
    summary = "scanner lost"
    QTest.keyClicks(sheet.form.summary, summary)
    on_stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    on_stage.settle()
    cards = sheet.side.articles
    assert [each.title for each in cards.shown] == ["Reconnect a warehouse scanner"]
    QTest.keyClick(sheet.form.summary, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    on_stage.settle()
    assert sheet.is_done
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    ref = desk.incident.find_number(me, 1)
    assert ref is not None
    detail = on_stage.desk.read(ref.id)
    assert (detail.short_description, detail.state) == (summary, State.RESOLVED)
    assert detail.resolution_notes == "Resolved with KB-000001: Reconnect a warehouse scanner.\n\nHold Fn and Reset."
    assert [each.kind for each in desk.knowledge.of_incident(me, ref.id)] == [ArticleUse.RESOLVED]
    keys = 1 + len("jonas") + 1 + len(summary) + 1
    assert keys < 25, "Ctrl+N, the caller, Enter, the summary, Alt+2"


def test_a_call_is_logged_with_the_article_linked(on_stage: Stage, sheets: CreateSheets) -> None:
    on_stage.context.actions.run("incident.new")
    on_stage.settle()
    sheet = sheets.shown[-1]
    QTest.keyClicks(sheet.form.requester, "jonas")
    on_stage.settle()
    QTest.keyClick(sheet.form.requester, Qt.Key.Key_Return)
    QTest.keyClicks(sheet.form.summary, "scanner lost")
    on_stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    on_stage.settle()
    QTest.keyClick(sheet.form.summary, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    on_stage.settle()
    assert sheet.is_done
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    ref = desk.incident.find_number(me, 1)
    assert ref is not None
    assert on_stage.desk.read(ref.id).state == State.NEW
    assert [each.kind for each in desk.knowledge.of_incident(me, ref.id)] == [ArticleUse.LINKED]
    on_stage.context.toasts.undo()
    on_stage.settle()
    assert desk.knowledge.of_incident(me, ref.id) == (), "a call that is taken back has used nothing"


def test_the_category_that_a_template_chose_speaks_for_an_article(on_stage: Stage, sheets: CreateSheets) -> None:
    desk, work = on_stage.desk.session.desk, on_stage.desk.session.desk.knowledge_work
    text = ArticleText("Reconnect a warehouse scanner to its dock", "Press both.", "1. Press", Audience.EVERYONE)
    facts = ArticleFacts(category_id=on_stage.desk.network_category)
    ref = work.create(on_stage.desk.dana, desk.new_id(), text, facts)
    work.step(on_stage.desk.dana, ref.id, ArticleStep.SUBMIT, seen=1)
    work.step(on_stage.desk.me, ref.id, ArticleStep.PUBLISH, seen=1)
    on_stage.context.actions.run("incident.new")
    on_stage.settle()
    sheet = sheets.shown[-1]
    sheet.form._set(category_id=on_stage.desk.network_category, category_name="Dock radio")
    QTest.keyClicks(sheet.form.summary, "scanner lost")
    on_stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    on_stage.settle()
    assert [each.why for each in sheet.side.articles.shown] == ["“scanner” · same category", "“scanner”"]


def test_an_article_is_opened_and_the_call_stays(on_stage: Stage, sheets: CreateSheets) -> None:
    on_stage.context.actions.run("incident.new")
    on_stage.settle()
    sheet = sheets.shown[-1]
    QTest.keyClicks(sheet.form.summary, "scanner")
    on_stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    on_stage.settle()
    cards = sheet.side.articles
    next(button for button in cards.findChildren(Button) if button.text() == "Open").click()
    assert on_stage.went[-1] == Location("knowledge", cards.shown[0].id)
    sheet.form.summary.setText("")
    QTest.keyClicks(sheet.form.summary, "x")
    on_stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    on_stage.settle()
    assert cards.shown == ()
    QTest.keyClick(sheet.form.summary, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert not sheet.is_done


def test_what_is_missing_is_asked_for_first(on_stage: Stage, sheets: CreateSheets) -> None:
    on_stage.context.actions.run("incident.new")
    on_stage.settle()
    sheet = sheets.shown[-1]
    QTest.keyClicks(sheet.form.summary, "scanner")
    on_stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    on_stage.settle()
    sheet.side.articles.resolve_first()
    on_stage.settle()
    assert not sheet.is_done
    assert on_stage.desk.session.desk.incident.find_number(on_stage.desk.me, 1) is None
