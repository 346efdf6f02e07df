"""Markdown as HTML for a document of Qt, safe whatever somebody wrote.

Raw HTML is shown as the text that it is. Links lead to web pages, mail addresses, articles and incidents only; pictures
are the article's own, named by the hash of their content, and everything else that looks like one is shown as text.
What would hold the window up is flattened: nesting beyond a dozen levels, and words without end.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from html import escape
from typing import Any, Final

from app.domain.numbers import parse_article_number, parse_incident_number
from app.domain.pictures import PICTURE
from app.domain.wording import tr

KNOWLEDGE_LINK: Final = "article"
INCIDENT_LINK: Final = "incident"
# Of what a mail may begin with only texts and readers: some mail programs attach the file that an address names.
_BEGINS = r"(?:subject|body|cc)=[^\s\\&#]*"
_MAIL = rf"mailto:[^\s\\?#]+(?:\?{_BEGINS}(?:&{_BEGINS})*)?"
_WEB = re.compile(rf"^(?:https?://[^\s/\\@?#\x00-\x1f]+(?:[/?#]\S*)?|{_MAIL})$", re.IGNORECASE)
_HASH = re.compile(r"^[0-9a-f]{64}$")
_RUN = re.compile(r"\S{400}(?=\S)")
_MOST_NESTING = 12
_LONGEST = 256_000
_NUMBERS = re.compile(r"\b(?:KB|INC)-\d{1,12}\b")
_TASK = re.compile(r"^\[([ xX])\]\s+")


def as_html(source: str, pictures: Collection[str] = (), allowed: Callable[[str], str] | None = None) -> str:
    """The HTML of a text in Markdown; `pictures` are the hashes of those that belong to it.

    `allowed` says where a link may lead, in the place of `link_of`.
    """
    # Imported here, because the window opens long before somebody reads an article.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MOST_NESTING, "linkify": False})
    parser.enable(["table", "strikethrough"])
    parser.validateLink = lambda _url: True  # type: ignore[method-assign, assignment]  # what is allowed is decided below
    tokens = parser.parse(_RUN.sub(lambda run: f"{run.group()} ", source[:_LONGEST]))
    return "".join(_Writer(frozenset(pictures), allowed or link_of).blocks(tokens))


def link_of(address: str) -> str:
    """Where a link may lead: the address as Qt is given it, or nothing where it leads nowhere."""
    address = address.strip()
    article, incident = parse_article_number(address), _incident(address)
    if article is not None:
        return f"{KNOWLEDGE_LINK}:{article}"
    if incident is not None:
        return f"{INCIDENT_LINK}:{incident}"
    return address if _WEB.match(address) else ""


def _incident(text: str) -> int | None:
    return parse_incident_number(text) if text[:3].upper() == "INC" else None


_PLAIN: Final = {
    "paragraph_open": "<p>", "paragraph_close": "</p>", "blockquote_open": "<blockquote>",
    "blockquote_close": "</blockquote>", "bullet_list_open": "<ul>", "bullet_list_close": "</ul>",
    "ordered_list_close": "</ol>", "list_item_open": "<li>", "list_item_close": "</li>",
    "table_open": '<table border="1" cellspacing="0" cellpadding="6">', "table_close": "</table>",
    "thead_open": "", "thead_close": "", "tbody_open": "", "tbody_close": "", "tr_open": "<tr>", "tr_close": "</tr>",
    "th_open": "<th>", "th_close": "</th>", "td_open": "<td>", "td_close": "</td>", "hr": "<hr/>",
    "strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>", "s_open": "<s>",
    "s_close": "</s>", "softbreak": " ", "hardbreak": "<br/>",
}  # fmt: skip
"""What each sign of Markdown becomes; nothing that somebody wrote stands in it."""


class _Writer:
    """Writes HTML of nothing but known tags; every text and every address is escaped."""

    def __init__(self, pictures: frozenset[str], allowed: Callable[[str], str]) -> None:
        self._pictures, self._allowed = pictures, allowed
        self._links: list[bool] = []
        self._tight: list[bool] = []

    def blocks(self, tokens: Sequence[Any]) -> Iterable[str]:
        """The blocks of a text."""
        for token in tokens:
            if token.type == "inline":
                yield from self._inline(token.children or ())
            elif token.type in {"paragraph_open", "paragraph_close"} and token.hidden:
                # A paragraph of a tight list is no paragraph of its own.
                continue
            elif token.type in _PLAIN:
                yield _PLAIN[token.type]
            else:
                yield self._block(token)

    def _block(self, token: Any) -> str:
        if token.type == "heading_open":
            return f"<{_heading(token.tag)}>"
        if token.type == "heading_close":
            return f"</{_heading(token.tag)}>"
        if token.type == "ordered_list_open":
            start = token.attrGet("start")
            return f'<ol start="{int(start)}">' if start is not None else "<ol>"
        if token.type in {"fence", "code_block"}:
            return f"<pre>{escape(token.content.rstrip())}</pre>"
        return escape(token.content)

    def _inline(self, tokens: Sequence[Any]) -> Iterable[str]:
        for place, token in enumerate(tokens):
            if token.type == "text":
                yield self._text(token.content, is_first=place == 0)
            elif token.type == "code_inline":
                yield f"<code>{escape(token.content)}</code>"
            elif token.type == "link_open":
                yield self._link(str(token.attrGet("href") or ""))
            elif token.type == "link_close":
                yield "</a>" if self._links and self._links.pop() else ""
            elif token.type == "image":
                yield self._picture(token)
            else:
                yield _PLAIN.get(token.type) or escape(token.content)

    def _text(self, text: str, *, is_first: bool) -> str:
        task = _TASK.match(text) if is_first else None
        if task is not None:
            box = "\N{BALLOT BOX}" if task[1] == " " else "\N{BALLOT BOX WITH CHECK}"
            return f"{box} {self._text(text[task.end() :], is_first=False)}"
        if any(self._links):
            return escape(text)
        written, end = [], 0
        for number in _NUMBERS.finditer(text):
            written += [escape(text[end : number.start()]), _anchor(link_of(number[0])), number[0], "</a>"]
            end = number.end()
        return "".join([*written, escape(text[end:])])

    def _link(self, address: str) -> str:
        allowed = self._allowed(address)
        self._links.append(bool(allowed))
        return _anchor(allowed) if allowed else ""

    def _picture(self, token: Any) -> str:
        source, described = str(token.attrGet("src") or ""), escape(token.content or "")
        digest = source.removeprefix(PICTURE)
        if source.startswith(PICTURE) and _HASH.match(digest) and digest in self._pictures:
            return f'<img src="{PICTURE}{digest}" alt="{described}"/>'
        said = tr("[Picture: {what} not shown]", what=described) if described else tr("[Picture not shown]")
        return f"<i>{said}</i>"


def _anchor(address: str) -> str:
    return f'<a href="{escape(address, quote=True)}">'


def _heading(tag: str) -> str:
    # The title of the article is the first heading, so the text begins with the second.
    return {"h1": "h2", "h2": "h3", "h3": "h4"}.get(tag, "h5")
