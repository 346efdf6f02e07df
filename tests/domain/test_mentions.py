"""Names after an @: whole ones, the longer of two, and never those in an address."""

import pytest

from app.domain.mentions import mentioned

PEOPLE = (
    ("o", "Omar Saleh"),
    ("a", "Ana"),
    ("b", "Ana Ruiz"),
    ("s", "Siân O'Brien"),
    ("t", "Tom Abara"),
    ("u", "Tom Abara"),
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("@Omar Saleh, please look", ("o",)),
        ("please look, @omar saleh", ("o",)),
        ("(@Omar Saleh)", ("o",)),
        ("@Ana Ruiz and @Ana", ("b", "a")),
        ("@Ana @Ana", ("a",)),
        ("@Siân O'Brien: done?", ("s",)),
        ("@Tom Abara", ("t", "u")),
        ("@Omar", ()),
        ("@Omar Salehs", ()),
        ("mail ruiz@Ana", ()),
        ("@", ()),
        ("Omar Saleh", ()),
        ("", ()),
    ],
)
def test_who_is_mentioned(text: str, ids: tuple[str, ...]) -> None:
    assert mentioned(text, PEOPLE) == ids


def test_nobody_is_mentioned_where_nobody_has_a_name() -> None:
    assert mentioned("@ all", (("x", ""),)) == ()
