"""Texts are filled in or say what is missing; a macro that would always be refused is refused when it is made."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.errors import BadInput
from app.domain.kept_words import ALL_BUILT_IN
from app.domain.macros import (
    Acts,
    article_of,
    check_acts,
    check_text,
    fill,
    missing_words,
    mistyped,
    mistyped_words,
    plain_moment,
    said_with,
    step_of,
    text_goes_with_step,
)
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


def test_an_article_is_a_field_however_its_number_is_typed() -> None:
    facts = {"kb:4": "KB-000004 Clear a jam"}
    for typed in ("kb:KB-000004", "kb: kb 4 ", "KB:4", "kb:0004"):
        assert fill(f"See {{{{{typed}}}}}.", facts).text == "See KB-000004 Clear a jam."
    assert fill("{{kb:5}}", facts).missing == ("kb:5",)
    assert missing_words(("kb:5",)).startswith("Not known here: KB-000005 as a published article")
    assert said_with("{{kb:5}}", {}) == "[KB-000005 as a published article that whoever reads this may read]"
    assert [article_of(name) for name in ("kb:", "kb:x", "me.name", "kb:INC-000001")] == [None] * 4
    check_text("{{kb:KB-000123}} until {{incident.due}}")
    with pytest.raises(BadInput, match="kb:KB-000123"):
        check_text("{{kb:jam}}")


def test_a_moment_reads_the_same_for_everybody_where_no_way_of_writing_is_known() -> None:
    assert plain_moment(datetime(2026, 3, 2, 14, 30, tzinfo=UTC)) == "2026-03-02 14:30 UTC"


def test_tags_and_an_article_are_something_to_do() -> None:
    check_acts(Acts(tags=("printer",)), "", public=True, offered=ALL_BUILT_IN)
    check_acts(Acts(article=4), "", public=True, offered=ALL_BUILT_IN)
    assert not Acts()
    with pytest.raises(BadInput, match="no tag"):
        check_acts(Acts(tags=("?",)), "", public=True, offered=ALL_BUILT_IN)


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dear {{caller.frist}}", "caller.frist"), ("{{ Caller.Name }}", "Caller.Name"), ("{{me.nme}}", "me.nme"),
        ("{{caller.name}} and {{service.nmae}}", "service.nmae"), ("{{caller.name}}", None), ("{{kb:4}}", None),
        ("The template has {{ user.name }} and {{caller}}", None), ("No braces", None),
    ],
)  # fmt: skip
def test_a_name_that_was_meant_for_a_field_is_told_from_braces_of_ones_own(text: str, name: str | None) -> None:
    assert mistyped(text) == name


def test_what_was_probably_meant_is_named() -> None:
    assert "Did you mean {{caller.first_name}}?" in mistyped_words("caller.frist_name")
    assert "Did you mean" not in mistyped_words("service.xyzzyxyzzyxyzzy")
