"""Presence in the window: what is told of oneself, and where colleagues are seen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.events import PresenceSeen
from app.domain.presence import Doing, Present
from app.views.incident.colleagues import Colleagues
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow
from app.views.queue.columns import Column
from app.views.shell.gaze import Gaze
from app.views.toolkit.theme import Theme
from tests.support.fake_desk import FakeDesk
from tests.views.desks import Stage
from tests.views.window import MakeWindow


class FakeLive:
    """Writes down what the window tells."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Doing | None]] = []
        self.looks: list[bool] = []

    def start(self) -> None:
        """Nothing runs."""

    def stop(self) -> None:
        """Nothing runs."""

    def show(self, incident_id: str, doing: Doing | None) -> None:
        """What the person does."""
        self.told.append((incident_id, doing))

    def look(self, *, is_seen: bool) -> None:
        """Whether the window is looked at."""
        self.looks.append(is_seen)


@pytest.fixture
def live(on_stage: Stage) -> Iterator[FakeLive]:
    found = FakeLive()
    on_stage.context.live = found
    yield found
    on_stage.context.live = None


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def pass_on(page: IncidentPage, timer: str) -> None:
    """The time of one of the timers is over."""
    found = getattr(page._here, timer)
    assert found.isActive()
    found.stop()
    found.timeout.emit()


def test_who_only_passes_by_is_not_told(on_stage: Stage, live: FakeLive) -> None:
    desk = on_stage.desk
    first, second = desk.log("First"), desk.log("Second")
    page = opened(on_stage, first)
    assert page._here._passing.interval() == 2_000
    page.open(second)
    on_stage.settle()
    assert live.told == []
    pass_on(page, "_passing")
    assert [doing for _, doing in live.told] in ([Doing.VIEWING], [Doing.AWAY])
    assert live.told[0][0] == second


def test_typing_is_told_and_ends_by_itself(on_stage: Stage, live: FakeLive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QWidget, "isActiveWindow", lambda _self: True)
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    pass_on(page, "_passing")
    QTest.keyClicks(page.writing.composer.edit, "Hel")
    assert live.told == [(incident, Doing.VIEWING), (incident, Doing.TYPING)]
    assert page._here._typing.interval() == 10_000
    pass_on(page, "_typing")
    assert live.told[2:] == [(incident, Doing.VIEWING)]


def test_away_and_back_and_gone(on_stage: Stage, live: FakeLive, monkeypatch: pytest.MonkeyPatch) -> None:
    active = [True]
    monkeypatch.setattr(QWidget, "isActiveWindow", lambda _self: active[0])
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    pass_on(page, "_passing")
    for is_active in (False, True):
        active[0] = is_active
        page._here._focus_moved(None)
    page.hide()
    assert [doing for _, doing in live.told] == [Doing.VIEWING, Doing.AWAY, Doing.VIEWING, None]
    page.show()
    pass_on(page, "_passing")
    assert live.told[-1] == (incident, Doing.VIEWING)


def test_a_draft_that_comes_back_is_not_typing(on_stage: Stage, live: FakeLive) -> None:
    incident = on_stage.desk.log()
    on_stage.context.drafts.keep(f"incident:{incident}:reply", {"text": "begun yesterday"})
    on_stage.context.drafts.flush()
    on_stage.settle()
    page = opened(on_stage, incident)
    on_stage.wait_for(lambda: page.writing.composer.text() == "begun yesterday")
    assert not page._here._typing.isActive()
    assert live.told == []


def seen(*people: tuple[str, str, Doing]) -> PresenceSeen:
    found = tuple(Present(incident_id, name, name, doing) for incident_id, name, doing in people)
    return PresenceSeen(None, found, remote=True)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_colleagues_are_seen_on_the_incident(on_stage: Stage, theme: Theme, mode: str) -> None:
    theme.use(mode)
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    colleagues, company, composer = page.header.colleagues, page.writing.company, page.writing.composer
    assert colleagues.isHidden()
    page.hear(
        seen(
            (incident, "Tomás Rey", Doing.TYPING),
            (incident, "Dana Okafor", Doing.VIEWING),
            (incident, "Sam Wong", Doing.AWAY),
            ("f" * 32, "Lena Vogt", Doing.TYPING),
        )
    )
    assert colleagues.accessibleName() == "Tomás Rey is typing, Dana Okafor is viewing, Sam Wong is away"
    assert colleagues._text == "Tomás typing, Dana viewing, Sam away"
    assert company.pill.accessibleName() == "Tomás Rey is typing"
    assert composer.send_button.text() == "Send anyway"
    page.grab()
    page.hear(seen((incident, "Dana Okafor", Doing.VIEWING)))
    assert company.pill.isHidden()
    assert composer.send_button.text() == "Send to Jonas"
    page.hear(seen())
    assert colleagues.isHidden()


def test_a_pencil_at_one_circle_leaves_the_next_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    del theme
    mark = Colleagues()
    qtbot.addWidget(mark)
    found = []
    for doing in (Doing.TYPING, Doing.VIEWING):
        mark.show_people((Present("a", "1", "Tomás Rey", doing), Present("a", "2", "Dana Okafor", Doing.VIEWING)))
        mark.resize(200, 28)
        found.append(mark.grab(QRect(32, 0, 26, 28)).toImage())
    assert found[0] == found[1]


def test_another_incident_has_other_colleagues(on_stage: Stage) -> None:
    first, second = on_stage.desk.log("First"), on_stage.desk.log("Second")
    page = opened(on_stage, first)
    page.hear(seen((second, "Tomás Rey", Doing.TYPING)))
    assert page.header.colleagues.isHidden()
    page.open(second)
    on_stage.settle()
    assert page.header.colleagues.accessibleName() == "Tomás Rey is typing"


def rows(window: MainWindow, fact: Callable[[str], bool]) -> list[int]:
    table = window.queue.table
    spoken = [table.wording.spoken(row, Column.SUMMARY) if (row := table.known_row(line)) else "" for line in range(20)]
    return [line for line, words in enumerate(spoken) if fact(words)]


def test_colleagues_are_seen_in_the_list(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    asked = desk.queue.asked
    desk.bus.publish((seen((f"{2:032x}", "Dana Okafor", Doing.TYPING), (f"{2:032x}", "Sam Wong", Doing.AWAY)),))
    qtbot.waitUntil(lambda: bool(rows(window, lambda words: "Dana Okafor is typing, Sam Wong is away" in words)))
    row = window.queue.table.row_of(f"{2:032x}")
    assert row is not None
    assert window.queue.table.wording.company(row) == ("DO +1", "amber", "pencil")
    window.grab()
    desk.bus.publish((seen(),))
    qtbot.waitUntil(lambda: not rows(window, lambda words: "Dana Okafor is typing" in words))
    assert desk.queue.asked == asked, "presence reads nothing again"


def test_whether_the_window_is_looked_at_is_told(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    live = FakeLive()
    window.context.live = live
    gaze = next(each for each in window.children() if isinstance(each, Gaze))
    gaze._moved(None)
    gaze._moved(window.windowHandle())
    assert live.looks == [False, True]
