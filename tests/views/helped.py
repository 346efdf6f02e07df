"""A stage whose desk has help with writing from a real server on this computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.infra.settings import LocalSettings
from app.services.writing_help.dto import HelpSettings
from app.views.writing_help.sheet import HelpSheet
from tests.support.writing_server import Act, WritingServer, serving
from tests.views.desks import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def helped(stage: Stage, act: Act, **values: Any) -> Iterator[WritingServer]:
    """The desk has help from a server that does this."""
    with serving(act) as server:
        settings = HelpSettings(is_on=True, address=server.address, model="small")
        desk = stage.desk
        desk.session.desk.writing_help_work.set_up(desk.me, replace(settings, **values))
        yield server


def keep_settings(stage: Stage) -> None:
    """The stage keeps the settings of this computer, as the window does."""
    own = [LocalSettings()]
    stage.context.own, stage.context.keep_own = lambda: own[-1], own.append


def asked(stage: Stage, action: str = "incident.help_reply") -> HelpSheet:
    """Run an action of the help; returns the sheet that shows what would be sent."""
    assert stage.context.actions.run(action)
    stage.settle()
    return next(sheet for sheet in stage.window.findChildren(HelpSheet) if sheet.isVisible())


def written(stage: Stage, sheet: HelpSheet) -> None:
    """Send what is shown, and wait until it is over."""
    QTest.keyClick(sheet.preview, Qt.Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: not sheet.asking.is_running, timeout=10_000)
    stage.settle()
