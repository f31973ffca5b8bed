"""Keys and tokens, by the forms that those who issue them have given them.

The forms follow those of gitleaks 8 (https://github.com/gitleaks/gitleaks), Copyright (c) 2019 Zachary Rice, under the
MIT licence; only such as begin with letters of their own are here, for others cannot be told from any text.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections import Counter
from dataclasses import dataclass

_LONGEST = 4_000
"""Bytes that are looked at behind the beginning of a key."""


@dataclass(frozen=True, slots=True)
class KeyForm:
    """What a key of `issuer` looks like: its beginnings, and the whole of it."""

    issuer: str
    beginnings: tuple[bytes, ...]
    form: re.Pattern[bytes]
    entropy: float = 3.0
    """Bits by which each letter of a real one surprises, at least."""


FORMS = (
    KeyForm("AWS", (b"AKIA", b"ASIA", b"ABIA", b"ACCA"), re.compile(rb"A[KSBC][IC]A[A-Z2-7]{16}(?![A-Za-z0-9+/=])")),
    KeyForm("GitHub", (b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_"), re.compile(rb"gh[pousr]_[0-9A-Za-z]{36}(?!\w)")),
    KeyForm("GitHub", (b"github_pat_",), re.compile(rb"github_pat_\w{82}(?!\w)")),
    KeyForm("GitLab", (b"glpat-",), re.compile(rb"glpat-[\w-]{20}")),
    KeyForm("Slack", (b"xoxb-",), re.compile(rb"xoxb-[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9-]{16,}")),
    KeyForm("Slack", (b"xoxp-", b"xoxe-"), re.compile(rb"xox[pe](?:-[0-9]{10,13}){3}-[A-Za-z0-9-]{28,34}")),
    KeyForm("Slack", (b"hooks.slack.com/",), re.compile(rb"hooks\.slack\.com/services/[A-Za-z0-9+/]{43,56}")),
    KeyForm("Google", (b"AIza",), re.compile(rb"AIza[\w-]{35}(?![\w-])"), 4.0),
    KeyForm("Google", (b"GOCSPX-",), re.compile(rb"GOCSPX-[\w-]{28}(?![\w-])")),
    KeyForm("Stripe", (b"sk_live_", b"rk_live_"), re.compile(rb"[sr]k_live_[A-Za-z0-9]{16,99}(?!\w)")),
    KeyForm("npm", (b"npm_",), re.compile(rb"npm_[A-Za-z0-9]{36}(?!\w)")),
    KeyForm("PyPI", (b"pypi-AgEIcHlwaS5vcmc",), re.compile(rb"pypi-AgEIcHlwaS5vcmc[\w-]{50,1000}")),
    KeyForm("OpenAI", (b"sk-",), re.compile(rb"sk-[\w-]{20,100}T3BlbkFJ[\w-]{20,100}")),
    KeyForm("Anthropic", (b"sk-ant-",), re.compile(rb"sk-ant-(?:api03|admin01)-[\w-]{93}AA(?![\w-])")),
    KeyForm("Hugging Face", (b"hf_",), re.compile(rb"hf_[A-Za-z]{34}(?!\w)"), 3.5),
    KeyForm("SendGrid", (b"SG.",), re.compile(rb"SG\.[\w-]{22}\.[\w-]{43}(?![\w-])"), 4.0),
    KeyForm("DigitalOcean", (b"_v1_",), re.compile(rb"_v1_[a-f0-9]{64}(?!\w)")),
    KeyForm(
        "Shopify", (b"shpat_", b"shpca_", b"shppa_", b"shpss_"), re.compile(rb"shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}")
    ),
    KeyForm("Grafana", (b"glsa_",), re.compile(rb"glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}")),
    KeyForm("age", (b"AGE-SECRET-KEY-1",), re.compile(rb"AGE-SECRET-KEY-1[0-9A-Z]{58}")),
    KeyForm("JWT", (b"eyJ",), re.compile(rb"eyJ[\w-]{14,}\.(eyJ[\w-]{14,})\.[\w-]{20,}")),
    KeyForm(
        "SSH, TLS, PGP",
        (b"-----BEGIN ",),
        re.compile(
            rb"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
            rb"(?:\s|\\n|<[^>]{0,200}>|[A-Za-z-]+:[^\n]{0,100}\n){1,20}(?:[A-Za-z0-9+/=]|\s|\\n|<[^>]{0,200}>){120,}"
        ),
        3.5,
    ),
)
_PLACEHOLDER = re.compile(
    rb"example|sample|dummy|fake|placeholder|your|redacted|(.)\1{5}|0123456|1234567|abcdefg|(?:x|\.|\*){5}",
    re.IGNORECASE,
)
"""What is in a key that a documentation shows, and in no real one."""


def key_at(data: bytes, start: int, form: KeyForm) -> bytes | None:
    """The key of `form` that begins at `start`; None where none does, or one that only shows how they look."""
    if data[start - 1 : start].isalnum() and form.beginnings != (b"_v1_",):
        return None
    found = form.form.match(data, start, start + _LONGEST)
    if not found:
        return None
    shown = found[0] + (_decoded(found[1]) if form.issuer == "JWT" else b"")
    is_made_up = _PLACEHOLDER.search(shown) if form.issuer != "SSH, TLS, PGP" else None
    return None if is_made_up or _entropy(found[0]) < form.entropy else found[0]


def _decoded(payload: bytes) -> bytes:
    try:
        return base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4))
    except (binascii.Error, ValueError):
        return b""


def _entropy(data: bytes) -> float:
    """Shannon's, in bits a byte."""
    counts = Counter(data)
    return -sum(count / len(data) * math.log2(count / len(data)) for count in counts.values())
