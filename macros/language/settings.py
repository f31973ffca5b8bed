"""What an author is told of settings, of ours and Obsidian's: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        "settings.unknown": ("'{key}'{key:이라는|라는} 설정은 없습니다", "no setting is named '{key}'"),
        "settings.twice": ("같은 설정이 두 번 있습니다: `{key}`", "`{key}` stands here twice"),
        "settings.misspelt": ("이 이름의 설정 파일은 읽지 않습니다", "a file of settings of this name is not read"),
        "settings.both": (
            "설정 파일이 여럿입니다({files}). 하나만 두세요",
            "there are several files of settings ({files}): keep one",
        ),
        "settings.unreadable": ("읽을 수 없습니다: {reason}", "it cannot be read: {reason}"),
        "settings.no-regular-file": ("보통 파일이 아닙니다", "no file"),
        "obsidian.unreadable": (
            "옵시디언 설정을 읽을 수 없어, 무엇을 빼야 하는지 알 수 없습니다",
            "Obsidian's settings cannot be read, so nobody knows what they leave out",
        ),
        "obsidian.way-out": (
            "옵시디언에서 그 설정을 다시 저장하거나, 쓰지 않으면 파일을 지우세요",
            "save those settings again in Obsidian, or delete the file where nobody needs it",
        ),
        "obsidian.pattern": (
            "제외한 파일의 정규 표현식 `{pattern}`{pattern:을|를} 읽을 수 없습니다",
            "the regular expression `{pattern}` of the excluded files cannot be read",
        ),
        "obsidian.exclude": (
            "그 무늬를 고치거나, 설정 파일의 `exclude`에 적으세요",
            "change it, or write it into `exclude` of maru.yml",
        ),
        "settings.too-large": ("{largest}바이트보다 큽니다", "> {largest} bytes"),
        "settings.not-utf-8": ("UTF-8이 아닙니다", "it is not UTF-8"),
        "settings.no-yaml": ("YAML이 아닙니다: {reason}", "it is no YAML: {reason}"),
        "settings.too-deep": ("너무 깊이 겹쳐 있습니다", "it is nested too deep"),
        "settings.no-character": ("글자가 아닌 것을 가리키는 이스케이프가 있습니다", "an escape in it is no character"),
        "settings.no-list": ("설정 목록(`키: 값`)이 아닙니다", "it is no list of settings (`key: value`)"),
        "settings.text": ("`{option}`에는 한 줄 글을 씁니다", "`{option}` is one line of text"),
        "settings.list": ("`{option}`에는 목록을 씁니다", "`{option}` is a list"),
        "settings.choice": (
            "`{option}`에 '{value}'{value:을|를} 쓸 수 없습니다",
            "`{option}` cannot be '{value}'",
        ),
        "settings.choices": ("쓸 수 있는 것: {choices}", "it can be {choices}"),
        "settings.address": (
            "`{option}`의 '{value}'{value:은|는} 웹 주소가 아닙니다",
            "`{option}` is '{value}', which is no address of the web",
        ),
        "settings.address-way": (
            "https://example.com/notes/처럼 쓰세요",
            "write it as https://example.com/notes/",
        ),
        "settings.outside": (
            "`{option}`의 '{path}'{path:은|는} 볼트 안의 경로가 아닙니다",
            "`{option}` is '{path}', which is no path in the vault",
        ),
        "settings.outside-way": (
            "볼트의 맨 위에서부터 쓰세요: 그림/로고.svg",
            "write it from the top of the vault: pictures/logo.svg",
        ),
        "settings.pattern": (
            "`{option}`의 '{pattern}'{pattern:은|는} .gitignore 무늬가 아닙니다",
            "`{option}` has '{pattern}', which is no pattern as in .gitignore",
        ),
        "settings.idle": (
            "`{option}`의 '{pattern}'에 맞는 것이 볼트에 없습니다",
            "nothing in the vault fits '{pattern}' of `{option}`",
        ),
        "settings.status": (
            "`status: draft`인 노트 {count}개를 펴냅니다",
            "{count} {count:note|notes} with `status: draft` {count:is|are} published",
        ),
        "settings.draft-status": (
            "펴내지 않으려면 maru.yml에 `draft_status: [draft]`라고 쓰세요",
            "to keep such notes at home write `draft_status: [draft]` into maru.yml",
        ),
        "settings.colors": (
            "`{option}`에는 primary와 accent를 씁니다",
            "`{option}` has primary and accent",
        ),
        "settings.colors-way": ("{{primary: teal, accent: amber}}", "{{primary: teal, accent: amber}}"),
        "settings.attachments": (
            "`{option}`에는 keep_metadata와 trust를 씁니다",
            "`{option}` has keep_metadata and trust",
        ),
        "settings.attachments-way": ("{{trust: true}}", "{{trust: true}}"),
        "settings.search": (
            "`{option}`에는 lexicon을 씁니다",
            "`{option}` has lexicon",
        ),
        "settings.search-way": ("{{lexicon: false}}", "{{lexicon: false}}"),
        "settings.comments": (
            "`{option}`에는 repository, repository_id, category, category_id를 씁니다",
            "`{option}` has repository, repository_id, category and category_id",
        ),
        "settings.comments-way": ("giscus.app이 넷을 모두 알려 줍니다", "giscus.app tells all four"),
        "settings.lacks": ("`{option}`에 {key}{key:이|가} 없습니다", "`{option}` has no {key}"),
        "settings.analytics": (
            "`{option}`에는 goatcounter, plausible, google 가운데 하나를 씁니다",
            "`{option}` has one of goatcounter, plausible and google",
        ),
        "settings.analytics-way": ("{{goatcounter: my-notes}}", "{{goatcounter: my-notes}}"),
        "settings.verification": ("`{option}`에는 google과 naver를 씁니다", "`{option}` has google and naver"),
        "settings.verification-way": (
            "<meta> 태그의 content만 쓰세요",
            "write only the content of their <meta> tag",
        ),
        "settings.form": (
            "`{option}`의 {key}에 '{value}'{value:을|를} 쓸 수 없습니다",
            "{key} of `{option}` cannot be '{value}'",
        ),
        "settings.form-way": ("{example}처럼 쓰세요", "write it as {example}"),
        "settings.at-home": (
            "`{option}`에 적은 '{path}' 파일은 펴내지 않습니다: {reason}",
            "`{option}` is '{path}', which is not published: {reason}",
        ),
        "settings.no-file": (
            "`{option}`에 적은 '{path}' 파일이 볼트에 없습니다",
            "`{option}` is '{path}', and no file of the vault has that path",
        ),
        "settings.no-note": (
            "`{option}`에 적은 '{path}' 노트가 없거나 펴내지 않는 노트입니다",
            "`{option}` is '{path}', and no published note has that path",
        ),
    }
)
