"""The window's life: started by `main.py`, ended by the person."""

from app.services.session import Context


def run_window(context: Context) -> int:
    """Open the window on the context's desk and return the exit code when it is closed."""
    context.open(context.url).desk.close()
    return 0
