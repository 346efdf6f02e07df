"""What is learned from, and where it is kept: restricted incidents teach nobody, and callers read none of it."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.errors import NotAllowed, NotFound, Refused
from app.domain.lifecycle import Step
from app.domain.suggestion import figures_of, quality_of
from app.domain.vocabulary import State
from app.services.incidents.dto import FieldEdit
from app.services.suggestions.dto import LEAST, Offered, Standing
from app.services.suggestions.queries import _MOST
from tests.support.crew import Crew

FIGURES = {"service_id": {"tested": 40, "top1": 0.8, "top3": 0.95, "majority": 0.3, "calibration_error": 0.04}}


def test_resolved_incidents_teach_in_their_order(crew: Crew) -> None:
    refs = [
        crew.log(
            short_description=f"Printer {number} jams", description="Paper", service_id=crew.service, group_id=group
        )
        for number, group in enumerate([crew.network, None])
    ]
    crew.bring_to(refs[1], State.CLOSED)
    crew.bring_to(refs[0], State.RESOLVED)
    crew.log(short_description="Still open", service_id=crew.service)
    crew.bring_to(crew.log(short_description="Logged twice"), State.CANCELED)
    lessons = crew.desk.suggestions.lessons(crew.agent)
    assert [lesson.text for lesson in lessons] == ["Printer 1 jams\nPaper", "Printer 0 jams\nPaper"]
    assert [lesson.values for lesson in lessons] == [(crew.service, None, None), (crew.service, crew.network, None)]
    assert crew.desk.suggestions.standing(crew.agent).resolved == 2


def test_restricted_incidents_teach_nobody(crew: Crew) -> None:
    ref = crew.bring_to(crew.log(short_description="Who was dismissed"), State.RESOLVED)
    assert len(crew.desk.suggestions.lessons(crew.agent)) == 1
    crew.write("incident", ref, restricted_group_id=crew.network)
    for actor in (crew.agent, crew.engineer, crew.admin):
        assert crew.desk.suggestions.lessons(actor) == []
        assert crew.desk.suggestions.standing(actor).resolved == 0


def test_the_newest_counts_and_the_older_stay(crew: Crew) -> None:
    assert crew.desk.suggestions.newest(crew.agent) is None
    assert crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"first") == 1
    crew.clock.advance(hours=1)
    assert crew.desk.suggestion_work.keep(crew.supervisor, 300, FIGURES, b"second") == 2
    newest = crew.desk.suggestions.newest(crew.engineer)
    assert newest is not None
    assert (newest.number, newest.incidents, newest.content) == (2, 300, b"second")
    assert newest.figures == FIGURES
    standing = crew.desk.suggestions.standing(crew.agent)
    assert (standing.number, standing.learned_from, standing.learned_at) == (2, 300, newest.learned_at)


def test_callers_neither_read_nor_teach(crew: Crew) -> None:
    suggestions = crew.desk.suggestions
    for ask in (suggestions.lessons, suggestions.newest, suggestions.standing, suggestions.names):
        with pytest.raises(NotAllowed):
            ask(crew.requester)
    with pytest.raises(NotAllowed):
        crew.desk.suggestion_work.keep(crew.requester, 1, {}, b"")


def test_names_are_those_in_use(crew: Crew) -> None:
    names = crew.desk.suggestions.names(crew.agent)
    assert crew.service in names["service_id"]
    assert {crew.network, crew.service_desk} <= names["group_id"].keys()
    assert crew.category in names["category_id"]


def test_learning_is_worth_it_with_enough_and_with_more(crew: Crew) -> None:
    now = crew.clock.now()
    never = Standing(LEAST, 0, 0, None, {})
    assert never.is_worth_learning(now)
    assert not Standing(LEAST - 1, 0, 0, None, {}).is_worth_learning(now)
    known = Standing(330, 1, 300, now - timedelta(days=3), {})
    assert known.is_worth_learning(now)
    assert not known._replace(resolved=329).is_worth_learning(now)
    assert known._replace(resolved=301, learned_at=now - timedelta(days=30)).is_worth_learning(now)
    assert "does not know yet" in Standing(12, 0, 0, None, {}).sentence()


def test_what_became_of_each_suggestion_is_kept_with_the_save(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"model")
    shown = (
        Offered("service_id", ((crew.service, 0.8), ("0" * 32, 0.1)), 1),
        Offered("group_id", ((crew.network, 0.6), (crew.service_desk, 0.3)), 1),
        Offered("category_id", ((crew.category, 0.4),), 1),
    )
    ref = crew.log(service_id=crew.service, group_id=crew.service_desk, shown=shown)
    told = crew.desk.suggestions.judged(crew.supervisor)
    assert {each.field: each.became.value for each in told} == {
        "service_id": "accepted", "group_id": "changed", "category_id": "ignored",
    }  # fmt: skip
    assert all(each.right is None for each in told), "nobody knows the outcome yet"
    crew.bring_to(ref, State.RESOLVED)
    quality = quality_of(crew.desk.suggestions.judged(crew.supervisor))
    assert (quality.shown, quality.judged) == (3, 2), "what ended without a category tells nothing about categories"
    assert (quality.top1, quality.top3) == (0.5, 1.0)


def test_what_was_left_alone_is_told_once_until_somebody_takes_it(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"model")
    ref = crew.log()
    offer = (Offered("service_id", ((crew.service, 0.9),), 1), Offered("group_id", ((crew.network, 0.6),), 1))
    for actor in (crew.agent, crew.agent, crew.engineer):
        crew.desk.suggestion_work.pass_over(actor, ref.id, offer)
    told = {each.field: each.became.value for each in crew.desk.suggestions.judged(crew.supervisor)}
    assert told == {"service_id": "ignored", "group_id": "ignored"}
    assert quality_of(crew.desk.suggestions.judged(crew.supervisor)).shown == 2
    crew.desk.incidents.edit(crew.agent, ref.id, {"service_id": FieldEdit(None, crew.service)}, None, offer)
    told = {each.field: each.became.value for each in crew.desk.suggestions.judged(crew.supervisor)}
    assert told == {"service_id": "accepted", "group_id": "ignored"}


def test_what_became_of_hints_for_impact_and_urgency_is_kept_too(crew: Crew) -> None:
    hints = (Offered("impact", (("1", 0.86),), 0, stood="3"), Offered("urgency", (("2", 0.7),), 0, stood="3"))
    taken = crew.log(impact=1, urgency=3, shown=hints)
    other = crew.log(impact=2, urgency=2, shown=hints)
    became = [(each.field, each.became.value, each.model) for each in crew.desk.suggestions.judged(crew.supervisor)]
    assert sorted(became) == [
        ("impact", "accepted", 0), ("impact", "changed", 0), ("urgency", "accepted", 0), ("urgency", "ignored", 0),
    ]  # fmt: skip
    left = crew.log(impact=3, urgency=3)
    for _ in range(2):
        crew.desk.suggestion_work.pass_over(crew.agent, left.id, hints)
    assert len(crew.desk.suggestions.judged(crew.supervisor)) == 6, "once for a field and a level"
    crew.desk.incidents.edit(crew.agent, left.id, {"impact": FieldEdit(3, 1)}, None, hints)
    for ref in (taken, other, left):
        crew.bring_to(ref, State.RESOLVED)
    found = {each.field: each.quality for each in figures_of(crew.desk.suggestions.judged(crew.supervisor))}
    assert (found["impact"].shown, found["impact"].accepted, found["impact"].judged) == (3, 2, 3)
    assert found["impact"].top1 == pytest.approx(2 / 3), "one of them ended with another impact"
    assert (found["urgency"].accepted, found["urgency"].ignored) == (1, 2)


def test_nothing_is_written_down_about_what_one_may_not_see(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"model")
    ref = crew.log()
    crew.write("incident", ref, restricted_group_id=crew.network)
    with pytest.raises(NotFound):
        crew.desk.suggestion_work.pass_over(crew.agent, ref.id, (Offered("service_id", ((crew.service, 0.9),), 1),))


def test_what_is_suggested_after_the_outcome_is_not_judged(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"model")
    ref = crew.bring_to(crew.log(), State.RESOLVED)
    offer = (Offered("service_id", ((crew.service, 0.9),), 1),)
    crew.clock.advance(minutes=1)
    crew.desk.incidents.edit(crew.agent, ref.id, {"service_id": FieldEdit(None, crew.service)}, None, offer)
    told = crew.desk.suggestions.judged(crew.supervisor)
    assert [(each.became.value, each.right) for each in told] == [("accepted", None)]


def test_what_was_resolved_before_and_may_have_been_learned_from_is_not_judged(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"model")
    offer = (Offered("service_id", ((crew.service, 0.9),), 1),)
    ref = crew.log(service_id=crew.service, shown=offer)
    crew.bring_to(ref, State.RESOLVED)
    crew.clock.advance(minutes=1)
    crew.step(ref, Step(State.IN_PROGRESS, reason="It is back"), crew.supervisor)
    crew.clock.advance(minutes=1)
    crew.desk.incidents.edit(crew.agent, ref.id, {"service_id": FieldEdit(crew.service, None)}, None)
    crew.desk.incidents.edit(crew.agent, ref.id, {"service_id": FieldEdit(None, crew.service)}, None, offer)
    crew.clock.advance(minutes=1)
    crew.bring_to(ref, State.RESOLVED)
    told = crew.desk.suggestions.judged(crew.supervisor)
    assert [each.right for each in told] == [crew.service, None], "the first one knew nothing of how it ends"


def test_only_who_leads_the_desk_reads_what_people_did_with_suggestions(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"model")
    ref = crew.log(shown=(Offered("service_id", ((crew.service, 0.8),), 1),))
    for actor in (crew.agent, crew.requester):
        with pytest.raises(NotAllowed):
            crew.desk.suggestions.judged(actor)
    crew.write("incident", ref, restricted_group_id=crew.network)
    assert crew.desk.suggestions.judged(crew.admin) == [], "nothing of an incident that they may not see"
    own = crew.log(crew.requester, caller_id=None, shown=(Offered("service_id", ((crew.service, 0.8),), 1),))
    assert own.number == ref.number + 1
    assert crew.desk.suggestions.judged(crew.admin) == [], "callers are shown none"


def test_what_was_written_down_stays(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"model")
    crew.log(shown=(Offered("service_id", ((crew.service, 0.8),), 1),))
    for act in ("UPDATE suggestion_shown SET outcome = 'accepted'", "DELETE FROM suggestion_shown"):
        with pytest.raises(DBAPIError), crew.desk.store.database.writing() as connection:
            connection.exec_driver_sql(act)


def test_an_older_version_holds_again_and_none_is_lost(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"first")
    crew.desk.suggestion_work.keep(crew.agent, 300, FIGURES, b"second")
    with pytest.raises(NotAllowed):
        crew.desk.suggestion_work.go_back(crew.agent, 1)
    assert crew.desk.suggestion_work.go_back(crew.supervisor, 1) == 3
    assert [(each.number, each.copy_of) for each in crew.desk.suggestions.versions(crew.supervisor)] == [
        (3, 1), (2, None), (1, None),
    ]  # fmt: skip
    newest = crew.desk.suggestions.newest(crew.agent)
    assert newest is not None
    assert newest.content == b"first"
    standing = crew.desk.suggestions.standing(crew.agent)
    assert (standing.learned_from, standing.ever_learned_from) == (220, 300)
    assert not standing._replace(resolved=310).is_worth_learning(crew.clock.now())
    for number, why in ((3, "holds already"), (9, "no version 9")):
        with pytest.raises((Refused, NotFound), match=why):
            crew.desk.suggestion_work.go_back(crew.supervisor, number)


def test_what_a_large_desk_learned_is_kept(crew: Crew) -> None:
    """As many as one learning reads; a server refused more than 20,000 once."""
    assert crew.desk.suggestion_work.keep(crew.agent, _MOST, FIGURES, b"large") == 1


def test_what_stays_because_it_is_better_is_not_tried_again_before_there_is_more(crew: Crew) -> None:
    crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, b"first")
    crew.clock.advance(days=40)
    now, suggestions = crew.clock.now(), crew.desk.suggestions
    assert suggestions.standing(crew.agent)._replace(resolved=250).is_worth_learning(now)
    assert crew.desk.suggestion_work.stay(crew.agent, 1, 250) == 2
    newest, standing = suggestions.newest(crew.agent), suggestions.standing(crew.agent)
    assert newest is not None
    assert (newest.number, newest.content, newest.figures) == (2, b"first", FIGURES)
    assert standing.sentence() == "Version 2, which is version 1 again."
    assert not standing._replace(resolved=274).is_worth_learning(now)
    assert standing._replace(resolved=275).is_worth_learning(now)
    assert standing._replace(resolved=250).is_worth_learning(now + timedelta(days=30))
    assert [each.has_stayed for each in suggestions.versions(crew.supervisor)] == [True, False]


def test_going_back_is_told_apart_from_what_stayed(crew: Crew) -> None:
    for content in (b"first", b"second"):
        crew.desk.suggestion_work.keep(crew.agent, 220, FIGURES, content)
    crew.desk.suggestion_work.go_back(crew.supervisor, 1)
    assert not any(each.has_stayed for each in crew.desk.suggestions.versions(crew.supervisor))


def test_what_another_program_learned_meanwhile_holds(crew: Crew) -> None:
    """Windows that are opened at the same hour may learn at once; only the first is tried against what held."""
    work = crew.desk.suggestion_work
    assert work.keep(crew.agent, 220, FIGURES, b"first", 0) == 1
    with pytest.raises(Refused, match="Another program has learned meanwhile; version 1 holds"):
        work.keep(crew.agent, 221, FIGURES, b"second", 0)
    assert work.keep(crew.agent, 221, FIGURES, b"second", 1) == 2
    with pytest.raises(Refused, match="version 2 holds"):
        work.stay(crew.agent, 1, 250)
    assert [each.number for each in crew.desk.suggestions.versions(crew.supervisor)] == [2, 1]
