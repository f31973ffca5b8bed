"""What a reader meets on the pages: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # pages that are made
        "home.title": ("홈", "Home"),
        "home.text": ("노트 {count}개가 있습니다.", "{count} {count:note|notes}."),
        "tags.title": ("태그", "Tags"),
        "tags.text": ("태그 {count}개가 있습니다.", "{count} {count:tag|tags}."),
        "tags.rare": ("태그: {letter}", "Tags: {letter}"),
        "tags.rarely": ("드물게 쓰는 태그", "Rarely used tags"),
        "tags.rare-text": (
            "드물게 쓰는 태그 {count}개와 그 노트를 한데 모았습니다.",
            "{count} rarely used {count:tag|tags}, with the notes.",
        ),
        "tag.text": ("이 태그가 달린 노트가 {count}개 있습니다.", "{count} {count:note|notes} with this tag."),
        "tag.below": ("하위 태그", "Nested tags"),
        "tags.none": ("아직 태그가 없습니다.", "There are no tags yet."),
        "terms.title": ("용어", "Glossary"),
        "terms.text": (
            "용어 {count}개를 가나다와 ABC 차례로 모았습니다.",
            "{count} {count:term|terms}, in alphabetical order.",
        ),
        "terms.signs": ("기호", "Signs"),
        "wanted.title": ("아직 쓰지 않은 노트", "Notes to be written"),
        "wanted.text": (
            "다른 노트가 링크했지만 아직 없는 노트를, 찾는 노트가 많은 차례로 모았습니다.",
            "Notes that others link to and that do not exist yet, the most wanted first.",
        ),
        "wanted.none": ("모두 썼습니다.", "All of them are written."),
        "wanted.count": ("링크 {count}개", "{count} {count:link|links}"),
        "wanted.more": ("그 밖에 {count}개", "and {count} more"),
        "linking.title": ("{name}: 이 노트를 가리키는 노트", "{name}: notes that link here"),
        "linking.text": ("노트 {count}개가 이 노트를 가리킵니다.", "{count} {count:note|notes}, by letter."),
        # lists that are too long for each page
        "list.title": ("{name}: 모든 노트", "{name}: all notes"),
        "list.all": ("모든 노트", "All notes"),
        "list.text": ("노트 {count}개가 있습니다.", "{count} {count:note|notes}."),
        "list.letters": ("첫 글자로 찾기", "Find by first letter"),
        "list.others": ("그 밖", "Others"),
        # the parts of a page
        "page.backlinks": ("이 노트를 가리키는 노트", "Notes that link here"),
        "page.above": ("위로", "Up"),
        "page.more": ("{count}개 더 보기", "Show {count} more"),
        "page.all": ("모두 보기", "Show all"),
        "page.neighbours": ("이웃한 노트", "Neighbouring notes"),
        "page.into": ("이 노트로 오는 링크", "Links to this note"),
        "page.out": ("이 노트에서 가는 링크", "Links from this note"),
        "page.naming": ("링크 없이 언급한 노트", "Notes that name it without a link"),
        "page.tags": ("태그", "Tags"),
        "page.problems": ("고칠 것", "To mend"),
        "page.anchor": ("이 제목으로 가는 링크", "Link to this heading"),
        "page.dark": ("어둡게 보기", "Switch to dark mode"),
        "page.light": ("밝게 보기", "Switch to light mode"),
        "page.source": ("원본 보기", "View the source"),
        # in a note
        "note.unwritten": ("아직 쓰지 않은 노트입니다: {name}", "This note is not written yet: {name}"),
        "note.withheld": ("공개하지 않은 글이나 파일입니다", "This is not published"),
        "note.lost-file": ("파일을 찾을 수 없습니다: {name}", "This file cannot be found: {name}"),
        "note.rotten": ("이 노트에는 '{part}' 부분이 없습니다", "This note has no part '{part}'"),
        "note.embedded": ("{name}에서 가져온 글", "Text from {name}"),
        "note.remote": (
            "다른 서버에 있어 불러오지 않았습니다. 누르면 그곳으로 갑니다.",
            "It is on another server and was not loaded. Click to go there.",
        ),
        "note.done": ("끝낸 일", "Done"),
        "note.to-do": ("할 일", "To do"),
        "note.too-much": (
            "이 페이지에 너무 많아 이 명령 기록은 보이지 않습니다",
            "This page shows too many recorded commands to show this one",
        ),
        "note.footnote-back": ("각주 {}의 본문으로 돌아가기", "Back to reference {} in the text"),
        # what only Obsidian shows
        "plugin.only": ("옵시디언에서만 보이는 부분입니다 ({plugin})", "Only Obsidian shows this part ({plugin})"),
        "plugin.not-exported": (
            "Excalidraw 그림입니다. 설정의 SVG 자동 내보내기(auto-export SVG)를 켜고 저장하면 보입니다.",
            "A drawing of Excalidraw. With auto-export SVG turned on in its settings, and once saved, it is shown.",
        ),
        # terminals
        "run.fault": ("기록한 명령을 보여 줄 수 없습니다", "The recorded commands cannot be shown"),
        "run.exit": ("종료 코드 {code}", "exit code {code}"),
        "run.display": ("실행하지 않고 보여 주기만 하는 명령", "Commands that are shown, not run"),
        "run.recorded": ("실제로 실행한 기록 · {record}", "Really run · {record}"),
        # what scripts say
        "script.run-label": ("{title}: 명령과 출력", "{title}: commands and output"),
        "script.run-title": ("명령", "Commands"),
        "script.run-copy": ("명령 복사", "Copy commands"),
        "script.run-copied": ("명령을 복사했습니다", "The commands were copied"),
        "script.run-no-copy": ("이 브라우저에서는 복사할 수 없습니다", "This browser cannot copy"),
        "script.run-unfold": ("출력 {lines}줄 모두 보기", "Show all {lines} lines of output"),
        "script.run-fold": ("출력 접기", "Fold the output"),
        "script.run-letters": (
            "{name}: 글자, 숫자와 . : / @ _ - 만 쓸 수 있습니다",
            "{name}: only letters, digits and . : / @ _ - can be used",
        ),
        "script.run-systems": ("운영체제", "Operating system"),
        "script.search-recent": ("최근 검색:", "Recent searches:"),
        "script.search-failed": (
            "검색 색인을 불러오지 못했습니다. 연결을 확인하고 다시 입력해 주세요.",
            "The search index could not be loaded. Check the connection and type again.",
        ),
        "script.search-corrected": (
            "'{query}'(으)로는 찾지 못해 '{corrected}'(으)로 찾았습니다.",
            "Nothing was found for '{query}', so this is '{corrected}'.",
        ),
        "script.search-near": ("혹시 이 노트를 찾으셨나요?", "Did you mean one of these notes?"),
        "script.search-file": (
            "파일로 연 사이트에서는 검색할 수 없습니다. 웹 서버로 열어 주세요.",
            "A site that is opened from a file cannot be searched. Open it through a web server.",
        ),
        # what style sheets say
        "style.missing-file": ("파일 없음 · ", "No file · "),
        "style.external-image": ("외부 그림 · ", "External picture · "),
        "style.external-video": ("외부 영상 · ", "External video · "),
        "style.external-audio": ("외부 소리 · ", "External sound · "),
        "style.diagram-error": ("그림을 그릴 수 없습니다: ", "The diagram cannot be drawn: "),
        "style.run-changed": (
            " · 값이나 운영체제를 바꾼 명령입니다. 출력은 기록한 그대로입니다.",
            " · The commands have other values or are for another system. The output is as it was recorded.",
        ),
    }
)
