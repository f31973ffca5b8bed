"""The colour of a site on its cards, by the name that Material has for it: dark enough for white letters."""

from __future__ import annotations

from types import MappingProxyType

TEAL = "#0f766e"
COLORS = MappingProxyType(
    {
        "red": "#c62828",
        "pink": "#ad1457",
        "purple": "#7b1fa2",
        "deep-purple": "#512da8",
        "indigo": "#303f9f",
        "blue": "#1565c0",
        "light-blue": "#0277bd",
        "cyan": "#00838f",
        "teal": TEAL,
        "green": "#2e7d32",
        "light-green": "#558b2f",
        "lime": "#827717",
        "yellow": "#a66300",
        "amber": "#a85d00",
        "orange": "#b35300",
        "deep-orange": "#bf360c",
    }
)
