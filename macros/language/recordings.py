"""What an author is told of recordings, and of the calls of macros: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # whether a recording is still what the tool wrote
        "state.true": ("기록한 그대로입니다", "it is as it was recorded"),
        "state.display": ("보여 주기만 하고 실행하지 않습니다", "it is only shown, and never run"),
        "state.unrecorded": ("아직 기록하지 않았습니다", "it was never recorded"),
        "state.commands-changed": (
            "기록한 뒤에 명령이 바뀌었습니다",
            "its commands were changed after they were recorded",
        ),
        "state.output-edited": ("출력을 손으로 고쳤습니다", "its output was edited by hand"),
        "state.setting-changed": (
            "기록한 뒤에 엔진이나 속성이 바뀌었습니다",
            "what it was recorded with was changed afterwards",
        ),
        "state.checksum-broken": (
            "체크섬이 도구가 쓴 것이 아닙니다",
            "its checksum is not one that the tool wrote",
        ),
        # the recordings of a vault
        "recording.unknown": (
            "'{id}'{id:이라는|라는} 명령 기록이 없습니다",
            "no recording is named '{id}'",
        ),
        "recording.untrue": (
            "명령 기록 '{id}'{id:이|가} 맞지 않습니다: {state}",
            "the recording '{id}' is not true: {state}",
        ),
        "recording.same-id": (
            "{path}의 명령 기록도 이름이 '{id}'입니다",
            "another recording has the id '{id}', in {path}",
        ),
        "recording.no-engine": ("'{name}'{name:이라는|라는} 엔진이 없습니다", "no engine is named '{name}'"),
        "recording.empty": ("명령 기록 '{id}'에 명령이 없습니다", "the recording '{id}' has no commands"),
        "recording.empty-way": ("명령은 `$ `로 시작합니다", "a command starts with `$ `"),
        "recording.not-utf-8": ("명령 기록이 UTF-8이 아닙니다", "the recording is not UTF-8"),
        "recording.unreadable": ("명령 기록을 읽을 수 없습니다: {reason}", "the recording cannot be read: {reason}"),
        "recording.elsewhere": (
            "명령 기록은 {folder}/ 아래에 둡니다. 이것은 읽지 않습니다",
            "a recording lies below {folder}/: nothing reads this one",
        ),
        "recording.elsewhere-way": ("그곳으로 옮기세요", "move it there"),
        "recording.nested": (
            "인용이나 목록 안의 명령 기록은 실행하지도 확인하지도 않습니다",
            "a recording in a quote or a list is neither run nor checked",
        ),
        "recording.nested-way": ("밖으로 꺼내세요", "move it out of there"),
        "recording.unshown": (
            "이 명령 기록을 보여 주는 노트가 없어 펴내지 않습니다",
            "no note shows this recording: it is not published",
        ),
        "recording.unshown-way": (
            '노트에서 `{{{{ run("{id}") }}}}`으로 보여 주거나 지우세요',
            'call `{{{{ run("{id}") }}}}` in a note, or delete it',
        ),
        "recording.no-head": (
            "명령 기록은 두 줄의 `---` 사이에 적은 속성으로 시작합니다",
            "a recording starts with its properties between two lines `---`",
        ),
        "recording.output-first": (
            "출력 위에 명령이 없습니다. 명령은 `$ `로 시작합니다",
            "output without a command above it: a command starts with `$ `",
        ),
        "recording.comment-last": (
            "설명(`$ # …`) 아래에 명령이 없습니다. 설명은 그 명령 위에 씁니다",
            "a comment (`$ # …`) without a command below it: it stands above the command that it is about",
        ),
        "recording.comment-output": (
            "설명(`$ # …`) 아래에 출력이 있습니다. 설명은 실행하지 않습니다",
            "output below a comment (`$ # …`), which is not run",
        ),
        "recording.not-written-back": (
            "속성을 다시 쓸 수 없습니다. 한 줄에 하나씩 `키: 값`으로 쓰세요",
            "its properties cannot be written back: write one on a line, `key: value`",
        ),
        "recording.changed": (
            "실행하는 동안 바뀌었습니다. 다시 기록하세요",
            "it was changed while it ran: record it again",
        ),
        "recording.ends-fence": (
            "출력이 코드 블록을 끝내 버립니다. commands/ 아래의 파일로 옮기세요",
            "its output would end the fence: make it a file below commands/",
        ),
        # what goes before a recording
        "after.unknown": (
            "`after`에 적은 '{id}'{id:은|는} 명령 기록이 아닙니다",
            "`after` names '{id}', which is no recording",
        ),
        "after.circle": ("`after`가 돌고 돕니다: {way}", "`after` leads in a circle: {way}"),
        "after.other-engine": (
            "`after`에 적은 '{id}'의 엔진은 {own}{own:이|가} 아니라 {engine}입니다",
            "`after` names '{id}', which is of the engine {engine}, not {own}",
        ),
        # the properties of a recording
        "head.too-deep": ("속성이 너무 깊이 겹쳐 있습니다", "the properties are nested too deep"),
        "head.not-of-yaml": (
            "속성에 YAML이 받지 않는 글자가 있습니다",
            "the properties have letters that YAML does not take",
        ),
        "head.no-letters": ("속성에 글자가 아닌 것이 있습니다", "the properties have letters that are none"),
        "head.no-yaml": ("속성이 YAML이 아닙니다", "the properties are no YAML"),
        "head.no-list": ("속성이 `키: 값` 목록이 아닙니다", "the properties are no list of `key: value`"),
        "property.unknown": (
            "명령 기록에 '{name}'{name:이라는|라는} 속성은 없습니다",
            "no property of a recording is named '{name}'",
        ),
        "property.known": ("있는 것: {names}", "there are {names}"),
        "property.twice": (
            "`{name}`{name:이|가} 두 번 있습니다. 마지막 것만 씁니다",
            "`{name}` is given twice, and only the last one counts",
        ),
        "property.entry-twice": (
            "`{name}`의 `{entry}`{entry:이|가} 두 번 있습니다. 마지막 것만 씁니다",
            "`{entry}` of `{name}` is given twice, and only the last one counts",
        ),
        "property.twice-way": ("둘 가운데 하나를 지우세요", "remove one of the two"),
        "property.text": ("`{name}`에는 한 줄 글을 씁니다", "`{name}` is one line of text"),
        "property.patterns": (
            "`patterns`에는 글자로 된 이름과 정규식을 씁니다",
            "`patterns` maps names of letters to regular expressions",
        ),
        "property.pattern": (
            "`patterns`에는 이름과 정규식을 씁니다: {reason}",
            "`patterns` maps names to regular expressions: {reason}",
        ),
        "property.files": ("`files`에는 경로와 글을 씁니다", "`files` maps paths to texts"),
        "property.file-outside": (
            "파일 '{path}'{path:은|는} 명령을 실행하는 폴더 밖에 놓입니다",
            "the file '{path}' would lie outside the place of the recording",
        ),
        "property.variables": (
            "`variables`에는 대문자 이름과, 글자, 숫자, . : / @ _ - 로 된 값을 씁니다",
            "`variables` maps names in capitals to values of letters, digits and . : / @ _ -",
        ),
        "property.same-variables": (
            "값이 같은 `variables`가 둘 있습니다",
            "two `variables` have the same value",
        ),
        "property.unused-variable": (
            "변수 {name}의 값 '{value}'{value:이|가} 어느 명령에도 없습니다",
            "the variable {name} is '{value}', which stands in none of the commands",
        ),
        "property.needs": ("`needs`에는 프로그램 목록을 씁니다", "`needs` is a list of programs"),
        "property.timeout": (
            "`timeout`에는 {most}까지의 초를 씁니다",
            "`timeout` is a number of seconds, up to {most}",
        ),
        # calls of macros
        "call.none": (
            "{shown}{shown:은|는} 매크로 호출이 아닙니다: {reason}",
            "{shown} is no call of the macro: {reason}",
        ),
        "call.unknown": ("'{name}'{name:이라는|라는} 매크로가 없습니다", "no macro is named '{name}'"),
        "call.plain": (
            "호출은 한 줄이고, 곧은 따옴표로 두른 글, 숫자, True, False, None만 씁니다",
            "a call is one line, with only texts in straight quotes, numbers, True, False and None",
        ),
        "call.failed": (
            "매크로 `{name}`이 실패해서 호출이 그대로 보입니다 ({reason})",
            "the macro `{name}` failed, so the call is shown as it is written ({reason})",
        ),
        "call.no-text": (
            "매크로 `{name}`이 글이나 숫자를 주지 않아서 호출이 그대로 보입니다 ({kind})",
            "the macro `{name}` gives neither a text nor a number, so the call is shown as it is written ({kind})",
        ),
        "call.twice": ("한 인자가 두 번 있습니다", "an argument is given twice"),
        "call.too-many": ("인자가 너무 많습니다", "too many positional arguments"),
        "call.multiple": ("인자 '{name}'의 값이 여럿입니다", "multiple values for argument '{name}'"),
        "call.missing": ("인자 '{name}'{name:이|가} 있어야 합니다", "missing a required argument: '{name}'"),
        "call.unexpected": (
            "'{name}'{name:이라는|라는} 인자는 없습니다",
            "got an unexpected keyword argument '{name}'",
        ),
        "call.in-html": (
            "`{name}`{name:은|는} HTML 블록 안에서 불리지 않습니다. 앞뒤에 빈 줄을 두세요",
            "`{name}` is not called in a block of HTML: put blank lines around it",
        ),
        "call.inside": (
            "`run`은 제목, 링크, HTML 태그 안에서 터미널이 되지 않습니다. 제 줄에 쓰세요",
            "`run` shows nothing inside of a title, a link or a tag of HTML: put it on a line of its own",
        ),
        "call.not-asked": (
            "`{name}`{name:은|는} 여기서 불리지 않습니다. 중괄호가 그대로 보입니다",
            "`{name}` is not called here: its braces are shown as they are",
        ),
        "call.not-asked-way": (
            "속성에 `render_macros: true`를 더하거나 코드로 쓰세요",
            "add `render_macros: true` to the properties, or put it in code",
        ),
        "call.no-recording": (
            "그런 이름의 명령 기록이 없습니다. 기록하거나 코드로 쓰세요",
            "no recording has this name: record it, or put the call in code",
        ),
        "call.embedded": (
            "{reference}에는 매크로의 중괄호가 그대로 보입니다. 매크로는 제 페이지에서만 불립니다",
            "{reference} shows the braces of its macros: they are called on their own page alone",
        ),
        "call.embedded-way": ("임베드 대신 링크하세요", "link to it instead of embedding"),
        "call.texts": (
            '`run`에는 글을 씁니다: `run("이름", lines="1-3")`',
            '`run` takes texts: `run("id", lines="1-3")`',
        ),
        "call.range": (
            "`lines=\"{lines}\"`{lines:은|는} '{id}'의 명령 {count}개에 없는 범위입니다",
            "`lines=\"{lines}\"` is no range of the {count} {count:command|commands} of '{id}'",
        ),
        "call.mend": ("{path}{path:을|를} 고치세요", "mend {path}"),
    }
)
