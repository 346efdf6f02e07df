"""One box searches everything: what it shows while one types, and what the keys do."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.actor import Actor
from app.domain.errors import Away
from app.domain.knowledge import ArticleKind
from app.domain.search.marking import Marked
from app.models.knowledge import unfound_search
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.services.people.dto import NewPerson
from app.services.problems.dto import NewProblem
from app.services.search.commands import SearchCommands
from app.services.search.dto import Hit, HitGroup, Kind, SearchQuery, SearchResult
from app.services.search.queries import SearchQueries
from app.views.context import AtHand
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow, Parts
from app.views.problems.page import ProblemsPage
from app.views.search.marked_text import paint_marked
from app.views.search.panel import SearchPanel, place_of
from app.views.search.rows import head_of
from app.views.toolkit import tokens
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from app.views.toolkit.theme import Theme
from tests.views.desks import SmallDesk

Open = Callable[[str], SearchPanel]


@pytest.fixture
def window(desk: SmallDesk, theme: Theme, background: Background, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    desk.log("Fuser unit squeals", description="At the dock.")
    desk.log("Roller slips", description="Zinkner called")
    people, services = desk.session.desk.people_admin, desk.session.desk
    people.add_person(desk.me, NewPerson(services.new_id(), "Zinkner, Paul"))
    people.add_configuration_item(desk.me, "zinkner-07", "server")
    made = MainWindow(
        Parts(background, WindowState(tmp_path / "window.json", background), theme, desk.clock, drafts_folder=tmp_path)
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    with qtbot.waitSignal(made.queue.answered):
        made.desk_opened(desk.session, "Harbour", "This computer", is_demo=False)
    return made


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Open:
    """Opens the search by its key and looks for something."""

    def open_for(text: str) -> SearchPanel:
        QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        panel = window.findChild(SearchPanel)
        assert panel is not None
        assert panel.field.hasFocus()
        look_for(panel, text, qtbot)
        return panel

    return open_for


def look_for(panel: SearchPanel, text: str, qtbot: QtBot) -> None:
    before = panel.answers
    panel.field.setText(text)
    if text.strip():
        qtbot.waitUntil(lambda: panel.answers > before)


def test_what_was_found_stands_under_its_kind(opened: Open, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    panel = opened("zinkner")
    assert [(hit.kind, hit.title.text) for hit in panel.shown()] == [
        (Kind.INCIDENT, "Roller slips"),
        (Kind.PERSON, "Zinkner, Paul"),
        (Kind.ITEM, "zinkner-07"),
    ]
    check: Callable[..., None] = qtmodeltester.check
    check(panel.list.model())
    look_for(panel, "fuser", qtbot)
    (hit,) = panel.shown()
    assert panel.current() == hit
    assert "Fuser unit squeals" in str(panel.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_enter_opens_the_incident(opened: Open, window: MainWindow, qtbot: QtBot) -> None:
    panel = opened("fuser")
    hit = panel.current()
    assert hit is not None
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert isinstance(window.page, IncidentPage)
    page = window.page
    qtbot.waitUntil(lambda: page.detail is not None)
    assert page.detail is not None
    assert page.detail.id == hit.id


def test_tab_goes_from_kind_to_kind_and_round(opened: Open) -> None:
    panel = opened("zinkner")
    seen = []
    for _ in range(4):
        current = panel.current()
        assert current is not None
        seen.append(current.kind)
        QTest.keyClick(panel.field, Qt.Key.Key_Tab)
    assert seen == [Kind.INCIDENT, Kind.PERSON, Kind.ITEM, Kind.INCIDENT]
    QTest.keyClick(panel.field, Qt.Key.Key_Backtab)
    assert panel.current() is not None


def test_a_person_leads_to_what_they_called_about_and_an_item_to_a_search(opened: Open, qtbot: QtBot) -> None:
    panel = opened("zinkner")
    person = panel.shown()[1]
    assert place_of(person).argument == 'is:any "Zinkner, Paul"'
    QTest.keyClick(panel.field, Qt.Key.Key_End)
    QTest.keyClick(panel.field, Qt.Key.Key_Tab)
    QTest.keyClick(panel.field, Qt.Key.Key_Tab)
    before = panel.answers
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.field.text() == '"zinkner-07"'
    qtbot.waitUntil(lambda: panel.answers > before)


def test_an_article_about_a_problem_names_it_and_one_key_opens_it(
    opened: Open, window: MainWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    services = desk.session.desk
    ref = services.problem_work.open(desk.me, services.new_id(), NewProblem("Sessions drop")).ref
    facts = ArticleFacts(ArticleKind.KNOWN_ERROR, problem_ref="PRB-000001")
    services.knowledge_work.create(desk.me, services.new_id(), ArticleText("Hovercraft drops out"), facts)
    panel = opened("hovercraft")
    (hit,) = panel.shown()
    spoken = str(panel.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("KB-000001, Hovercraft drops out, Draft, PRB-000001: New")
    assert panel.tip.text() == "Ctrl ↵ open PRB-000001"
    QTest.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hit.problem is not None
    page = window.page
    assert isinstance(page, ProblemsPage)
    qtbot.waitUntil(lambda: page.view.detail is not None and page.view.detail.row.id == ref.id)


def test_what_has_no_problem_keeps_the_key_to_itself(opened: Open) -> None:
    panel = opened("fuser")
    assert "together" in panel.tip.text()
    QTest.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.isVisible()


def test_a_second_try_is_said(opened: Open) -> None:
    panel = opened("fusre")
    assert panel.notice.isVisible()
    assert panel.notice.text() == "Nothing has exactly these words. Shown is “fuser” for “fusre”."


def test_nothing_found_says_what_to_do(opened: Open) -> None:
    panel = opened("hovercraft")
    assert not panel.list.isVisible()
    assert panel.message.text().startswith("Nothing was found for “hovercraft”.")


@pytest.mark.parametrize("text", ['"', "(*^:", "-fuser", "\u202e"])
def test_signs_and_words_to_leave_out_are_no_search(opened: Open, desk: SmallDesk, text: str) -> None:
    panel = opened(text)
    assert "names nothing to look for" in panel.message.text()
    panel.close_quietly()
    assert counted(desk) == {}


def test_a_sign_that_turns_text_round_turns_only_what_was_typed(opened: Open) -> None:
    panel = opened("zq \u202exq")
    assert panel.message.text().startswith("Nothing was found for “\u2068zq \u202exq\u2069”.")


def test_without_words_it_says_what_can_be_typed(opened: Open, qtbot: QtBot) -> None:
    panel = opened("fuser")
    look_for(panel, "  ", qtbot)
    assert panel.message.isVisible()
    assert "paper jam" in panel.message.text()


def test_an_error_is_said_and_typing_goes_on(opened: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    panel = opened("fuser")

    def fail(*_arguments: object) -> None:
        raise Away("The server does not answer.")

    with monkeypatch.context() as patch:
        patch.setattr(SearchQueries, "find", fail)
        look_for(panel, "fuser unit", qtbot)
        assert panel.message.text().startswith("The server does not answer.")
    look_for(panel, "fuser", qtbot)
    assert len(panel.shown()) == 1


def test_escape_closes_it_and_the_words_are_there_again(opened: Open, window: MainWindow, qtbot: QtBot) -> None:
    panel = opened("fuser")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(SearchPanel) is None)
    window.context.actions.run("window.search")
    again = window.findChild(SearchPanel)
    assert again is not None
    assert (again.field.text(), again.field.selectedText()) == ("fuser", "fuser")


def test_heads_say_how_many_there_are() -> None:
    hit = Hit(Kind.INCIDENT, "a", Marked("x"))
    group = HitGroup(Kind.INCIDENT, (hit,), 1)
    assert head_of(group) == "Incidents · 1"
    assert head_of(replace(group, count=1234)) == "Incidents · 1 of 1,234"
    assert head_of(replace(group, count=400, is_more=True)) == "Incidents · 1 of 400+"


@pytest.mark.parametrize("text", ["", "plain", "\N{PRINTER} printer", "שלום printer", "a\u0301 printer", "x" * 5000])
def test_any_text_is_painted(dressed: Theme, text: str) -> None:
    del dressed
    image = QImage(300, 30, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    marked = Marked(text, ((0, len(text)),) if text else ())
    end = paint_marked(painter, tokens.UI, "text", QRectF(QPointF(0, 0), image.size().toSizeF()), marked)
    painter.end()
    assert 0 <= end <= 310


def test_what_is_at_hand_ranks_what_is_found(
    window: MainWindow, opened: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[SearchQuery] = []
    find = SearchQueries.find

    def listen(self: SearchQueries, actor: Actor, query: SearchQuery) -> SearchResult:
        asked.append(query)
        return find(self, actor, query)

    monkeypatch.setattr(SearchQueries, "find", listen)
    window.context.at_hand = lambda: AtHand("c" * 32, "5" * 32)
    opened("fuser")
    qtbot.waitUntil(lambda: bool(asked))
    assert (asked[-1].caller_id, asked[-1].service_id) == ("c" * 32, "5" * 32)


def counted(desk: SmallDesk) -> dict[str, int]:
    with desk.session.desk.store.database.reading() as connection:
        rows = connection.execute(select(unfound_search.c.words, unfound_search.c.times)).all()
    return {row.words: row.times for row in rows}


def test_what_nobody_finds_is_counted_when_the_search_is_left(opened: Open, desk: SmallDesk, qtbot: QtBot) -> None:
    panel = opened("badge rea")
    look_for(panel, "Badge  Reader", qtbot)
    assert counted(desk) == {}, "what is being typed is not what was looked for"
    panel.close_quietly()
    qtbot.waitUntil(lambda: counted(desk) == {"badge reader": 1})


def test_the_same_search_opened_again_is_not_counted_again(
    opened: Open, window: MainWindow, desk: SmallDesk, background: Background, qtbot: QtBot
) -> None:
    opened("badge reader").close_quietly()
    qtbot.waitUntil(lambda: counted(desk) == {"badge reader": 1} and window.findChild(SearchPanel) is None)
    assert window.context.looked_for == ["badge reader"]
    panel = opened("badge reader")
    look_for(panel, "fuser", qtbot)
    assert panel.shown()
    panel.close_quietly()
    qtbot.waitUntil(lambda: not background.busy and window.findChild(SearchPanel) is None)
    assert counted(desk) == {"badge reader": 1}, "what was still there from the last time is no second search"


def test_that_a_count_fails_bothers_nobody(
    opened: Open, background: Background, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def away(*_arguments: object) -> None:
        raise Away("The server does not answer.")

    monkeypatch.setattr(SearchCommands, "count_unfound", away)
    told: list[object] = []
    background.failed.connect(told.append)
    opened("badge reader").close_quietly()
    qtbot.waitUntil(lambda: not background.busy)
    assert told == []
