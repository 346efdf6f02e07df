"""The saved views of the person: which is shown, how its rows stand, how many each finds, and what came into one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from app.domain.events import IncidentChanged, IncidentLogged, MuchChanged, ReferenceDataChanged
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.services.incidents.queue_dto import GROUP_COLUMNS, SORT_COLUMNS, QueueQuery
from app.services.views.dto import Arrival, NewView, SavedView
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.queue import filters
from app.views.queue.own_drafts import OwnDrafts
from app.views.queue.view_saving import ViewSaving
from app.views.toolkit.gather import Gather
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.errors import DeskError
    from app.domain.events import Event

_COUNT_MS: Final = 1_500
"""Numbers beside views are asked for this long after the list was read, and once for what comes together."""
_ARRIVAL_MS: Final = 800
_KNOWN: Final = 500
"""So many incidents of a view are known to have been there before; larger views tell only of what is logged anew."""

_CURRENT: Final = "queue.view"


class Shelf(QObject):
    """`changed` says that views or their numbers are others."""

    changed = Signal()

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.views: tuple[SavedView, ...] = ()
        self.counts: dict[str, int] = {}
        self.saving = ViewSaving(context, self.load)
        self._inside: dict[str, set[str]] = {}
        self._fresh: set[str] = set()
        self._count = Gather(self, _COUNT_MS, self._ask_counts)
        self._drafts = OwnDrafts(context, self, self.ask_counts)
        self._arrive = Gather(self, _ARRIVAL_MS, self._ask_arrivals)

    def load(self) -> None:
        """Read the views again."""
        if self._context.session is None:
            return
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(lambda: desk.views.mine(actor), self._loaded, key="views")

    def _loaded(self, views: tuple[SavedView, ...]) -> None:
        self.views = views
        self.changed.emit()
        self.ask_counts()
        for view in views:
            if view.notifies and view.id not in self._inside:
                self._learn(view)

    def stop(self) -> None:
        """Nothing is asked any more."""
        self._count.stop()
        self._arrive.stop()
        self._drafts.stop()

    def current(self, text: str) -> SavedView | None:
        """The view that has this filter; of several the one that was chosen last."""
        found = [view for view in self.views if view.filter_text == text]
        chosen = self._context.state.get(_CURRENT, "")
        return next((view for view in found if view.id == chosen), found[0] if found else None)

    def title_of(self, text: str) -> str:
        """What the list of a filter is called."""
        view = self.current(text)
        return filters.title_of(text) if view is None else view.name

    def choose(self, view_id: str) -> SavedView | None:
        """Remember which view is shown."""
        view = next((view for view in self.views if view.id == view_id), None)
        if view is not None:
            self._context.state.set(_CURRENT, view.id)
        return view

    def ordered(self, query: QueueQuery) -> QueueQuery:
        """The query in the order that its filter names; else as the view was left, as it was saved, as it was last."""
        view, state = self.current(query.filter_text), self._context.state
        own: dict[str, Any] = {} if view is None else state.get(_key(view), {})
        sort, descending, group = own.get("sort"), own.get("descending"), own.get("group")
        if view is not None:
            sort, group = sort or view.sort, group or view.group_by
            descending = view.descending if descending is None else descending
        sort, group = sort or state.get("queue.sort", "sla"), group or state.get("queue.group", "sla")
        descending = state.get("queue.descending", False) if descending is None else bool(descending)
        if sort not in SORT_COLUMNS:
            sort, descending = "sla", False
        named = filters.orders_of(query.filter_text)
        then = ""
        if named.sort is not None:
            sort, descending, then = named.sort
        group = named.group or (group if group in GROUP_COLUMNS else "sla")
        return query._replace(sort=sort, descending=descending, then=then, group_by=group)

    def keep_order(self, query: QueueQuery) -> None:
        """Remember in which order the list was left: for its view, or for all filters that are none."""
        values = {"sort": query.sort, "descending": query.descending, "group": query.group_by}
        view, state = self.current(query.filter_text), self._context.state
        if view is not None:
            state.set(_key(view), state.get(_key(view), {}) | values)
            return
        for name, value in values.items():
            state.set(f"queue.{name}", value)

    def columns(self, text: str) -> tuple[str, ...] | None:
        """The columns that were chosen for a filter; None where the window chooses by its width."""
        view, state = self.current(text), self._context.state
        kept = state.get("queue.columns") if view is None else state.get(_key(view), {}).get("columns", view.columns)
        return None if kept is None else tuple(kept)

    def keep_columns(self, text: str, columns: tuple[str, ...] | None) -> None:
        """Remember which columns were chosen."""
        view, state = self.current(text), self._context.state
        kept = None if columns is None else list(columns)
        if view is None:
            state.set("queue.columns", kept)
        else:
            state.set(_key(view), state.get(_key(view), {}) | {"columns": kept})

    def kept_of(self, text: str) -> str | None:
        """Under which name the window keeps how somebody left the view of a filter; None where it is none."""
        view = self.current(text)
        return None if view is None else _key(view)

    def save(
        self,
        new: NewView,
        seen: NewView | None,
        saved: Callable[[], None] = lambda: None,
        failed: "Callable[[DeskError], None] | None" = None,
    ) -> None:
        """Save a view, or change one as it was `seen`, and show it as the one that is chosen, with a way back."""

        def chosen() -> None:
            self._context.state.set(_CURRENT, new.id)
            self._context.state.set(f"view.{new.id}", None)
            saved()

        self.saving.save(new, seen, chosen, failed)

    def move(self, view: SavedView, step: int) -> None:
        """Put one of one's own views further up or down, with a way back."""
        own = [each.id for each in self.views if each.share == "own"]
        place = own.index(view.id) + step
        if 0 <= place < len(own):
            self._put(view, place, place - step, self._context.undo.push)

    def _put(self, view: SavedView, place: int, back: int, keep: Callable[[str, Callable[[], None]], object]) -> None:
        desk, actor, undo = self._context.desk, self._context.actor, self._context.undo

        def done(_before: int) -> None:
            other = undo.done_again if keep == undo.undone else undo.undone
            keep(tr("“{view}” is moved", view=view.name), partial(self._put, view, back, place, other))
            self.load()

        self._context.background.write(
            lambda: desk.views_admin.move(actor, view.id, place), done, self._context.toasts.say_error
        )

    def star(self, view: SavedView, *, starred: bool) -> None:
        """Put a view among those that stand first, or back among the others; with a way back."""
        self._star(view, starred, self._context.undo.push)

    def _star(self, view: SavedView, starred: bool, keep: Callable[[str, Callable[[], None]], object]) -> None:
        desk, actor, undo = self._context.desk, self._context.actor, self._context.undo
        name = view.name
        text = tr("“{name}” is starred", name=name) if starred else tr("“{name}” is no longer starred", name=name)

        def done(_nothing: None) -> None:
            other = undo.done_again if keep == undo.undone else undo.undone
            keep(text, partial(self._star, view, not starred, other))
            self._context.toasts.show(text, icon="star", shown_ms=3_000)
            self.load()

        self._context.background.write(
            lambda: desk.views_admin.star(actor, view.id, starred=starred), done, self._context.toasts.say_error
        )

    def ask_counts(self) -> None:
        """The numbers may be others now."""
        if self.views:
            self._count.ask()

    def _ask_counts(self) -> None:
        if self._context.session is None or not self.views:
            return
        desk, actor, zone = self._context.desk, self._context.actor, self._context.formats.zone
        texts = tuple(view.filter_text for view in self.views)
        drafts = self._drafts.of(" ".join(texts))

        def came(counts: dict[str, int]) -> None:
            if counts != self.counts:
                self.counts = counts
                self.changed.emit()

        self._context.background.read(lambda: desk.views.counts(actor, texts, zone, drafts), came, key="view counts")

    def hear(self, event: "Event") -> None:
        """Views changed, or an incident may have come into one whose arrivals are told."""
        if isinstance(event, ReferenceDataChanged) and event.table in {"saved_view", "saved_view_star", "category"}:
            self.load()
        if isinstance(event, MuchChanged | IncidentChanged | IncidentLogged):
            self.ask_counts()
        if not isinstance(event, IncidentChanged | IncidentLogged) or self._context.session is None:
            return
        if any(view.notifies for view in self.views) and event.actor_id != self._context.actor.person_id:
            self._fresh.add(event.incident_id)
            self._arrive.ask()

    def _learn(self, view: SavedView) -> None:
        """Find out what stands in a view already."""
        desk, actor = self._context.desk, self._context.actor
        wanted = QueueQuery(view.filter_text, "number", True, "none", limit=_KNOWN, at=self._context.now())
        wanted = wanted._replace(zone=self._context.formats.zone)

        def came(ids: set[str]) -> None:
            self._inside[view.id] = ids

        self._context.background.read(lambda: set(desk.queue.ids(actor, wanted)), came)

    def _ask_arrivals(self) -> None:
        if self._context.session is None:
            return
        desk, actor, zone = self._context.desk, self._context.actor, self._context.formats.zone
        ids, self._fresh = sorted(self._fresh), set()
        self._context.background.read(
            lambda: desk.views.arrivals(actor, ids, zone), partial(self._arrived, frozenset(ids))
        )

    def _arrived(self, asked: frozenset[str], found: tuple[Arrival, ...]) -> None:
        """Tell what came into a view and had not been there; what left it may come again."""
        names = {view.id: view.name for view in self.views}
        new: list[Arrival] = []
        for view_id, inside in self._inside.items():
            now = [each for each in found if each.view_id == view_id]
            new += [each for each in now if each.incident_id not in inside]
            inside.difference_update(asked)
            inside.update(each.incident_id for each in now)
        self._tell(new, names)

    def _tell(self, new: "Iterable[Arrival]", names: dict[str, str]) -> None:
        arrivals = list(new)
        if not arrivals:
            return
        first = arrivals[0]
        view = names.get(first.view_id, "")
        if len(arrivals) == 1:
            text = tr(
                "{number} came into “{view}”: {short_description}",
                number=incident_number(first.number),
                view=view,
                short_description=first.short_description,
            )
            action = ToastAction(tr("Open"), lambda: self._context.go(Location("incident", first.incident_id)))
        else:
            text = tr("{count} incidents came into “{view}”", count=len(arrivals), view=view)
            action = ToastAction(tr("Show"), partial(self._go_to, first.view_id))
        self._context.toasts.show(text, action, icon="bell")

    def _go_to(self, view_id: str) -> None:
        view = self.choose(view_id)
        if view is not None:
            self._context.go(Location("queue", view.filter_text))


def _key(view: SavedView) -> str:
    return f"view.{view.id}"
