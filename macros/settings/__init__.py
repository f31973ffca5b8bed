"""What the author of a vault decided for its site: `maru.yml`, one schema for build, preview, doctor and check."""

from macros.settings.check import check_files, report_settings
from macros.settings.read import FILES, SettingsError, is_settings_file, read_settings
from macros.settings.schema import SCHEMA, Option
from macros.settings.settings import Analytics, Attachments, Colors, Comments, Entry, Search, Settings, Verification

__all__ = [
    "FILES",
    "SCHEMA",
    "Analytics",
    "Attachments",
    "Colors",
    "Comments",
    "Entry",
    "Option",
    "Search",
    "Settings",
    "SettingsError",
    "Verification",
    "check_files",
    "is_settings_file",
    "read_settings",
    "report_settings",
]
