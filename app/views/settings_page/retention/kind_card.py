"""The card of one kind: what there is, for how long it is kept, and what another rule would take before it is set."""

from PySide6.QtCore import Signal

from app.domain.retention import RetentionKind, months_words
from app.domain.wording import tr
from app.services.retention.dto import Amount, Standing
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.retention.wording import (
    CHOICES,
    HINTS,
    due_words,
    state_words,
    there_words,
)
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import Select
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.strips import InfoStrip


class KindCard(Card):
    """`chosen` asks for what a rule would take, `set_wanted` sets it; both carry the kind and its months, or None."""

    chosen = Signal(object, object)
    set_wanted = Signal(object, object)

    def __init__(self, context: ViewContext, kind: RetentionKind, *, editable: bool) -> None:
        super().__init__(kind.label, HINTS[kind])
        self._context, self.kind, self._editable = context, kind, editable
        self._standing: Standing | None = None
        self.there = Label("", tokens.UI, wrap=True, selectable=True)
        self.state = InfoStrip("", "blue")
        self.months = Select(tr("{kind}: how long they are kept", kind=kind.label))
        self.due = Label("", tokens.UI_MEDIUM, wrap=True, selectable=True)
        self.set = Button(tr("Set this rule"), kind="primary", height=Size.BUTTON_SMALL)
        self.leave = Button(tr("Leave it as it is"), height=Size.BUTTON_SMALL)
        row = FlowLayout(8)
        for widget in (Label(tr("Kept"), tokens.UI_MEDIUM, "text2"), self.months, self.set, self.leave):
            row.addWidget(widget)
        self.body.addWidget(self.there)
        self.body.addWidget(self.state)
        self.body.addLayout(row)
        self.body.addWidget(self.due)
        self.months.setEnabled(editable)
        self.months.activated.connect(lambda _place: self._choose())
        self.set.clicked.connect(lambda _checked=False: self.set_wanted.emit(self.kind, self.wanted()))
        self.leave.clicked.connect(lambda _checked=False: self._leave())

    def wanted(self) -> int | None:
        """The months that stand in the list."""
        found: int | None = self.months.currentData()
        return found

    def show_standing(self, standing: Standing) -> None:
        """Show what is there; a choice that is not set yet stays."""
        former, self._standing = self._standing, standing
        chosen = self.wanted() if former is not None and self.wanted() != former.rule.months else standing.rule.months
        self.months.clear()
        self.months.addItem(months_words(None), None)
        extra = {months for months in (standing.rule.months, standing.rule.before) if months is not None}
        for months in sorted({*CHOICES[self.kind], *extra}):
            self.months.addItem(months_words(months), months)
        self.months.setCurrentIndex(self.months.findData(chosen))
        self.there.setText(there_words(self._context, standing))
        said, tone = state_words(self._context, standing)
        self.state.clear_buttons()
        self.state.set_text(said, tone)
        self.state.setVisible(bool(said))
        if self._editable and standing.rule.waits_at(self._context.clock.now()):
            before = standing.rule.before
            self.state.add_button(tr("Take it back"), lambda: self.set_wanted.emit(self.kind, before))
        self._show_choice()

    def show_due(self, months: int | None, due: Amount) -> None:
        """Show what a rule would take, unless another one was chosen meanwhile."""
        if months == self.wanted() and self._is_new():
            self.due.setText(due_words(self._context, self.kind, months, due))

    def propose(self, months: int | None) -> None:
        """Choose a time, as the list does, without setting it."""
        self.months.setCurrentIndex(self.months.findData(months))
        self._choose()

    def _is_new(self) -> bool:
        return self._standing is not None and self.wanted() != self._standing.rule.months

    def _choose(self) -> None:
        self._show_choice()
        if self._is_new():
            self.chosen.emit(self.kind, self.wanted())

    def _show_choice(self) -> None:
        is_new = self._is_new()
        if not is_new and (self.set.hasFocus() or self.leave.hasFocus()):
            # They go, and the keyboard would go on to what is below: an arrow key there chooses another rule.
            self.months.setFocus()
        for widget in (self.set, self.leave, self.due):
            widget.setVisible(is_new)
        if is_new:
            self.due.setText(tr("Counting what it would take…"))

    def _leave(self) -> None:
        if self._standing is not None:
            self.months.setCurrentIndex(self.months.findData(self._standing.rule.months))
            self._show_choice()
