"""How time passes in the queue: shown times go on by themselves, and the order by clocks is asked for now and then.

Rows never change their places because of a clock while somebody goes through the list.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.numbers import incident_number
from app.domain.sla.display import Level
from app.services.incidents.queue_dto import QueueQuery
from app.views.context import ViewContext
from app.views.queue.columns import Column
from app.views.queue.table_view import QueueView
from app.views.toolkit.toast import announce

if TYPE_CHECKING:
    from app.domain.sla.display import Standing
    from app.services.incidents.queue_dto import QueueRow

STILL_MS = 2_000
"""Rows do not change their places while somebody moves through the list, nor this long after the last step."""

ORDER_MS = 30_000
"""Where clocks decide the order, it is asked for anew this often."""

_ROUNDS = 10
"""Risks that are only shown are read anew every so many such times; they are counted no more often."""

_TIMED = re.compile(
    r"\b(sla|risk|response|resolution|update|due|age|created|updated|resolved|closed):|is:(breached|paused)"
)
"""Terms by which rows come and go as time passes."""

_AGES_SECONDS = 30
"""Ages are counted in minutes, so nobody sees them late when they go on this often."""


class Pace(QObject):
    """Calls `ask` when the order by clocks is to be read anew."""

    def __init__(self, view: QueueView, context: ViewContext, ask: Callable[[], None]) -> None:
        super().__init__(view)
        self._view, self._context, self._ask = view, context, ask
        self._by_clocks = False
        self._waits = False
        self._rounds = 0
        self._still = self._timer(STILL_MS, self._hand_rests)
        self._order = self._timer(ORDER_MS, self.look_again)
        view.moved.connect(self._still.start)
        context.ticker.watch(view, self.go_on)

    def _timer(self, milliseconds: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(True)
        timer.timeout.connect(run)
        return timer

    def moment_for(self, query: QueueQuery, *, from_top: bool) -> datetime:
        """By which moment clocks are judged when the rows are read now.

        What somebody changed is shown at once, but under a hand that goes through the list clocks keep their moment.
        """
        self._rounds = 0
        self._by_clocks = _goes_by_time(query)
        self._order.start()
        self._waits = self._in_hand() and not from_top and query.at is not None
        return query.at if self._waits and query.at is not None else self._context.now()

    def look_again(self) -> None:
        """It is time to ask for the order by clocks, unless a hand moves through the list."""
        self._rounds += 1
        is_due = self._by_clocks or (Column.RISK in self._view.shown and self._rounds >= _ROUNDS)
        if not (is_due and self._view.isVisible()):
            self._order.start()
        elif self._in_hand():
            self._waits = True
        else:
            self._ask()

    def stop(self) -> None:
        """Nothing is asked any more."""
        self._still.stop()
        self._order.stop()

    def go_on(self) -> bool:
        """Let the times in view go on; tells whether one of them is about to be due."""
        by_seconds = refresh_times(self._view, self._context.now())
        self._context.ticker.hurry(by_seconds=by_seconds)
        return by_seconds

    def _in_hand(self) -> bool:
        return self._still.isActive() and self._view.hasFocus()

    def _hand_rests(self) -> None:
        if self._waits:
            self._waits = False
            self._ask()


def _goes_by_time(query: QueueQuery) -> bool:
    by_time = bool({"sla", "risk"} & {query.sort, query.then.removeprefix("-")}) or query.group_by == "sla"
    return by_time or _TIMED.search(query.filter_text) is not None


def refresh_times(view: QueueView, now: datetime) -> bool:
    """Let the times in view go on to this moment; tells whether a clock in view goes by seconds.

    Every half minute all rows in view are told, for their ages; in between only those whose clocks read otherwise.
    """
    table, wording, (first, last) = view.table, view.table.wording, view.visible_lines()
    rows = [(line, row) for line in range(first, last + 1) if (row := table.known_row(line)) is not None]
    before = [wording.standing(row) for _, row in rows]
    ages = now.timestamp() // _AGES_SECONDS != wording.now.timestamp() // _AGES_SECONDS
    wording.now = now
    after = [wording.standing(row) for _, row in rows]
    if ages:
        table.times_moved(first, last)
    for (line, row), old, new in zip(rows, before, after, strict=True):
        _announce_breach(view, row, old, new)
        if old != new and not ages:
            table.times_moved(line, line)
    return any(found.by_seconds for found in after)


def _announce_breach(view: QueueView, row: "QueueRow", old: "Standing", new: "Standing") -> None:
    if new.level is Level.BREACHED and old.level not in {Level.BREACHED, Level.NONE}:
        announce(view, f"{incident_number(row.number)}: {new.spoken}")
