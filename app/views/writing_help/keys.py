"""The key of a server that helps to write: in the keyring of the system, or as long as the window is open."""

from app.views.context import ViewContext


def kept_key(context: ViewContext, address: str) -> str:
    """The key for an address; on a lane, because a keyring may wait for the person. Empty where there is none."""
    from app.infra.passwords import kept_password

    return context.typed_keys.get(address) or kept_password(_place(address)) or ""


def keep_key(context: ViewContext, address: str, key: str) -> bool:
    """Keep the key, or forget it where it is empty; False where no keyring keeps it longer than the window is open."""
    from app.infra.passwords import keep_password

    context.typed_keys.pop(address, None)
    if keep_password(_place(address), key):
        return True
    if key:
        context.typed_keys[address] = key
    return False


def _place(address: str) -> str:
    return f"writing-help:{address}"
