"""What a new desk still lacks before people can work at it."""
