from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.imports import CountedStep, Fault, UnreadableFile, reconcile, visible_reopenings

_STEPS = st.lists(
    st.builds(
        CountedStep,
        state=st.sampled_from([None, "new", "in_progress", "resolved", "closed"]),
        group=st.sampled_from([None, "A", "B"]),
        reassignments=st.integers(0, 4),
        reopenings=st.integers(0, 4),
    ),
    min_size=1,
    max_size=12,
)


def _visible_groups(steps: list[CountedStep]) -> int:
    return sum(None not in {a.group, b.group} and a.group != b.group for a, b in pairwise(steps))


@given(_STEPS)
def test_the_facts_always_add_up_to_the_last_count_of_the_source(steps: list[CountedStep]) -> None:
    agreed = reconcile(steps).values()
    visible = _visible_groups(steps)
    derived = visible + sum(a.unseen_reassignments for a in agreed) - sum(a.uncounted_group_change for a in agreed)
    assert derived == steps[-1].reassignments


@given(_STEPS)
def test_reopenings_are_never_fewer_than_the_source_counted(steps: list[CountedStep]) -> None:
    unseen = sum(agreement.unseen_reopenings for agreement in reconcile(steps).values())
    assert visible_reopenings(step.state for step in steps) + unseen >= steps[-1].reopenings


def test_rows_that_agree_with_their_counts_need_nothing() -> None:
    steps = [CountedStep("new", "A", 0, 0), CountedStep("resolved", "B", 1, 0), CountedStep("new", "B", 1, 1)]
    assert reconcile(steps) == {}


def test_an_unknown_state_between_two_known_ones_hides_no_reopening() -> None:
    assert visible_reopenings(["resolved", None, "in_progress"]) == 1
    assert visible_reopenings(["resolved", None, "closed"]) == 0


def test_an_unreadable_file_names_its_faults_and_says_that_nothing_happened() -> None:
    error = UnreadableFile(tuple(Fault(line, "is wrong.") for line in range(1, 13)))
    assert "Line 10: is wrong." in str(error)
    assert "and 2 more" in str(error)
    assert "Nothing was imported." in str(error)
