"""A small certificate authority for tests, made with the `openssl` program of the machine."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OPENSSL = shutil.which("openssl")


@dataclass(frozen=True)
class Certificate:
    """A certificate and its private key, both in PEM form."""

    certificate: bytes
    key: bytes


@dataclass(frozen=True)
class Authority:
    """An authority that signs certificates of servers."""

    folder: Path
    name: str

    @property
    def file(self) -> Path:
        """Its own certificate, which clients are given."""
        return self.folder / f"{self.name}.crt"

    def issue(self, host: str = "localhost", *, expired: bool = False) -> Certificate:
        """A certificate for a server of this name, valid for a day, or one that ended yesterday."""
        stem = self.folder / f"{self.name}-{host}{'-expired' if expired else ''}"
        key, request, signed = stem.with_suffix(".key"), stem.with_suffix(".csr"), stem.with_suffix(".crt")
        extension = stem.with_suffix(".ext")
        extension.write_text(f"subjectAltName=DNS:{host}\n")
        _openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", str(key))
        _openssl("req", "-new", "-key", str(key), "-subj", f"/CN={host}", "-out", str(request))
        _openssl(
            "x509", "-req", "-in", str(request), "-CA", str(self.file), "-CAkey", str(self.file.with_suffix(".key")),
            "-set_serial", "7", "-days", "-1" if expired else "1", "-extfile", str(extension), "-out", str(signed),
        )  # fmt: skip
        return Certificate(signed.read_bytes(), key.read_bytes())


def make_authority(folder: Path, name: str) -> Authority:
    """A new authority whose files lie in the folder."""
    made = Authority(folder, name)
    key = made.file.with_suffix(".key")
    _openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", str(key))
    _openssl("req", "-x509", "-new", "-key", str(key), "-subj", f"/CN={name}", "-days", "2", "-out", str(made.file))
    return made


def _openssl(*arguments: str) -> None:
    if OPENSSL is None:
        raise FileNotFoundError("There is no openssl on this machine.")
    subprocess.run([OPENSSL, *arguments], check=True, capture_output=True)
