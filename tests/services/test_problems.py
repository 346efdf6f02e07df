"""Problems: their steps, their fields and their history, and which incidents belong to them."""

from typing import Any

import pytest

from app.domain.actor import Actor
from app.domain.errors import BadInput, NotAllowed, NotFound, Refused, StaleEdit
from app.domain.knowledge import ArticleKind
from app.domain.problems import ProblemEntry, ProblemState, WorkaroundState
from app.domain.query.filter import TermKind
from app.services.incidents.dto import FieldEdit
from app.services.incidents.queue_dto import QueueQuery
from app.services.knowledge.dto import ArticleFacts, ArticleText, Case
from app.services.problems.dto import NewProblem, ProblemDetail, ProblemRef, SuggestedProblem
from app.services.search.dto import Kind, SearchQuery
from tests.services.knowledge_desk import published
from tests.support.crew import Crew

NEW, LOOKED_AT, KNOWN, MENDED, CLOSED = ProblemState


def opened(crew: Crew, actor: Actor | None = None, *incident_ids: str, **more: Any) -> ProblemRef:
    new = NewProblem(**{"title": "The tunnel breaks at noon", **more})
    return crew.desk.problem_work.open(actor or crew.agent, crew.desk.new_id(), new, incident_ids).ref


def see(crew: Crew, ref: ProblemRef, actor: Actor | None = None) -> ProblemDetail:
    return crew.desk.problems.detail(actor or crew.agent, ref.id)


def set_field(crew: Crew, ref: ProblemRef, name: str, value: str | None, base: str | None = "") -> None:
    crew.clock.advance(minutes=1)
    crew.desk.problem_work.edit(crew.agent, ref.id, {name: FieldEdit(base, value)})


def test_it_is_opened_from_incidents_that_then_belong_to_it(crew: Crew) -> None:
    first, second = crew.log(), crew.log()
    done = crew.desk.problem_work.open(
        crew.agent, crew.desk.new_id(), NewProblem("Tunnel", service_id=crew.service), (first.id, second.id)
    )
    assert [each.refused for each in done.outcomes] == ["", ""]
    assert crew.see(first).problem_ref == "PRB-000001"
    shown = see(crew, done.ref)
    assert (shown.row.incidents, shown.row.open_incidents, shown.row.owner_name) == (2, 2, crew.agent.name)
    assert {each.number for each in shown.incidents} == {first.number, second.number}
    assert [row.shown_number for row in crew.desk.problems.list(crew.agent)] == ["PRB-000001"]
    back = crew.desk.incidents.take_back_many(crew.agent, done.outcomes)
    assert not any(each.refused for each in back)
    assert see(crew, done.ref).row.incidents == 0


def test_the_same_opening_again_opens_no_second_one(crew: Crew) -> None:
    problem_id = crew.desk.new_id()
    first = crew.desk.problem_work.open(crew.agent, problem_id, NewProblem("Tunnel"))
    assert crew.desk.problem_work.open(crew.agent, problem_id, NewProblem("Tunnel")).ref == first.ref
    assert len(crew.desk.problems.list(crew.agent)) == 1


def test_incidents_are_linked_and_unlinked_by_the_problem_and_by_its_number(crew: Crew) -> None:
    ref, linked, typed = opened(crew), crew.log(), crew.log()
    crew.desk.problem_work.link(crew.agent, ref.id, (linked.id,))
    crew.desk.incidents.edit(crew.agent, typed.id, {"problem_ref": FieldEdit(None, "prb 1")})
    assert crew.see(typed).problem_ref == "PRB-000001"
    assert see(crew, ref).row.incidents == 2
    crew.desk.problem_work.unlink(crew.agent, ref.id, (linked.id,))
    assert crew.see(linked).problem_ref is None
    crew.desk.incidents.edit(crew.agent, typed.id, {"problem_ref": FieldEdit("PRB-000001", "PRB77")})
    (refused,) = crew.desk.problem_work.unlink(crew.agent, ref.id, (typed.id,))
    assert refused.refused, "it belongs to another one by now"
    assert crew.see(typed).problem_ref == "PRB77", "a problem of another place is named as it was written"


def test_a_number_that_an_incident_gives_to_a_problem_of_another_place_is_passed_over(crew: Crew) -> None:
    stranger = crew.log()
    crew.desk.incidents.edit(crew.agent, stranger.id, {"problem_ref": FieldEdit(None, "PRB-000001")})
    ref = opened(crew)
    assert ref.number == 2
    assert see(crew, ref).incidents == ()


def test_each_state_asks_for_what_it_means(crew: Crew) -> None:
    ref = opened(crew)
    work = crew.desk.problem_work
    with pytest.raises(Refused, match="only investigating, closed"):
        work.step(crew.agent, ref.id, KNOWN, seen=NEW)
    with pytest.raises(Refused, match="without being resolved"):
        work.step(crew.agent, ref.id, CLOSED, seen=NEW)
    work.step(crew.agent, ref.id, LOOKED_AT, seen=NEW)
    with pytest.raises(Refused) as refused:
        work.step(crew.agent, ref.id, KNOWN, seen=LOOKED_AT)
    assert [each.field for each in refused.value.missing] == ["cause", "workaround"]
    set_field(crew, ref, "cause", "The router forgets the key")
    set_field(crew, ref, "workaround", "Connect again")
    work.step(crew.agent, ref.id, KNOWN, seen=LOOKED_AT)
    with pytest.raises(Refused, match="for good"):
        work.step(crew.agent, ref.id, MENDED, seen=KNOWN)
    set_field(crew, ref, "fix", "New firmware")
    crew.clock.advance(minutes=1)
    work.step(crew.agent, ref.id, MENDED, seen=KNOWN)
    assert see(crew, ref).resolved_at is not None
    work.step(crew.agent, ref.id, CLOSED, seen=MENDED)
    assert work.step(crew.agent, ref.id, MENDED, seen=CLOSED).state is MENDED, "a step can be gone back"
    shown = see(crew, ref)
    assert shown.closed_at is None
    assert shown.resolved_at is not None
    work.step(crew.agent, ref.id, LOOKED_AT, seen=MENDED)
    assert see(crew, ref).resolved_at is None


def test_a_step_from_a_state_that_is_past_tells_who_was_faster(crew: Crew) -> None:
    ref = opened(crew)
    crew.desk.problem_work.step(crew.engineer, ref.id, LOOKED_AT, seen=NEW)
    with pytest.raises(StaleEdit) as stale:
        crew.desk.problem_work.step(crew.agent, ref.id, CLOSED, "No problem", seen=NEW)
    assert stale.value.conflicts[0].by == crew.engineer.name
    crew.desk.problem_work.step(crew.agent, ref.id, LOOKED_AT, seen=NEW)
    assert len(see(crew, ref).history) == 2, "what is there already is no second step"


def test_two_people_both_win_unless_it_is_the_same_field(crew: Crew) -> None:
    ref = opened(crew)
    work = crew.desk.problem_work
    work.edit(crew.engineer, ref.id, {"cause": FieldEdit("", "Heat")})
    work.edit(crew.agent, ref.id, {"fix": FieldEdit("", "A fan")})
    with pytest.raises(StaleEdit) as stale:
        work.edit(crew.agent, ref.id, {"cause": FieldEdit("", "Dust"), "title": FieldEdit("x", "y")})
    told = {each.field: each for each in stale.value.conflicts}
    assert told["cause"][:5] == ("cause", "", "Heat", "Dust", crew.engineer.name)
    assert (see(crew, ref).cause, see(crew, ref).fix) == ("Heat", "A fan")
    assert work.edit(crew.agent, ref.id, {"cause": FieldEdit("", "Heat")}) == ()


def test_a_workaround_that_is_rewritten_has_yet_to_be_confirmed(crew: Crew) -> None:
    ref = opened(crew)
    set_field(crew, ref, "workaround", "Wait")
    assert see(crew, ref).row.workaround_state is WorkaroundState.PROPOSED
    set_field(crew, ref, "workaround_state", "confirmed", "proposed")
    assert see(crew, ref).row.workaround_state is WorkaroundState.CONFIRMED
    set_field(crew, ref, "workaround", "Wait longer", "Wait")
    assert see(crew, ref).row.workaround_state is WorkaroundState.PROPOSED
    set_field(crew, ref, "workaround", "", "Wait longer")
    assert see(crew, ref).row.workaround_state is WorkaroundState.NONE


def test_its_history_tells_what_changed_in_words_and_notes_once(crew: Crew) -> None:
    ref = opened(crew)
    set_field(crew, ref, "service_id", crew.service, None)
    entry_id = crew.desk.new_id()
    for _ in range(2):
        crew.clock.advance(minutes=1)
        crew.desk.problem_work.note(crew.engineer, ref.id, entry_id, "Seen again")
    note, change, begun = see(crew, ref).history
    assert (note.kind, note.body, note.author_name) == (ProblemEntry.NOTE, "Seen again", crew.engineer.name)
    assert change.changes[0][:2] == ("Service", "")
    assert change.changes[0].new not in {"", crew.service}, "the name, not the id"
    assert begun.kind is ProblemEntry.OPENED


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [("title", " ", "empty"), ("service_id", "0" * 32, "exist"), ("state", "closed", "cannot be edited"),
     ("workaround_state", "x", "no state"), ("title", "x" * 161, "limit")],
)  # fmt: skip
def test_what_cannot_be_is_refused(crew: Crew, field: str, value: str, why: str) -> None:
    ref = opened(crew)
    with pytest.raises(BadInput, match=why):
        crew.desk.problem_work.edit(crew.agent, ref.id, {field: FieldEdit(None, value)})


def test_who_may_not_see_an_incident_learns_nothing_of_it_by_its_problem(crew: Crew) -> None:
    secret = crew.log(short_description="About a person")
    ref = opened(crew, crew.agent, secret.id)
    crew.write("incident", secret, restricted_group_id=crew.network)
    for actor, count in ((crew.engineer, 1), (crew.agent, 0)):
        shown = see(crew, ref, actor)
        assert (shown.row.incidents, len(shown.incidents)) == (count, count)
        assert crew.desk.problems.list(actor)[0].incidents == count
    assert "About a person" not in repr(see(crew, ref))
    (refused,) = crew.desk.problem_work.unlink(crew.agent, ref.id, (secret.id,))
    assert (refused.number, bool(refused.refused)) == (0, True)


def test_what_is_made_from_a_restricted_incident_begins_with_nothing_of_it(crew: Crew) -> None:
    first, second = crew.log(service_id=crew.service), crew.log(short_description="x", service_id=crew.service)
    ids = (second.id, first.id)
    begun = crew.desk.problems.beginning(crew.engineer, ids)
    assert (begun.title, begun.service_id) == ("Printer on floor 2 jams", crew.service)
    crew.write("incident", first, restricted_group_id=crew.network)
    assert crew.desk.problems.beginning(crew.engineer, ids) == NewProblem("")
    assert crew.desk.problems.beginning(crew.agent, ids).title == "x"


def test_requesters_see_no_problem(crew: Crew) -> None:
    ref = opened(crew)
    for ask in (
        lambda: crew.desk.problems.list(crew.requester),
        lambda: crew.desk.problems.detail(crew.requester, ref.id),
        lambda: crew.desk.problems.named(crew.requester, "PRB-000001"),
        lambda: opened(crew, crew.requester),
    ):
        with pytest.raises(NotAllowed):
            ask()
    with pytest.raises(NotFound):
        crew.desk.problems.detail(crew.agent, crew.desk.new_id())


def test_what_names_it_is_found(crew: Crew) -> None:
    ref = opened(crew)
    crew.desk.knowledge_work.create(
        crew.agent, crew.desk.new_id(), ArticleText("Connect again"), ArticleFacts(problem_ref="prb1")
    )
    assert [each.title for each in see(crew, ref).articles] == ["Connect again"]
    assert crew.desk.problems.by_number(crew.agent, 1) == ref.id
    named = crew.desk.problems.named(crew.agent, "PRB-000001")
    assert named is not None
    assert named.id == ref.id
    assert crew.desk.problems.named(crew.agent, "PRB0001234") is None
    assert [each.id for each in crew.desk.problems.choices(crew.agent)] == [ref.id]


def suggested(crew: Crew, case: Case) -> tuple[SuggestedProblem, ...]:
    """As it is asked where the work is: the articles first, and the problems by what these say too."""
    return crew.desk.problems.suggest(crew.agent, case, crew.desk.knowledge.suggest(crew.agent, case))


def test_problems_that_may_lie_behind_a_case_are_suggested_with_their_workaround(crew: Crew) -> None:
    ref = opened(crew, description="VPN on laptops", service_id=crew.service, workaround="Connect again")
    opened(crew, title="Paper jams in the basement", service_id=crew.service)
    (found,) = suggested(crew, Case("My tunnel breaks, VPN again", crew.service))
    assert (found.id, found.workaround, found.workaround_state) == (ref.id, "Connect again", WorkaroundState.PROPOSED)
    assert "same service" in found.why
    assert suggested(crew, Case("Nothing of the kind", crew.service)) == ()
    crew.desk.problem_work.step(crew.agent, ref.id, CLOSED, "It was none", seen=NEW)
    assert suggested(crew, Case("My tunnel breaks, VPN again")) == ()
    with pytest.raises(NotAllowed):
        crew.desk.problems.suggest(crew.requester, Case("tunnel"), ())


def test_an_article_about_a_problem_brings_it_up_where_the_problem_itself_says_other_words(crew: Crew) -> None:
    ref = opened(crew, title="Concentrator drops long sessions", workaround="Connect again")
    facts = ArticleFacts(ArticleKind.KNOWN_ERROR, service_ids=(crew.service,), problem_ref="PRB-000001")
    article = published(crew, "My tunnel breaks", facts)
    case = Case("My tunnel breaks again")
    assert [each.id for each in crew.desk.knowledge.suggest(crew.agent, Case("Odd", crew.service))] == [article.id]
    assert suggested(crew, Case("Odd", crew.service)) == (), "the service alone says too little"
    (told,) = crew.desk.knowledge.suggest(crew.agent, case)
    assert told.problem is not None
    assert (told.id, told.problem.id, told.problem.state) == (article.id, ref.id, NEW)
    (found,) = suggested(crew, case)
    assert (found.id, found.workaround, found.by_article) == (ref.id, "Connect again", True)
    assert "KB-000001" in found.why
    (hidden,) = crew.desk.knowledge.suggest(crew.requester, case)
    assert (hidden.id, hidden.problem) == (article.id, None)
    opened(crew, title="Tunnel breaks at the second desk")
    assert [each.by_article for each in suggested(crew, case)] == [False, True]
    crew.desk.problem_work.step(crew.agent, ref.id, CLOSED, "It was none", seen=NEW)
    assert ref.id not in {each.id for each in suggested(crew, case)}
    (told,) = crew.desk.knowledge.suggest(crew.agent, case)
    assert told.problem is not None
    assert told.problem.state is CLOSED


def test_an_article_that_is_found_names_its_problem_to_whoever_may_see_that(crew: Crew) -> None:
    ref = opened(crew)
    published(crew, "Zinkner connects again", ArticleFacts(ArticleKind.KNOWN_ERROR, problem_ref="PRB-000001"))
    published(crew, "Zinkner prints", ArticleFacts(ArticleKind.KNOWN_ERROR, problem_ref="PRB0001234"))
    for actor, expected in ((crew.agent, {ref.id, None}), (crew.requester, {None})):
        (group,) = crew.desk.search.find(actor, SearchQuery("zinkner", kinds=frozenset({Kind.ARTICLE}))).groups
        assert len(group.hits) == 2
        assert {hit.problem and hit.problem.id for hit in group.hits} == expected


def test_an_incident_is_resolved_with_the_workaround_of_its_problem(crew: Crew) -> None:
    ref, incident = opened(crew), crew.log(group_id=crew.service_desk)
    with pytest.raises(Refused, match="no workaround"):
        crew.desk.problem_work.resolve_with(crew.agent, ref.id, incident.id)
    assert crew.see(incident).problem_ref is None, "nothing of it is kept"
    set_field(crew, ref, "workaround", "Connect again")
    crew.desk.problem_work.resolve_with(crew.agent, ref.id, incident.id)
    seen = crew.see(incident)
    assert (seen.state, seen.problem_ref, seen.resolution_notes) == ("resolved", "PRB-000001", "Connect again")
    assert seen.resolution_code == "workaround_provided"


def test_problems_are_found_by_their_words_and_their_number(crew: Crew) -> None:
    ref = opened(crew, description="Seen on laptops")
    set_field(crew, ref, "workaround", "Unplug the dock")

    def found(text: str, actor: Actor = crew.agent) -> list[str]:
        groups = crew.desk.search.find(actor, SearchQuery(text)).groups
        return [hit.id for group in groups if group.kind is Kind.PROBLEM for hit in group.hits]

    for text in ("tunnel", "laptops noon", "unplug", "PRB-000001", "prb 1"):
        assert found(text) == [ref.id], text
        assert found(text, crew.requester) == [], text
    set_field(crew, ref, "workaround", "Wait", "Unplug the dock")
    assert found("unplug") == [], "the index changes in the same transaction"


def test_the_queue_is_filtered_by_the_number_of_a_problem_with_numbers_beside_each(crew: Crew) -> None:
    ref, other = opened(crew), opened(crew)
    linked = [crew.log() for _ in range(3)]
    crew.desk.problem_work.link(crew.agent, ref.id, tuple(each.id for each in linked[:2]))
    crew.desk.incidents.edit(crew.agent, linked[2].id, {"problem_ref": FieldEdit(None, "Vendor 17")})

    def found(text: str) -> set[int]:
        return {row.number for row in crew.desk.queue.page(crew.agent, QueueQuery(text, at=crew.clock.now())).rows}

    def suggested(part: str) -> list[tuple[str, int]]:
        rest = QueueQuery("is:open", at=crew.clock.now())
        offers = crew.desk.queue.suggest(crew.agent, rest, TermKind.PROBLEM, part)
        return [(each.value, each.incidents) for each in offers]

    both, vendor = {linked[0].number, linked[1].number}, {linked[2].number}
    assert found("problem:PRB-000001") == found("problem:prb-1") == found("problem:1") == both
    assert found(f"problem:{other.number}") == set()
    assert found("problem:vendor") == found('problem:"VENDOR 17"') == vendor
    assert found("problem:any") == found("has:problem") == both | vendor
    assert suggested("") == [("PRB-000001", 2), ("Vendor 17", 1)]
    assert suggested("1") == [("PRB-000001", 2), ("Vendor 17", 1)]
    assert suggested("prb-1") == [("PRB-000001", 2)]
