"""Editing the summary in the head of an incident: what is typed is kept until the desk has it."""

from functools import partial

from PySide6.QtCore import QObject

from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.editing import Editing, WantedEdit
from app.views.incident.title_field import TitleField
from app.views.kept_answers import Answers, KeptAnswers

_FIELD = "short_description"


class Naming(QObject):
    """Between the field of the summary and the desk."""

    def __init__(self, context: ViewContext, casework: Casework, editing: Editing, title: TitleField) -> None:
        super().__init__(title)
        self._casework, self._editing, self._title = casework, editing, title
        self._kept = KeptAnswers(context, self._typed, self._restore)
        title.opened.connect(lambda: self._kept.begin(f"incident:{self._casework.incident_id}:summary"))
        title.field.textEdited.connect(lambda _text: self._kept.keep())
        title.given_up.connect(self._kept.done)
        title.saved.connect(self._save)

    def edit(self, detail: IncidentDetail | None) -> None:
        """Open the field."""
        if detail is not None:
            self._title.edit(detail.short_description)

    def put_away(self) -> None:
        """Another incident is shown: a summary that is being typed stays as a draft of its own."""
        self._kept.put_away()
        self._title.close_field()

    def _save(self, text: str) -> None:
        detail = self._casework.detail
        if detail is None or text.strip() == detail.short_description:
            self._taken()
            return
        wanted = _wanted(text)
        # Compared with what stood there when the field was opened: what came meanwhile was not seen. The field closes
        # when the desk has it, because the desk may refuse it.
        kept = partial(self._kept.done, self._kept.key)
        self._editing.edit(wanted, base={_FIELD: self._title.base}, done=self._title.close_field, kept=kept)

    def _taken(self) -> None:
        self._kept.done()
        self._title.close_field()

    def _typed(self) -> Answers:
        return {"text": self._title.field.text(), "base": self._title.base}

    def _restore(self, answers: Answers) -> None:
        field = self._title.field
        # What was typed before the draft had been read goes on behind it.
        typed = field.text() if field.isModified() else ""
        self._title.base = answers.get("base", self._title.base)
        field.setText(" ".join(text for text in (answers.get("text", ""), typed) if text))
        self._editing.compare(lambda: _wanted(self._title.field.text()), {_FIELD: self._title.base}, self._taken)


def _wanted(text: str) -> WantedEdit:
    return WantedEdit({_FIELD: text}, {_FIELD: text.strip()})
