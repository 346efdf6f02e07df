"""The form for the address of a team's desk: typed part by part, or pasted as a whole."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.infra.server_address import PORT, Proof, ServerAddress, is_here
from app.views.connect.fields import Field, KeepPassword, PasswordField
from app.views.toolkit import tokens
from app.views.toolkit.where_files_go import ask_for_file
from app.views.widgets.buttons import Button
from app.views.widgets.choices import Select
from app.views.widgets.labels import Label

_PROOFS = (
    (Proof.FILE, tr("By our office's own authority (CA)")),
    (Proof.SYSTEM, tr("By an authority this computer trusts")),
    (Proof.NONE, tr("Not at all: it runs on this computer")),
)


class AddressForm(QWidget):
    """`changed` when anything is typed or chosen, `pasted` carries a whole address, `submitted` is Enter."""

    changed = Signal()
    pasted = Signal(str)
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.whole = Field(tr("Paste an address"), "postgresql://person@server/database", tr("Or fill in its parts:"))
        self.host = Field(tr("Server"), "desk-db.office.example")
        self.port = Field(tr("Port"), str(PORT))
        self.port.line.setValidator(QIntValidator(1, 65535, self.port))
        self.database = Field(tr("Database"), "desk")
        self.person = Field(tr("Person"))
        self.password = PasswordField()
        self.keep = KeepPassword()
        self.proof = Select(tr("The server proves who it is"))
        for proof, text in _PROOFS:
            self.proof.addItem(text, proof)
        self.ca_file = Field(
            tr("Certificate of the authority (CA)"),
            "office-ca.crt",
            tr("A file from whoever runs the server; not a secret."),
        )
        self._choose = Button(tr("Choose"), icon="folder-open", height=tokens.Size.INPUT)
        self._choose.clicked.connect(lambda _checked=False: self._ask_for_file())
        self.ca_file.row.addWidget(self._choose)
        self._filling = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.port.setFixedWidth(92)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.whole)
        column.addLayout(_side_by_side(self.host, self.port))
        column.addLayout(_side_by_side(self.database, self.person))
        column.addWidget(self.password)
        column.addWidget(self.keep)
        proof = QVBoxLayout()
        proof.setSpacing(4)
        proof.addWidget(Label(tr("The server proves who it is"), tokens.META_MEDIUM, "text2"))
        proof.addWidget(self.proof)
        column.addLayout(proof)
        column.addWidget(self.ca_file)
        self.setFocusProxy(self.host)

    def _connect(self) -> None:
        self.fields = {
            "host": self.host, "port": self.port, "database": self.database, "person": self.person,
            "password": self.password, "ca_file": self.ca_file,
        }  # fmt: skip
        for field in self.fields.values():
            field.changed.connect(self._tell)
            field.submitted.connect(self.submitted)
        self.whole.changed.connect(self._pasted)
        self.host.changed.connect(self._guess_proof)
        self.proof.currentIndexChanged.connect(lambda _index: self._proof_chosen())

    def address(self) -> ServerAddress:
        """What is typed; it may still lack something."""
        return ServerAddress(
            host=self.host.text().strip(),
            database=self.database.text().strip(),
            person=self.person.text().strip(),
            port=int(self.port.text() or PORT),
            proof=Proof(self.proof.currentData()),
            ca_file=self.ca_file.text().strip(),
        )

    def show_address(self, address: ServerAddress, password: str = "") -> None:
        """Fill in the parts."""
        self._filling = True
        self.host.set_text(address.host)
        self.port.set_text("" if address.port == PORT else str(address.port))
        self.database.set_text(address.database)
        self.person.set_text(address.person)
        if password:
            self.password.set_text(password)
        self.proof.setCurrentIndex([proof for proof, _text in _PROOFS].index(address.proof))
        self.ca_file.set_text(address.ca_file)
        self._filling = False
        self._proof_chosen()

    def say(self, error: BadInput) -> None:
        """Say what is wrong at its field, or at the pasted address where it belongs to none."""
        field = self.fields.get(error.field or "", self.whole if self.whole.text() else self.host)
        field.say(str(error))
        field.setFocus()

    def forget_pasted(self) -> None:
        """The pasted address stands in the parts now; it may have held a password."""
        self._filling = True
        self.whole.set_text("")
        self._filling = False

    def _pasted(self) -> None:
        text = self.whole.text().strip()
        if not self._filling and "://" in text and "/" in text.partition("://")[2]:
            self.pasted.emit(text)

    def _guess_proof(self) -> None:
        here = is_here(self.host.text().strip()) and bool(self.host.text().strip())
        if not self._filling and here != (self.proof.currentData() == Proof.NONE):
            self.proof.setCurrentIndex(2 if here else 0)

    def _proof_chosen(self) -> None:
        self.ca_file.setVisible(self.proof.currentData() == Proof.FILE)
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _ask_for_file(self) -> None:
        kinds = tr("Certificates (*.crt *.pem *.cer);;All files (*)")
        # No desk is open yet, and so nothing is remembered.
        ask_for_file(
            self, None, tr("Certificate of the authority"), kinds, lambda path: self.ca_file.set_text(str(path))
        )


def _side_by_side(wide: QWidget, narrow: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(wide, 1)
    row.addWidget(narrow, 0 if narrow.maximumWidth() < 200 else 1)
    return row
