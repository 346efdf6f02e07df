"""A resolution that leaves optional steps of a checklist open is asked about once, wherever it is asked for."""

from collections.abc import Callable

from app.domain.checklists import LeftOpen
from app.domain.errors import DeskError
from app.domain.wording import tr
from app.views.context import ViewContext


def ask_left(
    context: ViewContext,
    incident_ids: tuple[str, ...],
    ask: Callable[[LeftOpen], None],
    go_on: Callable[[], None],
    refused: Callable[[DeskError], None] | None = None,
) -> None:
    """Look whether resolving these incidents would leave steps open: `ask` where it would, else `go_on`."""
    desk, actor = context.desk, context.actor

    def known(left: LeftOpen) -> None:
        if left.steps:
            ask(left)
        else:
            go_on()

    context.background.read(
        lambda: desk.checklists.left_open(actor, incident_ids), known, refused or context.toasts.say_error
    )


def all_the_same(left: LeftOpen, *, many: bool) -> str:
    """What is said where the same once more goes on."""
    return tr("{steps} Once more resolves all the same.", steps=left.sentence(many=many))


def leaves_checklist(name: str) -> str:
    """The same of an incident that is not logged yet."""
    return tr("The checklist “{name}” would stay open. Once more resolves all the same.", name=name)
