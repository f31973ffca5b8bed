"""What stands in the place of pictures, films and frames of other sites, which a page does not load."""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from macros import markup
from macros.syntax.host import Host
from macros.syntax.media import media_tag, split_size

_VIDEO = re.compile(
    r"(?:https?:)?//(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|embed/|shorts/)|youtu\.be/)"
    r"([\w-]{1,64})"
)
"""A video of YouTube, as an author pastes its address."""
_KEPT = ("alt", "width", "height", "title")
"""What the hidden element says of itself; no address, for those of its own note are not found here."""
_REMOTE = re.compile(r"\s*(?:https?:|ftp:|//)", re.IGNORECASE)


def is_remote(address: str) -> bool:
    """True for an address on another server."""
    return bool(_REMOTE.match(address))


def show_remote(element: etree.Element, host: Host, *, linked: bool = False) -> None:
    """Turn `element`, whose `src` is on another server, into a link to it, or into its name where it is `linked`.

    Pictures are loaded where the site's author said so. The hidden element inside says what would be there.
    """
    remote = element.get("src", "")
    alt, width, height = split_size(element.get("alt", ""))
    if element.tag == "img":
        element.set("alt", alt)
        for name, size in (("width", width), ("height", height)):
            if size:
                element.set(name, size)
        if host.external_images == "load" or not is_remote(remote):
            element.set("loading", "lazy")
            return
    video = _VIDEO.match(remote)
    if element.tag == "iframe" and not video:
        _show_frame(element, remote, linked=linked)
        return
    picture = {key: element.get(key, "") for key in _KEPT if key in element.attrib}
    tag = "iframe" if video else media_tag(remote.partition("?")[0]) if element.tag == "img" else element.tag
    label = alt or element.get("title", "") or posixpath.basename(remote.split("?")[0]) or remote
    element.tag, element.text = "span" if linked else "a", None
    element.attrib.clear()
    link = {} if linked else {"href": remote, "rel": "noopener noreferrer"}
    element.attrib.update({"class": markup.EXTERNAL_IMAGE, **link, "title": host.language.say("note.remote")})
    source = f"https://www.youtube-nocookie.com/embed/{video[1]}" if video else remote
    etree.SubElement(element, tag, picture | {"data-src": source, "hidden": "hidden"})
    etree.SubElement(element, "span").text = AtomicString(label)


def _show_frame(element: etree.Element, remote: str, *, linked: bool) -> None:
    """A frame that is no film: a map, a program, a page."""
    label = element.get("title", "") or remote
    element.tag = "span" if linked else "a"
    element.attrib.clear()
    if not linked:
        element.attrib.update({"class": markup.EXTERNAL, "href": remote, "rel": "noopener noreferrer"})
    element.text = AtomicString(label)
