"""Settings of this computer, and which database they lead to."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadInput
from app.infra.settings import LocalSettings, change_settings, database_url, read_settings, sqlite_url, write_settings

VALUE = st.text(st.characters(codec="utf-8"), max_size=20)


def test_the_first_start_has_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == LocalSettings()


@given(st.builds(LocalSettings, VALUE, VALUE, VALUE, VALUE))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, settings: LocalSettings) -> None:
    folder = tmp_path_factory.getbasetemp() / "settings"
    write_settings(folder, settings)
    assert read_settings(folder) == settings


def test_two_windows_keep_what_each_chose(tmp_path: Path) -> None:
    known = LocalSettings(language="de")
    write_settings(tmp_path, known)
    change_settings(tmp_path, known, known._replace(theme="dark"))
    change_settings(tmp_path, known, known._replace(text_size="125"))
    assert read_settings(tmp_path) == known._replace(theme="dark", text_size="125")


def test_a_damaged_file_is_written_anew_with_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("theme = ", "utf-8")
    known = LocalSettings(language="de")
    change_settings(tmp_path, known, known._replace(theme="dark"))
    assert read_settings(tmp_path) == known._replace(theme="dark")


def test_a_damaged_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\ndatabase = \n', "utf-8")
    with pytest.raises(BadInput, match=r"settings\.toml cannot be read: .*line 2"):
        read_settings(tmp_path)
    path.write_bytes(b'theme = "\xff"')
    with pytest.raises(BadInput, match="cannot be read"):
        read_settings(tmp_path)


def test_a_file_saved_by_an_editor_with_a_mark_at_its_start(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b'\xef\xbb\xbftheme = "dark"\n')
    assert read_settings(tmp_path).theme == "dark"


def test_what_a_newer_version_saved_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('theme = "dark"\nholograms = true\n', "utf-8")
    assert read_settings(tmp_path) == LocalSettings(theme="dark")


def test_the_command_line_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "desk.sqlite"
    settings = LocalSettings(database="postgresql://desk.example.org/desk")
    monkeypatch.setenv("MAINSTAY_DATABASE", "sqlite:///environment.db")
    assert database_url("sqlite:///line.db", settings, own) == "sqlite:///line.db"
    assert database_url(None, settings, own) == "sqlite:///environment.db"
    monkeypatch.delenv("MAINSTAY_DATABASE")
    assert database_url(None, settings, own) == settings.database
    assert database_url(None, LocalSettings(), own) == sqlite_url(own)
    assert database_url("", LocalSettings(), own) == sqlite_url(own)


def test_a_bare_path_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert database_url("my desk.sqlite", LocalSettings(), tmp_path) == sqlite_url(tmp_path / "my desk.sqlite")
