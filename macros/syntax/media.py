"""Embedded files: pictures with sizes, sound, video and PDF."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree

from macros import markup

_IMAGES = frozenset([".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp"])
_AUDIO = frozenset([".3gp", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav"])
_VIDEO = frozenset([".m4v", ".mkv", ".mov", ".mp4", ".ogv", ".webm"])
_PLACES = frozenset(["left", "center", "right", "left-wrap", "right-wrap"])
"""`300|left`: where an embed of Excalidraw stands; a page has its own order."""
_LOOKS = frozenset({"align", "style"})
_SIZE = re.compile(r"(?:(.*?)\s*\|\s*)?\s*(\d{1,5})(?:\s*[xX]\s*(\d{1,5}))?\s*", re.DOTALL)


def is_media(path: str) -> bool:
    """True for a file that a page can show; others are links."""
    return _extension(path) in _IMAGES | _AUDIO | _VIDEO | {".pdf"}


def media_tag(path: str) -> str:
    """The element that shows a file: `audio`, `video`, `iframe` for PDF, `img` for all others."""
    extension = _extension(path)
    if extension in _AUDIO:
        return "audio"
    if extension in _VIDEO:
        return "video"
    return "iframe" if extension == ".pdf" else "img"


def split_size(label: str) -> tuple[str, str, str]:
    """`alt|300x200` → alternative text, width, height (pixels, empty where not given): Obsidian's picture sizes."""
    if "|" in label:
        label = "|".join(part for part in label.split("|") if part.strip() not in _PLACES)
    found = _SIZE.fullmatch(label)
    return (found[1] or "", found[2], found[3] or "") if found else (label.strip(), "", "")


def show_media(element: etree.Element, path: str, address: str, label: str) -> None:
    """Turn `element` into the player or picture for the file `path`, with the size that `label` gives it."""
    alt, width, height = split_size(label)
    width, height = width or element.get("width", ""), height or element.get("height", "")
    title = element.get("title")
    looks = {key: value for key, value in element.attrib.items() if key in _LOOKS}
    element.attrib.clear()
    element.text = None
    element.tag = media_tag(path)
    if element.tag == "audio":
        attributes = {"controls": "controls", "preload": "none", "src": address}
    elif element.tag == "video":
        attributes = {"controls": "controls", "preload": "metadata", "src": address}
    elif element.tag == "iframe":
        attributes = {"class": markup.PDF, "loading": "lazy", "src": address}
        title = title or alt or posixpath.basename(path)
    else:
        attributes = {"alt": alt, "loading": "lazy", "src": address} | looks
    if title:
        attributes["title"] = title
    element.attrib.update(attributes | {k: v for k, v in (("width", width), ("height", height)) if v})


def _extension(path: str) -> str:
    return posixpath.splitext(path)[1].lower()
