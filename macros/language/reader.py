"""What opens for a reader: pictures, keys, terms under a finger, comments: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        "comments.label": ("댓글", "Comments"),
        "comments.elsewhere": ("GitHub에서 댓글 보기", "Comments on GitHub"),
        "script.popover-again": ("한 번 더 누르면 이 노트로 가요", "Tap again to open this note"),
        # pictures that open large, and the keys
        "script.large-open": ("크게 보기: {name}", "Enlarge: {name}"),
        "script.large-picture": ("그림", "picture"),
        "script.large-diagram": ("다이어그램", "diagram"),
        "script.large-zoom": ("확대", "Zoom in"),
        "script.large-close": ("닫기", "Close"),
        "script.keys-title": ("단축키", "Keyboard shortcuts"),
        "script.keys-open": ("단축키 보기 (?)", "Show keyboard shortcuts (?)"),
        "script.keys-close": ("닫기", "Close"),
        "script.keys-search": ("검색", "Search"),
        "script.keys-choose": ("검색 결과를 오르내리고 열기", "Move through what was found, and open it"),
        "script.keys-next": ("다음 페이지", "Next page"),
        "script.keys-previous": ("이전 페이지", "Previous page"),
        "script.keys-letters": ("긴 목록의 글자 사이를 다니기", "Move through the letters of a long list"),
        "script.keys-step": ("터미널에서 한 단계씩: 다음, 이전", "In a terminal, step by step: next, previous"),
        "script.keys-steps": ("터미널에서 한 단계씩: 처음, 끝", "In a terminal, step by step: first, last"),
        "script.keys-escape": ("열린 것 닫기, 찾은 낱말 표시 지우기", "Close what is open, clear marked words"),
        "script.keys-keys": ("이 목록", "This list"),
    }
)
