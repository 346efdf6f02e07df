"""Every change of the editor on its way to the desk: one after another on the write lane, with the edit counter."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DeskError
from app.domain.review import ReviewPart
from app.domain.vocabulary import ReviewState
from app.services.reviews.dto import ReviewEdit, ReviewRef, Value
from app.views.context import ViewContext

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.reviews.commands import ReviewCommands

Failed = Callable[[DeskError], None]
Saved = Callable[[], None]


class ReviewSaver(QObject):
    """`saved` follows each change that the desk took, `failed` carries the error of one that nobody else explains."""

    saved = Signal()
    failed = Signal(object)

    def __init__(self, context: ViewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.review_id = ""
        self.waiting = 0
        # Written on the write lane after each own change, and here when the review is read; never both at once for
        # the same number, because a read cannot show a change before it is made.
        self._seen = 0

    def use(self, review_id: str, edit: int) -> None:
        """The review that changes are for, as it was read."""
        if review_id != self.review_id:
            self.review_id, self._seen = review_id, edit
        self._seen = max(self._seen, edit) if not self.waiting else self._seen

    def edit(self, field: str, edit: ReviewEdit, saved: Saved, failed: Failed) -> None:
        """Change a field of the header."""
        self._run(lambda desk, actor, review: desk.edit(actor, review, {field: edit}), failed, saved)

    def add(self, part: ReviewPart, part_id: str, values: Mapping[str, Value]) -> None:
        """Append a row."""
        self._run(lambda desk, actor, review: desk.add(actor, review, part, part_id, values))

    def change(
        self, part: ReviewPart, part_id: str, field: str, edit: ReviewEdit, saved: Saved, failed: Failed
    ) -> None:
        """Change a field of a row."""
        self._run(lambda desk, actor, review: desk.change(actor, review, part, part_id, {field: edit}), failed, saved)

    def remove(self, part: ReviewPart, part_id: str) -> None:
        """Take a row out."""
        self._run(lambda desk, actor, review: desk.remove(actor, review, part, part_id))

    def move(self, part: ReviewPart, part_id: str, position: int) -> None:
        """Put a row at another place, counted from 1."""
        self._run(lambda desk, actor, review: desk.move(actor, review, part, part_id, position, seen=self._seen))

    def pick(self, entry_ids: tuple[str, ...]) -> None:
        """Put journal entries on the timeline."""
        self._run(lambda desk, actor, review: desk.pick(actor, review, entry_ids))

    def drop(self, entry_ids: tuple[str, ...]) -> None:
        """Take journal entries off the timeline."""
        self._run(lambda desk, actor, review: desk.drop(actor, review, entry_ids))

    def step(self, to: ReviewState, failed: Failed) -> None:
        """Take the step, after everything that waits."""
        self._run(lambda desk, actor, review: desk.step(actor, review, to, seen=self._seen), failed)

    def approve(self, sign_off_id: str, failed: Failed) -> None:
        """Sign off, after everything that waits."""
        self._run(lambda desk, actor, review: desk.approve(actor, review, sign_off_id, seen=self._seen), failed)

    def _run(
        self,
        command: "Callable[[ReviewCommands, Actor, str], ReviewRef]",
        failed: Failed | None = None,
        saved: Saved | None = None,
    ) -> None:
        desk, actor, review_id = self._context.desk.reviews_admin, self._context.actor, self.review_id
        self.waiting += 1

        def work() -> ReviewRef:
            ref = command(desk, actor, review_id)
            # Only a change right after what was seen keeps the counter true; somebody else's in between must be read.
            if ref.edit == self._seen + 1:
                self._seen = ref.edit
            return ref

        def done(_ref: ReviewRef) -> None:
            self.waiting -= 1
            if saved is not None:
                saved()
            self.saved.emit()

        def not_done(error: DeskError) -> None:
            self.waiting -= 1
            (failed or self.failed.emit)(error)

        self._context.background.write(work, done, not_done)
