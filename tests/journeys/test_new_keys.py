"""Keys of the keyboard map on the real window: tags, status, snoozing, unread, export, paper, the size of text."""

import csv
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QTextEdit, QWidget

from app.infra.settings import read_settings, text_size
from app.services.incidents.dto import IncidentDetail, NewIncident
from app.services.incidents.queue_dto import QueueQuery
from app.views.queue.exporting import export_to
from app.views.shell.printing import print_to
from app.views.toolkit.live_scale import scale_to
from app.views.tour import Tour
from app.views.widgets.choice_popup import ChoicePopup
from tests.journeys.keyboard import Hands


class Desk:
    """The queue with three incidents."""

    def __init__(self, walk: Tour) -> None:
        self.walk, self.hands = walk, Hands(walk)
        desk, actor = walk.session.desk, walk.session.actor
        caller = walk.ask(lambda: desk.people.search(actor, "nadia"))[0]
        for title in ("Printer prints blank pages", "VPN drops", "Badge reader beeps"):
            walk.ask(partial(desk.incidents.create, actor, NewIncident(desk.new_id(), title, caller.id)))
        walk.act("list.refresh")
        walk.program.window.page.focus_start()
        walk.settle()

    def details(self) -> list[IncidentDetail]:
        desk, actor = self.walk.session.desk, self.walk.session.actor
        rows = self.walk.ask(lambda: desk.queue.page(actor, QueueQuery("is:any", "number", False, "none"))).rows
        return [self.walk.ask(partial(desk.incident.detail, actor, row.id)) for row in rows]

    @property
    def chosen(self) -> IncidentDetail:
        found = self.walk.program.window.queue.view.current_id()
        return next(each for each in self.details() if each.id == found)


@pytest.fixture
def at(walk: Tour) -> Desk:
    return Desk(walk)


def test_tags_of_many_and_of_one(at: Desk) -> None:
    at.hands.press("Ctrl+A", "T")
    at.hands.type("vpn")
    at.hands.press("Return")
    assert [each.tags for each in at.details()] == ["vpn"] * 3
    at.hands.press("Ctrl+Z")
    assert [each.tags for each in at.details()] == [None] * 3
    at.hands.press("Escape", "T")
    at.hands.type("badge")
    at.hands.press("Return")
    assert at.chosen.tags == "badge"
    at.walk.act("list.refresh")
    at.walk.settle()
    row = at.walk.program.window.queue.current_row()
    assert row is not None
    assert row.tags == "badge"
    at.hands.press("Return")
    at.walk.settle()
    at.hands.press("T")
    at.hands.type("badge")
    at.hands.press("Return")
    at.walk.settle()
    assert [each.tags for each in at.details()] == [None] * 3, "the same again takes it off"


def test_status_by_one_letter(at: Desk) -> None:
    at.hands.press("I", "Return")
    at.walk.settle()
    at.hands.press("S")
    at.hands.type("s")
    at.walk.settle()
    assert [each.state for each in at.details() if each.assignee_id] == ["in_progress"]


def test_snoozed_from_the_list_and_shown_at_its_head(at: Desk) -> None:
    chosen = at.chosen.id
    at.hands.press("H")
    at.hands.type("in 2h")
    at.hands.press("Return")
    assert next(each for each in at.details() if each.id == chosen).snoozed_until is not None
    at.hands.press("Return")
    at.walk.settle()
    header = at.walk.program.window.page.header  # type: ignore[attr-defined]  # the page of the incident
    assert header.snoozed.isVisible()


@pytest.mark.parametrize(
    ("typed", "days", "hour"),
    [
        ("{day} 14:30", 12, 14),
        ("{day}", 12, 9),
        ("{dotted}", 12, 9),
        ("{dotted} 14:30", 12, 14),
        ("3 d", 3, None),
        ("5 days", 5, None),
        ("23:59", None, 23),
    ],
)
def test_a_date_may_begin_with_the_digit_of_an_option(at: Desk, typed: str, days: int | None, hour: int | None) -> None:
    context, chosen = at.walk.program.window.context, at.chosen.id
    today = context.now().astimezone(context.formats.zone)
    day = (today + timedelta(days=12)).date()
    at.hands.press("H")
    at.hands.type(typed.format(day=day.isoformat(), dotted=f"{day.day}.{day.month}."))
    at.hands.press("Return")
    until = next(each for each in at.details() if each.id == chosen).snoozed_until
    assert until is not None
    local = until.astimezone(context.formats.zone)
    assert days is None or (local.date() - today.date()).days == days
    assert hour is None or local.hour == hour


def test_a_digit_alone_is_the_option_of_that_number(at: Desk) -> None:
    chosen = at.chosen.id
    at.hands.press("H")
    popup = at.walk.program.window.findChild(ChoicePopup)
    assert popup is not None
    usual = popup.options()
    at.hands.type("4")
    assert (popup.options(), popup.rows.currentRow()) == (usual, 3)
    at.hands.press("Return")
    until = next(each for each in at.details() if each.id == chosen).snoozed_until
    context = at.walk.program.window.context
    assert until is not None
    assert (until.astimezone(context.formats.zone).weekday(), until.astimezone(context.formats.zone).hour) == (0, 9)


def test_a_wait_from_the_list_takes_a_typed_date(at: Desk) -> None:
    context, chosen = at.walk.program.window.context, at.chosen.id
    day = (context.now().astimezone(context.formats.zone) + timedelta(days=20)).date()
    at.hands.press("I", "W")
    at.hands.type("2" + day.isoformat())
    at.hands.press("Return")
    seen = next(each for each in at.details() if each.id == chosen)
    assert (seen.state, seen.hold_until and seen.hold_until.astimezone(context.formats.zone).date()) == ("on_hold", day)


def test_the_list_is_exported_as_it_is_shown(at: Desk, tmp_path: Path) -> None:
    at.walk.visit("queue", "is:open printer")
    at.walk.settle()
    queue, path = at.walk.program.window.queue, tmp_path / "shown.csv"
    export_to(queue, path)
    at.walk.wait(lambda: not queue.context.jobs.running())
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert [row["short_description"] for row in rows] == ["Printer prints blank pages"]
    assert list(tmp_path.glob(".*unfinished")) == []


@pytest.mark.parametrize("mode", ["dark", "high_dark"])
def test_paper_is_light_whatever_the_window_wears(
    at: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    window, drawn = at.walk.program.window, []

    def draw(page: QWidget, _title: str) -> bytes:
        drawn.append(page.grab().toImage().pixelColor(3, page.height() - 3).lightness())
        return b""

    monkeypatch.setattr("app.views.shell.printing.as_pdf", draw)
    window.theme.use(mode)
    print_to(window, window.page, "Queue", tmp_path / "queue.pdf")
    at.walk.settle()
    assert drawn[0] > 200
    assert window.theme.mode == mode
    assert window.page.grab().toImage().pixelColor(3, window.page.height() - 3).lightness() < 60
    window.theme.use("light")


SIZES = (
    ("Plus", 110, "Text 110 %"),
    ("Equal", 125, "Text 125 %"),
    ("Minus", 110, "Text 110 %"),
    ("0", 100, "Text 100 %"),
    ("0", 100, "Text 100 %, the usual size"),
    ("Minus", 90, "Text 90 %"),
    ("Minus", 85, "Text 85 %"),
    ("Minus", 85, "Text 85 %, the smallest"),
)


def test_text_grows_by_key_while_somebody_writes(at: Desk) -> None:
    context, frame = at.walk.program.window.context, at.walk.program.frame
    at.hands.press("Return")
    at.hands.press("R")
    at.hands.type("we look")
    try:
        for key, size, said in SIZES:
            at.hands.press(f"Ctrl+{key}")
            assert text_size(context.own()) == size
            assert frame.devicePixelRatio() == size / 100
            assert context.toasts.text == said
        assert read_settings(at.walk.program.context.paths.config).text_size == "85"
        at.hands.type(" into it")
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit | QTextEdit)
        assert field.toPlainText() == "we look into it"
    finally:
        scale_to(100)


def test_the_toast_leads_back(at: Desk) -> None:
    context = at.walk.program.window.context

    def press(said: str) -> None:
        buttons = at.walk.program.window.findChildren(QAbstractButton)
        next(each for each in buttons if each.isVisible() and each.accessibleName() == said).click()
        at.walk.settle()

    try:
        for _ in range(2):
            at.walk.act("window.larger")
        press("Usual size")
        assert (text_size(context.own()), context.toasts.text) == (100, "Text 100 %")
        press("Back to 125 %")
        assert (text_size(context.own()), context.toasts.text) == (125, "Text 125 %")
    finally:
        scale_to(100)


def test_a_size_that_cannot_count_at_once_is_offered_anew(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    context = at.walk.program.window.context
    context.use_size = lambda _percent: False
    at.walk.act("window.larger")
    assert text_size(context.own()) == 110
    assert context.toasts.text == "Text 110 %, once Mainstay is opened anew. What you typed is kept."
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    at.walk.act("window.larger")
    assert text_size(context.own()) == 110, "who started the program chose it"
    assert "QT_SCALE_FACTOR" in context.toasts.text


def test_g_m_leads_to_major_incidents(at: Desk) -> None:
    at.hands.press("G", "M")
    assert at.walk.program.window.page.title() == "Escalations"
    assert at.walk.program.window.page.board._part == "major"  # type: ignore[attr-defined]  # the page of escalations


def test_following_and_no_longer(at: Desk) -> None:
    desk, actor = at.walk.session.desk, at.walk.session.actor

    def followed() -> int:
        return len(at.walk.ask(lambda: desk.queue.page(actor, QueueQuery("is:followed", "number", False, "none"))).rows)

    at.hands.press("F")
    at.walk.settle()
    assert followed() == 1
    at.hands.press("Ctrl+Z")
    at.walk.settle()
    assert followed() == 0
    at.hands.press("Return")
    at.walk.settle()
    at.hands.press("F")
    at.walk.settle()
    assert followed() == 1
