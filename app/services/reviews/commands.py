"""The commands on reviews, each with its permission; the rules stand in `app.domain.review`."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import update

from app.domain.errors import NotFound, Refused
from app.domain.permissions import Permission, demand
from app.domain.review import ReviewPart, check_review_step
from app.domain.vocabulary import EntryKind, ReviewState
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.models.review import review_sign_off
from app.services.access import load_for_change
from app.services.command import command
from app.services.incidents.detail import load_detail
from app.services.incidents.journal import write_entry
from app.services.reviews import editing
from app.services.reviews.dto import ReviewContent, ReviewRef, Value
from app.services.reviews.editing import Edits
from app.services.reviews.prefill import event_of, prefilled
from app.services.reviews.rows import insert_content, load_content, load_versions, lock_review
from app.services.reviews.standing import standing_of
from app.services.writing_help.marks import of_review, refuse_unchecked


class ReviewCommands:
    """Everything that changes a review; each call is one transaction and leaves an entry in the incident's journal."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.REVIEW_EDIT)
    def begin(self, work: Work, incident_id: str, review_id: str) -> ReviewRef:
        """Begin the review of an incident from its facts; where one stands already, its latest version is returned."""
        load_for_change(work, incident_id)
        versions = load_versions(work.connection, incident_id)
        if versions:
            latest = load_content(work.connection, work.actor, versions[0].id)
            return ReviewRef(latest.id, latest.version, latest.edit)
        about = load_detail(work.connection, work.actor, incident_id)
        return _insert(work, prefilled(about, work.actor, work.now, review_id), "begun")

    @command(Permission.REVIEW_EDIT)
    def begin_version(self, work: Work, incident_id: str, review_id: str) -> ReviewRef:
        """Begin the next version as a copy of the published one; approvals are given anew."""
        load_for_change(work, incident_id)
        versions = load_versions(work.connection, incident_id)
        if not versions:
            raise Refused(tr("There is no review yet. Start the review of the incident first."))
        if versions[0].state != ReviewState.PUBLISHED:
            raise Refused(tr("Version {version} is not published yet; change that one.", version=versions[0].version))
        last = load_content(work.connection, work.actor, versions[0].id)
        unsigned = tuple(item._replace(approved_at=None) for item in last.sign_offs)
        content = replace(
            last,
            id=review_id,
            version=last.version + 1,
            state=ReviewState.DRAFT,
            sign_offs=unsigned,
            created_at=work.now,
            updated_at=work.now,
            published_at=None,
        )
        return _insert(work, content, f"begun from version {last.version}")

    @command(Permission.REVIEW_EDIT)
    def edit(self, work: Work, review_id: str, edits: Edits) -> ReviewRef:
        """Change fields of the header; raises StaleEdit when somebody else changed the same ones meanwhile."""
        return editing.edit_header(work, review_id, edits)

    @command(Permission.REVIEW_EDIT)
    def add(self, work: Work, review_id: str, part: ReviewPart, part_id: str, values: Mapping[str, Value]) -> ReviewRef:
        """Append a row to a list; `part_id` is made by the window. Events added here are own entries of the actor."""
        return editing.add_part(work, review_id, part, part_id, values)

    @command(Permission.REVIEW_EDIT)
    def change(self, work: Work, review_id: str, part: ReviewPart, part_id: str, edits: Edits) -> ReviewRef:
        """Change fields of a row; raises StaleEdit when somebody else changed the same ones meanwhile."""
        return editing.change_part(work, review_id, part, part_id, edits)

    @command(Permission.REVIEW_EDIT)
    def remove(self, work: Work, review_id: str, part: ReviewPart, part_id: str) -> ReviewRef:
        """Take a row out of a list; the journal keeps what it said."""
        return editing.remove_part(work, review_id, part, part_id)

    @command(Permission.REVIEW_EDIT)
    def move(
        self, work: Work, review_id: str, part: ReviewPart, part_id: str, position: int, *, seen: int
    ) -> ReviewRef:
        """Put a row at a position counted from 1; `seen` is the edit counter of the order that the person saw."""
        return editing.move_part(work, review_id, part, part_id, position, seen)

    @command(Permission.REVIEW_EDIT)
    def pick(self, work: Work, review_id: str, entry_ids: tuple[str, ...]) -> ReviewRef:
        """Put entries of the incident's journal on the timeline with the journal's times."""
        content = load_content(work.connection, work.actor, review_id)
        about = load_detail(work.connection, work.actor, content.incident_id)
        by_id = {item.id: item for item in about.journal}
        if not by_id.keys() >= set(entry_ids):
            raise NotFound(tr("An entry that was picked is not in the journal of this incident."))
        events = tuple(event_of(by_id[entry_id], about) for entry_id in dict.fromkeys(entry_ids))
        return editing.pick_events(work, review_id, events)

    @command(Permission.REVIEW_EDIT)
    def drop(self, work: Work, review_id: str, entry_ids: tuple[str, ...]) -> ReviewRef:
        """Take entries of the journal off the timeline again."""
        return editing.drop_events(work, review_id, entry_ids)

    @command(Permission.REVIEW_EDIT)
    def step(self, work: Work, review_id: str, to: ReviewState, *, seen: int) -> ReviewRef:
        """Send to review, take back to draft, or publish; `Refused` lists all that is missing.

        `seen` is the edit counter that the person saw, so that nobody publishes what they have not read. Taking a
        review back to draft takes its approvals back too, because what was signed will change.
        """
        row = lock_review(work, review_id)
        editing.ensure_seen(row, seen)
        content = load_content(work.connection, work.actor, review_id)
        demand(work.actor, check_review_step(standing_of(content), to))
        if to is not ReviewState.DRAFT:
            refuse_unchecked(work.connection, of_review(review_id), tr("The executive summary"))
        else:
            work.connection.execute(
                update(review_sign_off).where(review_sign_off.c.review_id == review_id), {"approved_at": None}
            )
        values: dict[str, object] = {"state": to.value}
        if to is ReviewState.PUBLISHED:
            values["published_at"] = work.now
        body = {
            ReviewState.DRAFT: "taken back to draft",
            ReviewState.IN_REVIEW: "sent to review",
            ReviewState.PUBLISHED: "published",
        }[to]
        return editing.save_review(work, row, values, body, {"state": (row.state, to.value)})

    @command(Permission.REVIEW_SIGN)
    def approve(self, work: Work, review_id: str, sign_off_id: str, *, seen: int) -> ReviewRef:
        """Sign off in one's own name what one has read; nobody signs for somebody else."""
        row = lock_review(work, review_id)
        editing.ensure_seen(row, seen)
        if row.state != ReviewState.IN_REVIEW:
            raise Refused(tr("A review is signed off while it is in review: not as a draft, and not once published."))
        content = load_content(work.connection, work.actor, review_id)
        mine = next((item for item in content.sign_offs if item.id == sign_off_id), None)
        if mine is None or mine.person_id != work.actor.person_id:
            whose = mine.person_name if mine is not None and mine.person_name else "the person named there"
            raise Refused(tr("Only {whose} can give this approval.", whose=whose))
        if mine.approved_at is not None:
            return ReviewRef(row.id, row.version, row.edit)
        work.connection.execute(
            update(review_sign_off).where(review_sign_off.c.id == sign_off_id), {"approved_at": work.now}
        )
        changes = {"sign_off_approved_at": (None, work.now)}
        return editing.save_review(work, row, {}, f"approved as {mine.role}", changes)


def _insert(work: Work, content: ReviewContent, act: str) -> ReviewRef:
    insert_content(work, content)
    changes = {"review_state": (None, content.state.value)}
    body = f"Version {content.version}, {act}"
    write_entry(work, content.incident_id, EntryKind.REVIEW, body=body, changes=changes)
    editing.announce(work, content.id, content.incident_id)
    return ReviewRef(content.id, content.version, 1)
