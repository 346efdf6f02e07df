"""Saving and removing saved views, with a way back and forth; what a colleague changed since is not written over."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.domain.wording import tr
from app.services.views.dto import NewView, SavedView
from app.views.context import ViewContext
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.domain.errors import DeskError


class ViewSaving:
    """`load` is called when the views are others, or may be."""

    def __init__(self, context: ViewContext, load: Callable[[], None]) -> None:
        self._context, self._load = context, load

    def save(
        self,
        new: NewView,
        seen: NewView | None,
        saved: Callable[[], None] = lambda: None,
        failed: "Callable[[DeskError], None] | None" = None,
    ) -> None:
        """Save a view that is new, or change one that is still as it was `seen`; `failed` says why nothing was saved.

        Taking back brings back what was seen, and is refused where somebody else changed it in between.
        """
        admin, actor = self._context.desk.views_admin, self._context.actor
        stands = seen

        def save() -> None:
            nonlocal stands
            stands = admin.save(actor, new, stands)

        def take_back() -> None:
            nonlocal stands
            if seen is None:
                admin.remove(actor, new.id, stands)
            else:
                stands = admin.save(actor, seen, stands)

        def again() -> None:
            if seen is None:
                admin.restore(actor, new.id)
            else:
                save()

        turn = _Turn(tr("Saved as “{new}”", new=new.name), "bookmark", again, take_back)
        self._turn(turn, save, self._context.undo.push, saved, failed)

    def remove(self, view: SavedView) -> None:
        """Take a view away, with a way back."""
        admin, actor = self._context.desk.views_admin, self._context.actor
        remove = partial(admin.remove, actor, view.id, view.as_new())
        turn = _Turn(
            tr("“{view}” was removed", view=view.name), "trash-2", remove, partial(admin.restore, actor, view.id)
        )
        self._turn(turn, remove, self._context.undo.push)

    def _turn(
        self,
        turn: "_Turn",
        work: Callable[[], None],
        keep: Callable[[str, Callable[[], None]], Callable[[], None] | None],
        first: Callable[[], None] = lambda: None,
        failed: "Callable[[DeskError], None] | None" = None,
    ) -> None:
        """Do something to a view, take it back or do it again, and keep the way to the other side."""
        undo, toasts = self._context.undo, self._context.toasts

        def done(_nothing: None) -> None:
            first()
            if keep == undo.undone:
                keep(turn.text, partial(self._turn, turn, turn.again, undo.done_again))
                toasts.show(tr("Taken back: {text}", text=turn.text), icon="undo-2")
            else:
                back = keep(turn.text, partial(self._turn, turn, turn.take_back, undo.undone))
                ways = () if back is None else (ToastAction(tr("Undo"), back, "Ctrl+Z"),)
                toasts.show(turn.text, *ways, icon=turn.icon)
            self._load()

        def not_done(error: "DeskError") -> None:
            (failed or toasts.say_error)(error)
            self._load()

        self._context.background.write(work, done, not_done)


class _Turn(NamedTuple):
    """Something that is done to a view: how it is told, and what does it again and takes it back."""

    text: str
    icon: str
    again: Callable[[], None]
    take_back: Callable[[], None]
