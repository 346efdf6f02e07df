"""The side bar: the desk, new incident, pages, fixed views, assignment groups and who sits here; or a rail of icons."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.wording import marked, tr, trn
from app.services.incidents.queue_dto import GroupCount, QueueCounts
from app.services.views.dto import COUNTED_TO
from app.views.action_catalogue import ENTRANCES
from app.views.queue import filters
from app.views.shell.logo import Logo
from app.views.shell.nav_item import NavItem
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Avatar

GROUPS_SHOWN = 8
VIEWS_SHOWN = 7
"""So many saved views stand in the side bar, starred ones first; the others are behind "More"."""

_SWATCHES = ("chart1", "chart3", "chart2", "chart4")


_VIEWS_TAKE_NOTHING: Final = marked(
    "A view shows what its filter finds, so nothing can be put into it. Drop it on a group, on My open work or on "
    "Unassigned."
)


class ViewLine(NamedTuple):
    """A saved view as a line of the side bar."""

    id: str
    name: str
    icon: str
    found: int


class Sidebar(QWidget):
    """Tells where somebody wants to go: `filter_chosen` carries a filter, `view_chosen` and `page_chosen` an id."""

    filter_chosen = Signal(str)
    view_chosen = Signal(str)
    more_wanted = Signal()
    page_chosen = Signal(str)
    new_wanted = Signal()
    drafts_wanted = Signal()
    menu_wanted = Signal()
    dropped = Signal(tuple, str, str)
    """Incidents, and the line on which they were dropped: `mine`, `unassigned`, or the id and the name of a group."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "chrome")
        self.setProperty("edge", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Side bar"))
        self._rail = False
        self._items: dict[str, NavItem] = {}
        self._group_items: list[NavItem] = []
        self._view_items: dict[str, NavItem] = {}
        self._views: tuple[ViewLine, ...] = ()
        self._only_wide: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(2)
        self._build_head()
        self._build_items()
        self._build_foot()
        self.set_rail(False)

    def _build_head(self) -> None:
        self._name = ElidedLabel("Mainstay", tokens.UI_STRONG)
        self._place = ElidedLabel("", tokens.CAPTION, "text2")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(10)
        self._head_row = row
        row.addWidget(Logo())
        names = _stacked(self._name, self._place)
        row.addWidget(names, 1)
        self._new = Button(tr("New incident"), kind="primary", icon="plus", keys="Ctrl+N", height=Size.BUTTON_PAGE)
        self._new.fill_width()
        self._new_small = Button("", kind="primary", icon="plus", height=36)
        self._new_small.setAccessibleName(tr("New incident"))
        self._new_small.setToolTip(tr("New incident (Ctrl N)"))
        for button in (self._new, self._new_small):
            button.clicked.connect(self.new_wanted)
        self._column.addWidget(head)
        self._column.addWidget(self._new)
        self._column.addWidget(self._new_small)
        self._column.addSpacing(8)
        self._only_wide.append(names)

    def _build_items(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        canvas = QWidget()
        canvas.setProperty("surface", "chrome")
        self._list = QVBoxLayout(canvas)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(1)
        self._add("triage", tr("Triage"), "inbox", lambda: self.page_chosen.emit("triage"))
        self._add("queue", tr("Queue"), "list-checks", lambda: self.page_chosen.emit("queue"))
        self._add("reviews", tr("Reviews"), "file-text", lambda: self.page_chosen.emit("reviews"))
        self._add("escalations", tr("Escalations"), "trending-up", lambda: self.page_chosen.emit("escalations"))
        self._add("problems", tr("Problems"), "circle-alert", lambda: self.page_chosen.emit("problems"))
        self._add("knowledge", tr("Knowledge"), "book-open", lambda: self.page_chosen.emit("knowledge"))
        self._add("dashboard", tr("Dashboard"), "layout-dashboard", lambda: self.page_chosen.emit("dashboard"))
        self._add("drafts", tr("Drafts"), "pencil", self.drafts_wanted.emit)
        self._items["drafts"].hide()
        self._add_title(tr("Views"))
        for key, text, icon, term in (
            ("mine", tr("My open work"), "circle-user", filters.SEGMENTS["mine"]),
            ("unassigned", tr("Unassigned"), "circle-dashed", filters.SEGMENTS["unassigned"]),
            ("waiting", tr("Waiting"), "circle-pause", filters.SEGMENTS["waiting"]),
            ("resolved", tr("Resolved"), "circle-check", (filters.RESOLVED,)),
        ):
            self._add(key, text, icon, partial(self.filter_chosen.emit, " ".join(term)))
        for key in ("mine", "unassigned"):
            self._items[key].setAcceptDrops(True)
            self._items[key].dropped.connect(lambda ids, key=key: self.dropped.emit(ids, key, ""))
        self._views_title = self._add_title(tr("Saved views"))
        self.more = NavItem(tr("More…"), "ellipsis")
        self.more.clicked.connect(self.more_wanted)
        self._list.addWidget(self.more)
        self.more.hide()
        self._groups_title = self._add_title(tr("Assignment groups"))
        self._list.addStretch(1)
        area.setWidget(canvas)
        self._column.addWidget(area, 1)

    def _build_foot(self) -> None:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(4, 6, 0, 0)
        row.setSpacing(8)
        self._avatar = Avatar(None, 28)
        self._person = ElidedLabel("", tokens.UI_STRONG)
        self._role = ElidedLabel("", tokens.CAPTION, "text2")
        names = _stacked(self._person, self._role)
        self.settings = IconButton("settings", tr("Appearance and help"), size=28)
        self.settings.clicked.connect(self.menu_wanted)
        row.addWidget(self._avatar)
        row.addWidget(names, 1)
        row.addWidget(self.settings)
        self._foot_row = row
        self._column.addWidget(foot)
        self._only_wide += [names, self._avatar]

    def set_desk(self, name: str, place: str) -> None:
        """Which desk is open, and where it is."""
        self._name.set_text(name)
        self._place.set_text(place)

    def set_person(self, name: str, role: str) -> None:
        """Who works here."""
        self._avatar.set_name(name)
        self._person.set_text(name)
        self._role.set_text(role)

    def set_pages(self, pages: frozenset[str]) -> None:
        """Show only what exists."""
        for page in ("triage", "reviews", "escalations", "problems", "knowledge", "dashboard"):
            self._items[page].setVisible(page in pages)
        self._new_exists = "incident.new" in pages
        self._show_new()

    _new_exists = False

    def _show_new(self) -> None:
        offered = self._new_exists and self._may_log
        self._new.setVisible(offered and not self._rail)
        self._new_small.setVisible(offered and self._rail)

    _may_log = True

    def allow(self, actor: Actor) -> None:
        """Show what this person may read, and what logs an incident: nobody is led to what refuses them."""
        self._may_log = may(actor, Permission.INCIDENT_CREATE)
        self._show_new()
        for key, item in self._items.items():
            way = ENTRANCES.get(key)
            if way is not None and way.permission is not None:
                item.setVisible(may(actor, way.permission))

    def set_counts(self, counts: QueueCounts) -> None:
        """Show the numbers, and the groups that have open work, the largest first."""
        for key, count in (
            ("queue", counts.open), ("mine", counts.mine), ("unassigned", counts.unassigned),
            ("waiting", counts.waiting), ("resolved", counts.resolved), ("triage", counts.triage),
        ):  # fmt: skip
            self._items[key].set_count(count)
        wanted = [group for group in counts.by_group if group.incidents][:GROUPS_SHOWN]
        if [item.text() for item in self._group_items] != [group.label for group in wanted]:
            self._rebuild_groups(wanted)
        for item, group in zip(self._group_items, wanted, strict=True):
            item.set_count(group.incidents)

    def set_views(self, views: tuple[ViewLine, ...]) -> None:
        """Show the saved views with how many each finds, as many as are read in a week."""
        self._views = views
        shown = views[:VIEWS_SHOWN]
        if list(self._view_items) != [view.id for view in shown]:
            self._rebuild_views(shown)
        for view in shown:
            item = self._view_items[view.id]
            item.setText(view.name)
            item.set_icon(view.icon)
            item.set_count(view.found, is_all=view.found < COUNTED_TO)
        self._show_more()
        self._show_view()

    def _rebuild_views(self, views: tuple[ViewLine, ...]) -> None:
        self._drop(self._view_items.values())
        self._view_items = {}
        below = self._list.indexOf(self.more)
        for number, view in enumerate(views):
            item = NavItem(view.name, view.icon)
            item.clicked.connect(lambda _checked=False, view_id=view.id: self.view_chosen.emit(view_id))
            item.refuse_drops(tr(_VIEWS_TAKE_NOTHING))
            self._list.insertWidget(below + number, item)
            # The rail does not show it, so it is never an icon alone.
            item.setVisible(not self._rail)
            self._view_items[view.id] = item
        self._views_title.setVisible(not self._rail and bool(views))

    def _show_more(self) -> None:
        hidden = len(self._views) - VIEWS_SHOWN
        self.more.setVisible(hidden > 0 and not self._rail)
        if hidden > 0:
            self.more.setText(trn("{n} more…", "{n} more…", hidden))
            self.more.setAccessibleName(trn("{n} more saved view", "{n} more saved views", hidden))

    def show_view(self, view_id: str | None) -> None:
        """Mark the saved view that is shown, if one is."""
        self._view_id = view_id
        self._show_view()

    _view_id: str | None = None

    def _show_view(self) -> None:
        for view_id, item in self._view_items.items():
            item.mark(chosen=view_id == self._view_id)

    def _drop(self, items: Iterable[NavItem]) -> None:
        for item in items:
            self._list.removeWidget(item)
            item.hide()
            item.deleteLater()

    def set_drafts(self, count: int) -> None:
        """Show how many incidents were begun and put away; the row is there only while there is one."""
        self._items["drafts"].set_count(count)
        self._items["drafts"].setVisible(count > 0)

    def show_place(self, page: str, filter_text: str) -> None:
        """Mark where the window is."""
        by_filter = {" ".join(terms): key for key, terms in filters.SEGMENTS.items() if key != "all"}
        by_filter[filters.RESOLVED] = "resolved"
        here = by_filter.get(filter_text, "queue") if page == "queue" else page
        if page == "queue" and self._view_id is not None:
            here = ""
        team = next((item for item in self._group_items if filters.team_filter(item.text()) == filter_text), None)
        for key, item in self._items.items():
            item.mark(chosen=key == here and not (page == "queue" and team is not None))
        for item in self._group_items:
            item.mark(chosen=page == "queue" and item is team and self._view_id is None)

    def set_rail(self, rail: bool) -> None:
        """Icons only, or icons with words."""
        self._rail = rail
        self.setFixedWidth(Size.RAIL if rail else Size.SIDEBAR)
        self._column.setContentsMargins(8 if rail else 10, 10, 8 if rail else 10, 10)
        for widget in self._only_wide:
            widget.setVisible(not rail)
        for item in self._items.values():
            item.set_rail(rail)
        for item in (*self._group_items, *self._view_items.values()):
            item.setVisible(not rail)
        self._views_title.setVisible(not rail and bool(self._view_items))
        self._show_more()
        self._groups_title.setVisible(not rail and bool(self._group_items))
        self._foot_row.setContentsMargins(6 if rail else 4, 6, 0, 0)
        self._head_row.setContentsMargins(6 if rail else 0, 0, 0, 6)
        self._show_new()

    @property
    def is_rail(self) -> bool:
        """Whether only icons are shown."""
        return self._rail

    def _add(self, key: str, text: str, icon: str, go: Callable[[], None]) -> None:
        item = NavItem(text, icon)
        item.clicked.connect(lambda _checked=False: go())
        self._items[key] = item
        self._list.addWidget(item)

    def _add_title(self, text: str) -> QWidget:
        title = Label(text, tokens.META_STRONG, "text3")
        set_margins(title, 10, 14, 0, 4)
        self._list.addWidget(title)
        self._only_wide.append(title)
        return title

    def _rebuild_groups(self, groups: list[GroupCount]) -> None:
        self._drop(self._group_items)
        self._group_items = []
        for number, (key, name, _count) in enumerate(groups):
            item = NavItem(name, "", swatch=_SWATCHES[number % len(_SWATCHES)])
            item.clicked.connect(lambda _checked=False, name=name: self.filter_chosen.emit(filters.team_filter(name)))
            item.setAcceptDrops(True)
            item.dropped.connect(lambda ids, key=key, name=name: self.dropped.emit(ids, key, name))
            self._list.insertWidget(self._list.count() - 1, item)
            # Only now: a widget shown before it has a parent would be a window of its own and take the focus.
            item.setVisible(not self._rail)
            self._group_items.append(item)
        self._groups_title.setVisible(not self._rail and bool(groups))


def _stacked(*lines: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for line in lines:
        column.addWidget(line)
    return box
