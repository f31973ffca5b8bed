"""Runnable commands: read a recording, run it, compare it, show it."""
