"""Hold reasons and resolution codes that a desk keeps: own ones, those out of use, and where both count."""

from dataclasses import replace

import pytest

from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.kept_words import WordKind
from app.domain.lifecycle import Step
from app.domain.macros import Acts
from app.domain.query.terms import TermKind
from app.domain.sla.policy import Clock, Policy
from app.domain.vocabulary import HoldReason, ResolutionCode, State
from app.services.incidents.dto import FieldEdit
from app.services.incidents.queue_dto import QueueQuery
from app.services.macros.dto import NewMacro
from app.services.problems.dto import NewProblem
from app.services.sla.books import DESK
from app.services.views.dto import NewView
from tests.support.crew import Crew

CUSTOMS = "Awaiting customs"


def resolve(code: str) -> Step:
    return Step(State.RESOLVED, resolution_code=code, resolution_notes="Cleared the jam.")


def hold(crew: Crew, reason: str) -> Step:
    return replace(crew.hold(), hold_reason=reason)


def test_a_new_desk_offers_what_is_built_in(crew: Crew) -> None:
    offered = crew.desk.words.offered(crew.agent)
    assert offered.hold_reasons == tuple(each.value for each in HoldReason)
    assert offered.resolution_codes == tuple(each.value for each in ResolutionCode)
    with pytest.raises(Refused, match="not in use"):
        crew.step(crew.log(), hold(crew, CUSTOMS))


def test_an_own_reason_can_be_waited_for_and_stands_behind_the_others(crew: Crew) -> None:
    key = crew.desk.words_admin.add(crew.admin, WordKind.HOLD, "  Awaiting\tcustoms ")
    assert key == CUSTOMS
    assert crew.desk.words.offered(crew.agent).hold_reasons == (*(each.value for each in HoldReason), CUSTOMS)
    ref = crew.log()
    crew.step(ref, hold(crew, key))
    assert crew.see(ref).hold_reason == CUSTOMS
    assert crew.desk.words.numbers(crew.agent, WordKind.HOLD) == {CUSTOMS: 1}


def test_what_has_a_word_out_of_use_keeps_it_and_nothing_else_gets_it(crew: Crew) -> None:
    crew.desk.words_admin.add(crew.admin, WordKind.HOLD, CUSTOMS)
    waits, other = crew.log(), crew.log()
    crew.step(waits, hold(crew, CUSTOMS))
    crew.desk.words_admin.use(crew.admin, WordKind.HOLD, CUSTOMS, active=False)
    assert CUSTOMS not in crew.desk.words.offered(crew.agent).hold_reasons
    with pytest.raises(Refused, match="“Awaiting customs” is not in use"):
        crew.step(other, hold(crew, CUSTOMS))
    crew.step(waits, replace(crew.hold(days=5), hold_reason=CUSTOMS))  # it waits on, until later
    assert crew.see(waits).hold_reason == CUSTOMS
    crew.desk.words_admin.use(crew.admin, WordKind.HOLD, CUSTOMS, active=True)
    crew.step(other, hold(crew, CUSTOMS))
    assert crew.see(other).hold_reason == CUSTOMS


def test_a_built_in_code_out_of_use_is_not_chosen_but_given_by_the_program(crew: Crew) -> None:
    code = ResolutionCode.KNOWN_ERROR
    resolved = crew.log()
    crew.step(resolved, resolve(code))
    crew.desk.words_admin.use(crew.admin, WordKind.CODE, code, active=False)
    ref = crew.log()
    with pytest.raises(Refused, match="“Known error” is not in use"):
        crew.step(ref, resolve(code))
    crew.step(ref, replace(resolve(code), by_rule=True))
    assert {crew.see(each).resolution_code for each in (ref, resolved)} == {code}


def test_a_problem_gives_its_code_also_while_it_is_not_in_use(crew: Crew) -> None:
    crew.desk.words_admin.use(crew.admin, WordKind.CODE, ResolutionCode.WORKAROUND_PROVIDED, active=False)
    ref = crew.log(group_id=crew.service_desk)
    new = NewProblem(title="Jams on floor 2")
    problem = crew.desk.problem_work.open(crew.agent, crew.desk.new_id(), new, (ref.id,)).ref
    crew.desk.problem_work.edit(crew.agent, problem.id, {"workaround": FieldEdit("", "Print on floor 3.")})
    crew.desk.problem_work.resolve_with(crew.agent, problem.id, ref.id)
    assert crew.see(ref).resolution_code == ResolutionCode.WORKAROUND_PROVIDED


def test_an_own_code_ends_an_incident(crew: Crew) -> None:
    key = crew.desk.words_admin.add(crew.admin, WordKind.CODE, "Replaced under warranty")
    ref = crew.log()
    crew.step(ref, resolve(key))
    assert crew.see(ref).resolution_code == "Replaced under warranty"
    uses = [use.sentence() for use in crew.desk.words.uses(crew.agent, WordKind.CODE, key)]
    assert uses == ["1 ended incident"]


@pytest.mark.parametrize(
    "name", ["", " ", "awaiting Vendor", "awaiting_vendor", "x" * 33, "not recorded", "UNSTATED", "Awaiting CUSTOMS"]
)
def test_names_that_cannot_be(crew: Crew, name: str) -> None:
    crew.desk.words_admin.add(crew.admin, WordKind.HOLD, CUSTOMS)
    before = crew.dump()
    with pytest.raises(BadInput) as refused:
        crew.desk.words_admin.add(crew.admin, WordKind.HOLD, name)
    assert refused.value.field == "name"
    assert crew.dump() == before


def test_one_stays_in_use(crew: Crew) -> None:
    first, *others = HoldReason
    for each in others:
        crew.desk.words_admin.use(crew.admin, WordKind.HOLD, each, active=False)
    with pytest.raises(Refused, match="last one in use"):
        crew.desk.words_admin.use(crew.admin, WordKind.HOLD, first, active=False)
    assert crew.desk.words.offered(crew.agent).hold_reasons == (first,)
    with pytest.raises(NotFound):
        crew.desk.words_admin.use(crew.admin, WordKind.HOLD, "nonsense", active=False)


def test_administrators_keep_the_words(crew: Crew) -> None:
    for actor in (crew.supervisor, crew.agent, crew.requester):
        with pytest.raises(NotAllowed):
            crew.desk.words_admin.add(actor, WordKind.HOLD, CUSTOMS)
        with pytest.raises(NotAllowed):
            crew.desk.words_admin.use(actor, WordKind.HOLD, HoldReason.SCHEDULED, active=False)


def test_the_history_of_a_word_is_its_own(crew: Crew) -> None:
    words = crew.desk.words_admin
    words.add(crew.admin, WordKind.HOLD, CUSTOMS)
    words.use(crew.admin, WordKind.HOLD, HoldReason.SCHEDULED, active=False)
    words.use(crew.admin, WordKind.HOLD, CUSTOMS, active=False)
    words.use(crew.admin, WordKind.HOLD, CUSTOMS, active=True)

    def told(key: str) -> list[str]:
        return [each.what for each in crew.desk.words.history(crew.agent, WordKind.HOLD, key)]

    assert told(CUSTOMS) == ["In use again", "Taken out of use", "Added"]
    assert told(HoldReason.SCHEDULED) == ["Taken out of use"]
    assert told(HoldReason.AWAITING_PARTS) == []
    by = {each.by for each in crew.desk.words.history(crew.agent, WordKind.HOLD, CUSTOMS)}
    assert by == {crew.admin.name}


def test_policies_and_macros_use_an_own_reason_and_are_told(crew: Crew) -> None:
    policy = Policy("", 1, "Harbour", pauses={Clock.RESOLUTION: frozenset({CUSTOMS})}, targets={Clock.RESOLUTION: 60})
    with pytest.raises(Refused, match="nobody can hold for Awaiting customs"):
        crew.desk.sla_admin.publish_book(crew.admin, DESK, (policy,), False, "")
    acts = Acts(state=State.ON_HOLD, hold_reason=CUSTOMS, hold_days=2)
    macro = NewMacro(crew.desk.new_id(), "At customs", body="It is at customs.", public=False, acts=acts)
    with pytest.raises(BadInput, match="not in use") as refused:
        crew.desk.macro_work.save(crew.admin, macro)
    assert refused.value.field == "hold_reason"
    crew.desk.words_admin.add(crew.admin, WordKind.HOLD, CUSTOMS)
    crew.desk.sla_admin.publish_book(crew.admin, DESK, (policy,), False, "")
    crew.desk.macro_work.save(crew.admin, macro)
    ref = crew.log()
    crew.step(ref, hold(crew, CUSTOMS))
    uses = [use.sentence() for use in crew.desk.words.uses(crew.admin, WordKind.HOLD, CUSTOMS)]
    assert uses == [f"1 incident on hold: INC-{ref.number:06d}", "1 SLA policy: Harbour", "1 macro: At customs"]
    for name, text in (("Abroad", "is:open hold:customs"), ("All that waits", "hold:any"), ("No parts", "hold:parts")):
        crew.desk.views_admin.save(crew.admin, NewView(crew.desk.new_id(), name, text))
    uses = [use.sentence() for use in crew.desk.words.uses(crew.admin, WordKind.HOLD, CUSTOMS)]
    assert uses[-1] == "1 saved view: Abroad", "which goes on finding nothing"
    assert crew.desk.macros.one(crew.admin, macro.id).effects == ("On hold: awaiting customs, 2 days",)


def test_the_queue_is_filtered_by_what_incidents_wait_for_and_ended_with(crew: Crew) -> None:
    crew.desk.words_admin.add(crew.admin, WordKind.HOLD, CUSTOMS)
    abroad, vendor, ended, plain = (crew.log() for _ in range(4))
    crew.step(abroad, hold(crew, CUSTOMS))
    crew.step(vendor, crew.hold())
    crew.step(ended, resolve("user_error"))

    def found(text: str) -> set[str]:
        return {row.id for row in crew.desk.queue.page(crew.agent, QueueQuery(text, at=crew.clock.now())).rows}

    assert found("hold:customs") == found('reason:"Awaiting Customs"') == {abroad.id}
    assert found("hold:awaiting_vendor") == found('hold:"awaiting vendor"') == {vendor.id}
    assert found("hold:any") == {abroad.id, vendor.id}
    assert found("hold:none is:open") == {plain.id}
    assert found("code:user") == found("-code:none") == {ended.id}
    row = crew.desk.queue.page(crew.agent, QueueQuery("is:resolved", at=crew.clock.now())).rows[0]
    assert row.resolution_code == "user_error"
    crew.step(vendor, Step(State.IN_PROGRESS))
    assert found("hold:vendor") == set()


def test_words_are_offered_while_a_filter_is_typed_with_how_many_have_them(crew: Crew) -> None:
    crew.desk.words_admin.add(crew.admin, WordKind.HOLD, CUSTOMS)
    for reason in (CUSTOMS, "awaiting_vendor", "awaiting_vendor", None):
        ref = crew.log()
        if reason is not None:
            crew.step(ref, hold(crew, reason))

    def offered(kind: TermKind, part: str) -> list[tuple[str, int]]:
        rest = QueueQuery("is:open", at=crew.clock.now())
        return [(each.value, each.incidents) for each in crew.desk.queue.suggest(crew.agent, rest, kind, part)]

    assert offered(TermKind.HOLD, "") == [("awaiting_vendor", 2), (CUSTOMS, 1), ("none", 1), ("any", 3)]
    assert offered(TermKind.HOLD, "awaiting c") == [(CUSTOMS, 1)]
    assert offered(TermKind.CODE, "") == [("none", 4), ("any", 0)]


def test_words_are_put_in_order_and_what_is_added_later_stands_behind(crew: Crew) -> None:
    admin, built_in = crew.desk.words_admin, [each.value for each in HoldReason]
    admin.add(crew.admin, WordKind.HOLD, CUSTOMS)
    assert admin.move(crew.admin, WordKind.HOLD, CUSTOMS, 1) == len(built_in)
    ordered = [built_in[0], CUSTOMS, *built_in[1:]]
    assert list(crew.desk.words.offered(crew.agent).hold_reasons) == ordered
    assert admin.move(crew.admin, WordKind.HOLD, built_in[0], 99) == 0
    assert list(crew.desk.words.offered(crew.agent).hold_reasons) == [*ordered[1:], built_in[0]]
    admin.add(crew.admin, WordKind.HOLD, "Awaiting weather")
    assert crew.desk.words.offered(crew.agent).hold_reasons[-1] == "Awaiting weather"
    admin.use(crew.admin, WordKind.HOLD, built_in[1], active=False)
    assert [each.key for each in crew.desk.words.every(crew.agent, WordKind.HOLD)][:2] == [CUSTOMS, built_in[1]]
    with pytest.raises(NotFound):
        admin.move(crew.admin, WordKind.HOLD, "Awaiting nobody", 0)
    with pytest.raises(NotAllowed):
        admin.move(crew.agent, WordKind.HOLD, CUSTOMS, 0)
