"""Merging as people do it: what there is to choose from, merging, and taking it back."""

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.merging import Side
from app.domain.permissions import Permission, demand
from app.domain.vocabulary import LinkKind, MajorState, State
from app.infra.unit_of_work import Store, Work
from app.models.incident import incident, incident_link
from app.models.people import person
from app.services.access import visible
from app.services.command import command, query
from app.services.incidents.dto import Merge, MergeChoice
from app.services.incidents.merging import merge, unmerge

_PATIENT = 60.0
"""Seconds that a server may take for one statement; the callers of many duplicates may have to be told."""


class MergeQueries:
    """What can be merged into what."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_ALL)
    def choices(self, connection: Connection, actor: Actor, incident_ids: tuple[str, ...]) -> tuple[MergeChoice, ...]:
        """Those of the incidents that the actor may see, the oldest first."""
        caller, assignee, into = person.alias("caller"), person.alias("assignee"), incident.alias("original")
        merged = (
            select(into.c.number)
            .join(incident_link, incident_link.c.target_id == into.c.id)
            .where(
                incident_link.c.source_id == incident.c.id,
                incident_link.c.kind == LinkKind.DUPLICATE.value,
                incident_link.c.removed_at.is_(None),
            )
            .scalar_subquery()
        )
        statement = (
            select(incident, caller.c.name.label("caller"), assignee.c.name.label("assignee"), merged.label("into"))
            .outerjoin(caller, caller.c.id == incident.c.caller_id)
            .outerjoin(assignee, assignee.c.id == incident.c.assignee_id)
            .where(incident.c.id.in_(incident_ids), visible(actor))
            .order_by(incident.c.reported_at, incident.c.number)
        )
        return tuple(
            MergeChoice(
                Side(
                    row.id,
                    row.number,
                    State(row.state),
                    MajorState(row.major_state),
                    row.restricted_group_id,
                    row.into,
                ),
                row.short_description,
                row.caller,
                row.assignee,
                row.reported_at,
            )
            for row in connection.execute(statement)
        )


class MergeCommands:
    """Merging duplicates and taking it back."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.INCIDENT_LINK, _PATIENT)
    def merge(self, work: Work, original_id: str, merges: tuple[Merge, ...]) -> None:
        """Merge incidents into the original: all of them, or none where one cannot be."""
        demand(work.actor, Permission.INCIDENT_CANCEL)
        merge(work, original_id, merges)

    @command(Permission.INCIDENT_LINK, _PATIENT)
    def unmerge(self, work: Work, link_ids: tuple[str, ...]) -> None:
        """Take merges back: the duplicates stand where they stood, with their clocks."""
        unmerge(work, link_ids)
