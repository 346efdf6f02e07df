"""A template fills in what is empty, and says what it left."""

import pytest

from app.domain.errors import BadInput
from app.domain.incident_templates import Filling, check_filling, filling_of, parted


def test_what_was_typed_is_left_and_named() -> None:
    wanted = {"summary": "New starter", "details": "Account and mail", "service_id": "s1", "impact": ""}
    typed = {"summary": "Mara begins on Monday", "details": " ", "service_id": "s1"}
    assert parted(wanted, typed) == ({"details": "Account and mail"}, ["summary"])


def test_it_is_kept_without_what_is_empty() -> None:
    filling = Filling("New starter", impact=2, message="Welcome", public=False)
    assert filling.to_data() == {
        "short_description": "New starter", "impact": 2, "message": "Welcome", "public": False,
    }  # fmt: skip
    assert filling_of(filling.to_data() | {"of a later version": 1}) == filling


@pytest.mark.parametrize(
    ("filling", "said"),
    [
        (Filling(), "fills in nothing"),
        (Filling("x" * 161), "160 is the limit"),
        (Filling("New", subcategory_id="s"), "needs its category"),
        (Filling("New", message="{{caller.salary}}"), "no field"),
    ],
)
def test_what_would_be_refused_is_said_before(filling: Filling, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        check_filling(filling)
