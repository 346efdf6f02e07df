"""Help with writing: offered where the desk has it switched on, shown before it is sent, marked until it is checked."""
