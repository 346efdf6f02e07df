"""Everybody has one opinion of an article: the database keeps it, and an upgrade takes back what two programs kept."""

import pytest
from sqlalchemy.exc import IntegrityError

from app.infra.database import Database
from app.infra.database_url import parse_url
from app.infra.migrate import upgrade
from tests.support.old_desks import lay_out
from tests.support.tampering import behind

ONE, TWO = "0" * 31 + "1", "0" * 31 + "2"
ROWS = (
    f"INSERT INTO person (id, name, role) VALUES ('{ONE}', 'Ada', 'agent'), ('{TWO}', 'Ben', 'agent')",
    (
        "INSERT INTO article (id, number, kind, state, version, title, audience, tags, created_at, updated_at)"
        f" VALUES ('{ONE}', 1, 'faq', 'draft', 1, 'Paper', 'everyone', '[]', '{{at}}', '{{at}}')"
    ),
    (
        "INSERT INTO article_version (article_id, number, title, audience, created_at)"
        f" VALUES ('{ONE}', 1, 'Paper', 'everyone', '{{at}}')"
    ),
)
AT = "2026-11-29T08:00:00.000000Z"
LATER = "2026-11-29T09:00:00.000000Z"


def opinion(number: int, kind: str, at: str, person: str = ONE) -> str:
    """An opinion of somebody as a statement."""
    return (
        "INSERT INTO article_use (id, article_id, version, kind, person_id, at)"
        f" VALUES ('{number:032x}', '{ONE}', 1, '{kind}', '{person}', '{at}')"
    )


def test_an_upgrade_lets_the_newest_opinion_stand(blank_database_url: str) -> None:
    lay_out(blank_database_url, "20261129_0030")
    with behind(parse_url(blank_database_url)) as connection:
        for statement in (
            *(each.format(at=AT) for each in ROWS),
            opinion(1, "helped", AT),
            opinion(2, "did_not_help", LATER),
            opinion(3, "helped", AT, TWO),
            opinion(4, "used", AT),
        ):
            connection.execute(statement)
    upgrade(blank_database_url)
    database = Database(blank_database_url)
    with database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT kind, person_id FROM article_use WHERE removed_at IS NULL ORDER BY id"
        ).all()
    database.close()
    assert [(kind, str(person).replace("-", "")) for kind, person in found] == [
        ("did_not_help", ONE),
        ("helped", TWO),
        ("used", ONE),
    ]


def test_nobody_keeps_a_second_one(database_url: str) -> None:
    database = Database(database_url)
    with database.writing() as connection:
        for statement in (*(each.format(at=AT) for each in ROWS), opinion(1, "helped", AT), opinion(3, "used", AT)):
            connection.exec_driver_sql(statement)
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.exec_driver_sql(opinion(2, "did_not_help", LATER))
    database.close()
