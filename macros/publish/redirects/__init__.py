"""Addresses that lead on to where a note is now: what a note asks for, its other names, and where it was before."""
