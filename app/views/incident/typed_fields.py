"""Fields of macros that somebody typed by hand: filled in before the text goes out, as a macro's text is."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.domain.errors import DeskError
from app.domain.macros import Filled, fields_of, fill, is_field, missing_words, mistyped, mistyped_words, needs_reading
from app.domain.permissions import Permission, may
from app.services.macros.dto import facts_of
from app.views.context import ViewContext
from app.views.incident.casework import Casework


class Written(NamedTuple):
    """Where a text is written: what holds it now, None where nothing does, and how it is said what lacks."""

    edit: Callable[[], QPlainTextEdit | None]
    say: Callable[[str], None]


class TypedFields:
    """Puts what fields stand for in their place, in the text itself: so it is seen, kept as a draft and sent alike."""

    def __init__(self, context: ViewContext, casework: Casework, written: Written) -> None:
        self._context, self._casework, self._written = context, casework, written
        self._filled = self._told = ""

    def leave(self, text: str) -> None:
        """What comes from where it was filled in is not read again: a short description may have braces of its own."""
        self._filled = text

    def fill(self, *, public: bool, go_on: Callable[[], None]) -> bool:
        """Whether there is something to fill in; then `go_on` follows once the text has it, or it is said what lacks.

        What is not known of the incident that is shown is asked of the desk; `public` is what the caller will read.
        """
        edit, detail, actor = self._written.edit(), self._casework.detail, self._context.actor
        body = "" if edit is None else edit.toPlainText()
        if edit is None or body == self._filled or detail is None or not may(actor, Permission.MACRO_EDIT):
            return False
        if self._is_mistyped(body):
            return True
        named = {name for name in fields_of(body) if is_field(name)}
        if not named:
            return False
        if not any(needs_reading(name) for name in named):
            self._put(edit, fill(body, facts_of(detail, actor)), go_on)
            return True
        desk, write = self._context.desk, self._context.formats.full

        def came(filled: Filled) -> None:
            now = self._written.edit()
            if self._casework.incident_id == detail.id and now is not None and now.toPlainText() == body:
                self._put(now, filled, go_on)

        def failed(error: DeskError) -> None:
            if self._casework.incident_id == detail.id:
                self._written.say(str(error))

        self._context.background.read(
            lambda: desk.macros.filled(actor, detail.id, body, write, public=public), came, failed
        )
        return True

    def _is_mistyped(self, body: str) -> bool:
        """Whether a field has a name that there is not; it is said once, because it may be meant as it stands."""
        name = mistyped(body)
        if name is None or body == self._told:
            return False
        self._told = body
        self._written.say(mistyped_words(name))
        return True

    def _put(self, edit: QPlainTextEdit, filled: Filled, go_on: Callable[[], None]) -> None:
        missing = tuple(name for name in filled.missing if is_field(name))
        if missing:
            self._written.say(missing_words(missing))
            return
        self.leave(filled.text)
        cursor = QTextCursor(edit.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(filled.text)
        go_on()
