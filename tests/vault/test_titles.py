"""What a note without a title is called."""

import pytest

from macros.vault import ObsidianSettings, Vault
from tests.conftest import Write
from tests.vaults import vault


@pytest.mark.parametrize(
    ("files", "titles"),
    [
        (["README.md: 글"], ["내 볼트"]),
        (["index.md: 글", "README.md: 글"], ["README", "내 볼트"]),
        (["Home.md: 글", "가.md: 글"], ["Home", "가"]),
        (["README.md: # 제목"], ["제목"]),
        (["README.md: ---\ntitle: 이름\n---\n글"], ["이름"]),
        (["README.md: ---\ntitle:\n---\n<!-- 말 -->\n## 둘째"], ["내 볼트"]),
        (["가/README.md: 글"], ["가"]),
        (["가/Index.md: 글", "가/readme.md: 글"], ["가", "readme"]),
        (["가/index.md: 글", "가/README.md: # 가"], ["가", "가"]),
        (["가/나/README.md: 글", "가/index.md: ---\ndraft: true\n---\n글", "가/README.md: 글"], ["가", "나"]),
    ],
)
def test_an_index_is_called_as_its_folder(files: list[str], titles: list[str]) -> None:
    of = vault(*files, settings=ObsidianSettings(name="내 볼트"))

    assert [note.title for note in of.notes.values()] == titles


def test_the_vault_has_the_name_of_its_folder(write: Write) -> None:
    assert Vault.scan(write("README.md: 글")).notes["README.md"].title == "vault"


@pytest.mark.parametrize(
    "file", ["가.md: # 가\u202e나", "가\u2066나.md: 글", "가.md: ---\ntitle: 가\u202d나\n---\n", "가나.md: # \u202e"]
)
def test_no_name_turns_what_stands_behind_it(file: str) -> None:
    assert [note.title for note in vault(file).notes.values()] == ["가나"]
