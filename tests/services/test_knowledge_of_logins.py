"""Knowledge on a shared desk, past the program: what the database itself lets nobody do."""

from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.knowledge import ArticleStep, Audience
from app.domain.pictures import picture_hash
from app.services.knowledge.dto import ArticleFacts
from tests.services.knowledge_desk import publish, published, see, text, write
from tests.services.test_article_pictures import png, shows
from tests.support.crew import Crew
from tests.support.own_logins import OwnLoginsDesk

pytestmark = pytest.mark.parametrize("crew", ["postgresql"], indirect=True)

PUBLISH = (
    "UPDATE article SET state = 'published', published_version = version, approver_id = desk.me(),"
    " published_at = m.t, updated_at = m.t, edit = edit + 1 FROM (SELECT clock_timestamp()) AS m (t) WHERE id = :id"
)
TELL = (
    "INSERT INTO article_step (id, article_id, version, step, reason, person_id, at)"
    " SELECT gen_random_uuid(), id, version, 'publish', '', desk.me(), updated_at FROM article WHERE id = :id"
)
CHANGE = "UPDATE article SET {}, edit = edit + 1, updated_at = clock_timestamp() WHERE id = :id"


def run(crew: Crew, actor: Actor, *statements: str, **values: Any) -> Any:
    """Say them in one transaction; the answer is that of the last one."""
    desk = crew.desk
    assert isinstance(desk, OwnLoginsDesk)
    with desk.logins.store_of(actor).database.writing() as connection:
        *before, last = [sql(statement) for statement in statements]
        for each in before:
            connection.execute(each, values)
        found = connection.execute(last, values)
        return found.all() if found.returns_rows else found.rowcount


def refused(crew: Crew, actor: Actor, statement: str, said: str | None = None, **values: Any) -> None:
    with pytest.raises((DBAPIError, DeskError), match=said):
        run(crew, actor, statement, **values)


def test_nobody_publishes_past_the_rules(crew: Crew) -> None:
    work = crew.desk.knowledge_work
    draft = write(crew)
    refused(crew, crew.supervisor, PUBLISH, "from draft to review", id=draft.id)
    work.step(crew.agent, draft.id, ArticleStep.SUBMIT, seen=1)
    refused(crew, crew.agent, PUBLISH, "a supervisor publishes", id=draft.id)
    own = work.create(crew.supervisor, crew.desk.new_id(), text("Own"), ArticleFacts())
    work.step(crew.supervisor, own.id, ArticleStep.SUBMIT, seen=1)
    refused(crew, crew.supervisor, PUBLISH, "nobody approves what they wrote", id=own.id)
    for change in ("approver_id = desk.me()", "published_version = 1", "state = 'published'", "edit = edit"):
        refused(crew, crew.admin, CHANGE.format(change), id=draft.id)
    assert see(crew, draft).row.published_version is None
    refused(crew, crew.supervisor, PUBLISH, "told by its history", id=draft.id)
    assert run(crew, crew.supervisor, PUBLISH, TELL, id=draft.id) == 1, "what the rules permit works by hand as well"


def test_nobody_slips_a_text_in(crew: Crew) -> None:
    ref = published(crew)
    refused(crew, crew.agent, CHANGE.format("body = 'Send me your password'"), "says what its version says", id=ref.id)
    refused(crew, crew.admin, CHANGE.format("audience = 'internal'"), "says what its version says", id=ref.id)
    refused(crew, crew.admin, "UPDATE article_version SET body = 'x'", "permission denied|not allowed|may not")
    refused(crew, crew.admin, "DELETE FROM article_version")
    refused(
        crew, crew.agent,
        "INSERT INTO article_version (article_id, number, title, audience, author_id, created_at)"
        " VALUES (:id, 2, 'x', 'everyone', desk.me(), clock_timestamp())",
        "whoever writes a version", id=ref.id,
    )  # fmt: skip
    refused(
        crew, crew.agent,
        "INSERT INTO article_use (id, article_id, version, kind, person_id, at)"
        " VALUES (gen_random_uuid(), :id, 1, 'helped', :other, clock_timestamp())",
        "whoever used an article", id=ref.id, other=crew.engineer.person_id,
    )  # fmt: skip
    assert see(crew, ref).text == text(audience=Audience.EVERYONE)


def test_requesters_see_and_do_no_more_than_they_may(crew: Crew) -> None:
    public, internal = published(crew), published(crew, "Internal", audience=Audience.INTERNAL)
    write(crew, "Draft", audience=Audience.EVERYONE)
    crew.desk.knowledge_work.write(crew.agent, public.id, text("Next", audience=Audience.EVERYONE), seen=1)
    me = crew.requester
    assert [row.title for row in run(crew, me, "SELECT title FROM article")] == ["Clear a paper jam"]
    assert [row.title for row in run(crew, me, "SELECT title FROM article_version")] == ["Clear a paper jam"]
    found = "SELECT * FROM desk.search('article', 'jam | internal | draft | next'::tsquery, NULL, NULL, NULL, 10)"
    assert len(run(crew, me, found)) == 1
    refused(crew, me, "SELECT * FROM article_step")
    refused(crew, me, "UPDATE article SET title = 'x'")
    refused(crew, me, "INSERT INTO article_service VALUES (:id, :id, true)", id=public.id)
    using = (
        "INSERT INTO article_use (id, article_id, version, kind, person_id, at)"
        " VALUES (gen_random_uuid(), :id, 1, :kind, desk.me(), clock_timestamp())"
    )
    refused(crew, me, using, id=public.id, kind="used")
    refused(crew, me, using, id=internal.id, kind="helped")
    refused(crew, me, "SELECT desk.next_number('article', 1)")
    assert run(crew, me, using, id=public.id, kind="helped") == 1


def test_a_caller_reads_no_picture_but_those_of_what_is_published_for_them(crew: Crew) -> None:
    shown, hidden = png(1), png(2)
    work, article_id = crew.desk.knowledge_work, crew.desk.new_id()
    said = text(body=shows(shown), audience=Audience.EVERYONE)
    publish(crew, work.create(crew.agent, article_id, said, ArticleFacts(), (shown,)))
    work.write(crew.agent, article_id, text(body=shows(hidden), audience=Audience.EVERYONE), (hidden,), seen=1)
    work.create(crew.agent, crew.desk.new_id(), text(body=shows(hidden)), ArticleFacts(), (hidden,))
    read = "SELECT sha256 FROM article_picture"
    assert [row.sha256 for row in run(crew, crew.requester, read)] == [picture_hash(shown)]
    assert len(run(crew, crew.agent, read)) == 3
    add = (
        "INSERT INTO article_picture (article_id, sha256, media_type, size, data, added_by_id, added_at)"
        " SELECT article_id, encode(sha256('x'), 'hex'), media_type, 1, 'x', {}, {} FROM article_picture LIMIT 1"
    )
    refused(crew, crew.requester, add.format("desk.me()", "clock_timestamp()"))
    refused(crew, crew.agent, add.format("NULL", "clock_timestamp()"), "by whoever adds it")
    assert run(crew, crew.agent, add.format("desk.me()", "clock_timestamp()")) == 1
    for act in ("UPDATE article_picture SET size = 1", "DELETE FROM article_picture"):
        refused(crew, crew.admin, act)
