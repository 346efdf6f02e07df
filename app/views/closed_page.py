"""What stands in place of a page that is not for this person: whose it is, and the way on, with nothing in grey."""

from PySide6.QtWidgets import QVBoxLayout

from app.domain.permissions import ROLE_PERMISSIONS, Permission
from app.domain.wording import inside, tr
from app.views.context import ViewContext
from app.views.pages import Location, Page
from app.views.queue.filters import DEFAULT
from app.views.widgets.strips import EmptyState


class ClosedPage(Page):
    """Somebody was sent here by a link or by the way back; what leads here is not offered to them."""

    def __init__(self, context: ViewContext, name: str, needed: Permission) -> None:
        super().__init__(context)
        self._name = name
        role = inside(context.actor.role.label)
        roles = [inside(each.label) for each, may in ROLE_PERMISSIONS.items() if needed in may]
        self.told = EmptyState(
            "lock",
            tr("“{page}” is not for the role {role}", page=name, role=role),
            tr("It is for: {roles}. Ask an administrator if you need it.", roles=", ".join(roles)),
        )
        self.told.setAccessibleName(self.told.title())
        self.told.add_button(tr("Open the queue"), lambda: context.go(Location("queue", DEFAULT)), kind="primary")
        self.setFocusProxy(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)

    def title(self) -> str:
        """What the page would be called."""
        return self._name
