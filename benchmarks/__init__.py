"""What Mainstay promises about speed, as ratios to floors measured in the same run; `make bench` prints them all.

Absolute times of a machine with neighbours move by a factor of two (reads) to ten (durable writes), so every figure is
a ratio of medians whose runs are interleaved with those of its floor.
"""
