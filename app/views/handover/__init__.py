"""Handing a shift over: the sheet as it is written, those that were handed over, and one of them."""
