"""The fields of a problem on their way to the desk, one after another, each with what the person had seen.

What does not arrive stays in its field and as a draft. A field that was saved can be given back its former value.
"""

from collections import Counter
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import DeskError, StaleEdit
from app.domain.wording import tr
from app.services.incidents.dto import FieldEdit
from app.views.context import ViewContext
from app.views.reviews.editors import Editor
from app.views.toolkit.toast import ToastAction


class ProblemSaver(QObject):
    """`saved` follows each change that the desk took; `collided` carries an editor and a StaleEdit, `failed` an error,
    `said` why what was typed cannot be read.
    """

    saved = Signal()
    collided = Signal(object, object)
    failed = Signal(object)
    said = Signal(str)

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._editors: dict[str, Editor] = {}
        self._on_their_way: Counter[str] = Counter()
        self.problem_id = ""

    @property
    def draft_key(self) -> str:
        """Under which key what was typed is kept."""
        return f"problem:{self.problem_id}"

    def use(self, problem_id: str) -> None:
        """The problem that changes are for."""
        self.problem_id = problem_id

    def follow(self, name: str, editor: Editor) -> None:
        """Save what this editor offers."""
        self._editors[name] = editor
        editor.edited.connect(partial(self._edited, name))
        editor.typed.connect(self._keep)
        editor.refused.connect(self.said)

    def flush(self) -> None:
        """Write the draft, before the page is left."""
        if self._context.session is not None:
            self._context.drafts.flush()

    def choose(self, name: str, edit: FieldEdit, words: str) -> None:
        """A value was picked: save it, and offer the way back."""
        told = words or tr("nothing")
        self._run(name, edit, tr("{value} is chosen", value=told))

    def change(self, name: str, edit: FieldEdit, told: str) -> None:
        """Save one field; `told` is said when it is, with the way back."""
        self._run(name, edit, told)

    def _keep(self) -> None:
        fields: dict[str, str] = {}
        for name, editor in self._editors.items():
            if editor.is_dirty:
                fields |= {name: editor.text(), f"{name}.base": editor.known_text()}
        if fields and self.problem_id:
            self._context.drafts.keep(self.draft_key, fields)

    def _edited(self, name: str, base: Any, value: Any) -> None:
        editor = self._editors[name]
        key = self.draft_key

        def saved() -> None:
            is_shown = key == self.draft_key
            if is_shown:
                editor.saved(value)
            # Of a problem that was left meanwhile everything that was typed is on its way.
            if not (any(each.is_dirty for each in self._editors.values()) if is_shown else self._on_their_way[key]):
                self._context.drafts.discard(key)

        edit = FieldEdit(base or "", value or "")
        self._run(name, edit, tr("“{field}” is saved", field=editor.name), editor, saved)

    def _run(self, name: str, edit: FieldEdit, told: str, editor: Editor | None = None, saved: Any = None) -> None:
        desk, actor, problem_id = self._context.desk, self._context.actor, self.problem_id

        key = self.draft_key
        self._on_their_way[key] += 1

        def done(changed: tuple[str, ...]) -> None:
            self._on_their_way[key] -= 1
            if saved is not None:
                saved()
            if changed:
                back = partial(self._take_back, problem_id, name, FieldEdit(edit.value, edit.base))
                undo = self._context.undo.push(told, back)
                self._context.toasts.show(told, ToastAction(tr("Undo"), undo, "Ctrl+Z"), icon="pencil")
            self.saved.emit()

        def not_done(error: DeskError) -> None:
            self._on_their_way[key] -= 1
            if editor is not None and isinstance(error, StaleEdit):
                editor.failed()
                self.collided.emit(editor, error)
                return
            if editor is not None:
                editor.failed()
            self.failed.emit(error)

        self._context.background.write(lambda: desk.problem_work.edit(actor, problem_id, {name: edit}), done, not_done)

    def _take_back(self, problem_id: str, name: str, edit: FieldEdit) -> None:
        desk, actor = self._context.desk, self._context.actor

        def done(_changed: tuple[str, ...]) -> None:
            self._context.toasts.show(tr("Taken back"), icon="undo-2")
            self.saved.emit()

        self._context.background.write(
            lambda: desk.problem_work.edit(actor, problem_id, {name: edit}), done, self._context.toasts.say_error
        )
