"""Why something stays at home, and what would change that: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        "why.hidden": (
            "점(.)으로 시작하는 파일과 폴더는 펴내지 않습니다",
            "hidden files and folders are not published",
        ),
        "why-not.hidden": ("점이 없는 이름으로 바꾸세요", "give it a name without a dot in front"),
        "why.no-part": (
            "볼트로 치지 않는 폴더에 있습니다 (지은 사이트, node_modules)",
            "it lies in a folder that is no part of the vault (a site that was built, node_modules)",
        ),
        "why-not.no-part": ("다른 폴더로 옮기세요", "move it to another folder"),
        "why.settings": ("설정 파일은 펴내지 않습니다", "a file of settings is not published"),
        "why-not.settings": ("바꿀 수 없습니다", "nothing changes that"),
        "why.excluded": ("빼라고 한 무늬 `{text}`에 맞습니다", "it fits the pattern `{text}` of what is left out"),
        "why-not.excluded": (
            "그 무늬를 지우거나 고치세요. 폴더를 뺀 무늬라면 노트에 `publish: true`라고 적어도 됩니다",
            "remove or change that pattern; where it leaves out a folder, `publish: true` in the note is enough",
        ),
        "why.removed": ("훅이나 플러그인이 뺐습니다", "a hook or a plugin has removed it"),
        "why-not.removed": ("그 훅이나 플러그인을 고치세요", "change that hook or plugin"),
        "why.template": (
            "템플릿 폴더({text})에 있습니다",
            "it lies in a folder of templates ({text})",
        ),
        "why-not.template": ("다른 폴더로 옮기세요", "move it to another folder"),
        "why.ignored": (
            "옵시디언의 제외한 파일 `{text}`에 맞습니다",
            "it is one of Obsidian's excluded files, `{text}`",
        ),
        "why-not.ignored": (
            "옵시디언 설정의 '제외한 파일'에서 지우거나, 노트에 `publish: true`라고 적으세요",
            "remove it from the excluded files in Obsidian's settings, or write `publish: true` into the note",
        ),
        "why.conflict": (
            "동기화 프로그램이 남긴, 같은 파일의 다른 판입니다",
            "it is another version of a file, left by a program that synchronises",
        ),
        "why-not.conflict": ("두 판을 합치고 이름을 바꾸세요", "merge both versions and rename it"),
        "why.outside": (
            "볼트 밖으로 가는 링크이거나 보통 파일이 아닙니다",
            "it is a link out of the vault, or no regular file",
        ),
        "why-not.outside": ("파일을 볼트 안에 두세요", "put the file itself into the vault"),
        "why.outside-folder": (
            "볼트 밖의 폴더로 가는 링크라서 그 안의 것을 펴내지 않습니다",
            "it is a link to a folder outside of the vault: what is in there is not published",
        ),
        "why-not.outside-folder": (
            "폴더를 볼트 안에 두거나, 링크를 `exclude`에 적으세요",
            "put the folder itself into the vault, or name the link in `exclude`",
        ),
        "why.linked": (
            "볼트의 다른 폴더({text})로 가는 링크입니다. 그 안의 것은 그 폴더에서 펴냅니다",
            "it is a link to another folder of the vault ({text}): what is in there is published from that folder",
        ),
        "why-not.linked": ("그 폴더의 링크를 쓰세요", "link to what is in that folder"),
        "why.closed": (
            "폴더를 읽을 수 없어 그 안의 것이 빠집니다: {text}",
            "the folder cannot be read, and what is in there is left out: {text}",
        ),
        "why-not.closed": ("읽을 권한을 주세요", "allow it to be read"),
        "why.draft": ("노트에 `{text}`라고 적혀 있습니다", "the note says `{text}`"),
        "why-not.draft": ("그 줄을 지우거나 `publish: true`로 바꾸세요", "remove that line, or write `publish: true`"),
        "why.unclear": (
            "`{text}`{text:은|는} 예도 아니오도 아니라서 펴내지 않습니다",
            "`{text}` is neither yes nor no",
        ),
        "why-not.unclear": ("`true`나 `false`로 쓰세요", "write `true` or `false`"),
        "why.unread": (
            "프런트매터가 너무 커서 읽지 않았으니 펴내지 않습니다",
            "its front matter is too large to be read",
        ),
        "why-not.unread": ("프런트매터를 줄이세요", "make the front matter smaller"),
        "why.head": (
            "속성일 수 있는데 읽을 수 없는 머리가 `{text}`로 시작해서 펴내지 않습니다",
            "what begins with `{text}` may be meant as properties, and cannot be read as such",
        ),
        "why-not.head": (
            "파일의 첫 줄과 속성 다음 줄에 `---`만 쓰세요. 속성이 아니면 그 앞에 글을 쓰세요",
            "write `---`, and nothing else, into the first line of the file and below the properties;"
            " if it is none, write some text above it",
        ),
        "why.unmarked": (
            "펴낸다고 적은 노트만 펴냅니다 (`{text}`)",
            "only notes that say so are published (`{text}`)",
        ),
        "why-not.unmarked": ("노트에 `publish: true`라고 적으세요", "write `publish: true` into the note"),
        "why.unused": ("펴내는 노트 가운데 쓰는 노트가 없습니다", "no published note shows it or links to it"),
        "why-not.unused": ("펴내는 노트에서 보여 주거나 링크하세요", "show it in a published note, or link to it"),
        "why.recording": (
            "명령 기록은 노트가 보여 줄 뿐, 파일로 펴내지 않습니다",
            "a recording is shown by notes, and is not published as a file",
        ),
        "why-not.recording": ("`{{{{ run(…) }}}}`으로 보여 주세요", "show it with `{{{{ run(…) }}}}`"),
    }
)
