"""What is told of what leaves and what must not: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # attachments
        "attachment.lost": (
            "브라우저에서 돌거나 다른 것을 불러오는 부분을 빼고 펴냅니다: {elements}",
            "it is published without what runs in a browser or loads something: {elements}",
        ),
        "attachment.lost-way": (
            "도형과 글자만으로 내보내거나, maru.yml에 `attachments: {{trust: true}}`라고 적으세요",
            "export it with shapes and text alone, or write `attachments: {{trust: true}}` into maru.yml",
        ),
        # leaks
        "leak.sentence": (
            "펴내지 않는 노트 {path}의 글이 들어 있습니다",
            "it has words of {path}, which stays at home",
        ),
        "leak.title": (
            "펴내지 않는 노트 {path}의 제목이 들어 있습니다",
            "it has the title of {path}, which stays at home",
        ),
        "leak.alias": (
            "펴내지 않는 노트 {path}의 별명이 들어 있습니다",
            "it has an alias of {path}, which stays at home",
        ),
        "leak.path": (
            "펴내지 않는 노트 {path}의 경로가 들어 있습니다",
            "it has the path of {path}, which stays at home",
        ),
        "leak.machine": (
            "이 컴퓨터의 폴더 {text}{text:이|가} 들어 있습니다",
            "it names {text}, a folder of this machine",
        ),
        "leak.mail": (
            "{path}의 속성에 있는 메일 주소 {text}{text:이|가} 들어 있습니다",
            "it has the address {text} from the properties of {path}",
        ),
        "leak.key": (
            "{issuer} 열쇠로 보이는 것이 들어 있습니다 [{mark}]",
            "it has what looks like a key of {issuer} [{mark}]",
        ),
        "leak.way-out": (
            "{path}:{line}{line:을|를} 보세요. 괜찮다면 `maru check-leaks 사이트 --write-baseline`",
            "see {path}:{line}; if that is meant: `maru check-leaks SITE --write-baseline`",
        ),
        "leak.known": (
            "괜찮다면 `maru check-leaks 사이트 --write-baseline`",
            "if that is meant: `maru check-leaks SITE --write-baseline`",
        ),
        "leak.key-way-out": (
            "노트에서 지우고 새 열쇠로 바꾸세요. 진짜가 아니면 `maru check-leaks 사이트 --write-baseline`",
            "take it out, and change the key; if it is none: `maru check-leaks SITE --write-baseline`",
        ),
        "leak.failed": (
            "새어 나갈 것이 {count}개 있어 멈췄습니다",
            "{count} {count:thing|things} that must not be published: the build has stopped",
        ),
        "leak.none": ("새어 나갈 것이 없습니다 (파일 {count}개)", "nothing leaks, in {count} {count:file|files}"),
        # why an attachment stays at home
        "why.unreadable": ("파일을 읽을 수 없습니다", "the file cannot be read"),
        "why-not.unreadable": ("읽을 권한을 주세요", "allow it to be read"),
        "why.active": (
            "열면 브라우저에서 스크립트가 돌 수 있는 파일입니다(HTML, XML)",
            "scripts in it could run when a reader opens it (HTML, XML)",
        ),
        "why-not.active": (
            "PDF나 그림으로 바꾸거나, maru.yml에 `attachments: {{trust: true}}`라고 적으세요",
            "make a PDF or a picture of it, or write `attachments: {{trust: true}}` into maru.yml",
        ),
        "why.drawing": (
            "SVG로 읽을 수 없어 위험한 것을 뺄 수 없습니다",
            "it cannot be read as SVG, so nobody can say what runs in it",
        ),
        "why-not.drawing": (
            "다시 내보내거나(엔티티 없이), maru.yml에 `attachments: {{trust: true}}`라고 적으세요",
            "export it anew (without entities), or write `attachments: {{trust: true}}` into maru.yml",
        ),
        "why.picture": (
            "읽을 수 없는 그림이라 찍은 곳이나 만든 사람 같은 정보를 지울 수 없습니다",
            "this picture cannot be read, so that what it tells of place and author cannot be taken out",
        ),
        "why-not.picture": (
            "PNG나 JPEG로 다시 저장하거나, maru.yml에 `attachments: {{keep_metadata: true}}`라고 적으세요",
            "save it as PNG or JPEG, or write `attachments: {{keep_metadata: true}}` into maru.yml",
        ),
        # what will change on the web
        "changes.title": ("웹에서 바뀌는 것", "What will change on the web"),
        "changes.notes": ("처음 공개하는 노트 {count}개", "{count} {count:note|notes} public for the first time"),
        "changes.files": ("처음 공개하는 파일 {count}개", "{count} {count:file|files} public for the first time"),
        "changes.gone": ("더는 공개하지 않는 것 {count}개", "{count} public no more"),
        "changes.at-home": ("새로 집에 남는 것 {count}개", "{count} new that {count:stays|stay} at home"),
        "changes.more": ("그 밖에 {count}개", "{count} more"),
        "changes.nothing": (
            "새로 공개하거나 거두는 것이 없습니다.",
            "Nothing becomes public, and nothing is taken back.",
        ),
        "changes.others": (
            "앞서와 같이 집에 남는 파일이 {count}개 더 있습니다 (`maru why`).",
            "{count} more {count:file|files} stay at home as before (`maru why`).",
        ),
        "changes.no-git": ("git에서 그 커밋을 읽을 수 없습니다: {reason}", "git cannot read that commit: {reason}"),
        # help
        "help.changes": (
            "어떤 커밋 뒤로 웹에서 무엇이 바뀌는지 말합니다: 처음 공개하는 것과 집에 남는 것.",
            "Says what changes on the web since a commit: what becomes public, and what stays at home.",
        ),
        "example.changes": (
            "maru changes origin/main\nmaru changes HEAD~3 --vault ~/notes",
            "maru changes origin/main\nmaru changes HEAD~3 --vault ~/notes",
        ),
        "help.check-leaks": (
            "펴낼 폴더에 펴내지 않는 노트의 글이나 열쇠가 들어 있는지 찾습니다.",
            "Looks for words of notes that stay at home, and for keys, in a folder that is about to be published.",
        ),
        "example.check-leaks": (
            "maru check-leaks site\nmaru check-leaks ~/site --vault ~/notes",
            "maru check-leaks site\nmaru check-leaks ~/site --vault ~/notes",
        ),
        "help.option.baseline-leaks": (
            "찾은 것을 모두 아는 것으로 .kb-baseline에 적습니다",
            "write all that is found into .kb-baseline, as known",
        ),
    }
)
