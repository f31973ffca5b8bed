"""Korean words as they stand in sentences: a noun, and the particles that are written right behind it.

Source: 국립국어원, 표준국어대사전 and 한국어 어문 규범 (조사, 의존 명사 `들`, 서술격 조사 `이다`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLURAL = "들"
_CASE = """
    에게서 한테서 께서는 으로부터 로부터 에서부터 이라고 이라는 이란 라고 라는 란 에서 에게 한테 께서 으로서
    으로써 로서 로써 으로 로 이랑 랑 하고 처럼 만큼 보다 같이 마다 조차 마저 밖에 대로 까지 부터 끼리 커녕 은커녕
    는커녕 이며 며 이나 나 이든지 든지 이든 든 이라도 라도 이라서 라서 이야 야 에 의 와 과 을 를 이 가 은 는
    도 만 뿐
"""
_FOCUS = "에서는 까지 부터 조차 마저 만 은 는 도 의 요 이 을 를 과 와 밖에 뿐"
_COPULA = """
    이다 다 입니다 이에요 예요 이었다 였다 이었습니다 였습니다 이었어요 였어요 인 일 인데 이고 고 이지만 지만
    이면 면 이라면 라면 이니 니 이니까 니까 이므로 므로 이어서 여서 이라 라 이자 자 인지 인가 인가요 일까
    일까요 이죠 죠 이지 지 임 이구나 구나
"""
_BEHIND_NAMES = """
    에선 엔 으론 에다 에다가 에게로 에게선 이라며 라며 이라면서 라면서 이라곤 라곤 이라던 라던 이던 이든가 든가 이나마
    나마 이야말로 야말로 치고 말고 따라 만치 서부터 이네 네 이지요 지요 이거든 거든 이었는데 였는데 이었던 였던
    인데도 인데 입니다 입니까 이고 고 일수록 인지라 이란다 란다 이랍니다 랍니다 이더라 더라 이었고 였고 이었으며
    였으며 이었지만 였지만 임을 임이 임은 임과 임에도
"""


def _any(words: str) -> str:
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})"


PARTICLES = re.compile(rf"{_PLURAL}?(?:{_any(_CASE)}{_any(_FOCUS)}{{0,2}}|{_any(_COPULA)}(?:은|는|도)?)?")
"""All that may follow a noun without a blank: `들`, particles, or the noun's own verb `이다`."""
ENDINGS = re.compile(rf"등?(?:{PARTICLES.pattern}|{_any(_BEHIND_NAMES)}(?:은|는|도|요|만)?)")
"""The same, and what is no part of the word behind letters of another script: `동네` and `신호등` are words."""
HEDGED = re.compile(rf"[은을이와]?\((?:으|이|를|는|가|과|들)\)(?:{ENDINGS.pattern})")
"""A particle in both of its forms: `을(를)`, `(으)로`."""
GLUED = re.compile(r"([^가-힣]++|.*[)\]/0-9A-Za-z])([가-힣]++)")
"""An address with Korean at its end: nowhere else, or right behind a bracket, a slash or a letter of another script.

The Korean may be words of a sentence, or the last part of a path.
"""
_DOES = re.compile("[하한할해했함합되된될돼됐됨됩]|시[키킨킬켜켰]")
"""How a verb goes on that is made of a noun."""
_GOES_ON = re.compile(r"._|[!-~][-./@:][0-9A-Za-z]", re.DOTALL)
"""The last letter of a word whose name goes on."""
_HANGUL = re.compile("[가-힣]*")


def ends_word(text: str, end: int) -> bool:
    """True when a word of `text` may end at `end`: what follows is no letter, or only Korean particles.

    `IPS|는`, `컨테이너|들을` and `LXC|에서도` may; `도커|파일` and `Git|Hub` may not. Nor may a part of a dotted or
    dashed name: `docker|.io`, `git|-flow`.
    """
    if not text[end : end + 1].isalnum():
        return not _GOES_ON.match(text, end - 1)
    rest = _HANGUL.match(text, end)
    return bool(rest and rest[0] and PARTICLES.fullmatch(rest[0]) and not text[rest.end() : rest.end() + 1].isalnum())


def done_nouns(word: str) -> Iterator[str]:
    """The nouns of which `word` may be the verb, the shortest first: 역직렬화 of 역직렬화할."""
    for end in range(2, len(word) if "가" <= word <= "힣힣" else 0):
        if _DOES.match(word, end):
            yield word[:end]
