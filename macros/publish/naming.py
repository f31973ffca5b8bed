"""Which notes name a term and do not link to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from macros.vault import Vault


def named_without_link(
    terms: Mapping[str, Collection[str]], vault: Vault, places: Mapping[str, int]
) -> Mapping[str, tuple[str, ...]]:
    """For each term the notes of `vault` that name it and have no link to it, in the order of their `places`.

    `terms` has the terms that stand in the text of each note; all are paths.
    """
    found: dict[str, list[str]] = {}
    for source in sorted(terms, key=lambda path: (places.get(path, 0), path)):
        for term in terms[source] if source in vault.listed else ():
            if term != source and term not in vault.links.out.get(source, ()):
                found.setdefault(term, []).append(source)
    return {term: tuple(sources) for term, sources in found.items()}
