"""The one page of the first start."""
