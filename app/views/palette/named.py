"""What people have named, for the palette: macros to run and templates to begin an incident from."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.macros.dto import Macro
from app.services.templates.dto import IncidentTemplate
from app.views.context import ViewContext
from app.views.palette.entries import NamedThing

_MACRO: Final = "incident.macro"

Found = tuple[Sequence[Macro], Sequence[IncidentTemplate]]


class NamedThings:
    """Read when the palette opens; `arrived` is called once they are there."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._things: tuple[NamedThing, ...] = ()

    def read(self, arrived: Callable[[], None]) -> None:
        """Read them for whoever may use them."""
        context = self._context
        if context.session is None or not may(context.actor, Permission.MACRO_EDIT):
            return
        desk, actor = context.desk, context.actor

        def found(answer: Found) -> None:
            self._things = self._named(*answer)
            arrived()

        context.background.read(
            lambda: (desk.macros.mine(actor), desk.templates.mine(actor)), found, lambda _error: None, key="named"
        )

    def __call__(self) -> tuple[NamedThing, ...]:
        """Those that were read."""
        return self._things

    def _named(self, macros: Sequence[Macro], templates: Sequence[IncidentTemplate]) -> tuple[NamedThing, ...]:
        offers = (offer for offer in self._context.actions.offers() if offer.spec.id == _MACRO)
        reason = next((offer.reason for offer in offers), tr("No incident is open or chosen"))
        return (
            *(
                NamedThing(
                    tr("Run a macro"), each.name, "zap", partial(self._run, each.name),
                    f"/{each.short_name}" if each.short_name else "",
                    tr("macro, {short_name}", short_name=each.short_name), reason,
                )
                for each in macros
            ),
            *(
                NamedThing(
                    tr("New incident from a template"), each.name, "clipboard-list",
                    partial(self._context.log_from, each), each.names.get("service_id", ""), tr("template, new"),
                )
                for each in templates
            ),
        )  # fmt: skip

    def _run(self, name: str) -> None:
        # The sheet shows what it says and does before it does.
        self._context.macro_typed = name
        self._context.actions.run(_MACRO)
