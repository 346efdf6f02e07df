"""Settings of this person on this computer: a small TOML file, written whole or not at all."""

import json
import os
from pathlib import Path
from typing import Final, NamedTuple

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.infra.files import write_whole


class LocalSettings(NamedTuple):
    """What belongs to the computer rather than to the desk; times of the desk are shown in `time_zone`.

    `language` is that of the window, `system` what the computer speaks. `text_size` is one of `TEXT_SIZES`. Of the
    backups that a window makes by itself `backup_daily` says yes or no, `backup_keep` how many, and `backup_folder`
    where; empty is beside the desk. `backup_sealed` has those encrypted, and those that are asked for. New anchors of
    the audit trail are sent to `anchor_folder`, if any. A desk that asks who it is locks after `lock_minutes` without a
    hand; 0 is never. `help_agreed` names the servers that help to write to which somebody agreed, as `agreement` writes
    it. `tray` says yes or no to messages of the system, `close_to_tray` whether the close button of the window keeps
    the program in the tray instead of ending it. `sound` says yes or no to a sound for one's own incidents of
    priority 1.
    """

    database: str = ""
    person_id: str = ""
    theme: str = "system"
    time_zone: str = ""
    text_size: str = "100"
    backup_daily: str = "yes"
    backup_keep: str = "14"
    backup_folder: str = ""
    backup_sealed: str = "no"
    anchor_folder: str = ""
    lock_minutes: str = "10"
    language: str = "system"
    help_agreed: str = ""
    tray: str = "yes"
    close_to_tray: str = "no"
    sound: str = "no"


TEXT_SIZES: Final = (85, 90, 100, 110, 125, 150)
"""Per cent of the usual size of text, and of everything that is measured by it."""


def text_size(settings: LocalSettings) -> int:
    """How large text is, in per cent; what nobody could have chosen counts as 100."""
    return next((size for size in TEXT_SIZES if str(size) == settings.text_size), 100)


def read_settings(folder: Path) -> LocalSettings:
    """The saved settings, or the defaults on the first start; `BadInput` names the line of a damaged file."""
    path = folder / "settings.toml"
    if not path.exists():
        return LocalSettings()
    # Imported here, because a start without settings can do without it.
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(
            tr(
                "The settings file {path} cannot be read: {error}. Mend the line or delete the file.",
                path=path,
                error=error,
            )
        ) from error
    return LocalSettings(**{key: str(value) for key, value in data.items() if key in LocalSettings._fields})


def write_settings(folder: Path, settings: LocalSettings) -> None:
    """Save the settings; a crash leaves the old file or the new one."""
    # A JSON string without control characters is a valid TOML basic string, so no TOML writer is needed.
    # But for the delete character, which JSON writes as it stands and TOML forbids.
    quoted = {
        key: json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        for key, value in settings._asdict().items()
    }
    lines = [f"{key} = {value}" for key, value in quoted.items()]
    write_whole(folder / "settings.toml", ("\n".join(lines) + "\n").encode())


def change_settings(folder: Path, before: LocalSettings, after: LocalSettings) -> None:
    """Save what differs between the two; what another window saved meanwhile stays as it is."""
    changed = {key: value for key, value in after._asdict().items() if value != getattr(before, key)}
    try:
        known = read_settings(folder)
    except BadInput:
        known = after
    write_settings(folder, known._replace(**changed))


def database_url(argument: str | None, settings: LocalSettings, default: Path) -> str:
    """The database to open: the command line first, then `MAINSTAY_DATABASE`, the settings, the person's own file."""
    chosen = argument or os.environ.get("MAINSTAY_DATABASE") or settings.database
    if not chosen:
        return sqlite_url(default)
    return chosen if "://" in chosen else sqlite_url(Path(chosen))


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file."""
    return f"sqlite:///{path.resolve().as_posix()}"


def sqlite_file(url: str) -> Path | None:
    """The file that a URL names; None for a database that is no file."""
    backend, _, path = url.partition(":///")
    return Path(path) if backend.startswith("sqlite") and path else None
