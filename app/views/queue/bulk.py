"""Changing a field of every selected incident: which fields there are, how a value is chosen, and what it is called."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import BadInput
from app.domain.events import MuchChanged, ReferenceDataChanged
from app.domain.field_names import field_name
from app.domain.numbers import incident_number
from app.domain.wording import tr, trn
from app.services.people.dto import PersonChoice
from app.views.incident.pick_lists import CHANNELS, PickLists
from app.views.queue.acts import words_for
from app.views.queue.bulk_steps import BulkSteps
from app.views.queue.levels import ask_levels
from app.views.widgets.choice_popup import Answer, Ask, ChoicePopup, Option, listed

if TYPE_CHECKING:
    from app.domain.events import Event
    from app.views.queue.page import QueuePage

_LISTS: Final = {
    "group_id": tr("No group"), "service_id": tr("No service"), "site_id": tr("No site"),
    "configuration_item_id": tr("No configuration item"), "category_id": tr("No category"),
}  # fmt: skip
_TEXTS: Final = (
    "short_description", "description", "business_impact", "cause", "workaround", "business_unit", "problem_ref",
    "change_ref", "caused_by_change_ref",
)  # fmt: skip
_MENU: Final = (
    "caller_id", "service_id", "configuration_item_id", "category_id", "subcategory_id", "site_id", "channel", None,
    "problem_ref", "change_ref", "caused_by_change_ref", "business_unit", "minutes_spent", None,
    "short_description", "description", "business_impact", "cause", "workaround",
)  # fmt: skip
LEVELS: Final = "levels"
"""Impact and then urgency, so that one key reaches both; no field of its own."""
_BY_DIGIT: Final = frozenset({"impact", "urgency", "channel"})
_REQUIRED: Final = frozenset({"short_description"})


class Bulk:
    """Opens the list of a field at a button or in the middle of the list, and changes what is selected."""

    def __init__(self, page: "QueuePage") -> None:
        self._page = page
        self._lists = PickLists(page.context)
        self._is_asked = False
        self.steps = BulkSteps(page, self._lists, self._ask_settings)

    def hear(self, event: "Event") -> None:
        """What is picked from may be others now."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self._lists.forget()
            self._is_asked = False

    def choose(self, field: str, anchor: QWidget | None = None) -> ChoicePopup:
        """Show the values of a field; the one that is chosen is given to every selected incident."""
        page = self._page
        # What is changed is what was selected when the list opened, whatever comes into the list meanwhile.
        ids = tuple(page.marks.chosen_ids())
        if field == LEVELS:
            return self._choose_levels(ids, anchor or page.head)
        self._ask_settings(lambda: None)
        typed = field in _TEXTS or field == "minutes_spent"
        name = tr("{field_name} of {counted}", field_name=field_name(field), counted=self._counted(ids))
        popup = ChoicePopup(name, self._asks(field), page, digits=field in _BY_DIGIT, can_add=typed)
        popup.chosen.connect(partial(self._chosen, field, ids))
        popup.open_at(anchor or page.head)
        return popup

    def _choose_levels(self, ids: tuple[str, ...], anchor: QWidget) -> ChoicePopup:
        page, known = self._page, self._page.marks.chosen_rows()
        # Of rows that were never read nobody knows what they would become.
        rows = known if len(known) == len(ids) else []
        popup = ask_levels(self._lists, rows, self._counted(ids), page, anchor, partial(page.acts.change, ids))
        # What it began with are the levels that every desk begins with.
        self._ask_settings(popup.ask_again)
        return popup

    def _ask_settings(self, then: Callable[[], None]) -> None:
        """Read what the desk is set to, where that was not done since somebody changed it."""
        if not self._is_asked:
            self._is_asked = True
            self._lists.load_settings(then)

    def _counted(self, ids: Sequence[str]) -> str:
        row = self._page.table.row_of(ids[0]) if len(ids) == 1 else None
        return trn("{n} incident", "{n} incidents", len(ids)) if row is None else incident_number(row.number)

    def connect(self) -> None:
        """Take the buttons of the bar that stands above the list while several are selected."""
        head = self._page.head
        head.field_wanted.connect(self.choose)
        head.more.aboutToShow.connect(lambda: self.fill_menu(head.more, head.more_button))
        head.status.aboutToShow.connect(lambda: self.steps.fill_menu(head.status, head.place_of_steps()))

    def fill_menu(self, menu: QMenu, anchor: QWidget) -> None:
        """Every field that can be changed and has no button now."""
        menu.clear()
        hidden = self._page.head.hidden_fields()
        for field in (*hidden, *([None] if hidden else []), *_MENU):
            if field is None:
                menu.addSeparator()
            else:
                menu.addAction(f"{field_name(field)}…").triggered.connect(partial(self._menu_chosen, field, anchor))
        menu.addSeparator()
        for action_id in (
            "incident.tags", "incident.snooze", "incident.problem_make", "incident.macro", "incident.merge",
        ):  # fmt: skip
            menu.addAction(self._page.context.actions.action(action_id))

    def _menu_chosen(self, field: str, anchor: QWidget, _checked: bool = False) -> None:
        self.choose(field, anchor)

    def _asks(self, field: str) -> Ask:
        if field in _LISTS:
            return self._lists.plain(field, _LISTS[field])
        made: dict[str, Callable[[], Ask]] = {
            "assignee_id": lambda: self._lists.agents(self._common_group()),
            "caller_id": lambda: self._lists.people,
            "problem_ref": lambda: _problems(self._page),
            "impact": lambda: self._lists.impacts,
            "urgency": lambda: self._lists.urgencies,
            "channel": lambda: listed(CHANNELS),
            "subcategory_id": lambda: self._lists.all_subcategories,
            "minutes_spent": lambda: _minutes,
        }
        return made[field]() if field in made else partial(_typed, required=field in _REQUIRED)

    def _common_group(self) -> str | None:
        """The group of all rows that are known, so that only its members are offered; None where they differ."""
        groups = {row.group_id for row in self._page.marks.chosen_rows()}
        return groups.pop() if len(groups) == 1 else None

    def _chosen(self, field: str, ids: tuple[str, ...], option: Option) -> None:
        page = self._page
        value: Any = option.value
        if isinstance(value, PersonChoice):
            value = value.id
        elif value is None and option.hint == tr("new"):
            value = option.label
        if field == "minutes_spent":
            try:
                value = _whole(str(value))
            except BadInput as error:
                page.context.toasts.say_error(error)
                return
        values = {field: value}
        if field == "subcategory_id" and value is not None:
            # One of another category brings that along.
            values = dict(zip(("category_id", field), value, strict=True))
        page.acts.change(ids, values, words_for(field, option.label))


def _problems(page: "QueuePage") -> Ask:
    # Imported here, because the first picture of the list has to come without it.
    from app.views.problems.making import ask_problems

    return ask_problems(page.context, tr("No problem"))


def _typed(text: str, answer: Answer, *, required: bool) -> None:
    """A text is typed rather than chosen; nothing clears the field."""
    answer(() if text.strip() or required else (Option("", tr("Nothing: clear the field")),))


def _minutes(_text: str, answer: Answer) -> None:
    answer(())


def _whole(text: str) -> int:
    if not text.strip().isdecimal():
        raise BadInput(tr("Minutes spent are a whole number, not {text}.", text=f"{text!r}"), "minutes_spent")
    return int(text)
