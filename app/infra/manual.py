"""The pages of the manual, which come with the program as files of Markdown."""

import re
from pathlib import Path
from typing import Final

from app.domain.errors import Unavailable
from app.domain.wording import tr

_FOLDER: Final = Path(__file__).resolve().parents[2] / "docs"
_NAME: Final = re.compile(r"[A-Za-z][a-zA-Z-]*")


def manual_page(name: str) -> str:
    """The text of a page, such as `acting`; to be read on a lane. Unavailable where it did not come along."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no page of the manual.")
    try:
        return (_FOLDER / f"{name}.md").read_text(encoding="utf-8")
    except OSError as error:
        raise Unavailable(
            tr(
                "The page {name} of the manual is not here: {strerror}. Install Mainstay again.",
                name=name,
                strerror=error.strerror or error,
            )
        ) from error
