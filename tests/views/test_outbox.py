"""While the server is away calls and notes are written down, seen, changed, and sent by themselves when it is back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.domain.errors import Away
from app.domain.events import LinkChanged
from app.infra.outbox import Waiting
from app.services.incidents.commands import IncidentCommands
from app.services.people.queries import PeopleQueries
from app.views.create.sheet import CreateSheet
from app.views.create.sheets import CreateSheets
from app.views.incident.modes import NOTE
from app.views.incident.page import IncidentPage
from app.views.outbox.watch import OutboxWatch, install
from tests.views.desks import Stage


class Server:
    """Plays a server that goes away and comes back."""

    def __init__(self, stage: Stage) -> None:
        self.is_away = False
        self._stage = stage
        self._patch = pytest.MonkeyPatch()
        stage.context.is_away = lambda: self.is_away

    def go(self) -> None:
        def away(*_asked: object, **_more: object) -> object:
            raise Away("The server does not answer.")

        self.is_away = True
        for kind, name in (
            (IncidentCommands, "create"), (IncidentCommands, "post"), (PeopleQueries, "search"),
        ):  # fmt: skip
            self._patch.setattr(kind, name, away)
        self._tell()

    def come(self) -> None:
        self.is_away = False
        self._patch.undo()
        self._tell()

    def _tell(self) -> None:
        self._stage.context.desk.bus.publish((LinkChanged(None, self.is_away),))
        self._stage.settle()


@pytest.fixture
def server(on_stage: Stage) -> Iterator[Server]:
    played = Server(on_stage)
    yield played
    played._patch.undo()


@pytest.fixture
def counts(on_stage: Stage) -> list[tuple[int, int]]:
    """How much the window says is waiting, and how much of it needs a look."""
    told: list[tuple[int, int]] = []
    on_stage.context.show_waiting = lambda count, stuck: told.append((count, stuck))
    return told


@pytest.fixture
def sheets(on_stage: Stage) -> Iterator[CreateSheets]:
    on_stage.window.show()
    made = CreateSheets(on_stage.window, on_stage.context)
    on_stage.settle()
    yield made
    made.close_all()


@pytest.fixture
def watch(on_stage: Stage, counts: list[tuple[int, int]]) -> Iterator[OutboxWatch]:
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    made = on_stage.window.findChild(OutboxWatch)
    assert isinstance(made, OutboxWatch)
    yield made
    made.close()


def typed_call(stage: Stage, sheets: CreateSheets, caller: str = "Jonas Berg") -> CreateSheet:
    sheet = sheets.open_new()
    stage.settle()
    QTest.keyClicks(sheet.form.requester, caller)
    QTest.keyClicks(sheet.form.summary, "Scanner dead")
    stage.settle()
    return sheet


def logged(stage: Stage) -> dict[str, object]:
    from sqlalchemy import select

    from app.models.incident import incident

    with stage.desk.session.desk.store.reading() as connection:
        rows = connection.execute(select(incident.c.short_description, incident.c.reported_at)).all()
    return dict(rows)


def press(watch: OutboxWatch, row: int, text: str) -> None:
    buttons = watch.sheet.rows[row].findChildren(QAbstractButton)
    next(button for button in buttons if text in (button.text() or button.accessibleName())).click()


def test_a_call_is_written_down_and_logged_with_its_time_when_the_server_is_back(
    on_stage: Stage, sheets: CreateSheets, watch: OutboxWatch, server: Server, counts: list[tuple[int, int]]
) -> None:
    server.go()
    sheet = typed_call(on_stage, sheets)
    assert sheet.create_button.text() == "Write down"
    assert not sheet.open_button.isVisible()
    taken_at = on_stage.desk.clock.now()
    sheet.log_it(and_open=False)
    on_stage.settle()
    assert not sheets.shown
    assert on_stage.context.toasts.text.startswith("Written down.")
    assert counts[-1] == (1, 0)
    assert logged(on_stage) == {}

    on_stage.desk.clock.advance(minutes=28)
    server.come()
    on_stage.wait_for(lambda: counts[-1] == (0, 0))
    assert logged(on_stage) == {"Scanner dead": taken_at}
    assert on_stage.context.toasts.text == "INC-000001 created from what you wrote down"


def test_a_call_is_not_written_down_as_if_it_were_answered_too(
    on_stage: Stage, sheets: CreateSheets, server: Server, counts: list[tuple[int, int]]
) -> None:
    server.go()
    sheet = typed_call(on_stage, sheets)
    sheet.side.articles.answered.emit("some-article")
    on_stage.settle()
    assert sheets.shown == [sheet]
    told = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert any("The server is away, and this needs it" in text for text in told), told
    assert not counts or counts[-1] == (0, 0)


def test_a_server_that_goes_away_just_then_offers_to_write_it_down(
    on_stage: Stage, sheets: CreateSheets, watch: OutboxWatch, server: Server, counts: list[tuple[int, int]]
) -> None:
    sheet = typed_call(on_stage, sheets)
    sheet.form.requester.settle()
    on_stage.settle()
    server.go()
    server.is_away = False  # the window does not know it yet
    sheet.log_it(and_open=False)
    on_stage.settle()
    assert sheet.problem.text() == "The server does not answer."
    server.is_away = True
    sheet.dress_buttons()
    assert sheet.create_button.text() == "Write down"
    sheet.create_button.click()
    on_stage.settle()
    assert counts[-1] == (1, 0)


def test_what_waits_is_seen_and_can_be_discarded(
    on_stage: Stage, sheets: CreateSheets, watch: OutboxWatch, server: Server, counts: list[tuple[int, int]]
) -> None:
    server.go()
    typed_call(on_stage, sheets).log_it(and_open=False)
    on_stage.settle()
    assert watch.sheet.rows == [], "a list that nobody sees keeps no rows"
    watch.sheet.bring()
    name = watch.sheet.rows[0].accessibleName()
    assert name.startswith("Scanner dead. New incident · Jonas Berg · written down")
    watch.sheet.put_away()
    assert watch.sheet.rows == []
    watch.sheet.bring()
    press(watch, 0, "Discard")
    on_stage.settle()
    assert counts[-1] == (0, 0)
    server.come()
    assert logged(on_stage) == {}


def test_what_waits_can_be_changed_before_it_is_sent(
    on_stage: Stage, sheets: CreateSheets, watch: OutboxWatch, server: Server, counts: list[tuple[int, int]]
) -> None:
    server.go()
    typed_call(on_stage, sheets).log_it(and_open=False)
    on_stage.settle()
    watch.sheet.bring()
    press(watch, 0, "Edit")
    on_stage.wait_for(lambda: bool(sheets.shown))
    on_stage.settle()
    sheet = sheets.shown[0]
    assert (sheet.form.summary.text(), sheet.form.requester.text()) == ("Scanner dead", "Jonas Berg")
    assert counts[-1] == (0, 0), "a draft is not sent before somebody creates it"
    QTest.keyClicks(sheet.form.summary, " again")
    sheet.log_it(and_open=False)
    on_stage.settle()
    assert counts[-1] == (1, 0)
    server.come()
    on_stage.wait_for(lambda: counts[-1] == (0, 0))
    assert list(logged(on_stage)) == ["Scanner dead again"]


def test_what_the_desk_does_not_take_stays_with_the_reason(
    on_stage: Stage, sheets: CreateSheets, watch: OutboxWatch, server: Server, counts: list[tuple[int, int]]
) -> None:
    from app.services.people.dto import NewPerson

    desk = on_stage.desk.session.desk
    desk.people_admin.add_person(on_stage.desk.me, NewPerson(desk.new_id(), "Jonas Berg"))
    on_stage.settle()
    server.go()
    typed_call(on_stage, sheets).log_it(and_open=False)
    on_stage.settle()
    typed_call(on_stage, sheets, "Nina Nowak").log_it(and_open=False)
    on_stage.settle()
    server.come()
    on_stage.wait_for(lambda: counts[-1] == (1, 1))
    assert len(logged(on_stage)) == 1, "one that is stuck stops no other"
    watch.sheet.bring()
    assert "2 people are called Jonas Berg" in watch.sheet.rows[0].accessibleName()
    press(watch, 0, "Edit")
    on_stage.wait_for(lambda: bool(sheets.shown))


def test_an_internal_note_is_written_down_and_a_reply_is_not(
    on_stage: Stage, watch: OutboxWatch, server: Server, counts: list[tuple[int, int]]
) -> None:
    incident = on_stage.desk.log("Printer jams")
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    server.go()
    composer = page.writing.composer
    QTest.keyClicks(composer.edit, "We are on it")
    composer.send(resolve=False)
    on_stage.settle()
    assert composer.problem() == "The server does not answer."
    assert composer.text() == "We are on it"
    composer.choose(NOTE)
    QTest.keyClicks(composer.edit, "Called the vendor")
    composer.send(resolve=False)
    on_stage.settle()
    assert composer.text() == ""
    assert counts[-1] == (1, 0)

    on_stage.desk.clock.advance(minutes=28)
    server.come()
    on_stage.wait_for(lambda: counts[-1] == (0, 0))
    notes = [entry for entry in on_stage.desk.read(incident).journal if entry.kind == "work_note"]
    assert len(notes) == 1
    assert (notes[0].body or "").startswith("Called the vendor\n\n(Written ")
    assert notes[0].recorded_at - notes[0].occurred_at == timedelta(0)


def test_a_note_that_is_changed_goes_back_to_where_it_was_written(
    on_stage: Stage, watch: OutboxWatch, server: Server, counts: list[tuple[int, int]]
) -> None:
    incident = on_stage.desk.log("Printer jams")
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    server.go()
    page.writing.composer.choose(NOTE)
    QTest.keyClicks(page.writing.composer.edit, "Called the vendor")
    page.writing.composer.send(resolve=False)
    on_stage.settle()
    watch.sheet.bring()
    press(watch, 0, "Edit")
    on_stage.wait_for(lambda: counts[-1] == (0, 0))
    assert on_stage.went[-1].argument == incident
    kept: list[object] = []
    on_stage.context.drafts.load(f"incident:{incident}:note", lambda draft: kept.append(draft and draft.fields["text"]))
    on_stage.settle()
    assert str(kept[0]).startswith("Called the vendor")


def test_what_was_written_before_the_program_ended_is_sent_at_the_next_start(
    on_stage: Stage, sheets: CreateSheets, server: Server, counts: list[tuple[int, int]]
) -> None:
    server.go()
    typed_call(on_stage, sheets).log_it(and_open=False)
    on_stage.settle()
    waiting: list[list[Waiting]] = []
    on_stage.context.outbox.changed.connect(waiting.append)
    server.come()
    assert logged(on_stage) == {}
    install(on_stage.window, on_stage.context)  # as the next start does
    on_stage.wait_for(lambda: list(logged(on_stage)) == ["Scanner dead"])
    on_stage.settle()
    watch = on_stage.window.findChild(OutboxWatch)
    assert isinstance(watch, OutboxWatch)
    watch.close()
