"""Taking back that an incident was logged: it is withdrawn at the desk, and its form stands there again as it was."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from app.domain.errors import DeskError, InDoubt
from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.infra.drafts import DraftFile
from app.services.incidents.dto import IncidentRef, NewFile
from app.views.context import ViewContext
from app.views.create.draft import KEY, CreateDraft
from app.views.create.known_errors import is_of_problem
from app.views.incident.kept_files import files_key
from app.views.toolkit.toast import ToastAction


@dataclass(frozen=True, slots=True)
class LoggedCall:
    """What a sheet held when its incident was created; `article_id` is the article that answered it, if any."""

    draft: CreateDraft
    files: tuple[NewFile, ...] = ()
    article_id: str = ""

    @classmethod
    def of(cls, draft: CreateDraft, files: tuple[NewFile, ...], answer: str) -> "LoggedCall":
        """A caller who was added with the incident is known from then on."""
        known = replace(draft, caller_is_new="")
        return cls(known, files, "" if is_of_problem(answer) else answer)


Reopen = Callable[[str, CreateDraft], object]
"""Opens a sheet for an incident that is to have this id, filled with a draft whose files are kept under it."""


def way_back(context: ViewContext, ref: IncidentRef, call: LoggedCall, reopen: Reopen) -> tuple[ToastAction, ...]:
    """The action that takes the incident back; none for people who cannot cancel one."""
    if not may(context.actor, Permission.INCIDENT_CANCEL):
        return ()
    return (ToastAction(tr("Undo"), partial(_take_back, context, ref, call, reopen), "Ctrl+Z"),)


def _take_back(context: ViewContext, ref: IncidentRef, call: LoggedCall, reopen: Reopen) -> None:
    # The form is on the disk before anything is withdrawn, so that no crash in between can lose a word of it.
    incident_id, drafts = context.desk.new_id(), context.drafts
    key = f"{KEY}{incident_id}"
    drafts.keep(key, call.draft.to_fields())
    if call.files:
        copies = tuple(DraftFile(file.file_name, file.media_type, file.data) for file in call.files)
        drafts.keep(files_key(key), {}, copies)
    drafts.flush()

    def done(_result: None) -> None:
        number = incident_number(ref.number)
        context.toasts.show(tr("{number} was withdrawn; it stands as canceled.", number=number), icon="undo-2")
        reopen(incident_id, call.draft)
        if call.article_id:
            # The use has the id of the incident, and answers nobody any more.
            use = partial(context.desk.knowledge_work.take_back, context.actor, ref.id)
            context.background.write(use, lambda _done: None, context.toasts.say_error)

    def stays(error: DeskError) -> None:
        context.toasts.say_error(error)
        if isinstance(error, InDoubt):
            # It may be withdrawn, so the words may stand nowhere but in the form.
            reopen(incident_id, call.draft)
            return
        drafts.discard(key)
        drafts.discard(files_key(key))

    context.background.write(partial(context.desk.incidents.withdraw, context.actor, ref.id), done, stays)
