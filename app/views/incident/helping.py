"""Help with writing at an incident: a draft of a reply, and a summary as an internal note."""

from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.numbers import incident_number
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.domain.writing_help.prompts import Help
from app.views.incident.modes import NOTE, REPLY
from app.views.writing_help.offering import HelpOffering, Offer
from app.views.writing_help.sheet import Wanted, Written, open_help

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage

_OVER: Final = {State.CLOSED, State.CANCELED}


class Helping:
    """Binds the actions of the help, where the desk has it, and puts what is written into the composer."""

    def __init__(self, page: "IncidentPage") -> None:
        self._page, self._context = page, page.context
        self._composer = page.writing.composer
        offers = {
            "incident.help_reply": Offer(partial(self.ask, Help.REPLY), self._no_reply),
            "incident.help_summary": Offer(partial(self.ask, Help.SUMMARY), self._no_incident),
        }
        self.offering = HelpOffering(page.context, page, offers, self._composer.foot.help.setVisible)
        self._composer.foot.help.clicked.connect(lambda _checked=False: self._ask_for_tab())

    def look(self) -> None:
        """Ask whether the desk has help."""
        self.offering.look()

    def _no_incident(self) -> str | None:
        return None if self._page.detail is not None else tr("No incident is open")

    def _no_reply(self) -> str | None:
        if self._page.detail is not None and self._page.detail.state in _OVER:
            return tr("The incident is over: a reply would reach nobody")
        return self._no_incident()

    def _ask_for_tab(self) -> None:
        self.ask(Help.REPLY if self._composer.mode == REPLY else Help.SUMMARY)

    def ask(self, what: Help) -> None:
        """Show what would be sent for this."""
        detail = self._page.detail
        if detail is None:
            return
        desk, actor, number = self._context.desk, self._context.actor, incident_number(detail.number)
        is_reply = what is Help.REPLY
        open_help(
            self._context,
            Wanted(
                what,
                tr("Draft a reply, {number}", number=number) if is_reply else tr("Summarise {number}", number=number),
                detail.id,
                lambda: desk.writing_help.about_incident(actor, detail.id, what),
                partial(self._insert, detail.id, number, REPLY if is_reply else NOTE),
                tr("Insert into the reply") if is_reply else tr("Insert into a note"),
            ),
        )

    def _insert(self, incident_id: str, number: str, mode: str, written: Written) -> str:
        detail = self._page.detail
        if detail is None or detail.id != incident_id:
            return tr("Open {number} again to insert it.", number=number)
        if mode == REPLY and detail.state in _OVER:
            return tr("The incident is over: a reply would reach nobody.")
        self._page.writing.write(mode)
        self._composer.written.insert(written)
        return ""
