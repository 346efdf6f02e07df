"""Where tests may write without waiting for a disk."""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")
MEMORY_BYTES = 2 * 1024**3  # containers often have 64 MB there, which is not enough


def place() -> Path | None:
    """A folder that lies in memory where the system offers one that is large enough, else None."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < MEMORY_BYTES:
        return None
    return MEMORY
