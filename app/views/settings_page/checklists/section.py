"""The section of checklists: their steps, for whom they are, which incidents have them, and who changed them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.checklists import read_lines, write_lines
from app.domain.permissions import Permission
from app.domain.wording import tr, trn
from app.services.checklists.dto import ChecklistTemplate, NewTemplate
from app.views.context import ViewContext
from app.views.settings_page.entries.fields import FormField, LongField, PickOne, TextField
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection
from app.views.settings_page.sharing import SHARE, share_of, share_options, share_value, share_words
from app.views.widgets.choice_popup import Option

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_WORDS: Final = Words(
    tr("checklist"),
    tr("checklists"),
    "list-checks",
    tr("Steps that are always the same. Shift D, then /, adds one to the incident that is open."),
)
_NEW: Final = {"name": "", "steps": "", SHARE: "own"}


class ChecklistsSection(EntriesSection):
    """Checklists by name."""

    drafts = "checklists"

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, _WORDS, Permission.TEMPLATE_EDIT)

    def make_fields(self) -> Sequence[FormField]:
        """Name, steps, for whom."""
        return (
            TextField("name", tr("Name"), most=120),
            LongField(
                "steps",
                tr("Steps"),
                tr(
                    "One a line. A * before it makes a step required: the incident is not resolved before it is done. "
                    "After a | stand the group that does it and how long it has: * Order the part | Network | 4 h"
                ),
            ),
            PickOne(SHARE, tr("Who can use it")),
        )

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """One row a checklist."""
        return [_entry(each) for each in desk.checklists.every_template(actor)]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A checklist, what uses it and what became of it."""
        groups = [Option(each.id, each.label) for each in desk.people.groups(actor)]
        offers = {SHARE: share_options(groups, actor)}
        if not key:
            return Opened("", dict(_NEW), offers=offers)
        template, ask = desk.checklists.template(actor, key), desk.checklists
        return Opened(
            template.name, _values(template), template.active, ask.uses(actor, key), ask.history(actor, key), offers
        )

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Keep a new one."""
        new = _template(desk.new_id(), values)
        desk.checklist_work.save_template(actor, new)
        return new.id

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Keep it with what changed; incidents keep the steps that they have."""
        standing = _values(desk.checklists.template(actor, key))
        desk.checklist_work.save_template(actor, _template(key, {**standing, **values}))

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.checklist_work.offer_template(actor, key, active)


def _values(template: ChecklistTemplate) -> dict[str, str]:
    return {
        "name": template.name,
        "steps": write_lines(template.lines),
        SHARE: share_value(template.share, template.group_id),
    }


def _template(key: str, values: Mapping[str, str]) -> NewTemplate:
    return NewTemplate(key, values["name"], read_lines(values["steps"]), *share_of(values[SHARE]))


def _entry(template: ChecklistTemplate) -> Entry:
    required = sum(line.required for line in template.lines)
    steps = len(template.lines)
    return Entry(
        template.id,
        template.name,
        (
            trn("{n} step, {required} required", "{n} steps, {required} required", steps, required=required)
            if required
            else trn("{n} step", "{n} steps", steps)
        ),
        " · ".join(line.text for line in template.lines),
        share_words(template.share, template.group_name),
        "list-checks",
        pill="" if template.active else tr("Not in use"),
        muted=not template.active,
    )
