"""Problems in the window: the list, one that is worked on, and making one from incidents."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from app.domain.errors import Away
from app.domain.knowledge import ArticleKind
from app.domain.problems import ProblemState, WorkaroundState
from app.domain.vocabulary import State
from app.services.incidents.dto import FieldEdit
from app.services.problems.dto import NewProblem, ProblemDetail
from app.views.incident.page import IncidentPage
from app.views.knowledge.beginning import beginning_of
from app.views.outbox.watch import OutboxWatch, install
from app.views.problems.list_view import ALL
from app.views.problems.making import make_problem
from app.views.problems.page import ProblemsPage
from app.views.queue.page import QueuePage
from app.views.widgets.choice_popup import ChoicePopup
from tests.views.desks import Stage
from tests.views.strays import no_stray_windows


class Desk:
    """A stage with the page of problems on it and one problem that two incidents belong to."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.desk, self.me = stage, stage.desk.session.desk, stage.desk.me
        self.page = stage.show(ProblemsPage(stage.context))
        self.problem_id = ""

    def begin(self, count: int = 2, **more: str) -> None:
        """Make the problem and show it."""
        ids = tuple(self.stage.desk.log(f"The tunnel broke {number}") for number in range(count))
        self.problem_id = self.desk.new_id()
        self.desk.problem_work.open(self.me, self.problem_id, NewProblem("Tunnel", **more), ids)
        self.page.open(self.problem_id)
        self.stage.settle()

    def write(self, name: str, text: str) -> None:
        """Type into a field and leave it."""
        editor = self.page.view.editors[name]
        editor.restore(text)
        editor.commit()
        self.stage.settle()

    @property
    def stored(self) -> ProblemDetail:
        """The problem as it stands in the database."""
        return self.desk.problems.detail(self.me, self.problem_id)

    def step(self, to: ProblemState) -> ChoicePopup | None:
        """Take a step."""
        popup = self.page.steps.ask(to)
        self.stage.settle()
        return popup


@pytest.fixture
def at(on_stage: Stage) -> Desk:
    return Desk(on_stage)


def answer(popup: ChoicePopup | None, text: str) -> None:
    assert popup is not None
    popup.field.setText(text)
    QTest.keyClick(popup.field, Qt.Key.Key_Return)


def test_without_problems_the_list_says_how_to_make_one(at: Desk) -> None:
    at.page.open("")
    at.stage.settle()
    assert at.page.list.empty.title() == "No problems yet"
    assert at.page.title() == "Problems"


def test_a_new_one_is_made_with_its_title_and_shown(at: Desk) -> None:
    at.page.open("")
    at.stage.settle()
    gone: list[str] = []
    at.stage.context.go = lambda location: gone.append(location.argument)
    at.page._make("Scanners lose their way", lambda: None)
    at.stage.settle()
    (row,) = at.desk.problems.list(at.me)
    assert gone == [row.id]
    at.page.open("")
    at.stage.settle()
    assert at.page.list.model.text(row, "title") == "Scanners lose their way"


def test_the_list_finds_by_words_and_by_state(at: Desk) -> None:
    at.begin()
    at.desk.problem_work.open(at.me, at.desk.new_id(), NewProblem("Printer"))
    shown = at.page.list
    at.page.open("")
    at.stage.settle()
    assert shown.model.rowCount() == 2
    shown.field.setText("prb-000001")
    assert [row.title for row in shown.model.rows] == ["Tunnel"]
    shown.choose("closed")
    assert shown.empty.title() == "No problem fits"
    shown._show_all()
    assert (shown.model.rowCount(), shown._filter) == (2, ALL)
    shown.step(1)
    assert shown.table.currentIndex().row() == 1
    for row in shown.model.rows[::-1]:
        at.page.open(row.id)
        at.stage.settle()
        at.page.open("")
        at.stage.settle()
        assert shown.table.currentIndex().row() == shown.model.rows.index(row), "the one that one comes from"


def test_it_is_worked_on_from_suspicion_to_fix_with_a_way_back(at: Desk) -> None:
    with no_stray_windows():
        at.begin()
        assert at.page.title() == "PRB-000001"
        at.step(ProblemState.INVESTIGATING)
        at.step(ProblemState.KNOWN_ERROR)
        notices = at.page.view.notices
        assert "cause" in notices.refusal.text()
        at.write("cause", "The router forgets the key")
        at.write("workaround", "Connect again")
        at.step(ProblemState.KNOWN_ERROR)
        assert at.stored.row.state is ProblemState.KNOWN_ERROR
        assert notices.refusal.isHidden()
        at.stage.context.undo.undo()
        at.stage.settle()
        assert {each.row.state for each in (at.stored,)} == {ProblemState.INVESTIGATING}
        at.page.steps.confirm()
        at.stage.settle()
        assert at.stored.row.workaround_state is WorkaroundState.CONFIRMED
        assert at.page.steps.why_not_confirm() == "The workaround is confirmed already"


def test_resolving_it_offers_to_resolve_its_open_incidents(at: Desk) -> None:
    at.begin()
    for name, text in (("cause", "Firmware"), ("fix", "New firmware")):
        at.write(name, text)
    at.step(ProblemState.INVESTIGATING)
    at.step(ProblemState.RESOLVED)
    offer = at.page.view.notices.offer
    assert offer.text() == "2 incidents are still open."
    ids = [each.id for each in at.stored.incidents]
    for each in ids:
        at.desk.incidents.edit(at.me, each, {"group_id": FieldEdit(None, at.stage.desk.network)})
    answer(at.page.steps.resolve_incidents(at.page.view.head), "The router has new firmware.")
    at.stage.settle()
    told = [at.stage.desk.read(each) for each in ids]
    assert {each.state for each in told} == {State.RESOLVED}
    assert told[0].resolution_notes == "The router has new firmware."
    assert offer.isHidden()
    at.stage.context.toasts.undo()
    at.stage.settle()
    assert {at.stage.desk.read(each).state for each in ids} == {State.NEW}


def test_closing_without_a_fix_asks_why(at: Desk) -> None:
    at.begin(0)
    answer(at.step(ProblemState.CLOSED), "It was the weather")
    at.stage.settle()
    assert at.stored.row.state is ProblemState.CLOSED
    assert at.stored.history[0].body == "It was the weather"


def test_incidents_are_added_by_number_and_taken_out_again(at: Desk) -> None:
    at.begin(1)
    block, other = at.page.view.incidents, at.stage.desk.log("Another one")
    block.number.setText("INC-000002, 99")
    block.add()
    at.stage.settle()
    assert "99" in block.problem.text()
    block.number.setText("2")
    block.add()
    at.stage.settle()
    assert at.stage.desk.read(other).problem_ref == "PRB-000001"
    assert block.told.text() == "2 incidents, 2 open"
    went: list[str] = []
    at.stage.context.go = lambda location: went.append(location.argument)
    block.in_queue.click()
    assert went == ["is:any problem:PRB-000001"], "the list shows all of them"
    block._remove(other)
    at.stage.settle()
    assert at.stage.desk.read(other).problem_ref is None
    at.stage.context.undo.undo()
    at.stage.settle()
    assert at.stage.desk.read(other).problem_ref == "PRB-000001"


def test_two_who_change_the_same_field_are_asked(at: Desk) -> None:
    at.begin(0)
    editor = at.page.view.editors["cause"]
    editor.restore("Heat")
    at.desk.problem_work.edit(at.stage.desk.dana, at.problem_id, {"cause": FieldEdit("", "Dust")})
    editor.commit()
    at.stage.settle()
    notices = at.page.view.notices
    assert "Dana Okafor" in notices.collision.text()
    assert "Dust" in notices.collision.text()
    editor.insist("Dust")
    at.stage.settle()
    assert at.stored.cause == "Heat"
    at.stage.context.undo.undo()
    at.stage.settle()
    assert at.stored.cause == "Dust"


def test_what_did_not_arrive_stays_in_the_field_and_as_a_draft(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at.begin(0)
    away = "The server does not answer."

    def fail(*_args: object) -> None:
        raise Away(away)

    editor = at.page.view.editors["cause"]
    with monkeypatch.context() as broken:
        broken.setattr("app.services.problems.keeping.edit", fail)
        editor.box.setPlainText("Heat")  # type: ignore[attr-defined]  # a TextEditor
        editor.commit()
        at.stage.settle()
    assert at.page.view.notices.refusal.text() == away
    assert editor.text() == "Heat"
    at.page.view.leave()
    at.stage.settle()
    again = at.stage.show(ProblemsPage(at.stage.context))
    again.open(at.problem_id)
    at.stage.settle()
    assert again.view.editors["cause"].text() in {"Heat", at.stored.cause}


def test_nothing_begun_is_left_of_what_arrived_after_one_attempt_that_did_not(
    at: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise Away("The server does not answer.")

    at.begin(0)
    key = f"problem:{at.problem_id}"
    editor = at.page.view.editors["cause"]
    with monkeypatch.context() as broken:
        broken.setattr("app.services.problems.keeping.edit", fail)
        at.write("cause", "Heat")
    at.write("cause", "Heat and dust")
    assert at.stored.cause == "Heat and dust"
    editor.restore("Dust")
    at.page.view.saver._keep()
    editor.commit()
    at.page.view.saver.use("f" * 32)
    at.stage.settle()
    kept: list[object] = []
    at.stage.context.drafts.load(key, kept.append)
    at.stage.settle()
    assert at.stored.cause == "Dust"
    assert kept == [None]


def test_facts_are_chosen_beside_it(at: Desk) -> None:
    at.begin(0)
    side = at.page.view.side
    side.changed.emit("service_id", FieldEdit(None, at.stage.desk.wms), "WMS")
    at.stage.settle()
    assert at.stored.service_id == at.stage.desk.wms
    assert side.fields["service_id"].text()


def test_a_note_is_written_down_once(at: Desk) -> None:
    at.begin(0)
    history = at.page.view.history
    history.save()
    assert history.problem.text()
    history.box.setPlainText("Seen at noon again")
    history.save()
    at.stage.settle()
    assert at.stored.history[0].body == "Seen at noon again"
    assert history.box.toPlainText() == ""


HOUR = 3_600_000
"""So long that no timer of a test fires by itself."""


@pytest.fixture
def watch(at: Desk) -> Iterator[OutboxWatch]:
    at.stage.context.held_for = HOUR
    install(at.stage.window, at.stage.context)
    at.stage.settle()
    made = at.stage.window.findChild(OutboxWatch)
    assert isinstance(made, OutboxWatch)
    yield made
    made.close()
    at.stage.settle()


def write_note(at: Desk, text: str) -> None:
    at.page.view.history.box.setPlainText(text)
    at.page.view.history.save()
    at.stage.settle()


def later(at: Desk) -> None:
    """The time in which it could be taken back is over."""
    for item_id in tuple(at.stage.context.outbox._held):
        at.stage.context.outbox.release(item_id)
    at.stage.settle()
    at.stage.settle()


def bodies(at: Desk) -> list[str]:
    return [row.body for row in at.stored.history if row.body]


@pytest.mark.usefixtures("watch")
def test_a_note_can_be_taken_back_for_some_seconds(at: Desk) -> None:
    at.begin(0)
    history = at.page.view.history
    write_note(at, "Seen at nun")
    assert (bodies(at), history.box.toPlainText()) == ([], "")
    assert at.stage.context.toasts.text == "Saving the note in 3600 s"
    history.box.setPlainText("And again")
    at.stage.settle()
    assert at.stage.context.toasts.undo()
    at.stage.settle()
    at.stage.settle()
    assert history.box.toPlainText() == "Seen at nun\nAnd again", "what was typed meanwhile stays"
    assert at.stage.context.outbox._store.all() == []
    write_note(at, "Seen at noon")
    later(at)
    assert bodies(at) == ["Seen at noon"]


@pytest.mark.usefixtures("watch")
def test_what_tells_of_a_held_note_does_not_cover_where_the_next_one_is_written(at: Desk) -> None:
    at.stage.window.resize(1366, 768)
    at.begin(2)
    at.page.act("problem.note")
    write_note(at, "Seen at noon")
    box, toast = at.page.view.history.box, at.stage.context.toasts._offer.toast
    assert toast is not None
    assert not QRect(box.mapTo(at.stage.window, QPoint()), box.size()).intersects(toast.geometry())


@pytest.mark.usefixtures("watch")
def test_a_note_taken_back_from_elsewhere_is_a_draft_of_its_problem(at: Desk) -> None:
    at.begin(0)
    first = at.problem_id
    write_note(at, "About the first")
    at.begin(0)
    assert at.stage.context.toasts.undo()
    at.stage.settle()
    at.stage.settle()
    assert (at.stage.went[-1].page, at.stage.went[-1].argument) == ("problems", first)
    assert at.page.view.history.box.toPlainText() == ""
    at.page.open(first)
    at.page.act(at.stage.went[-1].act)
    at.stage.settle()
    assert at.page.view.history.box.toPlainText() == "About the first"
    assert at.page.view.history.box.hasFocus()


@pytest.mark.usefixtures("watch")
def test_a_note_that_was_saved_before_a_crash_is_saved_once(at: Desk) -> None:
    from app.services.outbox.send import send

    at.begin(0)
    write_note(at, "Seen at noon")
    (item,) = at.stage.context.outbox._store.all()
    send(at.desk, at.me, item)
    later(at)
    assert bodies(at) == ["Seen at noon"]
    assert at.stage.context.outbox._store.all() == []


@pytest.mark.usefixtures("watch")
def test_a_held_note_that_is_recorded_late_says_when_it_was_written(at: Desk) -> None:
    at.begin(0)
    write_note(at, "Seen at noon")
    at.stage.desk.clock.advance(minutes=28)
    later(at)
    assert bodies(at)[0].startswith("Seen at noon\n\n(Written ")
    assert at.stage.context.toasts.text == "Your note on PRB-000001 was saved"


@pytest.mark.usefixtures("watch")
def test_a_note_goes_before_a_step_that_was_taken_after_it(at: Desk) -> None:
    at.begin(0, workaround="Connect again")
    write_note(at, "Seen at noon")
    # Each thing happens a moment after the one before, so that the history tells what was first.
    clock = at.stage.desk.clock
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: clock.advance(seconds=0.01))
        at.step(ProblemState.INVESTIGATING)
        at.stage.settle()
    newest = at.stored.history[0]
    assert (bodies(at), [change.field for change in newest.changes]) == (["Seen at noon"], ["Status"])


def test_what_is_typed_while_a_note_is_saved_stays(at: Desk) -> None:
    at.begin(0)
    history = at.page.view.history
    history.box.setPlainText("First")
    history.save()
    history.save()
    history.box.setPlainText("First\nSecond")
    at.stage.settle()
    assert (bodies(at), history.box.toPlainText()) == (["First"], "Second")


def test_a_problem_that_cannot_be_read_says_so(at: Desk) -> None:
    at.page.open(at.desk.new_id())
    at.stage.settle()
    assert at.page.view.empty.title() == "The problem cannot be shown"
    assert at.page._no_problem() == "No problem is open"


def test_a_problem_made_by_mistake_is_taken_back_with_its_incidents(at: Desk) -> None:
    first, second = at.stage.desk.log(), at.stage.desk.log()
    make_problem(at.stage.context, NewProblem("Tunnel"), (first, second))
    at.stage.settle()
    assert at.stage.context.toasts.text == "PRB-000001 is made; 2 incidents belong to it"
    at.stage.context.undo.undo()
    at.stage.settle()
    (row,) = at.desk.problems.list(at.me)
    assert (row.state, row.incidents) == (ProblemState.CLOSED, 0)


def test_an_incident_names_its_problem_and_shows_how_it_stands(at: Desk) -> None:
    at.begin(0, workaround="Connect again")
    incident_id = at.stage.desk.log()
    page = at.stage.show(IncidentPage(at.stage.context))
    page.open(incident_id)
    at.stage.settle()
    assert page.properties.problem.isHidden()
    field = page.properties.fields["problem_ref"]
    field.open_list()
    at.stage.settle()
    assert field.popup is not None
    assert field.popup.options() == ["PRB-000001  Tunnel", "No problem"]
    QTest.keyClick(field.popup.field, Qt.Key.Key_Return)
    at.stage.settle()
    assert at.stage.desk.read(incident_id).problem_ref == "PRB-000001"
    line = page.properties.problem
    assert (line.title.text(), line.told.text()) == ("Tunnel", "New · Workaround proposed")


def test_a_problem_is_made_from_the_selected_in_the_list(at: Desk) -> None:
    for _ in range(2):
        at.stage.desk.log(service_id=at.stage.desk.wms)
    page = at.stage.show(QueuePage(at.stage.context))
    page.open("")
    at.stage.settle()
    page.marks.mark_all(page.query)
    at.stage.settle()
    at.stage.context.actions.run("incident.problem_make")
    at.stage.settle()
    popups = [each for each in page.findChildren(ChoicePopup) if each.isVisible()]
    assert popups[0].field.text() == "Warehouse scanners offline at Dock 3"
    answer(popups[0], "Scanners")
    at.stage.settle()
    (row,) = at.desk.problems.list(at.me)
    assert (row.title, row.incidents) == ("Scanners", 2)
    assert at.desk.problems.detail(at.me, row.id).service_id == at.stage.desk.wms


def test_an_article_about_the_known_error_begins_with_its_workaround(at: Desk) -> None:
    at.begin(0, workaround="Connect again")
    went: list[str] = []
    at.stage.context.go = lambda location: went.append(location.argument)
    at.stage.context.actions.run("problem.article")
    begun = beginning_of(went[0])
    assert begun is not None
    writing = begun.writing(at.desk.new_id)
    assert (writing.facts.problem_ref, writing.facts.kind) == ("PRB-000001", ArticleKind.KNOWN_ERROR)
    assert "Connect again" in writing.text.body
