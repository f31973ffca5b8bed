"""What a reader meets on the pages: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # pages that are made
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
        # holding one's own output against a record
        "script.compare-open": ("내 출력과 견주기", "Compare with my output"),
        "script.compare-label": ("내 터미널에서 복사한 것을 붙여 넣으세요", "Paste what your terminal said"),
        "script.compare-private": (
            "명령까지 함께 붙여도, 한 부분만 붙여도 돼요. 붙여 넣은 글은 이 브라우저를 떠나지 않아요.",
            "With or without the commands, all or a part. What you paste does not leave this browser.",
        ),
        "script.compare-do": ("견주기", "Compare"),
        "script.compare-first": ("첫 차이로 가기", "Go to the first difference"),
        "script.compare-close": ("닫기", "Close"),
        "script.compare-empty": ("먼저 출력을 붙여 넣어 주세요.", "Paste an output first."),
        "script.compare-busy": ("견주고 있어요…", "Comparing…"),
        "script.compare-failed": (
            "다 견주지 못했어요. 더 짧게 나눠서 붙여 넣어 주세요.",
            "This could not be compared to its end. Paste a shorter part.",
        ),
        "script.compare-same": ("✓ 기록과 같아요.", "✓ It is the same as the record."),
        "script.compare-changes": (
            "✓ 바뀌어도 되는 곳 말고는 기록과 같아요.",
            "✓ It is the same but for what may change.",
        ),
        "script.compare-differs": ("≠ 기록과 다른 줄: {count}개", "≠ Lines that differ from the record: {count}"),
        "script.compare-elsewhere": (
            "? 이 명령들의 출력이 아닌 것 같아요.",
            "? This does not look like output of these commands.",
        ),
        "script.compare-anyway": ("그래도 한 줄씩 보기", "Show it line by line anyway"),
        "script.compare-pattern": (
            "≈ [{name}] 자리는 실행할 때마다 달라져요.",
            "≈ What stands for [{name}] changes from run to run.",
        ),
        "script.compare-variable": (
            "≈ {name}: 기록은 {recorded}, 내 값은 {value}",
            "≈ {name}: {recorded} in the record, {value} is yours",
        ),
        "script.compare-unchecked": (
            "! [{name}] 자리는 확인할 수 없어서, 무엇이 있든 맞다고 봤어요.",
            "! What stands for [{name}] cannot be checked here: anything counts as right.",
        ),
        "script.compare-cut": (
            "! 너무 길어서 앞부분만 견줬어요.",
            "! It is too long: only its beginning was compared.",
        ),
        "script.compare-record": ("기록", "Record"),
        "script.compare-mine": ("내 출력", "Mine"),
        "script.compare-missing": ("기록에만 있는 줄", "Only in the record"),
        "script.compare-extra": ("내 출력에만 있는 줄", "Only in mine"),
        "script.compare-absent": ("붙여 넣지 않은 명령", "Not in what you pasted"),
        "script.compare-others": (
            "· 여기에 없는 명령의 줄 {count}개는 견주지 않았어요.",
            "· Lines of commands that are not here, not compared: {count}",
        ),
        "script.compare-folded": ("= 같은 줄 {count}개", "= Lines that are the same: {count}"),
        "script.compare-left": ("· 줄 {count}개는 줄였어요.", "· Lines that are not shown: {count}"),
        "script.compare-like-id": (
            "id처럼 보여요. 이름이 붙은 자리는 아니지만, 실행한 곳마다 다를 수 있어요.",
            "This looks like an id. The record does not name it, but it may change from place to place.",
        ),
        "script.compare-like-time": (
            "날짜나 시각처럼 보여요. 이름이 붙은 자리는 아니지만, 실행할 때마다 다를 수 있어요.",
            "This looks like a date or a time. The record does not name it, but it may change from run to run.",
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
