"""LEARNED SUGGESTIONS. Text in, ranked suggestions out, without a network; heavy imports stay inside functions."""
