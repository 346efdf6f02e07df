"""The icon in the tray of the system, where there is one; nothing of the desk needs it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QSystemTrayIcon, QWidget

from app.domain.wording import tr, trn
from app.services.notifications.dto import NoticeKind, Notification
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.queue.filters import DEFAULT

_AN_HOUR: Final = "sla:<1h"
DUE_SOON: Final = f"{DEFAULT} {_AN_HOUR}"
_TOLD: Final = "tray.told_that_it_stays"
"""Whether somebody was told at this computer where the window is when its close button hides it."""
PRESSING: Final = frozenset(
    {
        NoticeKind.ANSWERED, NoticeKind.ASSIGNED, NoticeKind.CLOCK, NoticeKind.ESCALATION, NoticeKind.HANDED_BACK,
        NoticeKind.MAJOR, NoticeKind.MENTIONED, NoticeKind.RULE, NoticeKind.SHIFT,
    }
)  # fmt: skip
"""What is told outside of the window too; everything else waits at the bell."""

Make = Callable[[QIcon, QObject], QSystemTrayIcon | None]


def system_tray(icon: QIcon, parent: QObject) -> QSystemTrayIcon | None:
    """An icon in the tray; None on a desktop that has none."""
    return QSystemTrayIcon(icon, parent) if QSystemTrayIcon.isSystemTrayAvailable() else None


class Tray(QObject):
    """Messages while the window is not in front, how much is unread, and a menu.

    `disturbed` is emitted by the entry that asks for an hour without messages, or for their return.
    """

    disturbed = Signal()

    def __init__(self, window: QWidget, context: ViewContext, parent: QObject, make: Make = system_tray) -> None:
        super().__init__(parent)
        self._window, self._context, self._make = window, context, make
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._incident: str | None = None
        self._unread = 0
        self._quiet = False

    @property
    def is_wanted(self) -> bool:
        """Whether this computer is set to use the tray, for messages or for the closed window."""
        own = self._context.own()
        return own.tray != "no" or own.close_to_tray == "yes"

    def stay(self) -> bool:
        """Have the icon lead back to the window that is about to be hidden; False where there can be none.

        The first time it says so, because a window that goes without a word looks like a program that ended.
        """
        icon = self._there()
        if icon is None:
            return False
        if not self._context.state.get(_TOLD):
            self._context.state.set(_TOLD, True)
            self._incident = None
            icon.showMessage(
                tr("Mainstay goes on in the tray"),
                tr("A click on its icon brings it back. Quit stands in its menu, and Ctrl+Q in the window quits too."),
                QSystemTrayIcon.MessageIcon.Information,
            )
        return True

    def show_unread(self, count: int) -> None:
        """Say in the tip how much is unread; the icon comes with the first."""
        self._unread = count
        if count:
            self._there()
        self._say()

    def show_quiet(self, *, quiet: bool) -> None:
        """Whether nothing is told now."""
        self._quiet = quiet
        self._say()

    def tell(self, title: str, notice: Notification | None) -> None:
        """Show a message of the system where the window is not in front; a click leads to what it is about."""
        if self._context.own().tray == "no" or self._window.isActiveWindow():
            return
        if notice is not None and notice.kind not in PRESSING:
            return
        icon = self._there()
        if icon is not None:
            self._incident = None if notice is None else notice.incident_id
            body = "" if notice is None else notice.body
            icon.showMessage(title, body, QSystemTrayIcon.MessageIcon.Information)

    def end(self) -> None:
        """Take it away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
        if self._menu is not None:
            self._menu.deleteLater()
        self._icon = self._menu = None

    def _there(self) -> QSystemTrayIcon | None:
        """The icon, made when it is first needed; none where it is not wanted or the desktop has no tray."""
        if not self.is_wanted:
            self.end()
            return None
        if self._icon is None:
            icon = self._make(self._picture(), self)
            if icon is None:
                return None
            icon.messageClicked.connect(self._clicked)
            icon.activated.connect(self._activated)
            self._icon, self._menu = icon, self._make_menu()
            icon.setContextMenu(self._menu)
            self._say()
            icon.show()
        return self._icon

    def _picture(self) -> QIcon:
        icon = QApplication.windowIcon()
        return (
            self._window.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxInformation) if icon.isNull() else icon
        )

    def _make_menu(self) -> QMenu:
        menu = QMenu(self._window)
        new = menu.addAction(tr("New incident"), lambda: self._run("incident.new"))
        menu.aboutToShow.connect(lambda: new.setVisible(self._context.actions.is_theirs("incident.new")))
        menu.addAction(tr("Due within 1 hour"), lambda: self._go(Location("queue", DUE_SOON)))
        menu.addAction(tr("Notifications"), lambda: self._run("window.notifications"))
        menu.addSeparator()
        menu.addAction(self._quiet_action(menu))
        menu.addSeparator()
        menu.addAction(tr("Show the window"), self.bring)
        menu.addAction(tr("Quit"), lambda: self._context.actions.run("window.quit"))
        return menu

    def _quiet_action(self, menu: QMenu) -> QAction:
        action = QAction(tr("Do not disturb for 1 hour"), menu)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: self.disturbed.emit())
        menu.aboutToShow.connect(lambda: action.setChecked(self._quiet))
        return action

    def _say(self) -> None:
        if self._icon is not None:
            unread = trn("{n} unread notification", "{n} unread notifications", self._unread) if self._unread else ""
            quiet = tr("Do not disturb") if self._quiet else ""
            self._icon.setToolTip("\n".join(filter(None, ("Mainstay", unread, quiet))))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A click with the other button opens the menu, which says itself what it does.
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.bring()

    def _clicked(self) -> None:
        self.bring()
        if self._incident is not None:
            self._context.go(Location("incident", self._incident))

    def _run(self, action: str) -> None:
        self.bring()
        self._context.actions.run(action)

    def _go(self, place: Location) -> None:
        self.bring()
        self._context.go(place)

    def bring(self) -> None:
        """Bring the window to the front."""
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
