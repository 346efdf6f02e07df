"""Names as the values of filter terms: between quotes where they would fall apart, a quote of their own doubled."""


def between_quotes(name: str) -> str:
    """The name in quotes, whatever stands in it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def quoted(name: str) -> str:
    """A name as the value of a term."""
    name = name.lower()
    return between_quotes(name) if any(sign in name for sign in ' ,:()"') else name


def unquoted(value: str) -> str:
    """The name that a value means, also while its last quote is still to be typed."""
    if not value.startswith('"'):
        return value.replace('"', "")
    return value[1:].replace('""', "\0").replace('"', "").replace("\0", '"')
