"""Whether a file lies on a disk of this computer, or where others reach it too: on a share or in a synced folder."""

import os
import re
import sys
from pathlib import Path, PurePath

from app.domain.wording import tr

_OVERRIDE = "MAINSTAY_FILE_SYSTEM"
"""`local` or `share`, for tests and for whoever knows better."""

_SHARES = re.compile(
    r"nfs\d?|cifs|smb\d*|smbfs|9p|afs|afpfs|ncpfs|webdav|davfs|ceph|glusterfs|lustre|gpfs|beegfs|ocfs2|gfs2|virtiofs|vboxsf"
    r"|prl_fs|fuse\..+"
)
"""Types of file systems that several computers can have mounted; `fuseblk` is a local disk and is none of them."""

_SYNCED = re.compile(
    r"onedrive.*|dropbox.*|google ?drive|googledrive.*|nextcloud|owncloud|icloud ?drive|pcloud.*|box sync"
)
"""Folders that a program copies to other computers behind everybody's back."""

_DRIVE_REMOTE = 4


def shared_by(path: Path) -> str:
    """What lets other computers reach the file, in words; empty where nothing does, as far as can be told."""
    chosen = os.environ.get(_OVERRIDE, "")
    if chosen:
        return "" if chosen == "local" else "a share"
    whole = path.resolve()
    synced = next((part for part in whole.parts if _SYNCED.fullmatch(part.casefold())), "")
    if synced:
        return tr("the synced folder {synced}", synced=synced)
    kind = _file_system(whole)
    return tr("a share ({kind})", kind=kind) if _SHARES.fullmatch(kind) else ""


def _file_system(path: Path) -> str:
    if sys.platform == "win32":
        return _windows_kind(path)
    mounts = Path("/proc/self/mountinfo")
    if mounts.exists():
        return kind_in(mounts.read_text(encoding="utf-8", errors="surrogateescape"), path)
    return ""


def kind_in(mountinfo: str, path: PurePath) -> str:
    """The type of the file system that holds the path, from the text of `/proc/self/mountinfo` (proc(5))."""
    best, kind = -1, ""
    for line in mountinfo.splitlines():
        fields, separator, rest = line.partition(" - ")
        if not separator:
            continue
        place = PurePath(_unescaped(fields.split(" ")[4]))
        # Later lines lie over earlier ones at the same place.
        if (path == place or place in path.parents) and len(place.parts) >= best:
            best, kind = len(place.parts), rest.split(" ")[0]
    return kind.casefold()


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), text)


def _windows_kind(path: Path) -> str:
    if str(path).startswith("\\\\"):
        return "smb"
    if sys.platform == "win32":
        import ctypes

        return "smb" if ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _DRIVE_REMOTE else ""
    return ""
