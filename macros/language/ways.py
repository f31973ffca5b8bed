"""Where a reader is and where they may go: home, paths, folders: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # the home page that is made, and the parts that a note may show
        "home.title": ("홈", "Home"),
        "home.paths": ("차례대로 읽기", "Read in order"),
        "home.topics": ("주제", "Topics"),
        "home.tags": ("태그", "Tags"),
        "home.recent": ("최근에 고친 노트", "Recently changed"),
        "part.notes": ("노트 {count}개", "{count} {count:note|notes}"),
        "part.terms": ("용어 {count}개", "{count} {count:term|terms}"),
        "part.recordings": ("실제로 돌린 명령 기록 {count}개", "{count} {count:recording|recordings} of commands"),
        "part.start": ("처음부터 읽기", "Start reading"),
        "part.search": ("검색", "Search"),
        "part.others": ("그 밖의 노트", "Other notes"),
        "part.unknown": ("'{name}'{name:이라는|라는} 부분은 없습니다", "there is no part '{name}'"),
        # the page of a folder
        "folder.text": ("노트 {count}개가 있어요.", "{count} {count:note|notes}."),
        "folder.folders": ("폴더", "Folders"),
        "crumbs.label": ("이 노트가 있는 곳", "Where this note is"),
        # paths
        "path.no-note": ("`path`의 {path}{path:은|는} 노트가 아닙니다", "`path` leads to {path}, which is no note"),
        "path.itself": ("`path`에 이 노트 자신이 있습니다", "`path` leads to this note itself"),
        "path.twice": ("`path`에 {path}{path:이|가} 두 번 있습니다", "`path` leads to {path} twice"),
        "path.unlisted": (
            "{path}{path:은|는} 목록에 없는 노트라 차례에 넣지 않았습니다",
            "{path} is in no list, so the path leaves it out",
        ),
        "path.label": ("차례대로 읽기", "Read in order"),
        "path.place": ("{number}/{count}", "{number}/{count}"),
        "path.first": ("처음부터 읽기", "Start reading"),
        "path.stations": ("읽는 차례", "In this order"),
        "path.ways": ("이어 읽기", "Read on"),
        "path.before": ("이전", "Previous"),
        "path.next": ("다음은", "Next"),
        "path.end": ("여기가 끝이에요.", "This is the end."),
        "path.following": ("이어지는 차례", "Read on with"),
        "script.path-read": ("{count}개 가운데 {read}개를 읽었어요", "{read} of {count} read"),
        "script.path-go-on": ("이어 읽기", "Read on"),
        "script.path-reset": ("읽은 표시 지우기", "Forget what I have read"),
        "script.path-done": ("읽음", "Read"),
    }
)
