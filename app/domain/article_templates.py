"""What a new article begins with, by its kind."""

from app.domain.knowledge import ArticleKind

_HOW_TO = """\
## When to use this

Who asks for it, and what they want to reach.

## Before you begin

- What has to be there: rights, devices, versions

## Steps

1. First step
2. Second step
3. How to tell that it worked

## If it does not work

What to check, and whom to ask.
"""

_KNOWN_ERROR = """\
## Symptoms

What people see, word for word where there is an error message.

## Cause

What is known of the cause, and the problem that it belongs to.

## Workaround

1. First step
2. How to tell that it worked

## Permanent solution

What will mend it, and when. Until then the workaround holds.
"""

_FAQ = """\
## Answer

The answer in two or three sentences, in the words of who asks.

## More about it

What some people ask next.
"""

TEMPLATES = {ArticleKind.HOW_TO: _HOW_TO, ArticleKind.KNOWN_ERROR: _KNOWN_ERROR, ArticleKind.FAQ: _FAQ}
"""The text of each starter template, in Markdown."""


def body_from_resolution(kind: ArticleKind, *, symptoms: str, resolution: str) -> str:
    """The text of an article that an incident taught: what was seen, and what resolved it."""
    heads = {
        ArticleKind.HOW_TO: ("When to use this", "Steps"),
        ArticleKind.KNOWN_ERROR: ("Symptoms", "Workaround"),
        ArticleKind.FAQ: ("Question", "Answer"),
    }[kind]
    parts = (symptoms.strip() or "What people see.", resolution.strip() or "What resolves it.")
    return "\n\n".join(f"## {head}\n\n{part}" for head, part in zip(heads, parts, strict=True)) + "\n"
