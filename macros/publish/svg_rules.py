"""What a file of a drawing may have: shapes, colours, filters, movement; nothing that runs or loads."""

from __future__ import annotations

import re

from macros.syntax.sanitize import PAINT
from macros.vault.html_reader import SVG_TAGS

ELEMENTS = SVG_TAGS | frozenset(
    """a animate animateMotion animateTransform desc feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
    feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
    feTile feTurbulence filter image mpath set style switch symbol textPath title use view""".split()
)
"""What a note's own drawings have, and what only a file can: there, no id is anybody else's."""
FOREIGN = frozenset({"script", "foreignObject", "handler", "listener", "iframe", "audio", "video", "object", "embed"})
"""Elements of which an author is told when they are taken out; all others that are not in the list say nothing."""
ATTRIBUTES = PAINT - {"xmlns"} | frozenset(
    """accumulate additive alignment-baseline amplitude attributeName azimuth baseFrequency baseline-shift begin bias by
    calcMode class clip clipPathUnits color-interpolation color-interpolation-filters color-profile color-rendering
    cursor diffuseConstant direction display divisor dur edgeMode elevation enable-background end exponent
    fill-rule filter filterRes filterUnits flood-color flood-opacity font font-feature-settings font-kerning
    font-size-adjust font-stretch font-variant font-variation-settings from fr glyph-orientation-horizontal
    glyph-orientation-vertical id image-rendering in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength
    keyPoints keySplines keyTimes lang lengthAdjust lighting-color limitingConeAngle line-height marker maskContentUnits
    mask-type max media method min mix-blend-mode mode numOctaves operator order origin overflow paint-order path
    pointer-events pointsAtX pointsAtY pointsAtZ preserveAlpha primitiveUnits radius refX refY repeatCount repeatDur
    requiredExtensions requiredFeatures restart result role scale seed shape-rendering side slope spacing
    specularConstant specularExponent startOffset stdDeviation
    stitchTiles stop-color style surfaceScale systemLanguage tabindex
    tableValues target targetX targetY text-decoration text-orientation text-rendering to transform-box transform-origin
    type unicode-bidi values version viewTarget visibility white-space word-spacing writing-mode xChannelSelector
    yChannelSelector z""".split()
)
"""Source: W3C, SVG 2, "Attribute index", without what is called when something happens, and addresses."""
ANIMATED = ATTRIBUTES - frozenset({"attributeName", "style", "class", "id", "target", "type", "begin", "end"})
"""Attributes that may move: an animation of an address could make it one that runs."""
_LOADS = re.compile(r"url\s*\(", re.IGNORECASE)
_HARMLESS = re.compile(
    r"url\s*\(\s*(?P<mark>[\"']?)(?:#[^\"'()\\\s]*|data:(?:font/|application/(?:x-)?font-)[\w;+/=,.-]*)(?P=mark)\s*\)",
    re.IGNORECASE,
)
"""A part of the same drawing, or letters that lie in it."""
_FETCHES = re.compile(
    r"@import|@charset|@namespace|image-set|cross-fade|\b(?:image|src|element|expression)\s*\(|-moz-binding|\\"
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_RULES = re.compile(r"@(?:import|charset|namespace)\b[^;{}]*;?", re.IGNORECASE)
_ADDRESS = re.compile(r"url\s*\([^)]*\)", re.IGNORECASE)
_BREAK = re.compile(r"([;{}])")
_HIDDEN = "\0"
"""A semicolon that ends no declaration."""


def loads(text: str) -> bool:
    """True for a value or a style sheet that may fetch something, or hide that it does."""
    bare = _COMMENT.sub("", text)
    return len(_LOADS.findall(bare)) != len(_HARMLESS.findall(bare)) or _FETCHES.search(bare.lower()) is not None


def styled(text: str) -> str:
    """A style sheet, or the declarations of one element, without those that load."""
    bare = _RULES.sub("", _COMMENT.sub("", text))
    parts = _BREAK.split(_ADDRESS.sub(lambda found: found[0].replace(";", _HIDDEN), bare))
    kept = "".join(part for part in parts if part in "{;}" or not loads(part.replace(_HIDDEN, ";")))
    whole = kept.replace(_HIDDEN, ";")
    return "" if loads(whole) else whole
