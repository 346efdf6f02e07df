"""The keyboard in the settings: which keys do what, other keys, and letters alone."""
