"""The section of macros: what each says and does, for whom it is, and who changed it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from app.domain.errors import BadInput
from app.domain.kept_words import Offered, WordKind
from app.domain.macros import ARTICLE_EXAMPLE, DUE, FIELDS, ME, STATES, Acts, article_of, fields_of, fill
from app.domain.numbers import article_number
from app.domain.permissions import Permission
from app.domain.tags import tags_typed
from app.domain.vocabulary import HoldReason, ResolutionCode, State
from app.domain.wording import tr
from app.services.macros.dto import Macro, NewMacro
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.fields import FormField, LongField, PickOne, TextField
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection
from app.views.settings_page.sharing import SHARE, share_of, share_options, share_value, share_words
from app.views.toolkit import tokens
from app.views.widgets.choice_popup import Option
from app.views.widgets.labels import Label

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_WORDS: Final = Words(
    tr("macro"),
    tr("macros"),
    "zap",
    tr(
        "Replies and notes that are written often, with what is done along with them. M, or / while writing, runs them."
    ),
)
_KEEP: Final = Option("", tr("Leave as it is"))
_SETS: Final = ("group_id", "assignee_id", "service_id", "category_id", "impact", "urgency")
_NEW: Final = {
    "name": "", "short_name": "", "body": "", "public": "yes", SHARE: "own", "state": "",
    "hold_days": "3", "tags": "", "article": "", **dict.fromkeys(_SETS, ""),
}  # fmt: skip
_SAMPLE: Final = {
    "caller.first_name": "Priya", "caller.name": "Priya Raman", "incident.number": "INC-000123",
    "incident.summary": "Printer on floor 2 jams", "service.name": "Printing", "group.name": "Service desk",
    "assignee.name": "Dana Okafor", "me.first_name": "Dana", "me.name": "Dana Okafor",
}  # fmt: skip


class MacrosSection(EntriesSection):
    """Macros by name."""

    drafts = "macros"
    knows_uses = False

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, _WORDS, Permission.MACRO_EDIT)
        self.form.typed.connect(self._show_preview)

    def make_fields(self) -> Sequence[FormField]:
        """Names, text, for whom, and what it does."""
        known = ", ".join(f"{{{{{name}}}}}" for name in (*FIELDS, ARTICLE_EXAMPLE))
        return (
            TextField("name", tr("Name"), most=120),
            TextField("short_name", tr("Short name"), tr("Typed after / while writing, such as /roll."), most=32),
            LongField("body", tr("Text"), tr("Filled in for each incident: {known}.", known=known)),
            PickOne("public", tr("Who reads it")),
            PickOne(SHARE, tr("Who can run it")),
            PickOne("state", tr("Status")),
            PickOne("hold_reason", tr("Waits for"), tr("Where it puts the incident on hold.")),
            TextField("hold_days", tr("For how many days"), most=3),
            PickOne(
                "resolution_code", tr("Resolution code"), tr("Where it resolves; the text says how it was resolved.")
            ),
            PickOne("group_id", tr("Assignment group")),
            PickOne("assignee_id", tr("Assignee")),
            PickOne("service_id", tr("Service")),
            PickOne("category_id", tr("Category")),
            PickOne("impact", tr("Impact")),
            PickOne("urgency", tr("Urgency")),
            TextField("tags", tr("Tags"), tr("Put on beside those that are there; words with spaces between them.")),
            TextField("article", tr("Article"), tr("Linked to the incident; its number, such as KB-000123."), most=20),
        )

    def more_cards(self) -> Sequence[Card]:
        """The text as a caller would read it."""
        card = Card(tr("Preview"), tr("Filled in for an incident that is made up."))
        self.preview = Label("", tokens.READING, "text", wrap=True, selectable=True)
        card.body.addWidget(self.preview)
        return (card,)

    def shown(self, opened: Opened) -> None:
        """Show the text filled in."""
        del opened
        self._show_preview()

    def _show_preview(self) -> None:
        text, formats = self.form.fields["body"].value(), self.context.formats
        sample = {**_SAMPLE, DUE: formats.full(self.context.now())}
        sample |= {
            name: tr("{number} and its title", number=article_number(number)) for name, number in _articles(text)
        }
        self.preview.setText(fill(text, sample).text or tr("It says nothing."))

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """One row a macro."""
        return [_entry(each) for each in desk.macros.every(actor)]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A macro with what can be chosen."""
        offered, offers = desk.words.offered(actor), _offers(desk, actor)
        if not key:
            offers |= _words(offered, Acts())
            return Opened("", _new(offered), offers=offers)
        macro = desk.macros.one(actor, key)
        offers |= _words(offered, macro.acts)
        return Opened(
            macro.name, _values(macro, offered), macro.active, history=desk.macros.history(actor, key), offers=offers
        )

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Keep a new one."""
        new = _macro(desk.new_id(), values)
        desk.macro_work.save(actor, new)
        return new.id

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Keep it with what changed."""
        known = _values(desk.macros.one(actor, key), desk.words.offered(actor))
        desk.macro_work.save(actor, _macro(key, {**known, **values}))

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.macro_work.use(actor, key, active)


def _articles(text: str) -> list[tuple[str, int]]:
    return [(name, number) for name in fields_of(text) if (number := article_of(name)) is not None]


def _offers(desk: "Desk", actor: "Actor") -> dict[str, list[Option]]:
    groups = [Option(each.id, each.label) for each in desk.people.groups(actor)]
    matrix = desk.settings.matrix(actor)
    return {
        "public": [
            Option("yes", tr("The caller: it is a reply")),
            Option("no", tr("The desk only: it is an internal note")),
        ],
        SHARE: share_options(groups, actor),
        "state": [_KEEP, *(Option(each.value, each.label) for each in STATES)],
        "group_id": [_KEEP, *groups],
        "assignee_id": [_KEEP, Option(ME, tr("Whoever runs it"))],
        "service_id": [_KEEP, *(Option(each.id, each.label) for each in desk.people.services(actor))],
        "category_id": [_KEEP, *(Option(each.id, each.label) for each in desk.people.categories(actor))],
        "impact": [_KEEP, *(Option(str(n), label) for n, label in enumerate(matrix.impact_labels, 1))],
        "urgency": [_KEEP, *(Option(str(n), label) for n, label in enumerate(matrix.urgency_labels, 1))],
    }


def _words(offered: Offered, acts: Acts) -> dict[str, list[Option]]:
    """What can be waited for, and how it can end; what the macro has and is not in use any more is named so."""
    found = {}
    for kind, keys, has in (
        (WordKind.HOLD, offered.hold_reasons, acts.hold_reason),
        (WordKind.CODE, offered.resolution_codes, acts.resolution_code),
    ):
        found[kind.value] = [Option(key, kind.label_of(key)) for key in keys]
        if has and has not in keys:
            found[kind.value].append(Option(has, tr("{owner} (not in use)", owner=kind.label_of(has))))
    return found


def _new(offered: Offered) -> dict[str, str]:
    """What a new macro begins with, and what a step of another kind would have."""
    reasons, codes = offered
    hold, code = HoldReason.AWAITING_VENDOR.value, ResolutionCode.SOLUTION_PROVIDED.value
    usual = {
        "hold_reason": hold if hold in reasons else reasons[0],
        "resolution_code": code if code in codes else codes[0],
    }
    return {**_NEW, **usual}


def _values(macro: Macro, offered: Offered) -> dict[str, str]:
    acts = macro.acts
    values = {
        "name": macro.name,
        "short_name": macro.short_name,
        "body": macro.body,
        "public": "yes" if macro.public else "no",
        SHARE: share_value(macro.share, macro.group_id),
        "state": acts.state.value if acts.state is not None else "",
    }
    if acts.state is State.ON_HOLD and acts.hold_reason is not None:
        values |= {"hold_reason": acts.hold_reason, "hold_days": str(acts.hold_days)}
    values |= {"tags": " ".join(acts.tags), "article": article_number(acts.article) if acts.article else ""}
    if acts.state is State.RESOLVED:
        values["resolution_code"] = acts.resolution_code
    return {**_new(offered), **values, **{name: str(acts.sets[name]) for name in _SETS if name in acts.sets}}


def _macro(key: str, values: Mapping[str, str]) -> NewMacro:
    sets: dict[str, Any] = {name: values[name] for name in _SETS if values.get(name)}
    sets |= {name: int(sets[name]) for name in ("impact", "urgency") if name in sets}
    state = State(values["state"]) if values.get("state") else None
    also: dict[str, Any] = {"tags": tags_typed(values["tags"]), "article": _linked(values["article"])}
    acts = Acts(sets, state, **also)
    if state is State.ON_HOLD:
        if not values["hold_days"].isdecimal():
            raise BadInput(tr("The days are a whole number."), "hold_days")
        acts = Acts(sets, state, values["hold_reason"], int(values["hold_days"]), **also)
    elif state is State.RESOLVED:
        acts = Acts(sets, state, resolution_code=values["resolution_code"], **also)
    is_public = values["public"] == "yes"
    return NewMacro(
        key, values["name"], values["short_name"], values["body"], is_public, acts, *share_of(values[SHARE])
    )


def _linked(typed: str) -> int:
    """The number of the article that was typed, 0 for none; one without letters is that of an article here."""
    if not typed.strip():
        return 0
    number = article_of(f"kb:{typed.strip()}")
    if number is None:
        raise BadInput(tr("{typed} is no number of an article. Type one such as KB-000123.", typed=typed), "article")
    return number


def _entry(macro: Macro) -> Entry:
    return Entry(
        macro.id,
        macro.name,
        f"/{macro.short_name}" if macro.short_name else tr("No short name"),
        " · ".join(macro.effects) or (tr("Reply") if macro.public else tr("Internal note")),
        share_words(macro.share, macro.group_name),
        "zap",
        pill="" if macro.active else tr("Not in use"),
        muted=not macro.active,
    )
