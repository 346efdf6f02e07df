"""Fields of macros that somebody typed by hand: filled in before the message goes out, as a macro's text is."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from app.domain.errors import DeskError
from app.domain.macros import Filled, fields_of, fill, is_field, missing_words, needs_reading
from app.domain.permissions import Permission, may
from app.services.incidents.dto import Post
from app.services.macros.dto import facts_of
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.composer import Composer


class TypedFields:
    """Puts what fields stand for in their place, in the text itself: so it is seen, kept as a draft and sent alike."""

    def __init__(self, context: ViewContext, casework: Casework, composer: Composer) -> None:
        self._context, self._casework, self._composer = context, casework, composer
        self._filled = ""

    def fill(self, post: Post, go_on: Callable[[], None]) -> bool:
        """Whether there is something to fill in; then `go_on` follows once the text has it, or it is said what lacks.

        What is not known of the incident that is shown is asked of the desk.
        """
        detail, actor = self._casework.detail, self._context.actor
        named = {name for name in fields_of(post.body) if is_field(name)}
        if not named or post.body == self._filled or detail is None or not may(actor, Permission.MACRO_EDIT):
            return False
        if not any(needs_reading(name) for name in named):
            self._put(fill(post.body, facts_of(detail, actor)), go_on)
            return True
        desk, write = self._context.desk, self._context.formats.full

        def came(filled: Filled) -> None:
            if self._casework.incident_id == detail.id and self._composer.text() == post.body:
                self._put(filled, go_on)

        def failed(error: DeskError) -> None:
            if self._casework.incident_id == detail.id:
                self._composer.say_problem(str(error))

        self._context.background.read(
            lambda: desk.macros.filled(actor, detail.id, post.body, write, public=post.public), came, failed
        )
        return True

    def _put(self, filled: Filled, go_on: Callable[[], None]) -> None:
        missing = tuple(name for name in filled.missing if is_field(name))
        if missing:
            self._composer.say_problem(missing_words(missing))
            return
        # What is filled in is not read again: a short description may have braces of its own.
        self._filled = filled.text
        cursor = QTextCursor(self._composer.edit.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(filled.text)
        go_on()
