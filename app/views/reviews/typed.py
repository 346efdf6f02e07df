"""What is typed in a review and not saved yet: kept as a draft on this computer, and brought back after a crash."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.infra.drafts import Draft
from app.views.context import ViewContext
from app.views.reviews.form import ReviewForm


class Typing(QObject):
    """`kept` follows each draft that reached the disk; `brought_back` carries in how many fields text came back."""

    kept = Signal()
    brought_back = Signal(int)

    def __init__(self, context: ViewContext, form: ReviewForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        self._key = ""
        self._has_draft = False
        self._connected: object = None
        form.typed.connect(self._typed)

    def begin(self, review_id: str, *, writable: bool) -> None:
        """Another review is shown: bring back what was typed in it and not saved."""
        self._key, self._has_draft = f"review:{review_id}", False
        keeper = self._context.drafts
        if self._connected is not keeper:
            self._connected = keeper
            keeper.saved.connect(self._kept)
        if writable:
            key = self._key
            keeper.load(key, lambda draft: self._bring_back(key, draft))

    def settle(self) -> None:
        """The review was read again: the draft keeps what the desk still does not know, or goes."""
        if not self._has_draft:
            return
        unsaved = self._form.unsaved()
        if unsaved:
            self._context.drafts.keep(self._key, unsaved)
        else:
            self._has_draft = False
            self._context.drafts.discard(self._key)

    def _typed(self) -> None:
        if self._key:
            self._has_draft = True
            self._context.drafts.keep(self._key, self._form.unsaved())

    def _kept(self, key: str, _at: object) -> None:
        if key == self._key and self._has_draft:
            self.kept.emit()

    def _bring_back(self, key: str, draft: Draft | None) -> None:
        if draft is None or key != self._key:
            return
        count = self._form.restore(draft.fields)
        if count:
            self._has_draft = True
            self.brought_back.emit(count)
            QTimer.singleShot(0, self, self._form.commit)
        else:
            self._context.drafts.discard(key)
