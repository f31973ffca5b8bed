"""Numbers as the index writes them."""

from __future__ import annotations

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """`number` in digits and small letters."""
    written = DIGITS[number % 36]
    while number := number // 36:
        written = DIGITS[number % 36] + written
    return written
