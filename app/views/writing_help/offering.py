"""Offers help with writing on a page where the desk has it switched on, and leaves no trace where it has not."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.services.writing_help.dto import HelpSettings
from app.views.context import ViewContext

Reason = Callable[[], str | None]


class Offer(NamedTuple):
    """What an action of the help does, and why it cannot be taken now, if it cannot."""

    run: Callable[[], object]
    unavailable: Reason


def shown_nowhere(_is_on: bool) -> None:
    """Who is told whether help is offered, where nothing but the actions shows it."""


class HelpOffering(QObject):
    """Binds the actions of a page once it is known that the desk has help with writing, and frees them again."""

    def __init__(
        self,
        context: ViewContext,
        page: QWidget,
        offers: Mapping[str, Offer],
        shown: Callable[[bool], None] = shown_nowhere,
    ) -> None:
        super().__init__(page)
        self._context, self._page, self._offers, self._shown = context, page, offers, shown
        self.is_on = False

    def look(self) -> None:
        """Ask the desk, without anybody waiting for it."""
        desk, actor = self._context.desk, self._context.actor
        key = f"writing-help-{id(self)}"
        self._context.background.read(lambda: desk.writing_help.settings(actor), self._known, _not_known, key=key)

    def hear(self, event: Event) -> None:
        """An administrator may have switched it."""
        if isinstance(event, MuchChanged) or (isinstance(event, ReferenceDataChanged) and event.table == "setting"):
            self.look()

    def _known(self, settings: HelpSettings) -> None:
        self.is_on = settings.is_on
        for action_id, offer in self._offers.items():
            if settings.is_on:
                self._context.actions.bind(action_id, offer.run, owner=self._page, unavailable=offer.unavailable)
            else:
                self._context.actions.free(action_id, self._page)
        self._shown(settings.is_on)


def _not_known(_error: DeskError) -> None:
    """Where the desk cannot be asked, nothing is offered that was not before."""
