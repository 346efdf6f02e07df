"""Setting up help with writing, telling of a case, and writing down that it was used; nothing is sent from here."""

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.errors import BadInput, Refused
from app.domain.events import ArticleChanged, IncidentChanged
from app.domain.permissions import Permission
from app.domain.text import clean_line
from app.domain.vocabulary import EntryKind
from app.domain.wording import in_english, tr
from app.domain.writing_help.prompts import Help, Prompt, ensure_may_leave, prompt_for, reader_of
from app.domain.writing_help.server import parse_server
from app.infra.unit_of_work import Store, Work
from app.services.access import load_for_change
from app.services.command import command, query
from app.services.incidents.journal import write_entry
from app.services.reviews.dto import ReviewEdit, ReviewRef
from app.services.reviews.editing import edit_header, lock_draft, save_review
from app.services.settings import load_value, store_value
from app.services.writing_help.dto import HelpSettings, settings_of
from app.services.writing_help.marks import MODEL_LIMIT, mark_review, of_article, of_review, settle
from app.services.writing_help.story import incident_story, review_story

KEY = "writing_help"
"""The key of the stored settings."""

_AUTHORITY_LIMIT = 100_000


class HelpQueries:
    """How help with writing is set up, and what there is to tell of a case."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.SETTINGS_READ)
    def settings(self, connection: Connection, _actor: Actor) -> HelpSettings:
        """How it is set up."""
        return settings_of(load_value(connection, KEY))

    @query(Permission.INCIDENT_WORK)
    def about_incident(
        self, connection: Connection, actor: Actor, incident_id: str, what: Help, *, everyone: bool = False
    ) -> Prompt:
        """What to ask so that this is written about an incident; for `everyone`, of what requesters may see alone."""
        story = incident_story(connection, actor, incident_id)
        ensure_may_leave(story, restricted_allowed=settings_of(load_value(connection, KEY)).restricted)
        return prompt_for(what, story, reader_of(what, everyone=everyone))

    @query(Permission.REVIEW_EDIT)
    def about_review(self, connection: Connection, actor: Actor, review_id: str) -> Prompt:
        """What to ask so that the summary of a review is written."""
        story = review_story(connection, actor, review_id)
        ensure_may_leave(story, restricted_allowed=settings_of(load_value(connection, KEY)).restricted)
        return prompt_for(Help.REVIEW, story, reader_of(Help.REVIEW))


class HelpCommands:
    """What is set up, what is written down, and what a person has checked."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.SETTINGS_EDIT)
    def set_up(self, work: Work, wanted: HelpSettings) -> HelpSettings:
        """Set it up; it can be switched on once there is an address and a model."""
        address = parse_server(wanted.address).address if wanted.address.strip() else ""
        model = clean_line(wanted.model)
        if len(model) > MODEL_LIMIT:
            raise BadInput(tr("The name of a model is at most {limit} characters long.", limit=MODEL_LIMIT), "model")
        if wanted.is_on and not address:
            raise BadInput(tr("Write the address of the server first."), "address")
        if wanted.is_on and not model:
            raise BadInput(tr("Choose a model first."), "model")
        authority = wanted.authority.strip()
        if authority and (len(authority) > _AUTHORITY_LIMIT or "-----BEGIN CERTIFICATE-----" not in authority):
            raise BadInput(tr("This is no certificate. It begins with -----BEGIN CERTIFICATE-----."), "authority")
        kept = HelpSettings(wanted.is_on, address, model, wanted.masks, wanted.restricted, authority)
        store_value(work, KEY, kept.as_data())
        return kept

    @command(Permission.INCIDENT_WORK)
    def note_use(self, work: Work, incident_id: str, what: Help, address: str, model: str) -> None:
        """Write into the journal, before anything is sent, that help is used, by which model; never what is sent.

        Refused where the desk by now has it switched off, or has another server or model than the person was told.
        """
        row = load_for_change(work, incident_id)
        known = settings_of(load_value(work.connection, KEY))
        if not known.is_on:
            raise Refused(tr("Help with writing is switched off at this desk. Nothing was sent."))
        if (known.address, known.model) != (address, model):
            raise Refused(
                tr("The desk has another server or model by now. Nothing was sent. Close this, and ask again.")
            )
        with in_english():
            label = what.label
        told = f"{label} asked of {known.model} at {parse_server(known.address).name}"
        write_entry(work, row.id, EntryKind.CHANGE, body=told)
        work.events.append(IncidentChanged(work.actor.person_id, row.id, ("journal",)))

    @command(Permission.KNOWLEDGE_EDIT)
    def accept_article(self, work: Work, article_id: str, version: int) -> None:
        """A person has read what a model wrote into this version, and takes it as it is."""
        if settle(work, of_article(article_id, version)):
            work.events.append(ArticleChanged(work.actor.person_id, article_id))

    @command(Permission.REVIEW_EDIT)
    def write_summary(self, work: Work, review_id: str, edit: ReviewEdit, model: str) -> ReviewRef:
        """Put what a model wrote into the summary of a review, marked as not checked."""
        ref = edit_header(work, review_id, {"summary": edit})
        mark_review(work, review_id, model)
        return ref

    @command(Permission.REVIEW_EDIT)
    def accept_summary(self, work: Work, review_id: str) -> ReviewRef:
        """A person has read the summary that a model wrote, and takes it as it is."""
        row = lock_draft(work, review_id)
        model = settle(work, of_review(review_id))
        if not model:
            return ReviewRef(row.id, row.version, row.edit)
        return save_review(work, row, {}, f"summary by {model} accepted")
