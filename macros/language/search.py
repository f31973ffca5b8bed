"""What a reader meets at the search box, and in the page that it opens: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # the box
        "search.label": ("검색", "Search"),
        "search.clear": ("지우기", "Clear"),
        "script.search-type": ("검색어를 입력하세요", "Type to search"),
        "script.search-wait": ("찾는 중…", "Searching…"),
        "script.search-recent": ("최근 검색:", "Recent searches:"),
        # what was found
        "script.search-none": ("찾은 노트가 없습니다", "No notes were found"),
        "script.search-count": ("노트 {count}개를 찾았습니다", "Notes found: {count}"),
        "script.search-count-partly": (
            "노트 {count}개를 찾았습니다 · 일부 낱말만 있는 노트 {partly}개",
            "Notes found: {count} · with some of the words: {partly}",
        ),
        "script.search-partly": (
            "모든 낱말이 있는 노트는 없습니다 · 일부 낱말만 있는 노트 {partly}개",
            "No note has all words · with some of them: {partly}",
        ),
        "script.search-missing": ("없는 낱말:", "Missing:"),
        "script.search-sections": ("이 노트에서 {count}곳 더", "{count} more in this note"),
        "script.search-more": ("더 보기 (남은 노트 {left}개)", "Show more ({left} left)"),
        # as what the query was read
        "script.search-read": ("{query} → {as}", "{query} → {as}"),
        "script.search-also": ("'{as}'(으)로도 찾았습니다.", "'{as}' was searched for too."),
        "script.search-corrected": (
            "'{query}'(으)로는 찾지 못해 '{as}'(으)로 찾았습니다.",
            "Nothing was found for '{query}', so this is '{as}'.",
        ),
        "script.search-unsaid": ("이 오류를 다룬 노트가 없습니다", "No note has this error"),
        "script.search-about": ("대신 '{as}'에 관한 노트를 보여 드립니다.", "These notes are about '{as}' instead."),
        "script.search-alike": ("낱말이 비슷한 노트를 보여 드립니다.", "These notes have some of its words."),
        # a way on where nothing was found
        "search.ways": (
            "낱말을 줄이거나 다른 말로 찾아 보세요. 훑어보려면:",
            "Try fewer or other words, or look through:",
        ),
        "script.search-fewer": ("한 낱말로 찾기:", "Search for one word:"),
        "script.search-near": ("혹시 이 노트를 찾으셨나요?", "Did you mean one of these notes?"),
        # why there is no answer
        "script.search-failed": (
            "검색 색인을 불러오지 못했습니다. 연결을 확인하고 다시 입력해 주세요.",
            "The search index could not be loaded. Check the connection and type again.",
        ),
        "script.search-file": (
            "파일로 연 사이트에서는 검색할 수 없습니다. 웹 서버로 열어 주세요.",
            "A site that is opened from a file cannot be searched. Open it through a web server.",
        ),
        # the words that were found, in the page that opens
        "script.marks-label": ("찾은 낱말", "Words that were found"),
        "script.marks-at": ("찾은 곳 {at} / {count}", "Found {at} / {count}"),
        "script.marks-before": ("앞의 찾은 곳", "Previous"),
        "script.marks-next": ("다음 찾은 곳", "Next"),
        "script.marks-clear": ("표시 지우기 (Esc)", "Clear marks (Esc)"),
    }
)
