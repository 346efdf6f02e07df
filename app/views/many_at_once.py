"""Commands on many incidents: shown with how far they are and a way to stop them; stopped, nothing is changed.

`Ctrl+Z` stops one that is under way, as it takes back one that is done.
"""

from collections.abc import Callable
from typing import Final, TypeVar

from app.domain.errors import DeskError
from app.domain.imports import Progress
from app.domain.wording import tr, trn
from app.services.getting_on import telling
from app.views.context import ViewContext
from app.views.toolkit.toast import ToastAction

T = TypeVar("T")

MANY: Final = 20
"""From so many incidents on it is shown how far it is."""

_SHOWN_MS: Final = 600_000


def change_many(
    context: ViewContext,
    count: int,
    work: Callable[[], T],
    done: Callable[[T], None],
    refused: Callable[[DeskError], None] | None = None,
    stopped: Callable[[], None] = lambda: None,
) -> None:
    """Run a command on so many incidents; `done` says what came of it, `stopped` follows when somebody stopped it."""
    failed = refused or context.toasts.say_error
    if count < MANY:
        context.background.write(work, done, failed)
        return
    # Imported here, because most changes are of few.
    from app.views.long_jobs.jobs import JobState, Outcome

    def run(progress: Progress) -> T:
        with telling(progress):
            return work()

    is_here = _still_here(context)

    def came_to(result: T) -> Outcome:
        if is_here():
            done(result)
        return Outcome(context.toasts.text if is_here() else "")

    said = trn("Changing {n} incident…", "Changing {n} incidents…", count)

    def over() -> None:
        # What came of it may offer a way back and stand beside this, which would go on saying that it is not done.
        context.toasts.no_longer(said)
        if job.state is JobState.STOPPED and is_here():
            stopped()
            context.toasts.show(tr("Stopped. Nothing was changed"), icon="undo-2")

    name = trn("Change of {n} incident", "Change of {n} incidents", count)
    job = context.jobs.start(name, run, came_to, failed, quiet=True, over=over, writes=True)
    stop = ToastAction(tr("Cancel"), lambda: context.jobs.stop(job), "Ctrl+Z")
    context.toasts.show(said, stop, icon="loader-circle", shown_ms=_SHOWN_MS)


def _still_here(context: ViewContext) -> Callable[[], bool]:
    """Whether the person who is at the window now is there still: whoever sits down next did not do this."""
    session = context.session
    return lambda: context.session is session
