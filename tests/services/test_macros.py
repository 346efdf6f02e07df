"""Macros are kept for oneself, a team or all; a run is one transaction and one undo, on one incident or on many."""

from typing import Any

import pytest
from sqlalchemy import func, select

from app.domain.errors import BadInput, NotAllowed, NotFound
from app.domain.knowledge import ArticleStep, Audience
from app.domain.macros import ME, Acts
from app.domain.numbers import article_number
from app.domain.vocabulary import Channel, HoldReason, State
from app.models.receipts import command_receipt
from app.services.incidents.dto import IncidentRef, Outcome
from app.services.macros.dto import MacroRun, NewMacro
from tests.services.knowledge_desk import published, write
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew

GREETING = "Hello {{caller.first_name}}, {{incident.number}} is with {{me.name}}."


def kept(crew: Crew, **more: Any) -> str:
    """Keep a macro of the agent's."""
    actor = more.pop("actor", crew.agent)
    new = NewMacro(crew.desk.new_id(), **{"name": "Greet", "body": GREETING, **more})
    crew.desk.macro_work.save(actor, new)
    return new.id


def run(crew: Crew, macro_id: str, *refs: IncidentRef) -> tuple[Outcome, ...]:
    runs = tuple(MacroRun(ref.id, crew.desk.new_id()) for ref in refs)
    return crew.desk.macro_work.run(crew.agent, macro_id, runs)


def clocks(crew: Crew) -> dict[str, dict[str, Any]]:
    """What people see of the clocks; what is counted up to the last change is of that change."""
    told = {"last_entry_id", "checked_until", "response_elapsed", "resolution_elapsed"}
    return {
        key: {name: value for name, value in row.items() if name not in told} for key, row in kept_rows(crew).items()
    }


def test_text_fields_and_step_go_together_and_back_together(crew: Crew) -> None:
    with_policies(crew)
    refs = [crew.log(group_id=crew.service_desk, impact=3, urgency=3) for _ in range(3)]
    crew.clock.advance(minutes=20)
    acts = Acts({"assignee_id": ME, "impact": 1}, State.ON_HOLD, HoldReason.AWAITING_VENDOR, 2)
    macro_id = kept(crew, body="For us: {{incident.number}}", public=False, acts=acts)
    ticking, saves = clocks(crew), receipts(crew)
    outcomes = run(crew, macro_id, *refs)
    assert receipts(crew) == saves + 1, "one transaction"
    assert [outcome.refused for outcome in outcomes] == ["", "", ""]
    for ref in refs:
        seen = crew.see(ref)
        assert (seen.state, seen.hold_reason, seen.impact) == ("on_hold", "awaiting_vendor", 1)
        assert seen.assignee_id == crew.agent.person_id
        assert f"For us: INC-{ref.number:06d}" in [entry.body for entry in seen.journal]
    crew.clock.advance(seconds=5)
    back = crew.desk.macro_work.take_back(crew.agent, outcomes)
    assert [outcome.refused for outcome in back] == [""] * 6
    for ref in refs:
        seen = crew.see(ref)
        assert (seen.state, seen.hold_reason, seen.impact, seen.assignee_id) == ("new", None, 3, None)
    assert clocks(crew) == ticking
    assert kept_rows(crew) == computed_rows(crew)


def receipts(crew: Crew) -> int:
    with crew.desk.store.database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(command_receipt)).scalar_one())


def test_a_reply_is_filled_in_for_each(crew: Crew) -> None:
    refs = [crew.log(), crew.log(caller_id=crew.neighbour.person_id)]
    run(crew, kept(crew), *refs)
    said = [crew.see(ref).journal[-1].body for ref in refs]
    first = [(name or "").split()[0] for name in (crew.requester.name, crew.neighbour.name)]
    assert said == [
        f"Hello {first[0]}, INC-000001 is with {crew.agent.name}.",
        f"Hello {first[1]}, INC-000002 is with {crew.agent.name}.",
    ]


def test_a_resolution_and_a_question_say_the_text_themselves(crew: Crew) -> None:
    one, two = crew.log(group_id=crew.service_desk), crew.log()
    run(crew, kept(crew, body="Done.", acts=Acts({}, State.RESOLVED, resolution_code="solution_provided")), one)
    seen = crew.see(one)
    assert (seen.state, seen.resolution_notes) == ("resolved", "Done.")
    assert [entry.kind for entry in seen.journal if entry.body == "Done."] == ["state"]
    asks = Acts({}, State.ON_HOLD, HoldReason.AWAITING_CALLER, 3)
    run(crew, kept(crew, body="Which one?", acts=asks), two)
    assert [entry.kind for entry in crew.see(two).journal if entry.body == "Which one?"] == ["reply"]


def test_what_cannot_be_filled_or_done_is_refused_before_anything_is_written(crew: Crew) -> None:
    fine, nobody, closed = (
        crew.log(),
        crew.log(caller_id=None, channel=Channel.MONITORING),
        crew.bring_to(crew.log(), State.CLOSED),
    )
    macro_id = kept(crew, acts=Acts({"impact": 1}, State.IN_PROGRESS))
    before = crew.see(nobody)
    outcomes = {outcome.number: outcome.refused for outcome in run(crew, macro_id, fine, nobody, closed)}
    assert "Choose an assignment group or an assignee" in outcomes[fine.number]
    assert "Not known here: the first name of the caller" in outcomes[nobody.number]
    assert "closed" in outcomes[closed.number]
    assert crew.see(nobody) == before
    assert crew.see(fine).impact == 3


def test_who_sees_and_changes_which(crew: Crew) -> None:
    own, team = kept(crew, name="Own"), kept(crew, name="Team", share="team", group_id=crew.service_desk)
    with pytest.raises(NotAllowed):
        kept(crew, name="All", share="all")
    for_all = kept(crew, name="All", share="all", actor=crew.supervisor)
    assert [each.name for each in crew.desk.macros.mine(crew.agent)] == ["Own", "Team", "All"]
    assert "Own" not in [each.name for each in crew.desk.macros.mine(crew.engineer)]
    with pytest.raises(NotFound):
        crew.desk.macros.one(crew.engineer, own)
    with pytest.raises(NotFound):
        crew.desk.macros.history(crew.engineer, own)
    with pytest.raises(NotAllowed):
        crew.desk.macro_work.use(crew.agent, for_all, False)
    with pytest.raises(BadInput, match="you are a member"):
        kept(crew, share="team", group_id=crew.network)
    crew.desk.macro_work.use(crew.agent, team, False)
    assert [each.name for each in crew.desk.macros.mine(crew.agent)] == ["Own", "All"]
    assert len(crew.desk.macros.history(crew.agent, team)) == 2


def test_short_names_and_texts_are_checked(crew: Crew) -> None:
    kept(crew, short_name="/Hi")
    with pytest.raises(BadInput, match="/hi is the macro Greet already"):
        kept(crew, name="Other", short_name="hi")
    with pytest.raises(BadInput, match="no field"):
        kept(crew, body="{{caller.salary}}")
    with pytest.raises(BadInput, match="no name"):
        kept(crew, name=" ")
    with pytest.raises(BadInput, match="does nothing yet"):
        kept(crew, body="")


def test_effects_are_said_in_words(crew: Crew) -> None:
    acts = Acts({"assignee_id": ME, "group_id": crew.network}, State.ON_HOLD, HoldReason.AWAITING_VENDOR, 1)
    seen = crew.desk.macros.one(crew.agent, kept(crew, acts=acts))
    assert seen.effects == (
        "Assignment group: Network", "Assignee: whoever runs it", "On hold: awaiting vendor, 1 day",
    )  # fmt: skip
    levels = crew.desk.macros.one(crew.agent, kept(crew, name="Worse", acts=Acts({"impact": 2, "urgency": 1})))
    matrix = crew.desk.settings.matrix(crew.agent)
    assert levels.effects == (f"Impact: {matrix.impact_labels[1]}", f"Urgency: {matrix.urgency_labels[0]}")


def test_the_due_time_and_an_article_stand_in_a_text(crew: Crew) -> None:
    with_policies(crew)
    article = published(crew, "Clear a jam")
    ref = crew.log(group_id=crew.service_desk, impact=1, urgency=1)
    clocks = crew.desk.sla.clocks(crew.agent, ref.id).clocks
    due = next(each.due_at for each in clocks if each.clock == "resolution")
    assert due is not None
    body = f"By {{{{incident.due}}}}; see {{{{kb:{article_number(article.number)}}}}}."
    macro_id = kept(crew, body=body)
    said = f"By {due:%d.%m. %H:%M}; see {article_number(article.number)} Clear a jam."

    def german(moment: Any) -> str:
        return f"{moment:%d.%m. %H:%M}"

    assert crew.desk.macros.said(crew.agent, macro_id, (ref.id,), german)[0].text == said
    assert crew.desk.macros.here(crew.agent, ref.id, german).texts[macro_id] == (said, ())
    assert crew.desk.macros.filled(crew.agent, ref.id, body, german, public=True) == (said, ())
    crew.desk.macro_work.run(crew.agent, macro_id, (MacroRun(ref.id, crew.desk.new_id()),), german)
    assert crew.see(ref).journal[-1].body == said


def test_without_a_target_or_an_article_that_may_be_read_nothing_goes_out(crew: Crew) -> None:
    internal, draft = published(crew, "Ours", audience=Audience.INTERNAL), write(crew, "Not yet")
    ref = crew.log()
    outcome = run(crew, kept(crew, body="By {{incident.due}}."), ref)[0]
    assert "when it is due" in outcome.refused
    with pytest.raises(BadInput, match="is internal, and callers read this text"):
        kept(crew, body=f"See {{{{kb:{internal.number}}}}}.")
    with pytest.raises(BadInput, match="There is no published article"):
        kept(crew, body=f"See {{{{kb:{draft.number}}}}}.", public=False)
    with pytest.raises(BadInput, match="There is no published article KB-999999"):
        kept(crew, acts=Acts(article=999999))
    note = kept(crew, body=f"See {{{{kb:{internal.number}}}}}.", public=False)
    run(crew, note, ref)
    assert crew.see(ref).journal[-1].body == f"See {article_number(internal.number)} Ours."
    typed = crew.desk.macros.filled(crew.agent, ref.id, f"See {{{{kb:{internal.number}}}}}.", public=True)
    assert typed.missing == (f"kb:{internal.number}",)


def test_tags_and_an_article_are_put_on_and_taken_back(crew: Crew) -> None:
    article = published(crew, "Clear a jam")
    plain, tagged, full, linked = (crew.log() for _ in range(4))
    crew.desk.incidents.tag_many(crew.agent, (tagged.id,), ("floor-2", "printer"))
    crew.desk.incidents.tag_many(crew.agent, (full.id,), tuple(f"t{number}" for number in range(12)))
    other = kept(crew, name="Link", body="", acts=Acts(article=article.number))
    assert run(crew, other, linked)[0].linked
    acts = Acts(
        {"impact": 2}, State.ON_HOLD, HoldReason.AWAITING_VENDOR, 2, tags=("printer", "jam"), article=article.number
    )
    macro_id = kept(crew, body="For us.", public=False, acts=acts)
    seen = crew.desk.macros.one(crew.agent, macro_id)
    assert (seen.acts.tags, seen.acts.article) == (("jam", "printer"), article.number)
    assert seen.effects[-2:] == ("Tags: jam, printer", f"Links {article_number(article.number)} Clear a jam")
    outcomes = run(crew, macro_id, plain, tagged, full, linked)
    refused = {each.number: each.refused for each in outcomes}
    assert "12 tags at most" in refused.pop(full.number)
    assert set(refused.values()) == {""}
    assert (crew.see(plain).tags, crew.see(tagged).tags) == ("jam, printer", "floor-2, jam, printer")
    assert [len(links(crew, ref)) for ref in (plain, tagged, full, linked)] == [1, 1, 0, 1]
    crew.clock.advance(seconds=5)
    back = crew.desk.macro_work.take_back(crew.agent, outcomes)
    assert {each.refused for each in back} == {""}
    assert (crew.see(plain).tags, crew.see(tagged).tags) == (None, "floor-2, printer")
    assert {(crew.see(ref).state, crew.see(ref).impact) for ref in (plain, tagged)} == {("new", 3)}
    assert [len(links(crew, ref)) for ref in (plain, tagged, linked)] == [0, 0, 1], "what was linked before stays"


def test_an_article_that_was_retired_since_refuses_the_run_before_anything_is_written(crew: Crew) -> None:
    article = published(crew)
    macro_id = kept(crew, body="", acts=Acts({"impact": 1}, article=article.number))
    crew.clock.advance(minutes=1)
    crew.desk.knowledge_work.step(crew.supervisor, article.id, ArticleStep.RETIRE, "Wrong", seen=article.version)
    ref = crew.log()
    assert "is not published any more" in run(crew, macro_id, ref)[0].refused
    assert crew.see(ref).impact == 3


def links(crew: Crew, ref: IncidentRef) -> tuple[Any, ...]:
    return crew.desk.knowledge.of_incident(crew.agent, ref.id)
