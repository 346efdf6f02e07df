"""Handing a shift over, and taking it over."""
