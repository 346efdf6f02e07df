"""What there is to tell a model of an incident or a review, each part with whether only the desk may read it."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.field_names import field_value
from app.domain.numbers import incident_number
from app.domain.vocabulary import EntryKind, State, Visibility
from app.domain.wording import in_english
from app.domain.writing_help.prompts import Fact, Said, Story
from app.models.incident import incident
from app.services.incidents.detail import load_detail
from app.services.incidents.dto import IncidentDetail, JournalItem
from app.services.reviews.dto import ReviewContent
from app.services.reviews.rows import load_content

_MESSAGES = frozenset({EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.CALLER_MESSAGE, EntryKind.WORK_NOTE})


def incident_story(connection: Connection, actor: Actor, incident_id: str) -> Story:
    """An incident with its messages and notes, as far as the actor may read them; `NotFound` otherwise."""
    about = load_detail(connection, actor, incident_id)
    with in_english():
        facts = _facts(about)
    said = tuple(_said(item) for item in about.journal if item.kind in _MESSAGES and (item.body or "").strip())
    title = f"{incident_number(about.number)}: {about.short_description}"
    return Story(title, facts, said, _is_restricted(connection, about.id))


def review_story(connection: Connection, actor: Actor, review_id: str) -> Story:
    """A review with everything that is written in it, which only the desk reads."""
    content = load_content(connection, actor, review_id)
    return Story(
        content.title, _review_facts(content), _review_lines(content), _is_restricted(connection, content.incident_id)
    )


def _is_restricted(connection: Connection, incident_id: str) -> bool:
    found = connection.execute(select(incident.c.restricted_group_id).where(incident.c.id == incident_id)).scalar()
    return found is not None


def _facts(about: IncidentDetail) -> tuple[Fact, ...]:
    code = about.resolution_code
    return (
        Fact("Reported by", about.caller.name if about.caller is not None else ""),
        Fact("Reported", _when(about.reported_at)),
        Fact("Status", State(about.state).label),
        Fact("Waits for", field_value("hold_reason", about.hold_reason) if about.hold_reason else ""),
        Fact("Service", about.service_name or ""),
        Fact("Category", " / ".join(filter(None, (about.category_name, about.subcategory_name)))),
        Fact("Site", about.site_name or ""),
        Fact("Details", about.description),
        Fact("Priority", str(about.priority), internal=True),
        Fact("Assignment group", about.group_name or "", internal=True),
        Fact("Device", about.configuration_item_name or "", internal=True),
        Fact("Business impact", about.business_impact or "", internal=True),
        Fact("Cause", about.cause or "", internal=True),
        Fact("Workaround", about.workaround or "", internal=True),
        Fact("How it was resolved", field_value("resolution_code", code) if code else ""),
        Fact("Resolution", about.resolution_notes or ""),
    )


def _said(item: JournalItem) -> Said:
    who = item.author_name or "Somebody"
    side = "service desk" if item.by_desk else "requester"
    internal = item.visibility != Visibility.PUBLIC
    return Said(_when(item.occurred_at), f"{who} ({side})", item.body or "", internal)


def _review_facts(content: ReviewContent) -> tuple[Fact, ...]:
    people = "" if content.people_affected is None else str(content.people_affected)
    return (
        Fact("Impact began", _when(content.impact_began_at), internal=True),
        Fact("Impact ended", _when(content.impact_ended_at), internal=True),
        Fact("People affected", people, internal=True),
        Fact("Business effect", content.business_effect, internal=True),
        Fact("Data loss", content.data_loss, internal=True),
        Fact("How it was noticed", content.detection, internal=True),
        Fact("What ended it", content.recovery, internal=True),
    )


def _review_lines(content: ReviewContent) -> tuple[Said, ...]:
    lines = [
        *((_when(each.occurred_at), "Timeline", each.body) for each in content.events),
        *((_when(each.occurred_at), "Decision", f"{each.decision} {each.result}") for each in content.decisions),
        *(("", f"Impact on {each.area}", f"{each.seen} {each.size} {each.consequence}") for each in content.impacts),
        *(("", "Contributing cause", f"{each.claim} {each.evidence}") for each in content.causes),
        *(("", "Lesson", each.body) for each in content.lessons),
        *(("", "Action", f"{each.action} ({each.status})") for each in content.actions),
    ]
    return tuple(Said(when, who, text.strip(), internal=True) for when, who, text in lines if text.strip())


def _when(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
