"""What can be written about an incident: who reads it, in which colour, and what the button says."""

from typing import Final, NamedTuple

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.wording import inside, tr, trn
from app.services.incidents.dto import Audience, Post
from app.views.incident.kept_files import files_key
from app.views.widgets.spans import isolated

REPLY: Final = "reply"
NOTE: Final = "note"
UPDATE: Final = "update"
MODES: Final = (REPLY, NOTE, UPDATE)

TABS: Final = {
    REPLY: (tr("Reply"), "reply", "blue"),
    NOTE: (tr("Internal note"), "lock", "amber"),
    UPDATE: (tr("Stakeholder update"), "megaphone", "violet"),
}
"""The words, the icon and the colour of each tab."""


DROPS: Final = {
    REPLY: tr("Drop to attach to the reply"),
    NOTE: tr("Drop to attach to the note"),
    UPDATE: tr("Drop to attach to the stakeholder update"),
}
"""What stands on the place of each tab while files are held over the incident."""


class Look(NamedTuple):
    """How the composer looks while a tab is open: who reads it, what stands in the empty field, and the button."""

    readers: str
    hint: str
    send: str
    icon: str


def is_caller(actor: Actor) -> bool:
    """Whether a person is here with their own incidents alone, and not for the desk."""
    return not may(actor, Permission.INCIDENT_READ_ALL)


def look_of(mode: str, caller: str, audience: Audience | None, *, is_own: bool = False) -> Look:
    """The look of a tab; `caller` is empty where nobody called, `audience` None while it is not known.

    `is_own` says that the caller writes, to the desk.
    """
    if mode == NOTE:
        return Look(tr("Only the desk reads this"), tr("What the next agent should know"), tr("Add note"), "lock")
    if mode == UPDATE:
        send = tr("Send update") if audience is None else _send_update(audience.people)
        hint = tr("What happened, who is affected, what is being done")
        return Look(_readers(audience, has_caller=bool(caller)), hint, send, "megaphone")
    if is_own:
        return Look(tr("To the desk"), tr("Write to the desk"), tr("Send"), "send")
    first = caller.split(" ", maxsplit=1)[0] if caller else ""
    return Look(
        tr("To {caller}", caller=isolated(caller)) if caller else tr("No caller: only the desk reads it"),
        tr("Write to {caller}", caller=caller) if caller else tr("Write a reply"),
        tr("Send to {first}", first=first[:20]) if first else tr("Send"),
        "send",
    )


def people_words(audience: Audience | None) -> str:
    """Who is told, in the middle of a sentence."""
    if audience is None:
        return tr("everybody whom it concerns")
    return trn("{n} person", "{n} people", audience.people)


def _send_update(people: int) -> str:
    return trn("Send update to {n} person", "Send update to {n} people", people) if people else tr("Send update")


def _readers(audience: Audience | None, *, has_caller: bool) -> str:
    if audience is None:
        return tr("To the callers of this incident and of what hangs below it")
    if not audience.people:
        return tr("Nobody has called yet: only the desk reads it")
    callers = trn("{n} caller", "{n} callers", audience.people)
    if not audience.following:
        return tr("To {callers}; whoever follows it is told", callers=callers)
    below = trn("{n} incident below it", "{n} incidents below it", audience.following)
    if has_caller:
        return tr("To {callers}, of this and {below}; whoever follows it is told", callers=callers, below=inside(below))
    return tr("To {callers}, of {below}; whoever follows it is told", callers=callers, below=inside(below))


def mode_of(post: Post) -> str:
    """In which tab a message was written."""
    return NOTE if not post.public else UPDATE if post.to_stakeholders else REPLY


def draft_key(incident_id: str, mode: str) -> str:
    """Where the draft of a tab of an incident is kept."""
    return f"incident:{incident_id}:{mode}"


def files_of(incident_id: str, mode: str) -> str:
    """Where the files of a tab of an incident are kept; what older versions kept belongs to the reply."""
    return files_key(f"incident:{incident_id}" if mode == REPLY else draft_key(incident_id, mode))
