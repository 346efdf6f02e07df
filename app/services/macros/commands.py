"""Keeping macros and running them; what there is to choose from."""

from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotFound
from app.domain.macros import Filled, WriteMoment, check_acts, check_text, plain_moment
from app.domain.permissions import Permission
from app.domain.text import clean_line, note_text
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.models.macros import macro
from app.services.catalogue.dto import PastChange
from app.services.catalogue.history import history_of
from app.services.command import command, query
from app.services.incidents.detail import load_detail
from app.services.incidents.dto import Outcome
from app.services.kept_words.rows import load_offered
from app.services.macros.dto import Macro, MacroRun, MacrosHere, NewMacro, Said, acts_to_data
from app.services.macros.facts import Reader, demand_articles, load_known
from app.services.macros.keeping import MACROS, load_macros
from app.services.macros.run import run_macro, take_back_run
from app.services.shared_with import checked_name

_PATIENT = 60.0
_SHORT_LIMIT, _MOST = 32, 500


class MacroQueries:
    """The macros of a person."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.MACRO_EDIT)
    def mine(self, connection: Connection, actor: Actor) -> tuple[Macro, ...]:
        """Those that can be run: own ones first, then those of groups, then those for everybody."""
        return tuple(load_macros(connection, actor, macro.c.active))

    @query(Permission.MACRO_EDIT)
    def every(self, connection: Connection, actor: Actor) -> tuple[Macro, ...]:
        """The same with those that were taken out of use; the settings show them."""
        return tuple(load_macros(connection, actor, macro.c.id.is_not(None)))

    @query(Permission.MACRO_EDIT)
    def one(self, connection: Connection, actor: Actor, macro_id: str) -> Macro:
        """One of them."""
        return _one(connection, actor, macro_id)

    @query(Permission.MACRO_EDIT, _PATIENT)
    def said(
        self,
        connection: Connection,
        actor: Actor,
        macro_id: str,
        incident_ids: tuple[str, ...],
        write: WriteMoment = plain_moment,
    ) -> tuple[Said, ...]:
        """What it would say at each of the incidents."""
        macro, found = _one(connection, actor, macro_id), []
        reader = Reader(actor, self.store.clock.now(), write)
        for incident_id in incident_ids:
            detail = load_detail(connection, actor, incident_id)
            filled = load_known(connection, reader, detail, [macro.body]).fill(macro.body, public=macro.public)
            caller = detail.caller.name if detail.caller is not None else ""
            found.append(Said(incident_id, detail.number, caller, "" if filled.missing else note_text(filled.text)))
        return tuple(found)

    @query(Permission.MACRO_EDIT)
    def here(
        self, connection: Connection, actor: Actor, incident_id: str, write: WriteMoment = plain_moment
    ) -> MacrosHere:
        """Those that can be run, each with its text as it reads at an incident."""
        macros, detail = load_macros(connection, actor, macro.c.active), load_detail(connection, actor, incident_id)
        reader = Reader(actor, self.store.clock.now(), write)
        known = load_known(connection, reader, detail, [each.body for each in macros])
        texts = {each.id: known.fill(each.body, public=each.public) for each in macros}
        return MacrosHere(tuple(macros), detail, texts)

    @query(Permission.MACRO_EDIT)
    def filled(
        self,
        connection: Connection,
        actor: Actor,
        incident_id: str,
        text: str,
        write: WriteMoment = plain_moment,
        *,
        public: bool,
    ) -> Filled:
        """A text that somebody has typed, filled in as that of a macro is."""
        detail = load_detail(connection, actor, incident_id)
        reader = Reader(actor, self.store.clock.now(), write)
        return load_known(connection, reader, detail, [text]).fill(text, public=public)

    @query(Permission.MACRO_EDIT)
    def history(self, connection: Connection, actor: Actor, macro_id: str) -> tuple[PastChange, ...]:
        """Who changed it when."""
        _one(connection, actor, macro_id)
        return history_of(connection, "macro", macro_id)


class MacroCommands:
    """Every macro belongs to whoever made it; what is shared, who leads the desk may change too."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.MACRO_EDIT)
    def save(self, work: Work, new: NewMacro) -> None:
        """Keep a macro, or change the one that has its id."""
        MACROS.keep(work, new.id, _checked(work, new))

    @command(Permission.MACRO_EDIT)
    def use(self, work: Work, macro_id: str, active: bool) -> None:
        """Offer a macro again, or no longer."""
        MACROS.offer(work, macro_id, tr("This macro does not exist any more."), active=active)

    @command(Permission.INCIDENT_WORK_NOTE, _PATIENT)
    def run(
        self, work: Work, macro_id: str, runs: tuple[MacroRun, ...], write: WriteMoment = plain_moment
    ) -> tuple[Outcome, ...]:
        """Run a macro on incidents, in one transaction, and tell what became of each."""
        if not 1 <= len(runs) <= _MOST:
            raise BadInput(tr("A macro is run on 1 to {most} incidents at once. Select fewer.", most=_MOST))
        return run_macro(work, _one(work.connection, work.actor, macro_id), runs, write)

    @command(Permission.INCIDENT_WORK_NOTE, _PATIENT)
    def take_back(self, work: Work, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
        """Take back what a run changed, shortly after; what was said to callers stays said."""
        return take_back_run(work, outcomes)


def _one(connection: Connection, actor: Actor, macro_id: str) -> Macro:
    found = load_macros(connection, actor, macro.c.id == macro_id)
    if not found:
        raise NotFound(tr("This macro does not exist any more, or is not for you."))
    return found[0]


def _checked(work: Work, new: NewMacro) -> dict[str, Any]:
    name = checked_name(new.name, tr("The macro has no name. Write what it is for."))
    short = clean_line(new.short_name).lstrip("/").lower()
    if len(short) > _SHORT_LIMIT or " " in short:
        raise BadInput(
            tr("The short name is one word of at most {short_limit} characters.", short_limit=_SHORT_LIMIT),
            "short_name",
        )
    body = note_text(new.body, "body")
    check_text(body)
    check_acts(new.acts, body, public=new.public, offered=load_offered(work.connection))
    demand_articles(work.connection, work.actor, body, public=new.public, linked=new.acts.article)
    if short:
        _demand_free(work, new.id, short)
    sharing = MACROS.sharing(work, new.share, new.group_id)
    said = {"name": name, "short_name": short, "body": body, "public": new.public}
    return {**said, "acts": acts_to_data(new.acts), **sharing}


def _demand_free(work: Work, macro_id: str, short: str) -> None:
    taken = select(macro.c.name).where(
        func.lower(macro.c.short_name) == short, macro.c.id != macro_id, macro.c.active, MACROS.seen_by(work.actor)
    )
    other = work.connection.execute(taken).first()
    if other is not None:
        raise BadInput(
            tr("/{short} is the macro {other} already. Choose another short name.", short=short, other=other.name),
            "short_name",
        )
