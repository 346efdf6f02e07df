"""Beginning a call from a template: it fills in what is empty, says what it left as typed, and can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.incident_templates import parted
from app.domain.macros import said_with
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.macros.dto import first_name
from app.services.templates.dto import IncidentTemplate
from app.views.context import ViewContext
from app.views.create.draft import CreateDraft
from app.views.create.form import CreateForm
from app.views.pages import Location
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option, narrowed
from app.views.widgets.spans import isolated
from app.views.widgets.strips import InfoStrip

TEMPLATE_KEY: Final = "Alt+4"
_SHOWN: Final = 100
"""Characters of a first message that stand in the line."""

_CALLED: Final = {
    "summary": tr("Short description"), "details": tr("Details"), "service_id": tr("Service"),
    "category_id": tr("Category"),
    "impact": tr("Impact"), "urgency": tr("Urgency"), "group_id": tr("Assignment group"),
    "checklist_id": tr("Checklist"),
    "message": tr("First message"),
}  # fmt: skip
_BESIDE: Final = {
    "service_id": ("service_name",), "group_id": ("group_name",), "category_id": ("category_name", "subcategory_id"),
    "checklist_id": ("checklist_name",), "message": ("message_is_note",),
}  # fmt: skip
"""What goes with a field, and is never taken without it."""


class Templating(QObject):
    """The button in the head of a sheet, the list behind it, and the line that says what a template did."""

    def __init__(self, context: ViewContext, form: CreateForm, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        self._before: CreateDraft | None = None
        self._after = CreateDraft()
        self._known: tuple[IncidentTemplate, ...] | None = None
        self._left: Sequence[str] = ()
        self.button = Button(
            tr("Template"), kind="ghost", icon="clipboard-list", keys=TEMPLATE_KEY, height=Size.BUTTON_SMALL
        )
        self.button.clicked.connect(lambda _checked=False: self.choose())
        if not may(context.actor, Permission.TEMPLATE_EDIT):
            self.button.hide()
        self.line = InfoStrip("", "blue", icon="clipboard-list")
        self.line.hide()
        # The first message names the caller and what it is about, which are often chosen after the template.
        form.changed.connect(self._say)

    def choose(self) -> None:
        """Let a template be chosen; typing narrows the list."""
        if not may(self._context.actor, Permission.TEMPLATE_EDIT):
            return
        self._known = None
        popup = ChoicePopup(tr("Template"), self._ask, self.button)
        popup.chosen.connect(self._chosen)
        popup.open_at(self.button)

    def _ask(self, text: str, answer: Answer) -> None:
        desk, actor = self._context.desk, self._context.actor

        def offer(found: Sequence[IncidentTemplate]) -> None:
            self._known = tuple(found)
            options = [Option(each, each.name, each.names.get("service_id", "")) for each in found]
            answer([*narrowed(options, text), Option(None, tr("New template…"), tr("in the settings"))])

        if self._known is not None:
            offer(self._known)
        else:
            self._context.background.read(lambda: desk.templates.mine(actor), offer)

    def _chosen(self, option: Option) -> None:
        if isinstance(option.value, IncidentTemplate):
            self.fill(option.value)
        else:
            self._context.go(Location("settings", "templates/new"))

    def fill(self, template: IncidentTemplate) -> None:
        """Fill in what nobody has typed or chosen yet."""
        self._take_away()
        before = self._form.chosen()
        wanted = _wanted(template)
        taken, left = parted({name: wanted[name] for name in _CALLED}, before.to_fields())
        for name in tuple(taken):
            taken |= {beside: wanted[beside] for beside in _BESIDE.get(name, ())}
        after = CreateDraft(**before.to_fields() | taken | {"template_name": template.name})
        self._before, self._after = before, after
        self._form.put(after)
        self.show(after, [_CALLED[name] for name in left])
        target: QWidget = self._form.requester if not after.caller_name else self._form.summary
        target.setFocus()

    def show(self, draft: CreateDraft, left: Sequence[str] = ()) -> None:
        """Say what came from a template, or nothing where none was used."""
        self._left = left
        self.line.clear_buttons()
        self.line.setVisible(bool(draft.template_name))
        if not draft.template_name:
            return
        self._say()
        if self._before is not None:
            self.line.add_button(tr("Take back"), self.take_back)

    def _say(self) -> None:
        draft = self._form.draft()
        if draft.template_name:
            self.line.set_text(_told(draft, self._left, self._context.actor.name), icon="clipboard-list")

    def take_back(self) -> None:
        """Put back what stood there before; what was typed since stays."""
        self._take_away()
        self.show(self._form.draft())
        self._form.summary.setFocus()

    def _take_away(self) -> None:
        before, self._before = self._before, None
        if before is None:
            return
        now = self._form.draft().to_fields()
        was, became = before.to_fields(), self._after.to_fields()
        back = {name: was[name] for name in now if was[name] != became[name] and now[name] == became[name]}
        for name, beside in _BESIDE.items():
            if name not in back:
                back = {each: value for each, value in back.items() if each not in beside}
        self._form.put(replace(CreateDraft(**now | back), template_name=""))


def _wanted(template: IncidentTemplate) -> Mapping[str, str]:
    filling, names = template.filling, template.names
    return {
        "summary": filling.short_description,
        "details": filling.description,
        "service_id": filling.service_id,
        "service_name": names.get("service_id", ""),
        "category_id": filling.category_id,
        "category_name": " › ".join(filter(None, (names.get("category_id"), names.get("subcategory_id")))),
        "subcategory_id": filling.subcategory_id,
        "impact": str(filling.impact or ""),
        "urgency": str(filling.urgency or ""),
        "group_id": filling.group_id,
        "group_name": names.get("group_id", ""),
        "checklist_id": filling.checklist_id,
        "checklist_name": names.get("checklist_id", ""),
        "message": filling.message,
        "message_is_note": "" if filling.public else "yes",
    }


def _facts(draft: CreateDraft, me: str) -> Mapping[str, str | None]:
    """What is known of the incident that the call becomes; its number and who works on it are not."""
    return {
        "caller.first_name": first_name(draft.caller_name),
        "caller.name": draft.caller_name,
        "incident.summary": draft.summary.strip(),
        "service.name": draft.service_name,
        "group.name": draft.group_name,
        "me.first_name": first_name(me),
        "me.name": me,
    }


def _told(draft: CreateDraft, left: Sequence[str], me: str) -> str:
    """What a template did that the fields do not show, and what it left."""
    message = " ".join(said_with(draft.message, _facts(draft, me)).split())
    short = message if len(message) <= _SHOWN else f"{message[:_SHOWN]}…"
    parts = (
        tr("From “{template_name}”", template_name=isolated(draft.template_name)),
        tr("category {category_name}", category_name=isolated(draft.category_name)) if draft.category_id else "",
        tr("adds the checklist “{checklist_name}”", checklist_name=isolated(draft.checklist_name))
        if draft.checklist_id
        else "",
        (
            tr("notes “{message}”", message=isolated(short))
            if draft.message_is_note
            else tr("replies “{message}”", message=isolated(short))
        )
        if message
        else "",
        tr("left as you typed it: {left}", left=", ".join(left)) if left else "",
    )
    return " · ".join(part for part in parts if part)
