"""Commands for the terminal: each takes its arguments and returns text and an exit code."""
