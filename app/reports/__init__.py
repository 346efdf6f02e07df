"""DOCUMENTS. A dataclass becomes PDF bytes; the only package that imports reportlab."""
