"""Where the platform wants settings, data, caches and logs of a person."""

import os
from pathlib import Path
from typing import NamedTuple


class Paths(NamedTuple):
    """The folders of one person on one computer; `create` makes them."""

    config: Path
    data: Path
    state: Path
    cache: Path
    logs: Path

    @property
    def database(self) -> Path:
        """The person's own desk."""
        return self.data / "desk.sqlite"

    @property
    def demo_database(self) -> Path:
        """The demo desk, never mixed with the real one."""
        return self.data / "demo.sqlite"

    @property
    def drafts(self) -> Path:
        """What was typed and not yet saved."""
        return self.data / "drafts"

    def create(self) -> "Paths":
        """Make the folders that are missing, readable by this person only; returns itself."""
        for folder in (self.config, self.data, self.state, self.cache, self.logs, self.drafts):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self


def personal_paths() -> Paths:
    """The platform's folders, or those below `MAINSTAY_HOME` where that is set (portable use and tests)."""
    home = os.environ.get("MAINSTAY_HOME")
    if home:
        root = Path(home)
        return Paths(root / "config", root / "data", root / "state", root / "cache", root / "logs")
    import platformdirs

    dirs = platformdirs.PlatformDirs("mainstay", appauthor=False)
    return Paths(
        dirs.user_config_path, dirs.user_data_path, dirs.user_state_path, dirs.user_cache_path, dirs.user_log_path
    )
