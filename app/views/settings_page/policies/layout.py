"""How the section of policies is laid out: the order, the editor of one policy, trying it, versions, and the foot."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.policies.editor import PolicyEditor
from app.views.settings_page.policies.preview import OpenPreview
from app.views.settings_page.publish_bar import PublishBar
from app.views.settings_page.reference import NOTHING
from app.views.settings_page.section import SettingsSection
from app.views.settings_page.try_it.ground import Ground
from app.views.settings_page.try_it.panel import TryIt
from app.views.settings_page.unpublished import Unpublished
from app.views.settings_page.versions import VersionsCard
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.order_list import OrderList
from app.views.widgets.segments import Segments

_LIST_WIDTH = 300
SETS: Final = (("desk", tr("Logged here")), ("imported", tr("Imported")))


class PoliciesLayout(SettingsSection):
    """The parts; `app.views.settings_page.policies.section` says what they do."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._editable = may(context.actor, Permission.SLA_EDIT)
        self.order = OrderList(tr("Policies in their order"))
        self.editor = PolicyEditor(NOTHING.priorities)
        self.try_it = TryIt(context, self._ground)
        self.versions = VersionsCard(context)
        self.preview = OpenPreview(context)
        self.bar = PublishBar()
        self.frame = EditorFrame(SectionHead(tr("SLA policies")), self.bar)
        self.unpublished = Unpublished(context, self)
        self._build()

    def _ground(self) -> Ground | None:
        """What an imagined incident is measured by; None before the desk has answered."""
        raise NotImplementedError

    def _build(self) -> None:
        # From the outside in: what is put into something is told who stands around it, with all that is in it.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.sets = Segments(SETS, tr("Which incidents the policies are for"))
        self.new = Button(tr("New policy"), icon="plus", height=Size.BUTTON_PAGE)
        self.copy = Button(tr("Copy"), icon="copy", kind="ghost", height=Size.BUTTON_PAGE)
        self.remove = Button(tr("Remove"), icon="trash-2", kind="ghost", height=Size.BUTTON_PAGE)
        self.frame.head.row.addWidget(self.sets)
        for button in (self.remove, self.copy, self.new):
            if not self._editable:
                button.hide()  # never shown here: without a parent it would be a window and take the keyboard away
            self.frame.head.row.addWidget(button)
        order = Card(tr("Order"), tr("The first that fits holds. Drag a policy, or Alt with Up and Down."))
        order.setFixedWidth(_LIST_WIDTH)
        self.none = Label(tr("No policies, so no clock has a target."), wrap=True)
        self.sample = Button(tr("Use the sample policies"), height=Size.BUTTON_PAGE)
        for widget in (self.none, self.order, self.sample):
            order.body.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.editor)
        right.addStretch(1)
        self.frame.add_beside(order, right)
        self.frame.page.addWidget(self.try_it)
        self.frame.page.addWidget(self.versions)
        self.bar.options.addWidget(self.preview)

    def focus_start(self) -> None:
        """The order."""
        self.order.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.order, self.editor.name, self.try_it.created, self.bar.publish]

    def leave(self) -> None:
        """Write the draft."""
        self.unpublished.flush()
