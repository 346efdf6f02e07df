"""How the section of escalation rules is laid out: the order, the sentence, the dry run, versions, and the foot."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.publish_bar import PublishBar
from app.views.settings_page.rules.builder import RuleBuilder
from app.views.settings_page.rules.dry_run import DryRunCard
from app.views.settings_page.section import SettingsSection
from app.views.settings_page.unpublished import Unpublished
from app.views.settings_page.versions import VersionsCard
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.order_list import OrderList
from app.views.widgets.strips import InfoStrip

_LIST_WIDTH = 380


class RulesLayout(SettingsSection):
    """The parts; `app.views.settings_page.rules.section` says what they do."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._editable = may(context.actor, Permission.SLA_EDIT)
        self.order = OrderList(tr("Escalation rules in their order"))
        self.builder = RuleBuilder()
        self.findings = InfoStrip("", "red")
        self.dry_run = DryRunCard(context)
        self.versions = VersionsCard(context)
        self.bar = PublishBar()
        self.frame = EditorFrame(SectionHead(tr("Escalation rules")), self.bar)
        self.unpublished = Unpublished(context, self)
        self._build()

    def _build(self) -> None:
        self.new = Button(tr("New rule"), icon="plus", height=Size.BUTTON_PAGE)
        self.copy = Button(tr("Copy"), icon="copy", kind="ghost", height=Size.BUTTON_PAGE)
        self.remove = Button(tr("Remove"), icon="trash-2", kind="ghost", height=Size.BUTTON_PAGE)
        for button in (self.remove, self.copy, self.new):
            if not self._editable:
                button.hide()  # never shown here: without a parent it would be a window and take the keyboard away
            self.frame.head.row.addWidget(button)
        rules = Card(tr("Rules"), tr("All that fit act, in this order. Drag a rule, or Alt with Up and Down."))
        rules.setFixedWidth(_LIST_WIDTH)
        self.none = Label(tr("No rules. Nothing is escalated by itself."), wrap=True)
        rules.body.addWidget(self.none)
        rules.body.addWidget(self.order)
        self.sentence = Card(tr("Sentence"))
        self.findings.hide()
        self.sentence.body.addWidget(self.findings)
        self.sentence.body.addWidget(self.builder)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.sentence)
        right.addWidget(self.dry_run)
        right.addStretch(1)
        self.frame.add_beside(rules, right)
        self.frame.page.addWidget(self.versions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Escalation rules")

    def focus_start(self) -> None:
        """The list."""
        self.order.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.order, self.builder.name, self.dry_run.run, self.bar.publish]

    def leave(self) -> None:
        """Write the draft."""
        self.unpublished.flush()
