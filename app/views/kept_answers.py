"""What was answered in a form is kept as a draft while it is open, and comes back when it is asked for again."""

from collections.abc import Callable, Mapping

from app.infra.drafts import Draft
from app.views.context import ViewContext

Answers = Mapping[str, str]


def below(before: str, typed: str) -> str:
    """What was typed before a draft had been read stands below what is in the draft: neither is lost."""
    return f"{before}\n{typed}" if before and typed else before or typed


class KeptAnswers:
    """The draft of one form. `read` tells what is answered now; `restore` is given what was answered before."""

    def __init__(self, context: ViewContext, read: Callable[[], Answers], restore: Callable[[Answers], None]) -> None:
        self._context, self._read, self._restore = context, read, restore
        self._key = ""

    @property
    def key(self) -> str:
        """The key of the form that is open; empty where none is."""
        return self._key

    def begin(self, key: str, *, bring_back: bool = True) -> None:
        """The form was opened: its answers belong to this key from now on; those of before are brought back."""
        self._key = key
        if bring_back:
            self._context.drafts.load(key, self._came)

    def keep(self) -> None:
        """Something was answered."""
        if self._key:
            self._context.drafts.keep(self._key, self._read())

    def put_away(self) -> None:
        """The form is left; what was answered stays."""
        if self._key:
            self._key = ""
            self._context.drafts.flush()

    def done(self, key: str = "") -> None:
        """The desk has taken the answers of a key, of the open form without one: nothing is kept of them any more."""
        key = key or self._key
        if key:
            self._context.drafts.discard(key)
        if key == self._key:
            self._key = ""

    def _came(self, draft: Draft | None) -> None:
        if draft is not None and draft.key == self._key:
            self._restore(draft.fields)
