"""What a reader meets on the pages: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # pages that are made
        "home.title": ("홈", "Home"),
        "home.text": ("노트 {count}개가 있습니다.", "{count} {count:note|notes}."),
        "tags.title": ("태그", "Tags"),
        "tags.text": ("태그 {count}개가 있습니다.", "{count} {count:tag|tags}."),
        "tags.none": ("아직 태그가 없습니다.", "There are no tags yet."),
        "terms.title": ("용어", "Glossary"),
        "terms.text": (
            "용어 {count}개를 가나다와 ABC 차례로 모았습니다.",
            "{count} {count:term|terms}, in alphabetical order.",
        ),
        "terms.signs": ("기호", "Signs"),
        # lists that are too long for each page
        "list.title": ("{name}: 모든 노트", "{name}: all notes"),
        "list.all": ("모든 노트", "All notes"),
        "list.text": ("노트 {count}개가 있습니다.", "{count} {count:note|notes}."),
        "list.letters": ("첫 글자로 찾기", "Find by first letter"),
        "list.others": ("그 밖", "Others"),
        # the parts of a page
        "page.backlinks": ("이 노트를 가리키는 노트", "Notes that link here"),
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
        "run.recorded": ("✓ 실제로 돌려 얻은 출력", "✓ Output of a real run"),
        "run.varies": ("실행할 때마다 달라져요", "changes at each run"),
        "run.page": ("이 기록 전체와 쓰는 곳", "The whole recording, and where it is used"),
        "run.first": ("먼저: {parts}", "First: {parts}"),
        "run.first-recording": ("{title} ({count}줄)", "{title} ({count} {count:line|lines})"),
        "run.first-untitled": ("앞의 기록", "an earlier recording"),
        "run.first-lines": ("앞의 명령 ({count}줄)", "the commands before ({count} {count:line|lines})"),
        "run.first-files": ("파일 {count}개", "{count} {count:file|files}"),
        "run.file": ("파일 {path}", "The file {path}"),
        "run.above": ("↑ 위에서 이어서", "↑ Goes on from above"),
        "run.engine-shell": ("셸", "Shell"),
        "run.engine-python": ("파이썬", "Python"),
        "run.engine-git": ("깃", "Git"),
        "run.engine-svn": ("서브버전", "Subversion"),
        "run.engine-cvs": ("CVS", "CVS"),
        "run.engine-consul": ("콘술", "Consul"),
        "run.engine-nginx": ("엔진엑스", "nginx"),
        "run.engine-qemu": ("QEMU", "QEMU"),
        "run.engine-iptables": ("iptables", "iptables"),
        "run.engine-suricata": ("수리카타", "Suricata"),
        "run.engine-docker": ("도커", "Docker"),
        "run.engine-podman": ("포드맨", "Podman"),
        "run.engine-lxc": ("LXC", "LXC"),
        "run.engine-kubernetes": ("쿠버네티스", "Kubernetes"),
        # the page of a recording
        "recorded.before": ("먼저 실행하는 기록", "Recordings that run first"),
        "recorded.uses": ("이 기록을 쓰는 노트", "Notes that show it"),
        "recorded.check": ("다시 확인하기", "Check it again"),
        "recorded.check-text": (
            "이 사이트의 노트 폴더에서 아래 명령을 실행하면, 지금도 같은 출력이 나오는지 견줘요.",
            "In the folder of this site's notes, this command says whether it still gives the same output:",
        ),
        # what scripts say
        "script.run-label": ("{title}: 명령과 출력", "{title}: commands and output"),
        "script.run-title": ("명령", "Commands"),
        "script.run-copy": ("복사", "Copy"),
        "script.run-copy-command": ("명령 {number} 복사", "Copy command {number}"),
        "script.run-copy-part": ("이 부분 ({count}줄)", "This part (commands: {count})"),
        "script.run-copy-all": ("처음부터 ({count}줄)", "From the beginning (commands: {count})"),
        "script.run-copy-all-files": (
            "처음부터 (파일 {files}개, {count}줄)",
            "From the beginning (files: {files}, commands: {count})",
        ),
        "script.run-copied": ("명령을 복사했어요", "Copied"),
        "script.run-copied-all": (
            "처음부터 복사했어요. 붙여 넣으면 빈 임시 폴더에서 차례로 실행돼요",
            "Copied from the beginning. Pasted, it runs in an empty temporary folder",
        ),
        "script.run-steps": ("한 단계씩", "Step by step"),
        "script.run-steps-keys": (
            "→ 다음, ← 이전, Home 처음, End 끝, Esc 그만",
            "→ next, ← back, Home first, End last, Esc stop",
        ),
        "script.run-step": ("{number} / {count}", "{number} / {count}"),
        "script.run-step-told": ("{count}개 중 {number}: {command}", "{number} of {count}: {command}"),
        "script.run-step-back": ("이전 명령", "Previous command"),
        "script.run-step-on": ("다음 명령", "Next command"),
        "script.run-wrap": ("줄바꿈", "Wrap lines"),
        "script.run-values": ("내 값으로 바꾸기", "Use my own values"),
        "script.run-values-undo": ("↺ 기록대로", "↺ As recorded"),
        "script.run-values-scope": (
            "이 사이트의 모든 터미널에 적용돼요. 이 브라우저에만 남아요.",
            "For all terminals of this site. It stays in this browser.",
        ),
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
            "값이나 운영체제를 바꾼 명령입니다. 출력은 기록한 그대로입니다.",
            "The commands have other values or are for another system. The output is as it was recorded.",
        ),
    }
)
