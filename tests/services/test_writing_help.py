"""Help with writing at the desk: who sets it up, what is told of a case, what the journal keeps, what is unchecked."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from app.domain.actor import Actor
from app.domain.errors import BadInput, DeskError, NotAllowed, NotFound, Refused
from app.domain.knowledge import ArticleStep
from app.domain.review import ReviewPart
from app.domain.vocabulary import ReviewState, State
from app.domain.writing_help.prompts import Help, Reader
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.knowledge.dto import ArticleFacts
from app.services.reviews.dto import ReviewEdit
from app.services.writing_help.dto import HelpSettings, settings_of
from tests.services.knowledge_desk import see, text
from tests.support.crew import Crew
from tests.support.own_logins import OwnLoginsDesk

ADDRESS, MODEL = "https://desk.example:8080/v1", "small"
ON = HelpSettings(is_on=True, address=ADDRESS, model=MODEL)


def switch_on(crew: Crew, **values: Any) -> HelpSettings:
    return crew.desk.writing_help_work.set_up(crew.admin, replace(ON, **values))


def told(crew: Crew) -> IncidentRef:
    ref = crew.log(short_description="Printer jams", description="On floor 3", caller_id=crew.requester.person_id)
    crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "It jams again", public=True))
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "She is rude", public=False))
    crew.desk.incidents.edit(crew.agent, ref.id, {"cause": FieldEdit(None, "worn roller")})
    return ref


def test_it_is_off_until_an_administrator_switches_it_on(crew: Crew) -> None:
    assert crew.desk.writing_help.settings(crew.agent) == HelpSettings()
    for actor in (crew.requester, crew.agent, crew.supervisor):
        with pytest.raises(NotAllowed):
            crew.desk.writing_help_work.set_up(actor, ON)
    kept = switch_on(crew, address=" desk.example:8080/ ", model=" small ")
    assert kept == ON
    assert crew.desk.writing_help.settings(crew.agent) == ON


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"address": ""}, "address"),
        ({"address": "ftp://x"}, "address"),
        ({"model": " "}, "model"),
        ({"model": "x" * 300}, "model"),
        ({"authority": "my certificate"}, "authority"),
    ],
)
def test_what_cannot_work_is_refused_at_its_field(crew: Crew, values: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as raised:
        switch_on(crew, **values)
    assert raised.value.field == field
    assert crew.desk.writing_help.settings(crew.agent) == HelpSettings()


@pytest.mark.parametrize("data", [None, [], "on", {"is_on": "yes", "address": 7}, {"is_on": None}, {"more": 1}])
def test_settings_that_cannot_be_read_are_off(data: object) -> None:
    assert settings_of(data) == HelpSettings()


def test_a_reply_is_made_of_what_the_requester_sees_and_a_summary_of_all(crew: Crew) -> None:
    ref = told(crew)
    about = crew.desk.writing_help.about_incident
    reply, summary = about(crew.agent, ref.id, Help.REPLY), about(crew.agent, ref.id, Help.SUMMARY)
    assert reply.reader is Reader.REQUESTER
    assert "It jams again" in reply.text
    assert "On floor 3" in reply.text
    for internal in ("rude", "worn roller", "internal note"):
        assert internal not in reply.text
        assert internal in summary.text
    assert "rude" not in about(crew.agent, ref.id, Help.ARTICLE, everyone=True).text
    assert "rude" in about(crew.agent, ref.id, Help.ARTICLE).text


def test_requesters_get_no_help_and_what_one_may_not_see_is_told_of_to_nobody(crew: Crew) -> None:
    ref = told(crew)
    with pytest.raises(NotAllowed):
        crew.desk.writing_help.about_incident(crew.requester, ref.id, Help.REPLY)
    crew.write("incident", ref, restricted_group_id=crew.network)
    with pytest.raises(NotFound):
        crew.desk.writing_help.about_incident(crew.agent, ref.id, Help.REPLY)


def test_a_restricted_incident_is_sent_only_where_the_desk_allows_it(crew: Crew) -> None:
    ref = told(crew)
    crew.write("incident", ref, restricted_group_id=crew.network)
    member = crew.engineer
    with pytest.raises(Refused, match="restricted to a group"):
        crew.desk.writing_help.about_incident(member, ref.id, Help.SUMMARY)
    switch_on(crew, restricted=True)
    assert "Printer jams" in crew.desk.writing_help.about_incident(member, ref.id, Help.SUMMARY).text


def test_the_journal_keeps_that_it_was_used_by_which_model_and_nothing_that_was_sent(crew: Crew) -> None:
    ref = told(crew)
    switch_on(crew)
    before = crew.desk.incident.detail(crew.agent, ref.id)
    crew.desk.writing_help_work.note_use(crew.agent, ref.id, Help.REPLY, ADDRESS, MODEL)
    after = crew.desk.incident.detail(crew.agent, ref.id)
    entry = next(item for item in after.journal if item.id not in {each.id for each in before.journal})
    assert entry.author_id == crew.agent.person_id
    assert entry.visibility == "internal"
    assert (entry.body, entry.changes) == ("Draft of a reply asked of small at desk.example:8080", ())
    assert after.version == before.version
    seen = crew.desk.incident.detail(crew.requester, ref.id)
    assert "asked of small" not in str(seen.journal)


def test_nothing_begins_where_it_is_off_or_set_up_otherwise_by_now(crew: Crew) -> None:
    ref = told(crew)
    note = crew.desk.writing_help_work.note_use
    with pytest.raises(Refused, match="switched off"):
        note(crew.agent, ref.id, Help.REPLY, ADDRESS, MODEL)
    switch_on(crew, model="large")
    with pytest.raises(Refused, match="another server or model"):
        note(crew.agent, ref.id, Help.REPLY, ADDRESS, MODEL)
    with pytest.raises(NotAllowed):
        note(crew.requester, ref.id, Help.REPLY, ADDRESS, "large")


def test_an_article_that_a_model_wrote_is_not_published_before_somebody_checks_it(crew: Crew) -> None:
    work, new = crew.desk.knowledge_work, crew.desk.new_id()
    ref = work.create(crew.agent, new, text(), ArticleFacts(), model=MODEL)
    assert see(crew, ref).unchecked == MODEL
    with pytest.raises(Refused, match="written by small and nobody has checked it"):
        work.step(crew.agent, ref.id, ArticleStep.SUBMIT, seen=1)
    crew.desk.writing_help_work.accept_article(crew.agent, ref.id, 1)
    assert see(crew, ref).unchecked == ""
    work.step(crew.agent, ref.id, ArticleStep.SUBMIT, seen=1)
    crew.desk.writing_help_work.accept_article(crew.agent, ref.id, 1)  # a second time does nothing


def test_a_version_that_a_person_wrote_has_no_mark(crew: Crew) -> None:
    work = crew.desk.knowledge_work
    ref = work.create(crew.agent, crew.desk.new_id(), text(), ArticleFacts(), model=MODEL)
    ref = work.write(crew.agent, ref.id, text(body="## Steps\n\n1. Mine"), seen=1)
    assert see(crew, ref, 2).unchecked == ""
    assert see(crew, ref, 1).unchecked == MODEL
    work.step(crew.agent, ref.id, ArticleStep.SUBMIT, seen=2)


def begun_review(crew: Crew) -> tuple[IncidentRef, str]:
    ref = crew.bring_to(told(crew), State.RESOLVED)
    return ref, crew.desk.reviews_admin.begin(crew.agent, ref.id, crew.desk.new_id()).id


def test_a_summary_that_a_model_wrote_is_not_sent_to_review_before_somebody_checks_it(crew: Crew) -> None:
    ref, review_id = begun_review(crew)
    before = crew.desk.reviews.detail(crew.agent, review_id)
    edit = ReviewEdit(before.content.summary, "The printer jammed.")
    made = crew.desk.writing_help_work.write_summary(crew.agent, review_id, edit, MODEL)
    detail = crew.desk.reviews.detail(crew.agent, review_id)
    assert (detail.content.summary, detail.unchecked) == ("The printer jammed.", MODEL)
    with pytest.raises(Refused, match="executive summary was written by small"):
        crew.desk.reviews_admin.step(crew.agent, review_id, ReviewState.IN_REVIEW, seen=made.edit)
    accepted = crew.desk.writing_help_work.accept_summary(crew.agent, review_id)
    assert accepted.edit == made.edit + 1
    assert crew.desk.reviews.detail(crew.agent, review_id).unchecked == ""
    said = [item.body or "" for item in crew.desk.incident.detail(crew.agent, ref.id).journal if item.kind == "review"]
    assert "Version 1, summary by small accepted" in said
    assert crew.desk.writing_help_work.accept_summary(crew.agent, review_id).edit == accepted.edit


def test_whoever_edits_the_summary_has_checked_it(crew: Crew) -> None:
    _ref, review_id = begun_review(crew)
    summary = crew.desk.reviews.detail(crew.agent, review_id).content.summary
    crew.desk.writing_help_work.write_summary(crew.agent, review_id, ReviewEdit(summary, "By the model."), MODEL)
    edit = {"title": ReviewEdit(crew.desk.reviews.detail(crew.agent, review_id).content.title, "Jam")}
    crew.desk.reviews_admin.edit(crew.agent, review_id, edit)
    assert crew.desk.reviews.detail(crew.agent, review_id).unchecked == MODEL
    crew.desk.reviews_admin.edit(crew.agent, review_id, {"summary": ReviewEdit("By the model.", "By me.")})
    assert crew.desk.reviews.detail(crew.agent, review_id).unchecked == ""


def test_a_review_is_told_with_all_that_stands_in_it(crew: Crew) -> None:
    _ref, review_id = begun_review(crew)
    crew.desk.reviews_admin.add(crew.agent, review_id, ReviewPart.CAUSE, crew.desk.new_id(), {"claim": "Worn roller"})
    prompt = crew.desk.writing_help.about_review(crew.agent, review_id)
    assert "Contributing cause" in prompt.text
    assert "Worn roller" in prompt.text


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_a_login_marks_and_checks_in_its_own_name_alone(crew: Crew) -> None:
    desk = crew.desk
    assert isinstance(desk, OwnLoginsDesk)
    ref = desk.knowledge_work.create(crew.agent, desk.new_id(), text(), ArticleFacts(), model=MODEL)
    values = {"article": ref.id, "agent": crew.agent.person_id, "other": crew.supervisor.person_id}

    def run(actor: Actor, statement: str) -> int:
        with desk.logins.store_of(actor).database.writing() as connection:
            return len(connection.execute(sql(statement), values).all())

    insert = (
        "INSERT INTO help_mark (id, article_id, version, model, asked_by_id, at)"
        " VALUES (gen_random_uuid(), :article, 1, 'x', {}, clock_timestamp()) RETURNING 1"
    )
    assert run(crew.agent, "SELECT 1 FROM help_mark") == 1
    assert run(crew.agent, insert.format(":agent")) == 1
    for actor, statement in (
        (crew.requester, "SELECT model FROM help_mark"),
        (crew.requester, insert.format(":agent")),
        (crew.agent, insert.format(":other")),
        (crew.agent, "UPDATE help_mark SET checked_by_id = :other, checked_at = clock_timestamp() RETURNING 1"),
        (crew.agent, "UPDATE help_mark SET model = 'mine' RETURNING 1"),
        (crew.admin, "DELETE FROM help_mark RETURNING 1"),
        (
            crew.supervisor,
            "INSERT INTO setting VALUES ('writing_help', '{}', clock_timestamp(), :other) RETURNING 1",
        ),
    ):
        with pytest.raises((DBAPIError, DeskError)):
            run(actor, statement)
    assert see(crew, ref).unchecked
    desk.writing_help_work.accept_article(crew.supervisor, ref.id, 1)
    assert see(crew, ref).unchecked == ""
    with pytest.raises((DBAPIError, DeskError)):
        run(crew.agent, "UPDATE help_mark SET checked_by_id = :agent, checked_at = clock_timestamp() RETURNING 1")


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_the_mark_of_a_review_that_a_login_does_not_see_is_not_seen(crew: Crew) -> None:
    desk = crew.desk
    assert isinstance(desk, OwnLoginsDesk)
    ref, review_id = begun_review(crew)
    desk.writing_help_work.write_summary(
        crew.agent, review_id, ReviewEdit(desk.reviews.detail(crew.agent, review_id).content.summary, "By it."), MODEL
    )

    def seen(actor: Actor) -> int:
        with desk.logins.store_of(actor).database.reading() as connection:
            return len(connection.execute(sql("SELECT 1 FROM help_mark")).all())

    assert seen(crew.agent) == 1
    crew.write("incident", ref, restricted_group_id=crew.network)
    assert (seen(crew.agent), seen(crew.engineer)) == (0, 1)
