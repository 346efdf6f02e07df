"""The section of how long things are kept: a card for each kind, what is held back, and what was taken."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.retention import RetentionKind, Rule, months_words
from app.domain.wording import tr
from app.services.retention.dto import Amount, HeldIncident, Overview, Standing
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.story import HistoryCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.retention.held_card import HeldCard
from app.views.settings_page.retention.kind_card import KindCard
from app.views.settings_page.retention.wording import run_words
from app.views.settings_page.section import SettingsSection
from app.views.taking_back import undo_of
from app.views.toolkit import tokens
from app.views.widgets.labels import Label

_KEPT: Final = tr(
    "Incidents with their journal, reviews, problems, articles, versions of calendars, policies and rules, and the "
    "audit trail are kept for ever: nothing of it can be deleted, only taken out of use.\n"
    "Receipts of saves are kept for 30 days, news for other windows for hours, signatures of programs for a week, words"
    " that a search did not find for 400 days.\n"
    "Daily backups are thinned out as the page of backups says; those that there are still hold what a rule has"
    " removed since. Drafts stay on this computer until they are sent or dropped."
)
_TAKEN_NOTHING: Final = tr("Nothing so far.")


class RetentionSection(SettingsSection):
    """Everybody at the desk reads the rules; administrators set them. What takes more begins a week later."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.editable = may(context.actor, Permission.DATA_RETAIN)
        self._overview: Overview | None = None
        self.frame = EditorFrame(SectionHead(tr("Retention")))
        self.kinds = {kind: KindCard(context, kind, editable=self.editable) for kind in RetentionKind}
        self.held = HeldCard(context, editable=self.editable)
        self.taken = Label("", tokens.UI, "text2", wrap=True, selectable=True)
        self.history = HistoryCard(context)
        runs = Card(
            tr("What was taken"),
            tr("Whoever runs the timers looks every six hours. Each time stands in the audit log with its counts."),
        )
        runs.body.addWidget(self.taken)
        fixed = Card(tr("What has no rule"))
        fixed.body.addWidget(Label(_KEPT, tokens.UI, "text2", wrap=True))
        for card in (*self.kinds.values(), self.held, runs, fixed, self.history):
            self.frame.page.addWidget(card)
        for kind_card in self.kinds.values():
            kind_card.chosen.connect(self._count)
            kind_card.set_wanted.connect(self._set)
        self.held.hold_wanted.connect(self._hold)
        self.held.release_wanted.connect(self._release)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Retention")

    def open(self, _argument: str) -> None:
        """Read the rules."""
        self.held.open()
        self.refresh()

    def leave(self) -> None:
        """What was typed is on the disk."""
        self.held.flush()

    def focus_start(self) -> None:
        """The first rule, or the page."""
        (self.kinds[RetentionKind.FILES].months if self.editable else self.frame).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [*(card.months for card in self.kinds.values()), self.held.number] if self.editable else [self.frame]

    def hear(self, event: Event) -> None:
        """Settings changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.refresh()

    def refresh(self) -> None:
        """Read again; a choice that is not set yet stays."""
        desk, actor = self.context.desk, self.context.actor
        self.frame.loading.start()
        self.context.background.read(
            lambda: desk.retention.overview(actor), self._show, self._lost, key=f"retention-{id(self)}"
        )

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("How long things are kept cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        self.frame.show_page()
        for standing in overview.kinds:
            self.kinds[standing.kind].show_standing(standing)
        self.held.show_held(overview)
        now, formats = self.context.clock.now(), self.context.formats
        lines = [f"{formats.day(run.day, now)}: {run_words(run)}" for run in overview.runs]
        if overview.looked_at is not None:
            lines.insert(0, tr("Looked last: {moment}.", moment=formats.within(overview.looked_at, now)))
        self.taken.setText("\n".join(lines if overview.runs else [*lines, _TAKEN_NOTHING]))
        self.history.show_changes(overview.history)
        if not self.editable:
            self.frame.say(tr("You may read the rules; administrators change them."))

    # Setting a rule

    def _count(self, kind: RetentionKind, months: int | None) -> None:
        desk, actor = self.context.desk, self.context.actor

        def counted(due: Amount) -> None:
            self.kinds[kind].show_due(months, due)

        self.context.background.read(
            lambda: desk.retention.preview(actor, kind, months), counted, self._refused, key=f"due-{kind}-{id(self)}"
        )

    def _set(self, kind: RetentionKind, months: int | None, *, back: bool = False) -> None:
        admin, actor = self.context.desk.retention_admin, self.context.actor
        before = next((each.rule.months for each in self._known() if each.kind is kind), None)

        def done(rule: Rule) -> None:
            self.frame.say("")
            said = self._said(kind, rule)
            undo = () if back else (undo_of(self.context, said, partial(self._set, kind, before, back=True)),)
            self.context.toasts.show(said, *undo, icon="archive")
            self.refresh()

        self.context.background.write(lambda: admin.set_rule(actor, kind, months), done, self._refused)

    def _said(self, kind: RetentionKind, rule: Rule) -> str:
        kept = months_words(rule.months)
        if rule.begins_at is None:
            return tr("{kind}: kept {months}", kind=kind.label, months=kept)
        begins = self.context.formats.within(rule.begins_at, self.context.clock.now())
        return tr("{kind}: kept {months}, from {moment} on", kind=kind.label, months=kept, moment=begins)

    def _known(self) -> tuple[Standing, ...]:
        return () if self._overview is None else self._overview.kinds

    # Holding back

    def _hold(self, number: str, reason: str) -> None:
        admin, actor = self.context.desk.retention_admin, self.context.actor

        def done(_incident_id: str) -> None:
            self.frame.say("")
            self.held.clear_typed(number, reason)
            self.held.number.setFocus()
            self.context.toasts.show(tr("{number} is held back", number=number), icon="lock")
            self.refresh()

        self.context.background.write(lambda: admin.hold(actor, number, reason), done, self._refused)

    def _release(self, held: HeldIncident) -> None:
        admin, actor = self.context.desk.retention_admin, self.context.actor
        number = incident_number(held.number)

        def done(_nothing: None) -> None:
            self.frame.say("")
            self.held.number.setFocus()
            said = tr("{number} is let go: in a week rules reach it", number=number)
            self.context.toasts.show(said, undo_of(self.context, said, partial(self._hold, number, held.reason)))
            self.refresh()

        self.context.background.write(lambda: admin.release(actor, held.incident_id), done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.frame.refuse(str(error))
