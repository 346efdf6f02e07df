"""A stakeholder update while somebody else does something to it or to what hangs below, in every order."""

from collections.abc import Callable

import pytest

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.vocabulary import CloseCause, State
from app.services.incidents.dto import IncidentRef, Merge
from tests.services.test_isolation import Case, errors, go_through, lacing, step
from tests.services.test_stakeholder_updates import declared, told, update
from tests.support.crew import Crew
from tests.support.interleaving import Lacing, Side

__all__ = ["lacing"]

pytestmark = [pytest.mark.postgresql, pytest.mark.parametrize("crew", ["postgresql"], indirect=True)]


def major_with_child(crew: Crew) -> tuple[IncidentRef, IncidentRef, str]:
    """The child is the older of the two, so that some lock them in another order than the update does."""
    child = crew.log()
    major = declared(crew)
    return major, child, crew.link(child, major)


def send(crew: Crew, major: IncidentRef, actor: Actor | None = None) -> Callable[[], object]:
    """Somebody sends an update, the agent unless told otherwise."""
    post = update(crew)
    return lambda: crew.desk.incidents.post(actor or crew.agent, major.id, post)


def test_what_was_closed_meanwhile_is_told_nothing(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        major, child, _ = major_with_child(crew)
        crew.bring_to(child, State.RESOLVED)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            (item,) = told(crew, major)
            journal = crew.see(child).journal
            closed = [entry.id for entry in journal if ("state", "closed") in [(c.field, c.new) for c in entry.changes]]
            copies = [entry.id for entry in told(crew, child)]
            assert len(closed) == 1
            assert all(copy < closed[0] for copy in copies)
            assert item.changes[0].new == ("2" if copies else "1"), "how many read it is true"

        close = Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED)
        return Case(send(crew, major), step(crew, crew.supervisor, child, close), judge)

    go_through(lacing, make)


def test_what_is_unlinked_or_merged_meanwhile_is_told_once_or_not_at_all(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        major, child, link = major_with_child(crew)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            assert len(told(crew, major)) == 1
            assert told(crew, major)[0].changes[0].new == str(1 + len(told(crew, child)))

        return Case(send(crew, major), lambda: crew.desk.incidents.unlink(crew.supervisor, link), judge)

    def make_merge() -> Case:
        major, child, _ = major_with_child(crew)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            assert (len(told(crew, major)), len(told(crew, child))) == (1, 1)

        merge = (Merge(crew.desk.new_id(), child.id),)
        return Case(send(crew, major), lambda: crew.desk.merge_work.merge(crew.supervisor, major.id, merge), judge)

    go_through(lacing, make)
    go_through(lacing, make_merge)


def test_two_updates_are_both_told_everywhere(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        major, child, _ = major_with_child(crew)

        def judge(first: Side, second: Side) -> None:
            assert errors(first, second) == []
            authors = [sorted(item.author_name or "" for item in told(crew, ref)) for ref in (major, child)]
            assert authors == 2 * [["Ada Brandt", "Sven Lind"]]

        return Case(send(crew, major), send(crew, major, crew.supervisor), judge)

    go_through(lacing, make)


def test_one_that_meets_its_demotion_is_told_everywhere_or_nowhere(crew: Crew, lacing: Lacing) -> None:
    def make() -> Case:
        major, child, _ = major_with_child(crew)

        def judge(first: Side, second: Side) -> None:
            assert second.error is None
            assert str(first.error) in {"None", "It is no major incident."}
            expected = 0 if first.error else 1
            assert (len(told(crew, major)), len(told(crew, child))) == (expected, expected)

        return Case(send(crew, major), lambda: crew.desk.major_work.demote(crew.supervisor, major.id, "No."), judge)

    go_through(lacing, make)
