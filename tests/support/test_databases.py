"""Each test that asks for a database gets a migrated one of its own."""

from pathlib import Path

from sqlalchemy import create_engine, inspect, make_url, pool, text


def test_is_migrated_and_empty(database_url: str) -> None:
    engine = create_engine(database_url, poolclass=pool.NullPool)
    assert "incident" in inspect(engine).get_table_names()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM incident")).scalar_one() == 0
    engine.dispose()


def test_is_blank(blank_database_url: str) -> None:
    url = make_url(blank_database_url)
    if url.get_backend_name() == "sqlite":
        assert not Path(str(url.database)).exists()
        return
    engine = create_engine(url, poolclass=pool.NullPool)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
