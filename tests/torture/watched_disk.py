"""What the SQLite of this process asks of the disk, to be looked at, answered otherwise, or passed on.

SQLite asks the system through a table of functions (sqlite.org/vfs.html), and the files that it opens are given tables
of their own; here those are replaced. For a process of its own: nothing puts them back.
"""

import ctypes
import ctypes.util
from collections.abc import Callable
from typing import Any

_METHODS = (
    "xClose", "xRead", "xWrite", "xTruncate", "xSync", "xFileSize", "xLock", "xUnlock", "xCheckReservedLock",
    "xFileControl", "xSectorSize", "xDeviceCharacteristics", "xShmMap", "xShmLock", "xShmBarrier", "xShmUnmap",
    "xFetch", "xUnfetch",
)  # fmt: skip


class _FileMethods(ctypes.Structure):
    _fields_ = [("iVersion", ctypes.c_int), *((name, ctypes.c_void_p) for name in _METHODS)]


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs` as far as `xDelete`."""

    _fields_ = [
        ("iVersion", ctypes.c_int), ("szOsFile", ctypes.c_int), ("mxPathname", ctypes.c_int),
        ("pNext", ctypes.c_void_p), ("zName", ctypes.c_char_p), ("pAppData", ctypes.c_void_p),
        ("xOpen", ctypes.c_void_p), ("xDelete", ctypes.c_void_p),
    ]  # fmt: skip


_POINTER, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_longlong
_SHAPES = {
    "xRead": ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG),
    "xWrite": ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG),
    "xSync": ctypes.CFUNCTYPE(_INT, _POINTER, _INT),
    "xTruncate": ctypes.CFUNCTYPE(_INT, _POINTER, _LONG),
}
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT)


class WatchedDisk:
    """Passes everything on; whoever wants to know of it, or to answer otherwise, overrides the three methods."""

    def __init__(self) -> None:
        library = ctypes.CDLL(ctypes.util.find_library("sqlite3") or "libsqlite3.so.0")
        library.sqlite3_vfs_find.restype = ctypes.c_void_p
        library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
        vfs = ctypes.cast(library.sqlite3_vfs_find(None), ctypes.POINTER(_Vfs)).contents
        self._kept: list[Any] = []
        self._tables: dict[int, _FileMethods] = {}
        self._names: dict[int, str] = {}
        self._really_open, self._really_delete = _OPEN(vfs.xOpen), _DELETE(vfs.xDelete)
        opening, deleting = _OPEN(self._open), _DELETE(self._delete)
        self._kept += [opening, deleting]
        vfs.xOpen = ctypes.cast(opening, ctypes.c_void_p).value
        vfs.xDelete = ctypes.cast(deleting, ctypes.c_void_p).value

    def opens(self) -> int:
        """A file is to be opened; anything but 0 is the failure that SQLite is told instead."""
        return 0

    def asked(self, name: str, _file: str, really: Callable[..., int], arguments: tuple[Any, ...]) -> int:
        """Something is asked of a file, which has no name where it is a temporary one."""
        return really(*arguments)

    def deleted(self, file: str) -> None:
        """A file was deleted."""

    def _open(self, vfs: int, name: int, file: int, flags: int, out: int) -> int:
        failure = self.opens()
        if failure:
            # SQLite closes nothing that was not opened, and tells so by an empty table.
            ctypes.cast(file, ctypes.POINTER(_POINTER))[0] = None
            return failure
        result = int(self._really_open(vfs, name, file, flags, out))
        slot = ctypes.cast(file, ctypes.POINTER(_POINTER))
        if result == 0 and slot[0]:
            self._names[file] = ctypes.string_at(name).decode() if name else ""
            slot[0] = ctypes.addressof(self._table(int(slot[0])))
        return result

    def _delete(self, vfs: int, name: int, syncs_folder: int) -> int:
        result = int(self._really_delete(vfs, name, syncs_folder))
        if result == 0:
            self.deleted(ctypes.string_at(name).decode())
        return result

    def _table(self, original: int) -> _FileMethods:
        """The table in the place of SQLite's own, of which there are few."""
        known = {ctypes.addressof(table) for table in self._tables.values()}
        if original not in self._tables and original not in known:
            table = _FileMethods()
            ctypes.memmove(ctypes.addressof(table), original, ctypes.sizeof(_FileMethods))
            for name, shape in _SHAPES.items():
                guarded = shape(self._guard(name, shape(getattr(table, name))))
                self._kept.append(guarded)
                setattr(table, name, ctypes.cast(guarded, ctypes.c_void_p).value)
            self._tables[original] = table
        return self._tables[original]

    def _guard(self, name: str, really: Callable[..., int]) -> Callable[..., int]:
        def guarded(*arguments: Any) -> int:
            return self.asked(name, self._names.get(arguments[0], ""), really, arguments)

        return guarded
