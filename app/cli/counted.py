"""Numbers of things as the command line says them: `1 incident`, `1,204 incidents`."""


def counted(number: int, one: str, many: str) -> str:
    """The number with what it counts; `one` for a single one."""
    return f"{number:,} {one if number == 1 else many}"
