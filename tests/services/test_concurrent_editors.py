"""Many editors at the same incidents at once: no update is lost, and whoever was slower is told (T6, short form)."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.desk import make_desk
from tests.support.crew import Crew
from tests.support.editors import Editor, Ledger, check
from tests.support.following import address

EDITORS, ROUNDS = 4, 25


@contextmanager
def editors(crew: Crew, count: int) -> Iterator[list[Editor]]:
    """So many editors, each with connections of its own."""
    stores = [Store(Database(address(crew)), crew.clock, Bus()) for _ in range(count)]
    yield [Editor(make_desk(store), crew.agent, f"editor {number}") for number, store in enumerate(stores)]
    for store in stores:
        store.database.close()


def ledger_of(found: list[Editor]) -> Ledger:
    whole = Ledger()
    for each in found:
        whole.add(each.ledger)
    return whole


def test_no_update_is_lost_among_threads(crew: Crew) -> None:
    refs = [crew.log() for _ in range(2)]

    def work(editor: Editor) -> None:
        for _ in range(ROUNDS):
            editor.do_something(refs)

    with editors(crew, EDITORS) as found, ThreadPoolExecutor(EDITORS) as pool:
        for done in [pool.submit(work, each) for each in found]:
            done.result()
    ledger = ledger_of(found)
    check(crew.desk, crew.agent, refs, ledger)
    assert ledger.accepted
    assert ledger.refused, "four editors at two incidents meet"


ACTS = st.tuples(st.integers(0, 2), st.integers(0, 1), st.sampled_from(["write", "write", "look", "comment"]))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=st.lists(ACTS, max_size=25))
def test_no_update_is_lost_in_any_order(crew: Crew, acts: list[tuple[int, int, str]]) -> None:
    """The same, one act after another, so that a failure shrinks to the few that matter."""
    refs = [crew.log() for _ in range(2)]
    with editors(crew, 3) as found:
        for who, where, act in acts:
            getattr(found[who], act)(refs[where])
    check(crew.desk, crew.agent, refs, ledger_of(found))
