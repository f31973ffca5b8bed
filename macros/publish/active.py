"""Files that run on the origin of the site when somebody opens them."""

from __future__ import annotations

import mimetypes
import posixpath
import re

_HTML = "htm html mht mhtml shtm shtml stm xht xhtml xhtm hta htc ehtml"
_XML = """
atom ccxml cdxml crd dae davmount dbk ditamap dita dfxp dtd ecma emma ent epp fb2 fodg fodp fods fodt gml gpx grxml
inkml jnlp kml lostxml mads mathml meta4 metalink mets mml mods mrcx mxml mpd musicxml ncx omdoc opf opml osfpvg owl pls
plist pskcxml qbo rdf resx rl rld rng rs rsd rss ruleset sbml sdkm shf sitemap smi smil sru srx ssdl ssml svgz tei
teicorpus tfi ttml uoml vcxproj vxml wadl wsdl wspolicy xaml xbl xcs xdf xdm xdp xdssc xenc xer xhvml xlf xliff xml xop
xpl xproc xsd xsl xslt xspf xul xvm xvml yang yin zaz
"""
"""Endings of names that hosts serve as XML, in which a browser runs the scripts of HTML and SVG.

Source: Apache, `mime.types`, all types that end in `+xml` or `/xml`.
"""
_OTHERS = "cgi php phtml swf appcache"
_XML_ENDINGS = frozenset(_XML.split()) - {"svgz", "xsl", "xslt"}
_ENDINGS = frozenset(f"{_HTML} {_XML} {_OTHERS}".split()) - {"ecma", "pls", "yang", "ent", "dtd", "crd"}
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?[\s\0]*(?:\xff\xfe|\xfe\xff)?<[\0]?[!?/a-z]", re.IGNORECASE)
"""How HTML and XML begin. Source: WHATWG, MIME Sniffing."""


def is_active(path: str, head: bytes) -> bool:
    """True for a file that a host may serve as HTML or XML, by its name, or by its `head` where that says nothing.

    Apache looks at all the endings of a name when it does not know the last: `a.html.ko`.
    """
    name = posixpath.basename(path).rstrip(". ").lower()
    _, *endings = name.split(".")
    if not endings:
        return _HEAD.match(head) is not None
    if endings[-1] in _ENDINGS:
        return True
    return any(ending in _ENDINGS | {"svg"} for ending in endings[:-1]) and not _is_known(f".{endings[-1]}")


def is_xml(path: str) -> bool:
    """True for a file of whose kinds only XML can be active: whether it is, its text says."""
    return posixpath.splitext(path.rstrip(". "))[1].lower().removeprefix(".") in _XML_ENDINGS


def _is_known(ending: str) -> bool:
    return ending in mimetypes.MimeTypes().types_map[True]
