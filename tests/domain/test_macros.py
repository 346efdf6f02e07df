"""Texts are filled in or say what is missing; a macro that would always be refused is refused when it is made."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.errors import BadInput
from app.domain.kept_words import ALL_BUILT_IN
from app.domain.macros import Acts, check_acts, check_text, fill, missing_words, step_of, text_goes_with_step
from app.domain.vocabulary import HoldReason, State

FACTS = {"caller.first_name": "Jonas", "incident.number": "INC-000007", "service.name": None}


@pytest.mark.parametrize(
    ("text", "filled", "missing"),
    [
        ("Hello {{caller.first_name}},", "Hello Jonas,", ()),
        ("{{ incident.number }} {{incident.number}}", "INC-000007 INC-000007", ()),
        ("About {{service.name}}", "About {{service.name}}", ("service.name",)),
        ("{{nothing}} {{ }}", "{{nothing}} {{ }}", ("nothing", "")),
        ("{not a field} }} {{", "{not a field} }} {{", ()),
        ("", "", ()),
    ],
)
def test_filling(text: str, filled: str, missing: tuple[str, ...]) -> None:
    assert fill(text, FACTS) == (filled, missing)


def test_what_is_filled_in_is_not_read_again() -> None:
    assert fill("{{caller.first_name}}", {"caller.first_name": "{{me.name}}"}).text == "{{me.name}}"


def test_what_is_missing_is_named() -> None:
    assert missing_words(("service.name",)).startswith("Not known here: its service.")


def test_a_field_that_nothing_has_is_refused() -> None:
    check_text("Hello {{caller.name}}")
    with pytest.raises(BadInput, match="There is no field"):
        check_text("Hello {{caller.shoe_size}}")


@pytest.mark.parametrize(
    ("acts", "text", "public"),
    [
        (Acts(), " ", True),
        (Acts({"short_description": "x"}), "", True),
        (Acts(state=State.CLOSED), "x", True),
        (Acts(state=State.ON_HOLD), "x", True),
        (Acts(state=State.ON_HOLD, hold_reason=HoldReason.AWAITING_VENDOR, hold_days=999), "x", True),
        (Acts(state=State.ON_HOLD, hold_reason=HoldReason.AWAITING_CALLER, hold_days=2), "x", False),
        (Acts(state=State.RESOLVED, resolution_code="solution_provided"), "", True),
        (Acts(state=State.RESOLVED, resolution_code="nonsense"), "Done", True),
    ],
)
def test_what_would_always_be_refused(acts: Acts, text: str, public: bool) -> None:
    with pytest.raises(BadInput):
        check_acts(acts, text, public=public, offered=ALL_BUILT_IN)


def test_steps_take_the_text_with_them_where_it_belongs_to_them() -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    asks = Acts(state=State.ON_HOLD, hold_reason=HoldReason.AWAITING_CALLER, hold_days=2)
    step = step_of(asks, "Which one?", now)
    assert step is not None
    assert (step.comment, step.hold_until) == ("Which one?", now + timedelta(days=2))
    assert text_goes_with_step(asks)
    waits = Acts(state=State.ON_HOLD, hold_reason=HoldReason.AWAITING_VENDOR, hold_days=1)
    step = step_of(waits, "For us", now)
    assert step is not None
    assert step.comment == ""
    assert not text_goes_with_step(waits)
    assert step_of(Acts(), "x", now) is None
