"""A text in Markdown as somebody would write it in a message: without the signs of the markup."""

import re
from typing import Final

_SIGNS: Final = (
    (re.compile(r"^#{1,6}\s+", re.MULTILINE), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r"\1 (\2)"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?![\w*])"), r"\1"),
    (re.compile(r"`+([^`\n]+)`+"), r"\1"),
    (re.compile(r"^```.*\n?", re.MULTILINE), ""),
    (re.compile(r"^\s*>\s?", re.MULTILINE), ""),
)


def as_plain(source: str) -> str:
    """The text without headings' signs, emphasis, code marks and pictures; lists and lines stay as they are."""
    for pattern, instead in _SIGNS:
        source = pattern.sub(instead, source)
    return source.strip()
