"""Notes on a problem on their way to the desk: where the draft of one is kept, and how the outbox keeps one."""

from app.infra.outbox import Kind, Waiting
from app.views.context import ViewContext
from app.views.incident.written_down import written_when


def note_key(problem_id: str) -> str:
    """Where what is typed into the history of a problem is kept."""
    return f"problem:{problem_id}:note"


def waiting_note(context: ViewContext, entry_id: str, problem_id: str, number: str, body: str) -> Waiting:
    """A note as the outbox keeps it until the desk has it under this id."""
    fields = {"problem_id": problem_id, "number": number, "body": body}
    return Waiting(entry_id, Kind.PROBLEM_NOTE, fields | written_when(context), context.now())
