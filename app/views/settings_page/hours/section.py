"""The section of groups and shifts: the hours of groups and of people, and the group that takes over."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.catalogue.dto import PastChange
from app.services.escalation.dto import CHAIN, Chain
from app.services.sla.settings_dto import CalendarView, GroupHours, PersonHours
from app.views.context import ViewContext
from app.views.settings_page.calendars.list_view import week_words
from app.views.settings_page.cards import Card
from app.views.settings_page.chips import Chips
from app.views.settings_page.entries.story import HistoryCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.taking_back import undo_of
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.choice_popup import Option
from app.views.widgets.choices import Select
from app.views.widgets.labels import ElidedLabel, Label

_ALWAYS = tr("Always")
_NOBODY = tr("Nobody")
_ELSEWHERE = tr("Who changed the hours of a team or of a person is told by the history of that team or person.")
_SEARCH_FROM = 8
"""From so many people on there is a field to find one."""


class Hours(NamedTuple):
    """Everything that the section shows."""

    calendars: tuple[CalendarView, ...]
    groups: tuple[GroupHours, ...]
    people: tuple[PersonHours, ...]
    chain: Chain
    history: tuple[PastChange, ...]


class HoursSection(SettingsSection):
    """Each choice is saved at once and can be taken back."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._editable = may(context.actor, Permission.SLA_EDIT)
        self._hours: Hours | None = None
        self.frame = EditorFrame(SectionHead(tr("Groups and shifts")))
        self.groups: dict[str, tuple[Select, Select]] = {}
        self.people: dict[str, Select] = {}
        self.leads: dict[str, Chips] = {}
        self.managers = Chips(tr("Managers"), fixed=not self._editable)
        self.heads = Chips(tr("Heads"), fixed=not self._editable)
        self._people_rows: dict[str, list[QWidget]] = {}
        self.group_card = Card(
            tr("Groups"),
            tr("When the shift of a group ends, what nobody owns is offered to the group that takes over."),
        )
        self.people_card = Card(
            tr("People"), tr("Working time decides who is on duty, and when notifications wait for the morning.")
        )
        self.search = QLineEdit()
        self.history = HistoryCard(context)
        self._build()

    def _build(self) -> None:
        self.search.setPlaceholderText(tr("Find a person"))
        self.search.setAccessibleName(tr("Find a person"))
        self.search.setFixedSize(220, Size.BUTTON_PAGE)
        self.search.textChanged.connect(self._narrow)
        self.people_card.ends.addWidget(self.search)
        self.group_grid, self.people_grid, chain_grid = _grid((3, 3, 3, 4)), _grid((3, 3, 7)), _grid((1, 5))
        chain = Card(
            tr("Managers and heads"),
            tr("Level 2 and level 3 of an escalation. With nobody named, supervisors and administrators are meant."),
        )
        _row(chain_grid, 0, (Label(tr("Managers"), tokens.UI_MEDIUM), self.managers))
        _row(chain_grid, 1, (Label(tr("Heads"), tokens.UI_MEDIUM), self.heads))
        chain.body.addLayout(chain_grid)
        for chips in (self.managers, self.heads):
            chips.added.connect(partial(self._change_chain, chips, add=True))
            chips.removed.connect(partial(self._change_chain, chips, add=False))
        self.no_groups = Label(tr("No assignment groups yet."), tokens.UI, "text3")
        self.group_card.body.addLayout(self.group_grid)
        self.group_card.body.addWidget(self.no_groups)
        self.people_card.body.addLayout(self.people_grid)
        self.frame.page.addWidget(self.group_card)
        self.frame.page.addWidget(chain)
        self.frame.page.addWidget(self.people_card)
        self.history.body.insertWidget(1, Label(_ELSEWHERE, tokens.META, "text2", wrap=True))
        self.frame.page.addWidget(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Groups and shifts")

    def open(self, _argument: str) -> None:
        """Read the hours."""
        self.refresh()

    def focus_start(self) -> None:
        """The first group, or the page while there is none, or none that this person may change."""
        first = next(iter(self.groups.values()), None)
        (first[0] if first is not None and self._editable else self.frame).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        first_group = [pair[0] for pair in self.groups.values()][:1]
        return [*first_group, *list(self.people.values())[:1]] or [self.search]

    def hear(self, event: Event) -> None:
        """Groups, people, calendars or hours changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.refresh()

    def refresh(self) -> None:
        """Read again."""
        desk, actor = self.context.desk, self.context.actor
        self.frame.loading.start()

        def work() -> Hours:
            read = desk.sla_settings
            chain = desk.escalations.chain(actor)
            history = desk.settings.history(actor, (CHAIN,))
            return Hours(read.calendars(actor), read.group_hours(actor), read.person_hours(actor), chain, history)

        self.context.background.read(work, self._show, self._lost, key=f"hours-{id(self)}")

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("The hours cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    # Showing

    def _show(self, hours: Hours) -> None:
        same = self._hours is not None and _keys(self._hours) == _keys(hours)
        self._hours = hours
        self.frame.show_page()
        if not self._editable:
            self.frame.say(tr("You may read the hours; supervisors and administrators change them."))
        if not same:
            self._rebuild(hours)
        for group in hours.groups:
            calendar, following = self.groups[group.group_id]
            calendar.setCurrentIndex(max(0, calendar.findData(group.calendar_id or "")))
            following.setCurrentIndex(max(0, following.findData(group.next_group_id or "")))
            everybody = [Option(member.person_id, member.name) for member in group.members]
            leads = [member.person_id for member in group.members if member.is_lead]
            self.leads[group.group_id].show_chosen(leads, everybody)
        staff = [Option(person.person_id, person.name, person.job_title) for person in hours.people]
        self.history.show_changes(hours.history)
        self.managers.show_chosen(hours.chain.manager_ids, staff)
        self.heads.show_chosen(hours.chain.head_ids, staff)
        for person in hours.people:
            select = self.people[person.person_id]
            select.setCurrentIndex(max(0, select.findData(person.calendar_id or "")))
        self.no_groups.setVisible(not hours.groups)
        self.search.setVisible(len(hours.people) >= _SEARCH_FROM)

    def _rebuild(self, hours: Hours) -> None:
        _clear(self.group_grid)
        _clear(self.people_grid)
        self.groups, self.people, self.leads, self._people_rows = {}, {}, {}, {}
        _head(self.group_grid, (tr("Group"), tr("Works by"), tr("Then takes over"), tr("Leads")))
        for row, group in enumerate(hours.groups, 1):
            calendar = self._calendar_select(tr("Calendar of {group}", group=group.name), hours.calendars)
            following = self._select(tr("Group that takes over from {group}", group=group.name))
            following.addItem(_NOBODY, "")
            for other in hours.groups:
                if other.group_id != group.group_id:
                    following.addItem(other.name, other.group_id)
            calendar.activated.connect(self._saving_group(group.group_id))
            following.activated.connect(self._saving_group(group.group_id))
            self.groups[group.group_id] = (calendar, following)
            leads = Chips(tr("Leads of {group}", group=group.name), fixed=not self._editable)
            leads.added.connect(partial(self._set_lead, group.group_id, is_lead=True))
            leads.removed.connect(partial(self._set_lead, group.group_id, is_lead=False))
            self.leads[group.group_id] = leads
            _row(
                self.group_grid,
                row,
                (_named(group.name, tr("Tier {tier}", tier=group.tier)), calendar, following, leads),
            )
        _head(self.people_grid, (tr("Person"), tr("Works by"), ""))
        for row, person in enumerate(hours.people, 1):
            select = self._calendar_select(tr("Calendar of {person}", person=person.name), hours.calendars)
            select.activated.connect(self._saving_person(person.person_id))
            self.people[person.person_id] = select
            name = _named(person.name, person.job_title)
            self._people_rows[person.name.casefold()] = [name, select]
            _row(self.people_grid, row, (name, select))

    def _calendar_select(self, name: str, calendars: Sequence[CalendarView]) -> Select:
        select = self._select(name)
        select.addItem(_ALWAYS, "")
        for calendar in calendars:
            select.addItem(calendar.name, calendar.id)
            tip = f"{calendar.calendar.zone}: {week_words(calendar.calendar)}"
            select.setItemData(select.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        return select

    def _select(self, name: str) -> Select:
        select = Select(name)
        select.setEnabled(self._editable)
        return select

    def _narrow(self, text: str) -> None:
        for name, widgets in self._people_rows.items():
            for widget in widgets:
                widget.setVisible(text.casefold().strip() in name)

    # Saving

    def _saving_group(self, group_id: str) -> Callable[[int], None]:
        def save(_index: int) -> None:
            calendar, following = self.groups[group_id]
            self._save_group(group_id, calendar.currentData() or None, following.currentData() or None)

        return save

    def _saving_person(self, person_id: str) -> Callable[[int], None]:
        def save(_index: int) -> None:
            self._save_person(person_id, self.people[person_id].currentData() or None)

        return save

    def _save_group(self, group_id: str, calendar_id: str | None, next_id: str | None, *, undoes: bool = False) -> None:
        before = next((each for each in self._hours.groups if each.group_id == group_id), None) if self._hours else None
        if before is None or (before.calendar_id, before.next_group_id) == (calendar_id, next_id):
            return
        admin, actor = self.context.desk.sla_admin, self.context.actor
        self.context.background.write(
            lambda: admin.set_group_hours(actor, group_id, calendar_id, next_id),
            lambda _done: self._saved(
                before.name,
                partial(self._save_group, group_id, before.calendar_id, before.next_group_id, undoes=True),
                undoes=undoes,
            ),
            self._refused,
        )

    def _save_person(self, person_id: str, calendar_id: str | None, *, undoes: bool = False) -> None:
        found = self._hours.people if self._hours is not None else ()
        before = next((each for each in found if each.person_id == person_id), None)
        if before is None or before.calendar_id == calendar_id:
            return
        admin, actor = self.context.desk.sla_admin, self.context.actor
        self.context.background.write(
            lambda: admin.set_person_hours(actor, person_id, calendar_id),
            lambda _done: self._saved(
                before.name, partial(self._save_person, person_id, before.calendar_id, undoes=True), undoes=undoes
            ),
            self._refused,
        )

    def _set_lead(self, group_id: str, person_id: str, *, is_lead: bool, undoes: bool = False) -> None:
        work, actor = self.context.desk.escalation_work, self.context.actor
        self.context.background.write(
            lambda: work.set_lead(actor, group_id, person_id, is_lead),
            lambda _done: self._saved(
                tr("Leads"),
                partial(self._set_lead, group_id, person_id, is_lead=not is_lead, undoes=True),
                what=tr("Changed"),
                undoes=undoes,
            ),
            self._refused,
        )

    def _change_chain(self, chips: Chips, person_id: str, *, add: bool) -> None:
        if self._hours is None:
            return
        chain = self._hours.chain
        before = chain.manager_ids if chips is self.managers else chain.head_ids
        after = (*before, person_id) if add else tuple(who for who in before if who != person_id)
        self._set_chain(*((after, chain.head_ids) if chips is self.managers else (chain.manager_ids, after)))

    def _set_chain(self, managers: Sequence[str], heads: Sequence[str], *, undoes: bool = False) -> None:
        if self._hours is None:
            return
        work, actor, chain = self.context.desk.escalation_work, self.context.actor, self._hours.chain
        self.context.background.write(
            lambda: work.set_chain(actor, managers, heads),
            lambda _done: self._saved(
                tr("managers and heads"),
                partial(self._set_chain, chain.manager_ids, chain.head_ids, undoes=True),
                what=tr("Changed"),
                undoes=undoes,
            ),
            self._refused,
        )

    def _saved(self, name: str, undo: Callable[[], None], *, undoes: bool, what: str = tr("Hours of")) -> None:
        self.frame.say("")
        said = tr("{what} {name}: saved", what=what, name=name)
        actions = () if undoes else (undo_of(self.context, said, undo),)
        shown = tr("Taken back: change of {title}", title=name) if undoes else said
        self.context.toasts.show(shown, *actions, icon="clock")
        self.refresh()

    def _refused(self, error: DeskError) -> None:
        self.frame.refuse(str(error))
        self.refresh()


def _keys(hours: Hours) -> tuple[object, ...]:
    """What decides whether the rows have to be made anew."""
    return (
        [(each.id, each.name) for each in hours.calendars],
        [(each.group_id, each.name, each.tier) for each in hours.groups],
        [(each.person_id, each.name, each.job_title) for each in hours.people],
    )


def _grid(shares: tuple[int, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for column, share in enumerate(shares):
        grid.setColumnStretch(column, share)
    return grid


def _head(grid: QGridLayout, names: tuple[str, ...]) -> None:
    for column, name in enumerate(names):
        grid.addWidget(Label(name, tokens.CAPTION_STRONG, "text2"), 0, column)


def _row(grid: QGridLayout, row: int, widgets: tuple[QWidget, ...]) -> None:
    for column, widget in enumerate(widgets):
        grid.addWidget(widget, row, column)


def _clear(grid: QGridLayout) -> None:
    while grid.count():
        item = grid.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _named(name: str, detail: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(ElidedLabel(name, tokens.UI_MEDIUM))
    if detail:
        column.addWidget(ElidedLabel(detail, tokens.META, "text2"))
    return box
