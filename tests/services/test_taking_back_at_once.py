"""Taking an act about an escalation back while somebody else goes on from it, in every order."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from app.domain.actor import PROGRAM
from app.domain.errors import Refused
from app.models.escalation import escalation, escalation_step
from app.services.escalation.waiting import handle_escalation
from app.services.incidents.dto import IncidentRef
from tests.services.test_isolation import Case, errors, go_through, lacing
from tests.support.crew import Crew
from tests.support.escalating import ask, journal_of, rows_of
from tests.support.interleaving import Lacing, Side

__all__ = ["lacing"]

pytestmark = [pytest.mark.postgresql, pytest.mark.parametrize("crew", ["postgresql"], indirect=True)]


def acknowledged(crew: Crew, *, is_due: bool = False) -> tuple[IncidentRef, str, Callable[[], object]]:
    """An incident, its escalation, which the engineer has acknowledged, and how they take that back."""
    ref = crew.log(group_id=crew.service_desk)
    which = crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew))
    if is_due:
        with crew.desk.store.database.writing() as connection:
            due = {"acknowledge_by": crew.clock.now()}
            connection.execute(update(escalation).where(escalation.c.id == which), due)
    taken = crew.desk.escalation_work.acknowledge(crew.engineer, which)
    assert taken is not None
    return ref, which, lambda: crew.desk.escalation_work.take_act_back(crew.engineer, taken)


def test_somebody_takes_it_over_meanwhile(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        ref, which, back = acknowledged(crew)

        def judge(first: Side, second: Side) -> None:
            assert second.error is None
            assert errors(first) in ([], [Refused]), "whoever comes second is told"
            (row,) = [each for each in rows_of(crew) if each.id == which]
            assert (row.state, row.to_person_id) == ("active", crew.supervisor.person_id)
            was_late = first.error is not None
            assert row.acknowledged_by_id == (crew.engineer if was_late else crew.supervisor).person_id
            assert any(said.startswith("Took back: ") for said in journal_of(crew, ref)) is not was_late

        return Case(back, lambda: crew.desk.escalation_work.take(crew.supervisor, which), judge)

    go_through(lacing, make)


def test_the_timers_look_at_it_meanwhile(crew: Crew, lacing: Lacing) -> None:
    """Its time ran out while it was acknowledged, so it is passed on: once, whoever comes first."""

    def make() -> Case:
        ref, which, back = acknowledged(crew, is_due=True)

        def look() -> None:
            with crew.heart.writing(PROGRAM) as work:
                handle_escalation(work, [which])

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            look()
            mine = [row for row in rows_of(crew) if row.incident_id == ref.id]
            assert sorted((row.kind, row.state) for row in mine) == [
                ("functional", "passed_on"), ("hierarchical", "waiting"),
            ]  # fmt: skip
            assert [row.escalation_id for row in rows_of(crew, escalation_step)].count(which) == 1

        return Case(back, look, judge)

    go_through(lacing, make)
