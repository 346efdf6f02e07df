"""The section of the desk's rules: its name, limits and windows, and the reasons to cancel."""

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.permissions import Permission, may
from app.domain.vocabulary import CancelReason
from app.domain.wording import tr
from app.services.catalogue.dto import PastChange
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.fields import FormCard, FormField, TextField
from app.views.settings_page.entries.story import HistoryCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.taking_back import undo_of
from app.views.toolkit import tokens
from app.views.widgets.labels import Label

_TEXTS: Final = ("desk_name", "organisation")
_NUMBERS: Final = (
    "reopen_window_days", "attachment_limit_mb", "acknowledge_minutes", "acknowledge_minutes_urgent",
    "response_goal_percent", "resolution_goal_percent",
)  # fmt: skip


class Rules(NamedTuple):
    """What the desk is set to, as text by key, and who changed it."""

    values: dict[str, str]
    history: tuple[PastChange, ...]


class IncidentRulesSection(SettingsSection):
    """Each value is saved when its field is finished, and can be taken back."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.editable = may(context.actor, Permission.SETTINGS_EDIT)
        self._rules: Rules | None = None
        self.frame = EditorFrame(SectionHead(tr("Incident rules")))
        self.names = FormCard(tr("The desk"), _names(), tr("Printed on post-incident reviews."))
        self.limits = FormCard(tr("Windows and limits"), _limits())
        self.history = HistoryCard(context)
        for card in (self.names, self.limits):
            card.finished.connect(partial(self._finished, card))
        for part in (self.names, self.limits, _reasons_to_cancel(), self.history):
            self.frame.page.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Incident rules")

    def open(self, _argument: str) -> None:
        """Read the values."""
        self.refresh()

    def focus_start(self) -> None:
        """The first field."""
        self.names.focus_start()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.names.fields["desk_name"], self.limits.fields["reopen_window_days"]]

    def hear(self, event: Event) -> None:
        """Settings changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.refresh()

    def refresh(self) -> None:
        """Read again; a field in which somebody types keeps what stands in it."""
        desk, actor = self.context.desk, self.context.actor
        self.frame.loading.start()

        def work() -> Rules:
            return Rules(desk.settings.values(actor), desk.settings.history(actor, (*_TEXTS, *_NUMBERS)))

        self.context.background.read(work, self._show, self._lost, key=f"rules-{id(self)}")

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("The rules cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, rules: Rules) -> None:
        former, self._rules = self._rules, rules
        self.frame.show_page()
        for card in (self.names, self.limits):
            for key, value in card.values().items():
                typed = former is not None and value != former.values[key]
                card.fields[key].put(rules.values[key])
                if typed and value != rules.values[key]:
                    card.fields[key].type_in(value)
            card.set_fixed(not self.editable)
        self.history.show_changes(rules.history)
        if not self.editable:
            self.frame.say(tr("You may read the rules; administrators change them."))

    def _finished(self, card: FormCard, key: str) -> None:
        value = card.fields[key].value()
        before = self._rules.values[key] if self._rules is not None else value
        if not self.editable or value == before:
            return
        if key in _NUMBERS and not value.isdecimal():
            self._refused(
                card,
                key,
                BadInput(
                    tr(
                        "{value} is no whole number. Type digits only, such as {before}.",
                        value=f"{value!r}",
                        before=before,
                    ),
                    key,
                ),
            )
            return
        self._save(card, key, value, before)

    def _save(self, card: FormCard, key: str, value: str, before: str | None) -> None:
        admin, actor = self.context.desk.settings_admin, self.context.actor

        def work() -> None:
            if key in _NUMBERS:
                admin.set_number(actor, key, int(value))
            else:
                admin.set_text(actor, key, value)

        def done(_result: None) -> None:
            card.mark(None)
            self.frame.say("")
            label = card.fields[key].label
            if before is None:
                self.context.toasts.show(tr("{label}: undone", label=label))
            else:
                said = tr("{label} is saved", label=label)
                self.context.toasts.show(
                    said, undo_of(self.context, said, partial(self._save, card, key, before, None))
                )
            self.refresh()

        self.context.background.write(work, done, lambda error: self._refused(card, key, error))

    def _refused(self, card: FormCard, key: str, error: DeskError) -> None:
        self.frame.refuse(str(error))
        card.mark(key)


def _names() -> tuple[FormField, ...]:
    return (
        TextField("desk_name", tr("Name of the desk"), tr("Such as Service desk.")),
        TextField("organisation", tr("Organisation"), tr("Such as Harbour Logistics Ltd.")),
    )


def _limits() -> tuple[FormField, ...]:
    return (
        TextField(
            "reopen_window_days", tr("Reopen within"),
            tr("Days after the resolution in which an incident may be opened again; later a new one is logged. 0 to "
               "3650."),
            most=4,
        ),
        TextField("attachment_limit_mb", tr("Largest file"), tr("Megabytes an attached file may have. 1 to 1000."),
        most=4),
        TextField(
            "acknowledge_minutes", tr("Acknowledge within"),
            tr("Minutes that somebody has to acknowledge an escalation by hand. 1 to 1440."), most=4,
        ),
        TextField(
            "acknowledge_minutes_urgent", tr("When urgent"), tr("The same for urgent incidents. 1 to 1440."), most=4
        ),
        TextField(
            "response_goal_percent", tr("Goal for first responses"),
            tr("Per cent of first responses that should be in time; a line in the dashboard. 0 is no goal."), most=3,
        ),
        TextField(
            "resolution_goal_percent", tr("Goal for resolutions"),
            tr("The same for resolutions. 0 is no goal."), most=3,
        ),
    )  # fmt: skip


def _reasons_to_cancel() -> Card:
    card = Card(tr("Reasons to cancel"), tr("These are fixed; what else there is to say is written beside them."))
    listed = " · ".join(reason.label for reason in CancelReason)
    card.body.addWidget(Label(listed, tokens.UI, "text2", wrap=True, selectable=True))
    return card
