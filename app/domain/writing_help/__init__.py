"""What is asked of a model that helps to write, and what is hidden from it; values in, values out."""
