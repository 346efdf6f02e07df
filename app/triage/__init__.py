"""LEARNED SUGGESTIONS. Text in, ranked suggestions out, without a network.

Its modules import numpy, and those that learn scikit-learn; so whoever is on the way to the first window imports them
inside functions, where they are wanted.
"""
