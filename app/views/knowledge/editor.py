"""Writing an article: the text in Markdown beside what readers will see, kept as a draft with every pause."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.article_templates import TEMPLATES, body_from_resolution
from app.domain.errors import DeskError, StaleEdit
from app.domain.knowledge import ArticleKind, ArticleUse, Audience
from app.domain.numbers import article_number
from app.domain.vocabulary import ResolutionCode
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.services.knowledge.dto import ArticleDetail, ArticleFacts, ArticleRef, ArticleText
from app.views.context import ViewContext
from app.views.kept_answers import Answers, KeptAnswers
from app.views.knowledge.article_text import ArticleText as Shown
from app.views.knowledge.editor_pictures import EditorPictures
from app.views.knowledge.helping import ArticleHelp
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choices import Select
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.strips import InfoStrip
from app.views.widgets.text_box import TextBox

DRAFT: Final = "article:"
"""Before the id of the article whose draft is kept."""

_PREVIEW_MS: Final = 150


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being written: an article that is new, or the version after `seen`."""

    article_id: str
    text: ArticleText
    seen: int = 0
    number: int = 0
    facts: ArticleFacts = field(default_factory=ArticleFacts)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    incident_id: str = ""
    """The incident whose resolution it was made from; it is linked once the article is saved."""

    @property
    def is_new(self) -> bool:
        """Whether the desk does not know the article yet."""
        return self.seen == 0


class ArticleEditor(QWidget):
    """`saved` carries the reference and whether it is to be sent to review; `left` is Esc."""

    saved = Signal(object, bool)
    left = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.writing: Writing | None = None
        self._kept = KeptAnswers(context, self._answers, self._restore)
        self.name = Label("", tokens.VIEW_TITLE)
        self.told = ElidedLabel("", tokens.META, "text3")
        self.problem = InfoStrip("", "red", closable=True)
        self.restored = InfoStrip(tr("What you had typed is here again. "), "blue", closable=True)
        self.kind, self.audience = Select(tr("Kind of article")), Select(tr("Who reads it"))
        for kind in ArticleKind:
            self.kind.addItem(kind.label, kind)
        self.audience.addItem(tr("Internal: whoever works at the desk"), Audience.INTERNAL)
        self.audience.addItem(tr("Everyone, callers too"), Audience.EVERYONE)
        self.title, self.summary = QLineEdit(), QLineEdit()
        self.body = TextBox(tr("Text of the article in Markdown"), fills=True)
        self.pictures = EditorPictures(context, self.body)
        self.picture = Button(tr("Insert a picture…"), icon="image", keys="Ctrl+Shift+A", height=Size.BUTTON_PAGE)
        self.preview = Shown(tr("What readers will see"))
        self.save = Button(tr("Save"), kind="secondary", keys="Ctrl+Return", height=Size.BUTTON_PAGE)
        self.send = Button(
            tr("Save and send to review"), kind="primary", keys="Ctrl+Shift+Return", height=Size.BUTTON_PAGE
        )
        self.help = ArticleHelp(context, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PREVIEW_MS)
        self._timer.timeout.connect(self.show_preview)
        self._quiet = False
        self._dress_fields()
        self._lay_out()
        self._connect()

    def _dress_fields(self) -> None:
        self.title.setPlaceholderText(tr("Title: what it answers, in the words of who asks"))
        self.title.setAccessibleName(tr("Title"))
        self.title.setFont(font(tokens.SHEET_TITLE))
        self.title.setMaxLength(4_000)  # a paste that is too long is refused in words, not cut silently
        self.summary.setPlaceholderText(tr("Summary: what it is about, in one or two sentences"))
        self.summary.setAccessibleName(tr("Summary"))
        self.summary.setMaxLength(10_000)
        for line in (self.title, self.summary):
            line.setFixedHeight(Size.INPUT)
        self.body.setFont(font(tokens.CODE._replace(pixels=13)))
        self.body.setPlaceholderText(tr("## Steps\n\n1. First step\n2. **Second** step, with `what to type`"))

    def _lay_out(self) -> None:
        back = IconButton("arrow-left", tr("Back to the articles (Esc)"))
        back.clicked.connect(lambda _checked=False: self.left.emit())
        head = QHBoxLayout()
        head.setSpacing(10)
        for widget in (back, self.name):
            head.addWidget(widget)
        head.addWidget(self.told, 1)
        head.addWidget(self.save)
        head.addWidget(self.send)
        chosen = QHBoxLayout()
        chosen.setSpacing(8)
        chosen.addWidget(self.kind)
        chosen.addWidget(self.audience)
        chosen.addWidget(self.help.button)
        chosen.addStretch(1)
        chosen.addWidget(self.picture)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.addWidget(Label(tr("Text in Markdown"), tokens.META_STRONG, "text2"), 0, 0)
        grid.addWidget(Label(tr("What readers will see"), tokens.META_STRONG, "text2"), 0, 1)
        grid.addWidget(self.body, 1, 0)
        grid.addWidget(self.preview, 1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 16)
        whole.setSpacing(8)
        whole.addLayout(head)
        for strip in (self.problem, self.restored, self.help.mark):
            whole.addWidget(strip)
            strip.hide()
        whole.addLayout(chosen)
        whole.addWidget(self.title)
        whole.addWidget(self.summary)
        whole.addLayout(grid, 1)

    def _connect(self) -> None:
        self.title.textEdited.connect(lambda _text: self._typed())
        self.summary.textEdited.connect(lambda _text: self._typed())
        self.body.textChanged.connect(self._typed)
        self.audience.activated.connect(lambda _index: self._typed())
        self.kind.activated.connect(lambda _index: self._kind_chosen())
        self.body.submitted.connect(lambda: self.submit(send=False))
        self.body.submitted_further.connect(lambda: self.submit(send=True))
        self.body.left.connect(self.left)
        self.picture.clicked.connect(lambda _checked=False: self.pictures.ask())
        self.pictures.changed.connect(self.show_preview)
        self.pictures.problem.connect(self._say)
        self.save.clicked.connect(lambda _checked=False: self.submit(send=False))
        self.send.clicked.connect(lambda _checked=False: self.submit(send=True))
        self.restored.add_button(tr("Throw it away"), self._throw_away)
        self._context.drafts.saved.connect(self._draft_saved)

    def begin(self, writing: Writing) -> None:
        """Write this; what was typed before and not saved comes back."""
        self._kept.put_away()
        self.problem.hide()
        self.restored.hide()
        self.writing = writing
        self.name.setText(
            tr("New article")
            if writing.is_new
            else tr("{number}, version {seen}", number=article_number(writing.number), seen=writing.seen + 1)
        )
        self.kind.setVisible(writing.is_new)
        self.kind.setCurrentIndex(self.kind.findData(writing.facts.kind))
        self.told.set_text("")
        self.pictures.begin(_beside(writing.article_id), writing.pictures)
        self._put(writing.text)
        self.show_preview()
        self.help.begin()
        self._kept.begin(f"{DRAFT}{writing.article_id}")
        (self.title if writing.is_new and not writing.text.title else self.body).setFocus()

    def begin_edit(self, detail: ArticleDetail) -> None:
        """Write the version after the newest one, which the detail shows."""
        row = detail.row
        self.begin(Writing(row.id, detail.text, row.version, row.number, detail.facts, detail.pictures))

    def text(self) -> ArticleText:
        """What stands in the fields."""
        return ArticleText(
            self.title.text(), self.summary.text(), self.body.toPlainText(), Audience(self.audience.currentData())
        )

    def put_away(self) -> None:
        """The page is left; what was typed stays as a draft."""
        self._kept.put_away()

    def show_preview(self) -> None:
        """Show what readers will see."""
        place = self.preview.verticalScrollBar().value()
        self.preview.show_source(self.body.toPlainText(), self.pictures.shown())
        self.preview.verticalScrollBar().setValue(place)

    def submit(self, *, send: bool) -> None:
        """Save; with `send` it is sent to review as well."""
        writing = self.writing
        if writing is None or not self.save.isEnabled():
            return
        self._allow(allowed=False)
        self.problem.hide()
        desk, actor, text = self._context.desk.knowledge_work, self._context.actor, self.text()
        model = self.help.model()
        facts = replace(writing.facts, kind=ArticleKind(self.kind.currentData()))
        pictures = self.pictures.new_in(text.body)

        def work() -> ArticleRef:
            if writing.is_new:
                ref = desk.create(actor, writing.article_id, text, facts, pictures, model=model)
                if writing.incident_id:
                    # The same id for the use as for the article, so that a second attempt links it once.
                    desk.use(actor, writing.article_id, writing.article_id, ArticleUse.LINKED, writing.incident_id)
                return ref
            return desk.write(actor, writing.article_id, text, pictures, seen=writing.seen, model=model)

        self._context.background.write(work, lambda ref: self._done(ref, send=send), self._failed)

    def _done(self, ref: ArticleRef, *, send: bool) -> None:
        self._allow(allowed=True)
        self._kept.done(f"{DRAFT}{ref.id}")
        self.pictures.done(_beside(ref.id))
        self.writing = None
        self.saved.emit(ref, send)

    def _say(self, problem: str) -> None:
        self.problem.clear_buttons()
        self.problem.set_text(problem, "red")
        self.problem.setVisible(bool(problem))

    def _failed(self, error: DeskError) -> None:
        self._allow(allowed=True)
        self.problem.clear_buttons()
        if isinstance(error, StaleEdit):
            self.problem.set_text(
                tr("Somebody saved a newer version meanwhile. What you typed is still here."), "amber"
            )
            self.problem.add_button(tr("Save mine as the next version"), self._insist)
        else:
            self.problem.set_text(str(error), "red")
        self.problem.show()

    def _insist(self) -> None:
        writing = self.writing
        if writing is None:
            return
        desk, actor = self._context.desk, self._context.actor

        def newest(detail: ArticleDetail) -> None:
            self.writing = replace(writing, seen=detail.row.version)
            self.submit(send=False)

        self._context.background.read(lambda: desk.knowledge.detail(actor, writing.article_id), newest, self._failed)

    def _allow(self, *, allowed: bool) -> None:
        for button in (self.save, self.send):
            button.setEnabled(allowed)

    def _put(self, text: ArticleText) -> None:
        self._quiet = True
        self.title.setText(text.title)
        self.summary.setText(text.summary)
        self.body.setPlainText(text.body)
        self.audience.setCurrentIndex(self.audience.findData(text.audience))
        self._quiet = False

    def _typed(self) -> None:
        if not self._quiet:
            self._kept.keep()
            self._timer.start()

    def _kind_chosen(self) -> None:
        """Another kind has another template; what somebody wrote is left alone."""
        if self.body.toPlainText().strip() in {"", *(template.strip() for template in TEMPLATES.values())}:
            self.body.setPlainText(TEMPLATES[ArticleKind(self.kind.currentData())])
        self._typed()

    def _answers(self) -> Answers:
        writing, text = self.writing, self.text()
        return {
            "title": text.title,
            "summary": text.summary,
            "body": text.body,
            "audience": text.audience.value,
            "kind": str(self.kind.currentData()),
            "seen": str(writing.seen if writing is not None else 0),
            "incident": writing.incident_id if writing is not None else "",
        } | self.help.fields()

    def _restore(self, answers: Answers) -> None:
        text = text_of(answers)
        if self.writing is None or text == self.text():
            return
        # What others saved since the draft was begun was not seen by whoever typed it.
        seen = answers.get("seen", "")
        if not self.writing.is_new and seen.isdecimal() and 0 < int(seen) <= self.writing.seen:
            self.writing = replace(self.writing, seen=int(seen))
        self.kind.setCurrentIndex(max(0, self.kind.findData(answers.get("kind", ""))))
        self._put(text)
        self.help.restore(answers)
        self.show_preview()
        self.restored.show()

    def _throw_away(self) -> None:
        writing = self.writing
        self.restored.hide()
        if writing is not None:
            self._kept.done()
            self.pictures.done(_beside(writing.article_id))
            if writing.is_new:
                self.writing = None
                self.left.emit()
                return
            self._put(writing.text)
            self.show_preview()
            self._kept.begin(f"{DRAFT}{writing.article_id}", bring_back=False)

    def _draft_saved(self, key: str, at: datetime) -> None:
        if self.writing is not None and key == f"{DRAFT}{self.writing.article_id}":
            self.told.set_text(tr("Kept on this computer {when}", when=self._context.formats.time(at)))


def _beside(article_id: str) -> str:
    """Where new pictures of a draft are kept."""
    return f"{DRAFT}{article_id}:pictures"


def text_of(answers: Answers) -> ArticleText:
    """The text that a draft holds."""
    audience = answers.get("audience", "")
    return ArticleText(
        answers.get("title", ""), answers.get("summary", ""), answers.get("body", ""),
        Audience(audience) if audience in set(Audience) else Audience.INTERNAL,
    )  # fmt: skip


def new_writing(new_id: Callable[[], str], kind: ArticleKind) -> Writing:
    """A new article from its template."""
    return Writing(new_id(), ArticleText("", "", TEMPLATES[kind]), facts=ArticleFacts(kind))


def from_resolution(new_id: Callable[[], str], incident: IncidentDetail) -> Writing:
    """A new article that says what an incident taught."""
    known = incident.resolution_code in {ResolutionCode.KNOWN_ERROR, ResolutionCode.WORKAROUND_PROVIDED}
    kind = ArticleKind.KNOWN_ERROR if known else ArticleKind.HOW_TO
    body = body_from_resolution(kind, symptoms=incident.description, resolution=incident.resolution_notes or "")
    facts = ArticleFacts(
        kind, category_id=incident.category_id, problem_ref=incident.problem_ref or "",
        service_ids=(incident.service_id,) if incident.service_id else (),
    )  # fmt: skip
    return Writing(new_id(), ArticleText(incident.short_description, "", body), facts=facts, incident_id=incident.id)
