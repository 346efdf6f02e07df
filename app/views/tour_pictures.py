"""The pictures of the manual: what they are called, how large each is, and how one is written in few bytes."""

from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

Size = tuple[int, int]

WINDOW: Final[Size] = (1440, 900)
_ERROR_WINDOW: Final[Size] = (680, 440)
_OWN_WINDOW: Final[Size] = (1100, 780)

_BY_DAY: Final = (
    "queue", "create", "resolve", "incident", "why", "escalate", "macro", "presence_queue", "presence", "conflict",
    "begun", "draft_overtaken", "dashboard", "dashboard_table", "wall", "escalations", "problems", "problem",
    "handover", "hold", "knowledge", "knowledge_edit", "review", "calendar", "policies", "rules", "services", "backups",
)  # fmt: skip
_AT_WORK: Final = (
    "search", "palette", "shortcuts", "filter_help", "save_view", "bulk", "merge", "major", "update", "notifications",
    "triage", "suggested", "alike", "risk", "filling", "checklist", "writing_help", "writing_help_written",
    "writing_help_marked", "settings_writing_help", "writing_help_tried", "jobs", "contrast", "help", "first_steps",
    "encryption", "messages", "handover_read", "screenshot", "majors", "reviews", "handovers", "bring_in", "handing_on",
)  # fmt: skip
_OVER: Final = ("columns", "find", "file", "article_versions", "merge_category", "burst", "retention")
SECTIONS: Final = (
    "hours", "matrix", "incidents", "hold_reasons", "resolution_codes", "quality", "knowledge", "search", "macros",
    "checklists", "templates", "categories", "items", "sites", "people", "teams", "export", "gate", "trail", "log",
    "desk", "appearance", "keys",
)  # fmt: skip
"""Sections of the settings of which the manual has a picture `settings_…`, beside those that the day shows."""
_AT_THE_DOOR: Final = (
    "first_run", "connect", "connect_failed", "set_up", "new_password", "restore", "away", "written_down", "outbox",
    "sign_in",
)  # fmt: skip

MANUAL: Final[dict[str, Size]] = {
    **dict.fromkeys(chain(_BY_DAY, _AT_WORK, _OVER, (f"settings_{each}" for each in SECTIONS), _AT_THE_DOOR), WINDOW),
    "error": _ERROR_WINDOW,
    "apart": _OWN_WINDOW,
}
"""Each picture of the manual and its size; it is there in the light and in the dark theme."""

PAPERS: Final = ("review_of_the_call.pdf", "review.pdf")
"""The printed reviews: of the call that the tour logs, and of the outage."""

_EXACT, _COLOURS = 72, 96
_NEAR: Final = 0x00F0F0F0
"""Colours that differ by less than this leaves are one, where there are too many."""


def picture_file(name: str, mode: str, size: Size) -> str:
    """The name of the file of a picture."""
    return f"{name}_{mode}_{size[0]}x{size[1]}.png"


def manual_files() -> set[str]:
    """The names of all files in the folder of pictures of the manual."""
    pictures = {picture_file(name, mode, size) for name, size in MANUAL.items() for mode in ("light", "dark")}
    return pictures | {*PAPERS}


def write_small(image: QImage, path: Path) -> bool:
    """Write a picture of a window in a third of its bytes, by a table of colours; False where it cannot be."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    # Without dithering, which would make flat areas grainy and the file larger again.
    few = plain.convertToFormat(QImage.Format.Format_Indexed8, _commonest(plain), Qt.ImageConversionFlag.AvoidDither)
    return few.save(str(path), quality=0)


def _commonest(image: QImage) -> list[int]:
    """The colours that stand most often, as they are, and of the rest one for each neighbourhood."""
    counts = Counter(memoryview(image.constBits()).cast("B").cast("I")).most_common()
    chosen = [colour for colour, _count in counts[:_EXACT]]
    rest = {colour & _NEAR: colour for colour, _count in reversed(counts[_EXACT:])}
    wanted = sorted(rest.values(), key=dict(counts).__getitem__, reverse=True)
    return [0xFF000000 | colour for colour in (*chosen, *wanted[: _COLOURS - len(chosen)])]
