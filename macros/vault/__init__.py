"""Notes in, an immutable index out: pure, and without any site generator."""

from macros.vault.backlinks import Backlink
from macros.vault.blocks import Blocks, Heading, read_blocks
from macros.vault.folder import VaultFile, is_index
from macros.vault.glossary import Glossary
from macros.vault.index import Ambiguous, Found, Missing, OnlyInObsidian, Resolution, Withheld
from macros.vault.mention import Mention
from macros.vault.names import fold, nfc, slugify
from macros.vault.note import Note
from macros.vault.obsidian import ObsidianSettings, read_obsidian_settings
from macros.vault.problem import Problem
from macros.vault.reference import Reference
from macros.vault.report import report
from macros.vault.vault import Vault
from macros.vault.withheld import Reason, Selection

__all__ = [
    "Ambiguous",
    "Backlink",
    "Blocks",
    "Found",
    "Glossary",
    "Heading",
    "Mention",
    "Missing",
    "Note",
    "ObsidianSettings",
    "OnlyInObsidian",
    "Problem",
    "Reason",
    "Reference",
    "Resolution",
    "Selection",
    "Vault",
    "VaultFile",
    "Withheld",
    "fold",
    "is_index",
    "nfc",
    "read_blocks",
    "read_obsidian_settings",
    "report",
    "slugify",
]
