"""The section of categories: a tree of two levels by which incidents are sorted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.wording import tr, trn
from app.services.catalogue.dto import CategoryLine
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.catalogue.merge_card import MergeCard
from app.views.settings_page.catalogue.wording import open_words
from app.views.settings_page.entries.fields import FormField, PickOne, TextField
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection
from app.views.widgets.choice_popup import Option

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_WORDS: Final = Words(
    tr("category"),
    tr("categories"),
    "tag",
    tr("How incidents are sorted: a category, and one below it. Incidents keep what they were given when it moves."),
)
_TOP: Final = Option("", tr("Nothing: it stands at the top"))


class CategoriesSection(EntriesSection):
    """Categories by name, each followed by those below it."""

    drafts = "categories"

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, _WORDS, Permission.CATALOGUE_EDIT)

    def make_fields(self) -> Sequence[FormField]:
        """Name and place."""
        return (
            TextField("name", tr("Name")),
            PickOne("parent_id", tr("Stands below"), tr("There are two levels.")),
        )

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """The tree."""
        lines = desk.catalogue.categories(actor)
        below: dict[str, int] = {}
        for line in lines:
            if line.parent_id and line.active:
                below[line.parent_id] = below.get(line.parent_id, 0) + 1
        return [_entry(line, below.get(line.id, 0)) for line in lines]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A category with its place."""
        lines = desk.catalogue.categories(actor)
        line = next((each for each in lines if each.id == key), None)
        kept = line.parent_id if line is not None else None
        tops = [
            Option(each.id, each.name if each.active else tr("{name} (not in use)", name=each.name))
            for each in lines
            if each.parent_id is None and each.id != key and (each.active or each.id == kept)
        ]
        offers = {"parent_id": [_TOP, *tops]}
        if not key:
            return Opened("", {"name": "", "parent_id": ""}, offers=offers)
        line = desk.catalogue.category(actor, key)
        uses, history = desk.catalogue.category_uses(actor, key), desk.catalogue.history(actor, "category", key)
        values = {"name": line.name, "parent_id": line.parent_id or ""}
        return Opened(line.name, values, line.active, uses, history, offers, _others(lines, key))

    def more_cards(self) -> Sequence[Card]:
        """Merging it into another one."""
        self.merge = MergeCard(self.context, lambda: self.frame, self.refresh)
        return (self.merge,)

    def shown(self, opened: Opened) -> None:
        """Whoever may change categories may merge one that is in use."""
        self.merge.setVisible(self.editable and opened.active and isinstance(opened.more, list))
        if isinstance(opened.more, list):
            self.merge.show_others(self._key, opened.more)

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Add a category."""
        return desk.people_admin.add_category(actor, values["name"], values["parent_id"] or None)

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Rename or move it."""
        changes: dict[str, str | int | None] = dict(values)
        if "parent_id" in values:
            changes["parent_id"] = values["parent_id"] or None
        desk.catalogue_admin.change_category(actor, key, changes)

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.catalogue_admin.use_category(actor, key, active)


def _others(lines: Sequence[CategoryLine], key: str) -> list[Option]:
    """The categories in use that could take its place; one below another is told by both names."""
    names = {line.id: line.name for line in lines}
    return [
        Option(each.id, f"{names[each.parent_id]} › {each.name}" if each.parent_id in names else each.name)
        for each in lines
        if each.active and key not in {each.id, each.parent_id}
    ]


def _entry(line: CategoryLine, below: int) -> Entry:
    subcategories = trn("{n} subcategory", "{n} subcategories", below)
    return Entry(
        line.id,
        line.name,
        subcategories if below else "",
        open_words(line.open_incidents),
        "",
        "corner-down-right" if line.parent_id else "tag",
        1 if line.parent_id else 0,
        "" if line.active else tr("Not in use"),
        muted=not line.active,
    )
