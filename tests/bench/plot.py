"""Seconds by notes as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _NAMES = 640, 360, 50, 40, 170


def plot(lines: Mapping[str, Sequence[tuple[int, float]]], file: Path) -> None:
    """Draw seconds by notes, one of `lines` for each name."""
    sizes = sorted({size for points in lines.values() for size, _ in points})
    most = max(seconds for points in lines.values() for _, seconds in points)

    def across(size: int) -> float:
        return _LEFT + (_WIDTH - _LEFT - _NAMES) * size / max(sizes)

    drawn = []
    for number, (name, known) in enumerate(lines.items()):
        points = [
            (across(size), _HEIGHT - _BOTTOM - (_HEIGHT - _BOTTOM - 20) * seconds / most) for size, seconds in known
        ]
        colour = f"hsl({number * 60} 60% 42%)"
        path = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
        dots = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="{colour}"/>' for x, y in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}')
        drawn.append(f'<text x="{_WIDTH - 160}" y="{30 + number * 18}" fill="{colour}">{name}</text>')
    axes = f'<path d="M{_LEFT} 20V{_HEIGHT - _BOTTOM}H{_WIDTH - _NAMES}" fill="none" stroke="#888"/>'
    ticks = "".join(
        f'<text x="{across(size):.0f}" y="{_HEIGHT - 22}" text-anchor="middle">{size:,}</text>' for size in sizes
    )
    top = f'<text x="{_LEFT - 6}" y="26" text-anchor="end">{most:.0f} s</text>'
    style = 'font-family="sans-serif" font-size="12" fill="#888"'
    body = f"{axes}{ticks}{top}{''.join(drawn)}"
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" {style}>{body}</svg>\n', "utf-8"
    )
