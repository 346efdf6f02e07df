"""Thresholds as people type them."""

import pytest

from app.domain.errors import BadInput
from app.domain.instants import HOUR, MINUTE
from app.domain.sla.thresholds import BREACH, Threshold, after_due, before_due, percent
from app.domain.sla.typed_thresholds import in_order, read_threshold, write_threshold


@pytest.mark.parametrize(
    ("text", "threshold"),
    [
        ("75 %", percent(75)),
        ("75%", percent(75)),
        ("99.5 percent", percent("99.5")),
        ("120 %", percent(120)),
        ("30 m before", before_due(30 * MINUTE)),
        ("1 h 30 m before due", before_due(90 * MINUTE)),
        ("-30m", before_due(30 * MINUTE)),
        ("2 h after due", after_due(2 * HOUR)),
        ("+2h", after_due(2 * HOUR)),
        ("breach", BREACH),
        ("At breach", BREACH),
    ],
)
def test_thresholds_are_read(text: str, threshold: Threshold) -> None:
    assert read_threshold(text) == threshold
    assert read_threshold(write_threshold(threshold)) == threshold


@pytest.mark.parametrize("text", ["", "75", "soon", "0 %", "3 d before", "before", "75.55555 %"])
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_threshold(text)


def test_they_stand_in_the_order_in_which_they_are_reached() -> None:
    given = (BREACH, percent(50), before_due(HOUR), percent(100), percent(50))
    assert [write_threshold(one) for one in in_order(given, 4 * HOUR)] == ["50 %", "1 h before due", "100 %", "breach"]
