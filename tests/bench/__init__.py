"""Measurements: never a part of the tests, always ratios within one run."""
