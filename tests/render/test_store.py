"""What one build leaves for the next."""

from __future__ import annotations

from pathlib import Path

from macros.render.packed import pack
from macros.render.store import Store


def opened(file: Path, fingerprint: str = "one") -> Store:
    return Store(file, fingerprint, print)


def test_what_is_saved_is_there_for_the_same_fingerprint_only(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    store.put("kind", "key", pack("값"))
    store.save()

    assert opened(tmp_path / "a.db").get("kind", "key") == "값"
    assert opened(tmp_path / "a.db").keys("kind") == {"key"}
    assert opened(tmp_path / "a.db", "two").get("kind", "key") is None


def test_what_was_put_and_dropped_since_the_last_save_is_known(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    for key in ("old", "gone"):
        store.put("kind", key, pack(1))
    store.save()
    assert store.changed("kind") == opened(tmp_path / "a.db").changed("kind") == set()

    store.put("kind", "new", pack(2))
    store.put("other", "else", pack(2))
    store.keep_only("kind", ["old", "gone"], ["old"])
    assert store.changed("kind") == {"new", "gone"}


def test_of_two_builds_at_once_the_first_to_end_counts(tmp_path: Path) -> None:
    opened(tmp_path / "a.db").save()
    one, other = opened(tmp_path / "a.db"), opened(tmp_path / "a.db")
    for store, value in ((one, "one"), (other, "other")):
        store.put("kind", "key", pack(value))
        store.put("kind", value, pack(value))
        store.save()

    assert opened(tmp_path / "a.db").load("kind") == {"key": "one", "one": "one"}


def test_what_another_build_saved_is_not_read(tmp_path: Path) -> None:
    opened(tmp_path / "a.db").save()
    one, other = opened(tmp_path / "a.db"), opened(tmp_path / "a.db")
    one.put("kind", "key", pack("one"))
    one.save()
    other.put("kind", "key", pack("other"))

    assert other.load("kind") == {}
    assert other.is_lost
    assert other.get("kind", "key") == "other"


def test_a_store_can_save_again(tmp_path: Path) -> None:
    store = opened(tmp_path / "a.db")
    for value in ("one", "two"):
        store.put("kind", "key", pack(value))
        store.save()

    assert opened(tmp_path / "a.db").get("kind", "key") == "two"
