"""How the list stays true while others work: rows change in place at once, their order follows when it disturbs nobody.

A stream of changes must cost little, here and on the server, so single rows are asked for in gulps, and the whole list
only now and then: the rarer the longer it takes.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from app.domain.events import IncidentChanged, IncidentLogged, LinkChanged
from app.views.context import ViewContext
from app.views.queue.table_view import QueueView
from app.views.toolkit.gather import Gather

if TYPE_CHECKING:
    from app.domain.errors import DeskError
    from app.domain.events import Event
    from app.services.incidents.queue_dto import FreshRow, QueueQuery, QueueRow

_OWN_MS: Final = 60
"""What happened in this program is read back as soon as what comes with it has come."""
_OWN_SHARE: Final = 4
"""Between two readings of the whole list for what happened here lies so many times what the last one took: clocks that
run out here may come in a stream as well.
"""
_ROWS_MS: Final = 120
_ORDER_MS: Final = 2_000
"""Between two readings of the whole list for rows that came, went or moved lies this time at least; the first one that
comes after a rest shows at once.
"""
_NUMBERS_MS: Final = 15_000
"""Where nothing of the list moved, the numbers beside it may be late by this much."""
_SHARE: Final = 20
"""Between two readings of the whole list lies so many times what the last one took."""


class Freshness(QObject):
    """Calls `read_all` when the whole list is to be read anew; `row_changed` when the incident of a row has changed.

    `arrived` carries the incidents that others brought into the list since somebody began to look at it.
    """

    arrived = Signal(list)

    def __init__(
        self,
        view: QueueView,
        context: ViewContext,
        read_all: Callable[[], None],
        row_changed: Callable[[str], None],
    ) -> None:
        super().__init__(view)
        self._view, self._context = view, context
        self._read_all, self._row_changed = read_all, row_changed
        self._query: QueueQuery | None = None
        self._since = context.now()
        self._changed: set[str] = set()
        self._unjudged: set[str] = set()
        self._asking = False
        self._reading = False
        self._owes = False
        self._owes_own = False
        self._took = QElapsedTimer()
        self._rested = QElapsedTimer()
        self._cost = 0
        self._own = Gather(self, _OWN_MS, self._read_what_is_own)
        self._rows = Gather(self, _ROWS_MS, self._ask_rows)
        self._order = Gather(self, _ORDER_MS, read_all)
        view.moved.connect(self._moved_on)

    def hear(self, event: "Event") -> None:
        """Something changed at the desk."""
        if isinstance(event, LinkChanged):
            self._found_again()
        elif not event.remote:
            if isinstance(event, IncidentChanged):
                self._row_changed(event.incident_id)
                self._show_at_once(event.incident_id)
            self._read_own()
        elif isinstance(event, IncidentChanged | IncidentLogged):
            self._changed.add(event.incident_id)
            self._rows.ask()
        else:
            self._soon()

    def _read_own(self) -> None:
        # While the whole list is on its way nobody knows yet what it will have taken; what rested before says nothing.
        if self._reading:
            self._owes_own = True
        else:
            self._own.ask_within(self._own_pause())

    def _own_pause(self) -> int:
        rested = self._rested.elapsed() if self._rested.isValid() else 0
        return max(_OWN_MS, self._cost * _OWN_SHARE - rested)

    def _read_what_is_own(self) -> None:
        if self._asking:
            # Only the row on its way says whether it is one that goes.
            self._own.ask()
        else:
            self._read_all()

    def _show_at_once(self, incident_id: str) -> None:
        # Reading the whole list takes longer than whoever pressed a key should wait to see that it was heard.
        if self._view.table.row_of(incident_id) is not None:
            self._changed.add(incident_id)
            self._ask_rows()

    def look_anew(self) -> None:
        """Another list is looked at from now on."""
        self._since = self._context.now()
        self._unjudged.clear()

    def reading(self, query: "QueueQuery") -> None:
        """The whole list is being read by this query, which answers all that was heard until now, but for whether
        what is not in memory is new.
        """
        if self._query is None:
            self.look_anew()
        self._query, self._reading, self._owes, self._owes_own = query, True, False, False
        self._took.start()
        self._unjudged |= {each for each in self._changed if self._view.table.row_of(each) is None}
        self._changed.clear()
        for timer in (self._own, self._rows, self._order):
            timer.stop()

    def answered(self) -> None:
        """The whole list is here."""
        self._cost = self._took.elapsed() if self._took.isValid() else 0
        self._reading = False
        self._rested.start()
        if self._owes_own:
            self._owes_own = False
            self._own.ask_within(self._own_pause())
        self.look_again()

    def unanswered(self) -> None:
        """The whole list cannot be had now."""
        self._owes = True
        self.answered()

    def _found_again(self) -> None:
        # What others did while the server was away is told row by row by the thread that listens; only what was asked
        # for in vain is asked for again at once, because everybody comes back at the same time.
        if self._owes:
            self._own.ask()
        else:
            self.look_again()
            self._later(_NUMBERS_MS)

    def look_again(self) -> None:
        """Ask for what was heard while nobody looked or the whole list was on its way."""
        if self._changed or self._unjudged:
            self._rows.ask()

    def stop(self) -> None:
        """Nothing is asked any more."""
        for timer in (self._own, self._rows, self._order):
            timer.stop()

    def _later(self, milliseconds: int) -> None:
        self._order.ask_within(max(milliseconds, self._cost * _SHARE))

    def _soon(self) -> None:
        rested = self._rested.elapsed() if self._rested.isValid() else 0
        self._order.ask_within(max(_ROWS_MS, max(_ORDER_MS, self._cost * _SHARE) - rested))

    def _ask_rows(self) -> None:
        query = self._query
        if self._asking or self._reading or query is None or self._context.session is None:
            # An answer that is on its way may be older than the change; what was heard is asked for after it.
            return
        if not self._is_looked_at():
            # Nobody looks: the numbers are kept up, and the rows with them.
            self._later(_NUMBERS_MS)
            return
        heard, ids = self._changed, sorted(self._changed | self._unjudged)
        self._changed, self._unjudged = set(), set()
        self._asking = True
        asked = query._replace(at=self._context.now())
        desk, actor, since = self._context.desk, self._context.actor, self._since

        def came(found: "tuple[FreshRow, ...]") -> None:
            self._asking = False
            if self._query is query:
                self._take(heard, found)
            elif self._since == since:
                # The list was read anew meanwhile; whether they are new to whoever looks at it is still to be said.
                self._unjudged.update(ids)
            self.look_again()

        self._context.background.read(lambda: desk.queue.fresh(actor, asked, ids, since), came, self._failed)

    def _is_looked_at(self) -> bool:
        """Whether the page is shown; of a list without rows it shows something else in the place of the view."""
        place = self._view.parentWidget()
        return self._view.isVisible() or (place is not None and place.isVisible())

    def _failed(self, _error: "DeskError") -> None:
        # What cannot be read now is read with the whole list, which says why it cannot.
        self._asking, self._owes = False, True
        self._later(_ORDER_MS)

    def _take(self, heard: set[str], found: "tuple[FreshRow, ...]") -> None:
        table = self._view.table
        fresh = {each.row.id: each for each in found}
        moved = False
        for incident_id in sorted(heard):
            each, before = fresh.get(incident_id), table.row_of(incident_id)
            if before is None:
                moved = moved or (each is not None and each.is_found)
                continue
            is_gone = each is None or not each.is_found
            moved = (
                moved
                or is_gone
                or incident_id in table.gone
                or (each is not None and self._has_moved(before, each.row))
            )
            table.renew(before if each is None else each.row, is_gone=is_gone)
            self._row_changed(incident_id)
        new = [each.row.id for each in found if each.is_new]
        if new:
            self.arrived.emit(new)
        if moved:
            self._soon()
        else:
            self._later(_NUMBERS_MS)

    def _has_moved(self, before: "QueueRow", after: "QueueRow") -> bool:
        query = self._query
        if query is None:
            return False
        names = query.sort, query.then.removeprefix("-") or "none", query.group_by
        return any(_PLACES[name](before) != _PLACES[name](after) for name in names)

    def _moved_on(self) -> None:
        if self._view.table.gone:
            self._soon()


_PLACES: Final[dict[str, Callable[["QueueRow"], object]]] = {
    "none": lambda _row: None,
    "number": lambda row: row.number,
    "priority": lambda row: row.priority,
    "state": lambda row: row.state,
    "short_description": lambda row: row.short_description,
    "caller": lambda row: row.caller_name,
    "group": lambda row: (row.group_id, row.group_name),
    "assignee": lambda row: (row.assignee_id, row.assignee_name),
    "site": lambda row: row.site_name,
    "service": lambda row: row.service_name,
    "category": lambda row: row.category_name,
    "channel": lambda row: row.channel,
    "tags": lambda row: row.tags,
    "reported_at": lambda row: row.reported_at,
    "updated_at": lambda row: row.updated_at,
    "hold_until": lambda row: row.hold_until,
    "risk": lambda row: row.risk,
    "sla": lambda row: row.sla,
}
"""What decides where a row stands, for each way to sort and to group."""
