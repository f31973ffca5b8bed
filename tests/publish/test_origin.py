"""Where a note lies on the web, by the address of its folder there."""

import pytest

from macros.publish.origin import origin_of

NOTE = "docker/%EB%8F%84%EC%BB%A4.md"


@pytest.mark.parametrize(
    ("repository", "view", "edit"),
    [
        ("https://github.com/me/notes/", f"blob/main/{NOTE}", f"edit/main/{NOTE}"),
        ("https://github.com/me/notes/tree/dev/my%20docs/", f"blob/dev/my%20docs/{NOTE}", f"edit/dev/my%20docs/{NOTE}"),
        ("https://gitlab.com/me/notes/", f"-/blob/main/{NOTE}", f"-/edit/main/{NOTE}"),
        ("https://git.example.com/me/notes/-/tree/dev/", f"-/blob/dev/{NOTE}", f"-/edit/dev/{NOTE}"),
        ("https://codeberg.org/me/notes/", f"src/branch/main/{NOTE}", f"_edit/main/{NOTE}"),
        ("https://git.example.com/me/notes/src/branch/a/b/", f"src/branch/a/b/{NOTE}", f"_edit/a/b/{NOTE}"),
    ],
)
def test_each_host_has_its_way(repository: str, view: str, edit: str) -> None:
    found = origin_of(repository, "docker/도커.md", "도커")
    base = "/".join(repository.split("/")[:5])

    assert (found["view"], found["edit"]) == (f"{base}/{view}", f"{base}/{edit}")


def test_a_report_says_what_it_is_about() -> None:
    found = origin_of("https://github.com/me/notes/", "가&나.md", "C & C++")

    assert found["report"].endswith("/me/notes/issues/new?title=C%20%26%20C%2B%2B&body=%EA%B0%80%26%EB%82%98.md")
