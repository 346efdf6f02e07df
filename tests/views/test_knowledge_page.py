"""Knowledge in the window: finding, reading, writing, the workflow, versions, and what is typed surviving a kill."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.actor import Actor
from app.domain.knowledge import ArticleKind, ArticleState, ArticleStep, ArticleUse, Audience
from app.domain.numbers import parse_problem_number
from app.domain.vocabulary import Role
from app.services.knowledge.dto import ArticleDetail, ArticleFacts, ArticleRef, ArticleText
from app.services.problems.dto import NewProblem
from app.services.session import Session
from app.views.actions import ActionRegistry, ActionSpec, Scope, are_apart
from app.views.knowledge.articles_list import HIT, spoken
from app.views.knowledge.editor import ArticleEditor
from app.views.knowledge.page import KnowledgePage
from app.views.pages import Location
from app.views.toolkit.theme import Theme
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from tests.arch.source import ROOT
from tests.views.desks import Stage
from tests.views.strays import no_stray_windows


class At:
    """A stage with the page of knowledge on it; Dana writes, the administrator at the window approves."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.desk, self.me, self.dana = stage.desk.session.desk, stage.desk.me, stage.desk.dana
        self.page = stage.show(KnowledgePage(stage.context))

    @property
    def actions(self) -> ActionRegistry:
        return self.stage.context.actions

    def write(self, title: str, by: Actor | None = None, **facts: Any) -> ArticleRef:
        text = ArticleText(title, "What it is about.", f"## Steps\n\n1. {title}", Audience.EVERYONE)
        self.stage.desk.clock.advance(minutes=1)
        return self.desk.knowledge_work.create(by or self.dana, self.desk.new_id(), text, ArticleFacts(**facts))

    def submitted(self, title: str, **facts: Any) -> ArticleRef:
        ref = self.write(title, **facts)
        return self.desk.knowledge_work.step(self.dana, ref.id, ArticleStep.SUBMIT, seen=1)

    def published(self, title: str, **facts: Any) -> ArticleRef:
        ref = self.submitted(title, **facts)
        return self.desk.knowledge_work.step(self.me, ref.id, ArticleStep.PUBLISH, seen=1)

    def open(self, ref: ArticleRef | None = None) -> None:
        self.page.open(ref.id if ref is not None else "")
        self.stage.settle()

    def run(self, action: str) -> None:
        assert self.actions.run(action), self.actions.offer(action).reason
        self.stage.settle()

    def read(self, ref: ArticleRef, version: int | None = None) -> ArticleDetail:
        return self.desk.knowledge.detail(self.me, ref.id, version)

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.page.browse.finder.list.articles.rows]

    @property
    def editor(self) -> ArticleEditor:
        assert self.page.editor is not None
        return self.page.editor


@pytest.fixture
def at(on_stage: Stage) -> At:
    return At(on_stage)


def test_an_empty_desk_offers_the_templates(at: At) -> None:
    at.open()
    assert at.page.browse.reading.empty.title() == "Write down what solved something"
    offered = [button.text() for button in at.page.browse.reading.empty.findChildren(Button)]
    assert offered == ["How-to", "Known error", "FAQ"]
    at.page.browse.new_wanted.emit(ArticleKind.FAQ)
    at.stage.settle()
    assert at.page.writes
    assert at.editor.body.toPlainText().startswith("## Answer")


def test_the_first_article_is_shown_and_the_keys_go_through_the_list(at: At) -> None:
    first, second = at.published("Clear a paper jam"), at.published("Reset a token")
    at.open()
    assert at.titles == ["Reset a token", "Clear a paper jam"]
    browse = at.page.browse
    assert browse.reading.detail is not None
    assert browse.reading.detail.row.id == second.id
    at.run("list.next")
    assert browse.reading.detail.row.id == first.id
    assert "Clear a paper jam" in browse.reading.text.toPlainText()
    assert (browse.reading.number.text(), browse.reading.title.text()) == ("KB-000001", "Clear a paper jam")
    at.run("list.previous")
    assert browse.reading.detail.row.id == second.id


def test_the_first_article_is_marked_in_the_list_that_has_the_keyboard_before_it_is_read(at: At) -> None:
    second = at.published("Reset a token")
    at.page.browse.finder.list.setFocus()
    at.open()
    found = at.page.browse.finder.list
    row = found.current()
    assert row is not None
    assert row.id == second.id
    assert found.hasFocus()
    assert found.selectionModel().isSelected(found.currentIndex())


def test_words_and_choices_narrow_the_list(at: At) -> None:
    at.published("Clear a paper jam", tags=("printer",))
    at.write("Reset a token")
    at.open()
    finder = at.page.browse.finder
    finder.choose_which("draft")
    at.stage.settle()
    assert at.titles == ["Reset a token"]
    finder.choose_which("retired")
    at.stage.settle()
    assert (at.titles, finder.empty.title()) == ([], "Nothing is retired")
    finder.empty.findChildren(Button)[-1].click()
    at.stage.settle()
    assert len(at.titles) == 2
    QTest.keyClicks(finder.field, "papr")
    at.stage.wait_for(lambda: at.titles == ["Clear a paper jam"])
    assert finder.notice.isVisibleTo(finder)
    finder.field.setText("zzzz")
    at.stage.wait_for(lambda: at.titles == [])
    assert finder.empty.title() == "Nothing was found"


def test_an_article_is_written_with_the_keys(at: At) -> None:
    at.open()
    at.run("knowledge.new")
    editor = at.editor
    QTest.keyClicks(editor.title, "Clear a paper jam")
    QTest.keyClicks(editor.summary, "The printer beeps.")
    editor.body.setPlainText("")
    QTest.keyClicks(editor.body, "1. Open **the** cover")
    editor.show_preview()
    assert editor.preview.toPlainText() == "Open the cover"
    QTest.keyClick(editor.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at.stage.settle()
    assert not at.page.writes
    assert at.titles == ["Clear a paper jam"]
    (row,) = at.desk.knowledge.list(at.me)
    detail = at.desk.knowledge.detail(at.me, row.id)
    assert (detail.text.body, detail.text.audience, detail.facts.kind) == (
        "1. Open **the** cover", Audience.INTERNAL, ArticleKind.HOW_TO,
    )  # fmt: skip
    at.run("knowledge.edit")
    at.editor.body.setPlainText("1. Open the rear cover")
    QTest.keyClick(
        at.editor.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    at.stage.settle()
    assert at.desk.knowledge.detail(at.me, row.id).row.state is ArticleState.IN_REVIEW
    assert at.actions.offer("knowledge.publish").reason == "You wrote part of it, so somebody else has to approve it"
    assert at.actions.offer("knowledge.edit").reason == "It is in review: send it back to draft first"


def test_what_cannot_be_saved_is_said_and_stays(at: At) -> None:
    at.open()
    at.run("knowledge.new")
    at.editor.submit(send=False)
    at.stage.settle()
    assert at.page.writes
    assert "title is empty" in at.editor.problem.text()
    QTest.keyClick(at.editor.body, Qt.Key.Key_Escape)
    at.stage.settle()
    assert not at.page.writes


def test_it_is_approved_sent_back_and_retired(at: At) -> None:
    ref = at.submitted("Clear a paper jam")
    at.open(ref)
    assert at.page.browse.reading.buttons["knowledge.publish"].isVisible()
    at.run("knowledge.send_back")
    bar = at.page.browse.reason
    assert bar.isVisible()
    bar.submit()
    assert "write it in a sentence" in bar.problem.text()
    QTest.keyClicks(bar.box, "Step 2 is missing")
    QTest.keyClick(bar.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at.stage.settle()
    assert at.read(ref).row.state is ArticleState.DRAFT
    assert at.read(ref).steps[0].reason == "Step 2 is missing"
    at.run("knowledge.submit")
    at.run("knowledge.publish")
    assert at.read(ref).row.state is ArticleState.PUBLISHED
    assert at.stage.context.toasts.text == "Approved and published."
    at.run("knowledge.retire")
    bar.box.setPlainText("The printers are gone")
    bar.submit()
    at.stage.settle()
    assert at.read(ref).row.state is ArticleState.RETIRED
    at.run("knowledge.restore")
    assert at.read(ref).row.state is ArticleState.DRAFT


def test_a_refusal_is_shown_above_the_text(at: At) -> None:
    ref = at.write("Clear a paper jam", review_on=at.stage.desk.clock.now().date())
    at.desk.knowledge_work.step(at.dana, ref.id, ArticleStep.SUBMIT, seen=1)
    at.open(ref)
    at.run("knowledge.publish")
    assert "day in the future" in at.page.browse.reading.refusal.text()
    assert at.page.browse.reading.refusal.isVisible()


def test_versions_are_read_and_compared(at: At) -> None:
    ref = at.published("Clear a paper jam")
    text = ArticleText("Clear a paper jam", "What it is about.", "## Steps\n\n1. Open it <slowly>", Audience.EVERYONE)
    at.desk.knowledge_work.write(at.dana, ref.id, text, seen=1)
    at.open(ref)
    reading = at.page.browse.reading
    assert reading.detail is not None
    assert at.read(ref).shown_version == 1
    assert "Version 2 is a draft" in reading.old.text()
    at.run("knowledge.newer")
    assert "Open it <slowly>" in reading.text.toPlainText()
    at.run("knowledge.compare")
    assert "+ 1. Open it <slowly>" in reading.changes.toPlainText()
    at.run("knowledge.compare")
    assert reading.content.currentWidget() is reading.text
    at.run("knowledge.older")
    assert reading.version.text() == "Version 1"


def test_all_versions_begin_at_one_edge(at: At) -> None:
    """The shown one is a link and the others are not, and yet no line is further in than the next."""
    ref = at.published("Clear a paper jam")
    text = ArticleText("Clear a paper jam", "What it is about.", "## Steps\n\n1. Open it", Audience.EVERYONE)
    at.desk.knowledge_work.write(at.dana, ref.id, text, seen=1)
    at.open(ref)
    lines = [each for each in at.page.browse.side.versions.findChildren(Button) if each.text().startswith("v")]
    assert len(lines) == 2
    edges = {_first_ink(line) for line in lines}
    assert len(edges) == 1, edges


def _first_ink(widget: Button) -> int:
    """How many pixels from the left the first letter begins."""
    image = widget.grab().toImage()
    ground = image.pixel(0, image.height() // 2)
    columns = (column for column in range(image.width()) for row in range(8, image.height() - 8)
               if image.pixel(column, row) != ground)  # fmt: skip
    return next(columns)


def test_what_is_typed_as_a_problem_is_shown_as_problems_are_numbered(at: At) -> None:
    at.open(at.published("Clear a paper jam"))
    assert parse_problem_number(at.page.browse.side.problem.line.placeholderText()) is not None


def test_who_was_helped_is_told_without_a_nought(at: At) -> None:
    ref = at.published("Clear a paper jam")
    at.desk.knowledge_work.use(at.dana, at.desk.new_id(), ref.id, ArticleUse.HELPED)
    at.open(ref)
    told = [label.text() for label in at.page.browse.side.used.findChildren(Label)]
    assert "Not used in the last 30 days. 1 said it helped." in told


def test_facts_are_changed_beside_the_article(at: At) -> None:
    ref = at.published("Clear a paper jam")
    with no_stray_windows():
        at.open(ref)
    side = at.page.browse.side
    side.tags.restore("printer, Paper")
    side.tags.commit()
    at.stage.settle()
    assert at.read(ref).facts.tags == ("printer", "paper")
    side.review.restore("2027-05-01")
    side.review.commit()
    at.stage.settle()
    assert str(at.read(ref).facts.review_on) == "2027-05-01"
    side.owner.open_list()
    at.stage.settle()
    assert side.owner.popup is not None
    side.owner.popup.close()
    at.stage.settle()


def test_uses_and_opinions_are_counted(at: At) -> None:
    ref = at.published("Clear a paper jam")
    at.open(ref)
    for action in ("knowledge.used", "knowledge.helped", "knowledge.did_not_help"):
        at.run(action)
    row = at.read(ref).row
    assert (row.used, row.helped, row.did_not_help) == (1, 0, 1)
    assert "0 % helpful" in spoken(row)


def test_an_incident_stands_once_with_all_that_was_done_there(at: At) -> None:
    ref = at.published("Clear a paper jam")
    incident = at.stage.desk.log()
    for kind in (ArticleUse.LINKED, ArticleUse.HELPED):
        at.desk.knowledge_work.use(at.me, at.desk.new_id(), ref.id, kind, incident)
        at.stage.desk.clock.advance(minutes=1)
    at.open(ref)
    lines = [each for each in at.page.findChildren(Button) if each.text() == "INC-000001"]
    assert [line.accessibleName().partition("Dock 3, ")[2] for line in lines] == ["it helped, linked"]
    lines[0].click()
    at.stage.settle()
    assert at.stage.went[-1] == Location("incident", incident)


def test_links_lead_to_articles_and_incidents(at: At) -> None:
    ref = at.published("Clear a paper jam")
    incident = at.stage.desk.log()
    at.open(ref)
    reading = at.page.browse.reading
    for address, place in (
        ("article:1", Location("knowledge", ref.id)),
        ("incident:1", Location("incident", incident)),
    ):
        reading.link_wanted.emit(address)
        at.stage.settle()
        assert at.stage.went[-1] == place
    reading.link_wanted.emit("incident:99")
    at.stage.settle()
    assert "nothing with this number" in at.stage.context.toasts.text


def test_the_problem_of_an_article_stands_beside_it_and_a_key_opens_it(at: At) -> None:
    opened = at.desk.problem_work.open(at.me, at.desk.new_id(), NewProblem("Sessions drop")).ref
    at.published("Connect again", kind=ArticleKind.KNOWN_ERROR, problem_ref="PRB-000001")
    at.open(at.published("Elsewhere", kind=ArticleKind.KNOWN_ERROR, problem_ref="PRB0001234"))
    assert at.page.browse.side.opens_problem.isHidden()
    assert at.actions.offer("knowledge.problem").reason == "The article is about no problem of this desk"
    at.page.browse.finder.list.step(1)
    at.stage.settle()
    assert at.page.browse.side.opens_problem.text() == "New"
    at.run("knowledge.problem")
    assert at.stage.went[-1] == Location("problems", opened.id)


def test_what_a_misspelt_word_was_taken_for_is_said(at: At) -> None:
    at.published("Clear the zinkner")
    at.open()
    finder = at.page.browse.finder
    finder.field.setText("zinnker")
    finder.load()
    at.stage.settle()
    assert at.titles == ["Clear the zinkner"]
    spoken = str(finder.list.articles.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.endswith(", Steps  1. Clear the zinkner")
    hit = finder.list.articles.index(0).data(HIT)
    assert [hit.title.text[left:right] for left, right in hit.title.spans] == ["zinkner"]
    high = finder.list.sizeHintForRow(0)
    finder.field.clear()
    at.stage.wait_for(lambda: finder.list.articles.index(0).data(HIT) is None)
    assert finder.list.sizeHintForRow(0) < high
    finder.field.setText("zinnker")
    at.stage.wait_for(finder.notice.isVisible)
    assert finder.notice.text() == "Nothing has exactly these words. Shown is “zinkner” for “zinnker”."


def test_a_stale_article_says_so_with_a_clock_and_words(at: At) -> None:
    ref = at.published("Clear a paper jam")
    at.stage.desk.clock.advance(days=200)
    at.open(ref)
    assert at.page.browse.reading.stale.isVisible()
    assert "Review was due" in at.page.browse.reading.stale.text()
    assert "review is due" in spoken(at.page.browse.finder.list.articles.rows[0])


def test_what_others_change_is_shown(at: At) -> None:
    ref = at.published("Clear a paper jam")
    at.open(ref)
    at.desk.knowledge_work.use(at.dana, at.desk.new_id(), ref.id, ArticleUse.HELPED)
    at.stage.wait_for(lambda: "100" in spoken(at.page.browse.finder.list.articles.rows[0]))


def test_two_people_who_write_the_same_article_lose_nothing(at: At) -> None:
    ref = at.published("Clear a paper jam")
    at.open(ref)
    at.run("knowledge.edit")
    at.editor.body.setPlainText("Mine")
    theirs = ArticleText("Clear a paper jam", "What it is about.", "Theirs", Audience.EVERYONE)
    at.desk.knowledge_work.write(at.dana, ref.id, theirs, seen=1)
    at.editor.submit(send=False)
    at.stage.settle()
    assert "newer version meanwhile" in at.editor.problem.text()
    assert at.editor.body.toPlainText() == "Mine"
    at.editor.problem.findChildren(Button)[0].click()
    at.stage.settle()
    assert [at.read(ref, number).text.body for number in (2, 3)] == ["Theirs", "Mine"]


def test_what_was_typed_is_offered_again(at: At) -> None:
    at.open()
    at.run("knowledge.new")
    QTest.keyClicks(at.editor.title, "Half an article")
    at.editor.left.emit()
    at.stage.settle()
    strip = at.page.browse.unfinished
    assert "Half an article" in strip.text()
    strip.findChildren(Button)[0].click()
    at.stage.settle()
    assert at.editor.title.text() == "Half an article"
    assert at.editor.restored.isVisible()
    at.editor.restored.findChildren(Button)[0].click()
    at.stage.settle()
    assert not at.page.writes
    assert not strip.isVisible()


def test_requesters_read_and_do_not_write(at: At) -> None:
    at.published("Clear a paper jam")
    at.write("Draft")
    at.stage.context.session = Session(at.desk, Actor(at.stage.desk.jonas, "Jonas Berg", Role.REQUESTER))
    at.actions.set_actor(at.stage.context.actor)
    at.open()
    assert at.titles == ["Clear a paper jam"]
    assert not at.page.browse.finder.new.isVisible()
    shown = [action for action, button in at.page.browse.reading.buttons.items() if button.isVisible()]
    assert shown == ["knowledge.helped", "knowledge.did_not_help"]


def test_the_desk_is_away_and_it_says_so(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.domain.errors import Away
    from app.services.knowledge.queries import KnowledgeQueries

    def away(*_arguments: object) -> None:
        raise Away("The server does not answer.")

    monkeypatch.setattr(KnowledgeQueries, "list", away)
    at.open()
    finder = at.page.browse.finder
    assert finder.empty.title() == "The articles cannot be shown"
    assert [button.text() for button in finder.empty.findChildren(Button)][-1] == "Try again"


def test_both_themes_and_a_narrow_window(at: At, theme: Theme) -> None:
    ref = at.published("Clear a paper jam")
    at.open(ref)
    html = at.page.browse.reading.text.toHtml()
    theme.use("dark")
    at.stage.settle()
    assert at.page.browse.reading.text.toHtml() != html
    assert at.page.browse.side.isVisible()
    at.stage.window.resize(900, 600)
    at.stage.settle()
    assert not at.page.browse.side.isVisible()
    at.stage.wait_for(lambda: at.page.browse.reading.width() > 500)


def test_pages_that_are_never_shown_together_may_share_keys() -> None:
    one, other = ActionSpec("a", "A", Scope.KNOWLEDGE, ("E",)), ActionSpec("b", "B", Scope.INCIDENT, ("E",))
    assert are_apart(one, other)
    assert are_apart(other, one)
    assert not are_apart(one, ActionSpec("c", "C", Scope.WINDOW, ("E",)))


_TYPIST = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget, QVBoxLayout
from app.bootstrap import open_session
from app.infra.lanes import Lanes
from app.views.action_catalogue import CATALOGUE
from app.views.actions import ActionRegistry
from app.views.context import Common, ViewContext
from app.views.knowledge.page import KnowledgePage
from app.views.toolkit.background import Background
from app.views.toolkit.fonts import load_fonts
from app.views.toolkit.state import WindowState
from app.views.toolkit.toast import Toasts
from tests.support.clock import FrozenClock

url, drafts = sys.argv[1], Path(sys.argv[2])
application = QApplication([])
load_fonts()
background = Background(Lanes())
window = QWidget()
layout = QVBoxLayout(window)
session = open_session(url, clock=FrozenClock())
context = ViewContext(
    Common(
        background, WindowState(drafts / "state.json", background), FrozenClock(), session=session,
        drafts_folder=drafts,
    ),
    ActionRegistry(CATALOGUE, window), Toasts(window), lambda place: None,
)
page = KnowledgePage(context)
layout.addWidget(page)
window.show()
page.write_new()
QTest.keyClicks(page.editor.title, "Half an article")
page.editor.body.setPlainText("1. Open the cover")
context.drafts.saved.connect(lambda key, at: print("kept", flush=True))
application.exec()
"""


def test_what_is_typed_survives_a_kill(at: At, tmp_path: Path) -> None:
    drafts = at.stage.context.drafts_folder
    assert drafts is not None
    address = f"sqlite:///{(tmp_path / 'desk.db').as_posix()}"
    typist = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, address, str(drafts)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert typist.stdout is not None
    assert typist.stdout.readline() == "kept\n"
    typist.send_signal(signal.SIGKILL)
    typist.wait()
    typist.stdout.close()
    at.open()
    strip = at.page.browse.unfinished
    assert "Half an article" in strip.text()
    strip.findChildren(Button)[0].click()
    at.stage.settle()
    assert (at.editor.title.text(), at.editor.body.toPlainText()) == ("Half an article", "1. Open the cover")


def test_of_the_list_and_the_article_beside_it_one_button_is_in_colour(on_stage: Stage) -> None:
    at = At(on_stage)
    at.open(at.submitted("Reset a scanner"))
    at.stage.settle()
    buttons = [each for each in at.page.findChildren(Button) if each.isVisible() and each._is_filled]
    assert [each.text() for each in buttons] == ["Approve and publish"]
