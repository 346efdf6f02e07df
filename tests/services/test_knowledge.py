"""Knowledge articles as people work with them, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from app.domain.actor import Actor
from app.domain.errors import BadInput, DeskError, NotAllowed, NotFound, Refused, StaleEdit
from app.domain.events import ArticleChanged, Event
from app.domain.knowledge import ArticleKind, ArticleState, ArticleStep, ArticleUse, Audience
from app.domain.line_diff import LineChange
from app.domain.vocabulary import EntryKind, State
from app.infra.fulltext.keeping import find_faults
from app.models.indexed import INDEXED
from app.services.knowledge.dto import ArticleFacts, ArticleFilter, Case
from app.services.search.dto import Kind, SearchQuery
from tests.services.knowledge_desk import BODY, publish, published, see, text, write
from tests.support.crew import Crew


def test_an_article_begins_as_a_draft_with_a_number(crew: Crew) -> None:
    first, second = write(crew), write(crew, "Second")
    assert (first.number, second.number, first.version, first.edit) == (1, 2, 1, 1)
    detail = see(crew, first)
    assert detail.row.state is ArticleState.DRAFT
    assert detail.text == text()
    assert detail.facts.owner_id == crew.agent.person_id
    assert detail.facts.review_on is not None
    assert detail.facts.review_on > crew.clock.now().date()
    assert (detail.author_name, detail.approver_name) == (crew.agent.name, None)
    again = crew.desk.knowledge_work.create(crew.agent, first.id, text("Other"), ArticleFacts())
    assert (again.number, see(crew, first).text.title) == (1, "Clear a paper jam"), "the same id is made once"


def test_each_save_is_a_version_and_readers_see_the_published_one(crew: Crew) -> None:
    work, ref = crew.desk.knowledge_work, published(crew)
    assert (see(crew, ref).row.state, see(crew, ref).approver_name) == (ArticleState.PUBLISHED, crew.supervisor.name)
    crew.clock.advance(minutes=1)
    changed = text(body=BODY + "\n3. Close it", audience=Audience.INTERNAL)
    ref = work.write(crew.agent, ref.id, changed, seen=1)
    assert ref.version == 2
    detail = see(crew, ref)
    assert (detail.row.state, detail.row.published_version, detail.shown_version) == (ArticleState.DRAFT, 1, 1)
    assert detail.text.body == BODY
    assert see(crew, ref, 2).text.body.endswith("3. Close it")
    assert [(each.number, each.is_published) for each in detail.versions] == [(2, False), (1, True)]
    seen = crew.desk.knowledge.detail(crew.requester, ref.id)
    assert (seen.text.body, [each.number for each in seen.versions]) == (BODY, [1])
    with pytest.raises(NotFound):
        crew.desk.knowledge.detail(crew.requester, ref.id, 2)
    lines = crew.desk.knowledge.diff(crew.agent, ref.id, 1, 2)
    assert [line.text for line in lines if line.change is LineChange.ADDED] == ["3. Close it"]
    publish(crew, ref)
    with pytest.raises(NotFound):
        crew.desk.knowledge.detail(crew.requester, ref.id)


def test_a_save_that_changes_nothing_makes_no_version(crew: Crew) -> None:
    ref = published(crew, audience=Audience.INTERNAL)
    again = crew.desk.knowledge_work.write(crew.agent, ref.id, text(), seen=1)
    assert (again.version, see(crew, ref).row.state) == (1, ArticleState.PUBLISHED)


def test_two_people_who_write_meet(crew: Crew) -> None:
    work, ref = crew.desk.knowledge_work, write(crew)
    work.write(crew.engineer, ref.id, text("Clear any paper jam"), seen=1)
    with pytest.raises(StaleEdit):
        work.write(crew.agent, ref.id, text("Clear a jam"), seen=1)
    with pytest.raises(StaleEdit):
        work.step(crew.agent, ref.id, ArticleStep.SUBMIT, seen=1)
    edit = see(crew, ref).edit
    work.describe(crew.agent, ref.id, replace(see(crew, ref).facts, tags=("printer",)), seen=edit)
    with pytest.raises(StaleEdit):
        work.describe(crew.engineer, ref.id, replace(see(crew, ref).facts, tags=("mfd",)), seen=edit)


def test_nobody_approves_what_they_wrote(crew: Crew) -> None:
    work = crew.desk.knowledge_work
    ref = work.create(crew.supervisor, crew.desk.new_id(), text(), ArticleFacts())
    ref = work.step(crew.agent, ref.id, ArticleStep.SUBMIT, seen=1)
    with pytest.raises(Refused, match="somebody else has to approve"):
        work.step(crew.supervisor, ref.id, ArticleStep.PUBLISH, seen=1)
    with pytest.raises(NotAllowed):
        work.step(crew.engineer, ref.id, ArticleStep.PUBLISH, seen=1)
    work.step(crew.admin, ref.id, ArticleStep.PUBLISH, seen=1)
    assert see(crew, ref).approver_name == crew.admin.name


def test_it_is_sent_back_with_a_reason_and_retired_and_restored(crew: Crew) -> None:
    work, ref = crew.desk.knowledge_work, write(crew)
    ref = work.step(crew.agent, ref.id, ArticleStep.SUBMIT, seen=1)
    with pytest.raises(Refused, match="Send it back"):
        work.write(crew.agent, ref.id, text("Other"), seen=1)
    with pytest.raises(Refused, match="Say why"):
        work.step(crew.supervisor, ref.id, ArticleStep.SEND_BACK, seen=1)
    crew.clock.advance(minutes=1)
    work.step(crew.supervisor, ref.id, ArticleStep.SEND_BACK, "Step 2 is missing.", seen=1)
    (last, first) = see(crew, ref).steps
    assert (last.step, last.reason, last.person_name) == (
        ArticleStep.SEND_BACK, "Step 2 is missing.", crew.supervisor.name,
    )  # fmt: skip
    assert first.step is ArticleStep.SUBMIT
    ref = publish(crew, ref)
    with pytest.raises(NotAllowed):
        work.step(crew.agent, ref.id, ArticleStep.RETIRE, "Printers are gone", seen=1)
    work.step(crew.supervisor, ref.id, ArticleStep.RETIRE, "Printers are gone", seen=1)
    assert ref.id not in {row.id for row in crew.desk.knowledge.list(crew.agent)}
    assert [row.id for row in crew.desk.knowledge.list(crew.agent, ArticleFilter((ArticleState.RETIRED,)))] == [ref.id]
    work.step(crew.agent, ref.id, ArticleStep.RESTORE, seen=1)
    assert see(crew, ref).row.state is ArticleState.DRAFT
    assert see(crew, ref).row.published_version is None


def test_who_reads_what(crew: Crew) -> None:
    public, internal, draft = (
        published(crew, "Public"),
        published(crew, "Internal", audience=Audience.INTERNAL),
        write(crew, "Draft", audience=Audience.EVERYONE),
    )
    assert {row.title for row in crew.desk.knowledge.list(crew.agent)} == {"Public", "Internal", "Draft"}
    assert [row.title for row in crew.desk.knowledge.list(crew.requester)] == ["Public"]
    for hidden in (internal, draft):
        with pytest.raises(NotFound):
            crew.desk.knowledge.detail(crew.requester, hidden.id)
        assert crew.desk.knowledge.by_number(crew.requester, hidden.number) is None
        with pytest.raises(NotFound):
            crew.desk.knowledge_work.use(crew.requester, crew.desk.new_id(), hidden.id, ArticleUse.HELPED)
    assert crew.desk.knowledge.by_number(crew.requester, public.number) == public.id
    for act in (
        lambda: crew.desk.knowledge_work.write(crew.requester, public.id, text("Mine"), seen=1),
        lambda: crew.desk.knowledge_work.create(crew.requester, crew.desk.new_id(), text(), ArticleFacts()),
        lambda: crew.desk.knowledge_work.use(crew.requester, crew.desk.new_id(), public.id, ArticleUse.USED),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_list_is_filtered(crew: Crew) -> None:
    known = ArticleFacts(
        ArticleKind.KNOWN_ERROR, category_id=crew.category, service_ids=(crew.service,), tags=("Dock", "scanner")
    )
    one, two = published(crew, "Scanner", known), write(crew, "Draft")
    listed = crew.desk.knowledge.list

    def titles(**values: object) -> list[str]:
        return [row.title for row in listed(crew.agent, ArticleFilter(**values))]  # type: ignore[arg-type]  # any field

    assert titles(states=(ArticleState.DRAFT,)) == ["Draft"]
    assert titles(kind=ArticleKind.KNOWN_ERROR) == ["Scanner"]
    assert titles(category_id=crew.category) == titles(service_id=crew.service) == titles(tag="dock") == ["Scanner"]
    assert titles(stale=True) == []
    detail = see(crew, one)
    assert (detail.service_names, detail.row.tags) != ((), ())
    crew.desk.knowledge_work.describe(crew.agent, one.id, replace(detail.facts, service_ids=()), seen=detail.edit)
    assert titles(service_id=crew.service) == []
    crew.clock.advance(days=190)
    assert titles(stale=True) == ["Scanner"]
    assert {row.id for row in listed(crew.agent, ArticleFilter(mine=True))} == {one.id, two.id}
    assert listed(crew.engineer, ArticleFilter(mine=True)) == ()


def test_an_article_is_linked_used_and_taken_back(crew: Crew) -> None:
    work, ref, incident = crew.desk.knowledge_work, published(crew), crew.log()
    use_id = crew.desk.new_id()
    work.use(crew.agent, use_id, ref.id, ArticleUse.LINKED, incident.id)
    work.use(crew.agent, crew.desk.new_id(), ref.id, ArticleUse.LINKED, incident.id)
    work.use(crew.agent, use_id, ref.id, ArticleUse.LINKED, incident.id)
    (linked,) = crew.desk.knowledge.of_incident(crew.agent, incident.id)
    assert (linked.number, linked.kind, linked.person_name) == (1, ArticleUse.LINKED, crew.agent.name)
    (use,) = see(crew, ref).uses
    assert (use.incident_number, use.kind) == (incident.number, ArticleUse.LINKED)
    assert [entry.body for entry in crew.see(incident).journal if entry.kind == EntryKind.LINK] == [
        "Linked the knowledge article KB-000001 Clear a paper jam"
    ]
    work.take_back(crew.agent, use_id)
    assert crew.desk.knowledge.of_incident(crew.agent, incident.id) == ()
    with pytest.raises(NotFound):
        work.take_back(crew.agent, use_id)


def test_opinions_are_rows_and_a_newer_one_replaces_the_older(crew: Crew) -> None:
    work, ref = crew.desk.knowledge_work, published(crew)
    for who, kind in (
        (crew.requester, ArticleUse.DID_NOT_HELP),
        (crew.requester, ArticleUse.HELPED),
        (crew.agent, ArticleUse.DID_NOT_HELP),
    ):
        work.use(who, crew.desk.new_id(), ref.id, kind)
    work.use(crew.agent, crew.desk.new_id(), ref.id, ArticleUse.USED)
    row = see(crew, ref).row
    assert (row.helped, row.did_not_help, row.used, row.helpful) == (1, 1, 1, 0.5)
    crew.clock.advance(days=31)
    assert see(crew, ref).row.used == 0, "uses are counted for 30 days"
    assert see(crew, ref).row.helped == 1


def test_what_was_done_at_hidden_incidents_is_hidden(crew: Crew) -> None:
    ref, incident = published(crew), crew.log()
    crew.desk.knowledge_work.use(crew.agent, crew.desk.new_id(), ref.id, ArticleUse.LINKED, incident.id)
    crew.write("incident", incident, restricted_group_id=crew.network)
    assert see(crew, ref).uses == ()
    assert see(crew, ref).row.used == 0
    assert len(crew.desk.knowledge.detail(crew.engineer, ref.id).uses) == 1


def test_an_incident_is_resolved_with_an_article_in_one_step(crew: Crew) -> None:
    work, incident = crew.desk.knowledge_work, crew.log()
    draft = write(crew, "Not approved")
    with pytest.raises(Refused, match="nobody has approved"):
        work.resolve_with(crew.agent, crew.desk.new_id(), draft.id, incident.id)
    ref = published(crew, facts=ArticleFacts(ArticleKind.KNOWN_ERROR))
    work.resolve_with(crew.agent, crew.desk.new_id(), ref.id, incident.id)
    found = crew.see(incident)
    assert (found.state, found.resolution_code) == (State.RESOLVED, "known_error")
    assert found.resolution_notes == (
        f"Resolved with KB-{ref.number:06d}: Clear a paper jam.\n\nThe printer beeps and shows E5."
    )
    assert [each.kind for each in crew.desk.knowledge.of_incident(crew.agent, incident.id)] == [ArticleUse.RESOLVED]
    other = crew.log()
    work.resolve_with(crew.agent, crew.desk.new_id(), ref.id, other.id, "Turned it off and on.")
    assert crew.see(other).resolution_notes == "Turned it off and on."


def test_articles_are_suggested_by_words_service_and_category(crew: Crew) -> None:
    about = ArticleFacts(service_ids=(crew.service,), category_id=crew.category)
    published(crew, "Clear a paper jam in the printer")
    published(crew, "Reset the VPN token", about, summary="Token expired.", body="Call the provider.")
    published(crew, "Office chairs", summary="Ordering chairs.", body="Ask facilities.")
    write(crew, "Printer jam draft")
    suggest = crew.desk.knowledge.suggest
    found = suggest(crew.agent, Case('printer on floor 2 -jams "again'))
    assert [each.title for each in found] == ["Clear a paper jam in the printer"]
    assert "“printer”" in found[0].why
    found = suggest(crew.agent, Case("cannot log in", crew.service, crew.category))
    assert [(each.title, each.why) for each in found] == [("Reset the VPN token", "same service · same category")]
    assert suggest(crew.agent, Case("")) == suggest(crew.agent, Case("zzz qqq \x00 \ud800")) == ()
    assert [each.title for each in suggest(crew.requester, Case("printer jam"))] == ["Clear a paper jam in the printer"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": " "}, "title is empty"),
        ({"summary": "x" * 401}, "401 characters"),
        ({"body": "x" * 100_001}, "limit"),
    ],
)
def test_what_cannot_be_saved_is_told(crew: Crew, values: dict[str, str], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        write(crew, **values)  # type: ignore[arg-type]  # any field
    assert crew.desk.knowledge.list(crew.agent) == ()


def test_unknown_things_are_refused(crew: Crew) -> None:
    for facts in (
        ArticleFacts(category_id=crew.desk.new_id()),
        ArticleFacts(service_ids=(crew.desk.new_id(),)),
        ArticleFacts(owner_id=crew.desk.new_id()),
        ArticleFacts(language="ridiculous"),
        ArticleFacts(problem_ref="P" * 65),
    ):
        with pytest.raises(DeskError):
            write(crew, facts=facts)
    with pytest.raises(NotFound):
        crew.desk.knowledge.detail(crew.agent, "nonsense")


def test_what_was_written_stays_and_windows_are_told(crew: Crew) -> None:
    heard: list[Event] = []
    crew.desk.bus.subscribe(heard.append)
    ref = write(crew)
    assert heard == [ArticleChanged(crew.agent.person_id, ref.id)]
    for statement in ("UPDATE article_version SET body = 'x'", "DELETE FROM article_version"):
        with pytest.raises(DBAPIError), crew.desk.store.database.writing() as connection:
            connection.execute(sql(statement))
    assert see(crew, ref).text.body == BODY
    assert timedelta(0) <= crew.clock.now() - see(crew, ref).row.updated_at


def found(crew: Crew, words: str, actor: Actor) -> list[str]:
    result = crew.desk.search.find(actor, SearchQuery(words, kinds=frozenset({Kind.ARTICLE})))
    return [hit.title.text for group in result.groups for hit in group.hits]


def test_articles_are_found_by_what_the_reader_may_read(crew: Crew) -> None:
    ref = published(crew, "Clear a paper jam", body="Open the fuser cover")
    published(crew, "Fuser warranty", audience=Audience.INTERNAL)
    write(crew, "Fuser draft", audience=Audience.EVERYONE)
    crew.desk.knowledge_work.write(crew.agent, ref.id, text(body="Press the zebra lever"), seen=1)
    assert set(found(crew, "fuser", crew.agent)) == {"Clear a paper jam", "Fuser warranty", "Fuser draft"}
    assert found(crew, "fuser", crew.requester) == ["Clear a paper jam"]
    assert found(crew, "zebra", crew.agent) == [], "what is not published yet is not what is read"
    assert found(crew, "jam -zebra", crew.requester) == ["Clear a paper jam"]
    assert found(crew, "kb-1 ", crew.requester) == ["Clear a paper jam"]
    assert found(crew, "KB-000002", crew.requester) == []
    assert found(crew, "KB-000002", crew.agent) == ["Fuser warranty"]
    crew.clock.advance(minutes=1)
    work = crew.desk.knowledge_work
    work.step(crew.agent, ref.id, ArticleStep.SUBMIT, seen=2)
    work.step(crew.supervisor, ref.id, ArticleStep.PUBLISH, seen=2)
    assert found(crew, "zebra", crew.agent) == ["Clear a paper jam"]
    assert found(crew, "zebra", crew.requester) == [], "the new version is internal"
    with crew.desk.store.database.writing() as connection:
        assert find_faults(connection, INDEXED) == []
