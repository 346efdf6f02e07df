"""The section of templates: what a frequent incident begins with, for whom the template is, and who changed it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from app.domain.incident_templates import Filling
from app.domain.macros import ARTICLE_EXAMPLE, FIELDS
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.services.templates.dto import IncidentTemplate, NewIncidentTemplate
from app.views.context import ViewContext
from app.views.create.templating import TEMPLATE_KEY
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
    tr("template"),
    tr("templates"),
    "clipboard-list",
    tr(
        "What frequent incidents begin with. {key} in a new incident uses one; what was typed there already stays.",
        key=TEMPLATE_KEY.replace("+", " "),
    ),
)
_LEFT: Final = Option("", tr("Leave empty"))
_CATEGORY: Final = "category"
_TEXTS: Final = ("short_description", "description", "service_id", "group_id", "checklist_id", "message")
_NEW: Final = {
    "name": "", SHARE: "own", "public": "yes", _CATEGORY: "", "impact": "", "urgency": "", **dict.fromkeys(_TEXTS, ""),
}  # fmt: skip


class TemplatesSection(EntriesSection):
    """Templates by name."""

    drafts = "templates"
    knows_uses = False

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, _WORDS, Permission.TEMPLATE_EDIT)

    def make_fields(self) -> Sequence[FormField]:
        """Name, what it fills in, what it begins with, for whom."""
        known = ", ".join(f"{{{{{name}}}}}" for name in (*FIELDS, ARTICLE_EXAMPLE))
        return (
            TextField("name", tr("Name"), most=120),
            TextField("short_description", tr("Short description"), most=160),
            LongField("description", tr("Details")),
            PickOne("service_id", tr("Service")),
            PickOne(_CATEGORY, tr("Category")),
            PickOne("impact", tr("Impact")),
            PickOne("urgency", tr("Urgency")),
            PickOne("group_id", tr("Assignment group")),
            PickOne("checklist_id", tr("Checklist"), tr("Its steps are added to the new incident.")),
            LongField(
                "message",
                tr("First message"),
                tr("Sent with the new incident; filled in for it: {known}.", known=known),
            ),
            PickOne("public", tr("Who reads the message")),
            PickOne(SHARE, tr("Who can use it")),
        )

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """One row a template."""
        return [_entry(each) for each in desk.templates.every(actor)]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A template with what can be chosen."""
        offers = _offers(desk, actor)
        if not key:
            return Opened("", dict(_NEW), offers=offers)
        template = desk.templates.one(actor, key)
        history = desk.templates.history(actor, key)
        return Opened(template.name, _values(template), template.active, history=history, offers=offers)

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Keep a new one."""
        new = _template(desk.new_id(), values)
        desk.template_work.save(actor, new)
        return new.id

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Keep it with what changed."""
        desk.template_work.save(actor, _template(key, {**_values(desk.templates.one(actor, key)), **values}))

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.template_work.use(actor, key, active)


def _offers(desk: "Desk", actor: "Actor") -> dict[str, list[Option]]:
    groups = [Option(each.id, each.label) for each in desk.people.groups(actor)]
    matrix = desk.settings.matrix(actor)
    categories = []
    for each in desk.people.categories(actor):
        categories.append(Option(f"{each.id}/", each.label))
        below = desk.people.categories(actor, each.id)
        categories += [Option(f"{each.id}/{sub.id}", f"{each.label} › {sub.label}") for sub in below]
    checklists = [Option(each.id, each.name) for each in desk.checklists.templates(actor)]
    return {
        "service_id": [_LEFT, *(Option(each.id, each.label) for each in desk.people.services(actor))],
        _CATEGORY: [_LEFT, *categories],
        "impact": [_LEFT, *(Option(str(n), label) for n, label in enumerate(matrix.impact_labels, 1))],
        "urgency": [_LEFT, *(Option(str(n), label) for n, label in enumerate(matrix.urgency_labels, 1))],
        "group_id": [_LEFT, *groups],
        "checklist_id": [_LEFT, *checklists],
        "public": [
            Option("yes", tr("The caller: it is a reply")),
            Option("no", tr("The desk only: it is an internal note")),
        ],
        SHARE: share_options(groups, actor),
    }


def _values(template: IncidentTemplate) -> dict[str, str]:
    filling = template.filling
    return {
        **{name: str(getattr(filling, name)) for name in _TEXTS},
        "name": template.name,
        SHARE: share_value(template.share, template.group_id),
        "public": "yes" if filling.public else "no",
        _CATEGORY: f"{filling.category_id}/{filling.subcategory_id}" if filling.category_id else "",
        "impact": str(filling.impact or ""),
        "urgency": str(filling.urgency or ""),
    }


def _template(key: str, values: Mapping[str, str]) -> NewIncidentTemplate:
    category, _, subcategory = values[_CATEGORY].partition("/")
    texts: dict[str, Any] = {name: values[name] for name in _TEXTS}
    filling = Filling(
        **texts,
        category_id=category,
        subcategory_id=subcategory,
        impact=int(values["impact"] or 0),
        urgency=int(values["urgency"] or 0),
        public=values["public"] == "yes",
    )
    return NewIncidentTemplate(key, values["name"], filling, *share_of(values[SHARE]))


def _entry(template: IncidentTemplate) -> Entry:
    names = template.names
    about = (names.get("service_id"), names.get("category_id"), names.get("checklist_id"))
    return Entry(
        template.id,
        template.name,
        template.filling.short_description,
        " · ".join(part for part in about if part),
        share_words(template.share, template.group_name),
        "clipboard-list",
        pill="" if template.active else tr("Not in use"),
        muted=not template.active,
    )
