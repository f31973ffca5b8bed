"""What stands in the place of a link or a file that the vault does not have."""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from macros import markup
from macros.language import Language
from macros.syntax.media import split_size
from macros.vault import Missing, Reference, Withheld

_SHOWN = frozenset({"audio", "iframe", "img", "video"})


def mark_missing(element: etree.Element, reference: Reference, missing: Missing, language: Language) -> None:
    """Muted text with a tooltip: `[[not written yet]]`; a lost file is a quiet placeholder that names it.

    What stays at home is named by the text of a link alone, which its author wrote for readers.
    """
    lost_file = reference.embed and (element.tag in _SHOWN or bool(posixpath.splitext(reference.name)[1]))
    anchor = element.get("id") or element.get("name")
    element.attrib.clear()
    if anchor:
        element.set("id", anchor)
    alt, *_ = split_size(reference.label)
    css = markup.MISSING
    if isinstance(missing, Withheld):
        title = language.say("note.withheld")
        if reference.embed:
            element.text = AtomicString(alt or title)
    elif lost_file:
        title, css = language.say("note.lost-file", name=reference.name), f"{markup.MISSING} {markup.MISSING_FILE}"
        name = posixpath.basename(reference.name)
        element.text = AtomicString(f"{alt} ({name})" if alt and alt != name else name)
    else:
        title = language.say("note.unwritten", name=reference.name)
    element.tag = "span"
    element.set("class", css)
    element.set("title", title)
