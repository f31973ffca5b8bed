"""Maru: a folder of Markdown notes becomes a website."""

from macros.env import define_env, on_pre_page_macros

__all__ = ["define_env", "on_pre_page_macros"]
