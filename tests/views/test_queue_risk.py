"""The risk of a late resolution in the queue: a column with its figure, its factors in the tool tip, and its filter."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.actor import Actor
from app.domain.risk import Risk
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.services.suggestions.dto import AtRisk, KnownRisks
from app.views.main_window import MainWindow
from app.views.queue.columns import Column
from app.views.queue.pace import _ROUNDS
from app.views.queue.row_menu import filter_term
from app.views.widgets.labels import Label
from tests.support.fake_desk import NOW, FakeDesk, make_rows
from tests.support.fake_problems import FakeProblems
from tests.views.window import MakeWindow

SPOKEN, TIP = int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole)
TOLD: dict[str, Any] = {"risk_late": 31, "risk_alike": 50, "risk_is_wide": False, "risk_at": NOW - timedelta(minutes=3)}


def rows() -> list[QueueRow]:
    """One of each: likely late, not known, and over."""
    first, second, third = make_rows(3)
    return [
        first._replace(risk=62, **TOLD),
        second._replace(state="new"),
        third._replace(state="resolved"),
    ]


def cells(window: MainWindow, role: int) -> list[str]:
    table = window.queue.table
    lines = {row.number: line for line in range(table.rowCount()) if (row := table.row_at(line)) is not None}
    return [str(table.data(table.index(lines[row.number], Column.RISK), role)) for row in rows()[:2]]


def test_a_cell_says_the_figure_its_factors_and_of_when_it_is(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(rows=rows()))
    assert cells(window, int(Qt.ItemDataRole.DisplayRole)) == ["62 %", ""]
    likely, unknown = cells(window, TIP)
    assert likely.splitlines() == [
        "62 % likely to miss its resolution target",
        "31 of 50 of this group with this priority that were open this long took longer than is left",
        "Counted 3 minutes ago",
    ]
    assert unknown.startswith("Not known: ")
    assert all(cells(window, SPOKEN)), "no cell is a riddle"
    wording, over = window.queue.table.wording, rows()[2]
    assert wording.risk_text(over) == ""
    assert wording.spoken(over, Column.RISK) == "No risk: it is over"


def test_it_is_shown_where_the_list_is_about_it(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(rows=rows()))
    view = window.queue.view
    assert Column.RISK not in view.shown, "there is no room for it by itself"
    with qtbot.waitSignal(window.queue.answered):
        window.queue.set_filter("is:open risk:high")
    assert Column.RISK in view.shown
    with qtbot.waitSignal(window.queue.answered):
        window.queue.set_filter("is:open")
    assert Column.RISK not in view.shown
    with qtbot.waitSignal(window.queue.answered):
        view.sort_wanted.emit(int(Column.RISK))
    assert (window.queue.query.sort, window.queue.query.descending) == ("risk", True), "the likeliest first"
    assert Column.RISK in view.shown
    window.queue.grab()


def test_a_cell_is_filtered_by(make_window: MakeWindow) -> None:
    likely, unknown, _over = rows()
    assert filter_term(likely, Column.RISK) == "risk:high"
    assert filter_term(likely._replace(risk=20), Column.RISK) == "risk:medium"
    assert filter_term(unknown, Column.RISK) == "risk:none"


def test_figures_that_are_only_shown_are_read_anew_now_and_then(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(rows=rows()))
    asked: list[bool] = []
    pace = window.queue.pace
    pace._ask = lambda: asked.append(True)
    window.queue.view.use_columns(("RISK",))
    pace._still.stop()
    pace.moment_for(QueueQuery(), from_top=True)
    for _ in range(_ROUNDS - 1):
        pace.look_again()
    assert not asked
    pace.look_again()
    assert asked == [True]


def test_the_preview_tells_it(make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = FakeDesk(rows=rows())
    found = AtRisk(rows()[0].id, rows()[0].number, "x", NOW, Risk(0.62, 31, 50, is_wide=False), NOW)
    monkeypatch.setattr(desk.suggestions, "at_risk", lambda _actor, _incident_id: (found,))
    window = make_window(desk)
    preview = window.queue.preview

    def told() -> list[str]:
        return [label.text() for label in preview.findChildren(Label)]

    qtbot.waitUntil(lambda: "62 % likely to miss its resolution target" in told())


class Risks(FakeProblems):
    """A desk that knows so much about risks."""

    def __init__(self, known: KnownRisks) -> None:
        self._known = known

    def known_risks(self, _actor: Actor) -> KnownRisks:
        """From how many risks are counted."""
        return self._known


def test_a_young_desk_says_why_there_are_no_risks(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(rows=rows())
    desk.suggestions = Risks(KnownRisks(12, None))
    queue = make_window(desk).queue
    assert queue.risks.isHidden(), "nobody asked"
    for text in ("risk:high", "is:any risk:none"):
        queue.set_filter(text)
        qtbot.waitUntil(lambda: not queue.risks.isHidden())
        assert queue.risks.text() == (
            "Risks are not known yet: 12 of the 200 resolved incidents that are needed are there."
        )
        queue.set_filter("is:open")
        qtbot.waitUntil(queue.risks.isHidden)
    queue.order.sort_by(Column.RISK)
    qtbot.waitUntil(lambda: not queue.risks.isHidden())
    desk.suggestions = Risks(KnownRisks(200, NOW))
    queue.reload()
    qtbot.waitUntil(queue.risks.isHidden)
