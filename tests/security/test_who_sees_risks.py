"""Who sees the risk of an incident: the rows say it themselves, kept by triggers, and never say it late.

That nobody may write it is tried by `families.py`.
"""

from app.domain.vocabulary import Role
from tests.security.restricting import LIFT, RESTRICT, count, counted_by
from tests.security.siege import MEMBER, OWNER, Siege

_RISK = "SELECT count(*) FROM incident_risk WHERE incident_id = '{%s}'"
_WRONG = (
    "SELECT count(*) FROM incident_risk r JOIN incident i ON i.id = r.incident_id"
    " WHERE r.restricted_group_id IS DISTINCT FROM i.restricted_group_id"
)


def seen_by(siege: Siege, who: str, name: str, *before: str) -> int:
    """How many rows somebody sees after the owner did something, in one transaction."""
    return counted_by(siege, who, _RISK % name, *before)


def test_a_restriction_hides_it_at_once_and_its_end_shows_it(siege: Siege) -> None:
    assert seen_by(siege, Role.ADMIN, "foreign") == 1
    assert seen_by(siege, Role.ADMIN, "foreign", RESTRICT) == 0
    assert seen_by(siege, MEMBER, "foreign", RESTRICT) == 1
    assert seen_by(siege, Role.ADMIN, "foreign", RESTRICT, LIFT) == 1


def test_a_risk_that_is_counted_later_says_it_too(siege: Siege) -> None:
    anew = (
        "DELETE FROM incident_risk WHERE incident_id = '{secret}'",
        "INSERT INTO incident_risk (incident_id, reckoned_at) VALUES ('{secret}', now())",
    )
    assert seen_by(siege, Role.ADMIN, "secret", *anew) == 0
    assert seen_by(siege, MEMBER, "secret", *anew) == 1


def test_every_row_says_the_same_as_its_incident(siege: Siege) -> None:
    assert count(siege, OWNER, _WRONG) == 0
    assert count(siege, OWNER, RESTRICT, _WRONG) == 0
