"""What an author is told of a vault: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # how a problem is put together
        "problem.with-way-out": ("{fact} ({way_out})", "{fact} ({way_out})"),
        "suggest.either": ("{one}; {other}", "{one}; {other}"),
        "suggest.did-you-mean": ("혹시 {names}?", "did you mean {names}?"),
        # the text of a note
        "problem.front-matter": (
            "프런트매터가 YAML이 아닙니다: {reason}",
            "the front matter is no YAML: {reason}",
        ),
        "problem.aliases": (
            "프런트매터의 별칭(`*이름`)을 풀면 {largest}자가 넘어서 읽지 않았습니다. `draft`가 있을지 모르므로 펴내지 않습니다",
            "the front matter is not read, for its aliases (`*name`) stand for more than {largest} letters, and may say"
            " `draft`: the note is not published",
        ),
        "problem.head-size": (
            "프런트매터가 {largest}자를 넘어서 읽지 않았습니다. `draft`가 있을지 모르므로 펴내지 않습니다",
            "the front matter has more than {largest} letters and is not read, and may say `draft`: the note is not"
            " published",
        ),
        "problem.no-reason": ("읽을 수 없습니다", "it cannot be read"),
        "problem.no-properties": (
            "프런트매터가 속성 목록(`키: 값`)이 아닙니다",
            "the front matter is no list of properties (`key: value`)",
        ),
        "problem.empty": ("노트가 비어 있습니다", "the note is empty"),
        "problem.too-large": (
            "노트가 {bytes}바이트입니다. 꾸미지 않은 글로 보여 주고, 앞의 백만 글자만 검색됩니다",
            "the note has {bytes} bytes: it is shown as plain text, of which the first million letters can be found",
        ),
        "suggest.split": (
            "{largest}바이트 이하의 노트로 나누세요",
            "split it into notes of at most {largest} bytes",
        ),
        "problem.nesting": (
            "목록이나 인용이 {levels}단계보다 깊습니다. 그 아래는 빠집니다",
            "lists or quotes lie more than {levels} levels deep: what is below is left out",
        ),
        "suggest.fewer-levels": ("단계를 줄이세요", "use fewer levels"),
        "problem.dense": (
            "한 문단에 기호가 {marks}개보다 많습니다. 꾸미지 않은 글로 보여 줍니다",
            "more than {marks} marks stand in one block: it is shown as plain text",
        ),
        "problem.open-comment": (
            "`%%`를 닫지 않아 여기부터 노트 끝까지 숨깁니다",
            "nothing closes this `%%`: it hides all up to the end of the note",
        ),
        "suggest.close-comment": ("숨길 글 뒤에 `%%`를 쓰세요", "write `%%` behind what is hidden"),
        "suggest.blank-lines": ("빈 줄로 나누세요", "part it with blank lines"),
        "problem.footnote": (
            "각주 [^{label}]{label:을|를} 부르는 곳이 없어 사이트에 싣지 않습니다",
            "nothing refers to the footnote [^{label}], so the site does not show it",
        ),
        "suggest.footnote": (
            "본문에 [^{label}]{label:을|를} 쓰거나 지우세요",
            "write [^{label}] in the text, or delete it",
        ),
        "problem.not-utf-8": (
            "노트가 UTF-8이 아닙니다({encoding}{encoding:으로|로} 읽었습니다)",
            "the note is not UTF-8 (read as {encoding})",
        ),
        "suggest.utf-8": ("UTF-8로 저장하세요", "save it as UTF-8"),
        "lang.none": (
            "`lang: {text}`{text:은|는} 언어 코드가 아니라서 사이트의 언어로 칩니다",
            "`lang: {text}` is the code of no language: the note counts as one in the site's",
        ),
        "lang.way-out": ("`lang: en`처럼 쓰세요", "write it as in `lang: en`"),
        "problem.tags": (
            "`tags: {tags}`는 목록이 아니라 한 줄 글입니다",
            "`tags: {tags}` is one text, not a list",
        ),
        "suggest.tags": ("`tags: {tags}`로 쓰세요", "write `tags: {tags}`"),
        "problem.many-tags": (
            "태그가 {count}개입니다. 앞의 {most}개만 태그로 보고 나머지는 글로 보여 줍니다",
            "the note has {count} tags: the first {most} count, the others are words",
        ),
        "problem.too-much": (
            "임베드와 명령 기록 {count}개가 이 페이지에 다 들어가지 않아 링크나 한 줄로 남았습니다",
            "{count} embeds and recordings have no room on this page: a link or a line stands in their places",
        ),
        "suggest.too-much": (
            "임베드 대신 링크하거나 노트를 나누세요",
            "link instead of embedding, or divide the note",
        ),
        "problem.lost": (
            "이 글이 페이지에서 빠졌습니다: {words} …",
            "this text is missing on the page: {words} …",
        ),
        "suggest.lost": (
            "둘레의 HTML 태그를 살펴보고, 이 노트와 함께 알려 주세요",
            "look at the HTML tags around it, and report it with this note",
        ),
        # files
        "problem.no-name": ("이름 없는 노트라서 뺐습니다", "a note without a name is left out"),
        "suggest.name-it": ("이름을 지어 주세요", "name it"),
        "problem.name-not-utf-8": (
            "파일 이름이 UTF-8이 아닙니다({name}{name:으로|로} 읽었습니다)",
            "the file's name is not UTF-8 (read as {name})",
        ),
        "suggest.rename": ("이름을 바꾸세요", "rename it"),
        "problem.unreadable": ("노트를 읽을 수 없습니다: {reason}", "the note cannot be read: {reason}"),
        "problem.twin": (
            "다른 파일이 유니코드 꼴만 다른 같은 이름({name})입니다. {path}{path:으로|로} 읽었습니다",
            "another file has this name in another Unicode form ({name}): it is read as {path}",
        ),
        "suggest.rename-one": ("둘 가운데 하나의 이름을 바꾸세요", "rename one of the two"),
        "problem.collision": (
            "주소 {address}{address:을|를} 다른 파일이 이미 씁니다. 이 파일은 {other}{other:으로|로} 펴냅니다",
            "another file has the address {address} too: this one is published as {other}",
        ),
        "problem.reserved": (
            "주소 {address}{address:은|는} 사이트가 스스로 만드는 파일입니다. 이 파일은 {other}{other:으로|로} 펴냅니다",
            "{address} is a file that the site itself makes: this one is published as {other}",
        ),
        "problem.name-windows": (
            "윈도우에서는 '{name}'{name:이라는|라는} 이름을 쓸 수 없습니다",
            "Windows cannot check out the name '{name}'",
        ),
        "suggest.rename-to": ("'{name}'{name:으로|로} 바꾸세요", "rename it to '{name}'"),
        "problem.name-linux": (
            "리눅스에서는 이름이 {bytes}바이트를 넘을 수 없습니다",
            "Linux cannot check out a name of more than {bytes} bytes",
        ),
        "suggest.shorten": ("줄이세요", "shorten it"),
        # links
        "problem.draft": (
            "{reference}{reference:은|는} 펴내지 않는 것으로 갑니다",
            "{reference} leads to what is not published",
        ),
        "problem.no-note": ("'{name}'{name:이라는|라는} 노트가 없습니다", "no note is named '{name}'"),
        "problem.no-file": ("'{name}'{name:이라는|라는} 파일이 없습니다", "no file is named '{name}'"),
        "suggest.write": (
            "쓰거나, {reference}{reference:을|를} 지우세요",
            "write it, or remove {reference}",
        ),
        "suggest.add": (
            "넣거나, {reference}{reference:을|를} 지우세요",
            "add it, or remove {reference}",
        ),
        "problem.ambiguous": (
            "{reference}{reference:은|는} {path}(고른 것)일 수도, {others}일 수도 있습니다",
            "{reference} could be {path} (chosen) or {others}",
        ),
        "suggest.folder": ("폴더까지 쓰세요", "write the folder too"),
        "problem.no-block": ("{path}에 '^{block}' 블록이 없습니다", "{path} has no block '^{block}'"),
        "suggest.blocks": ("있는 것은 {blocks}", "it has {blocks}"),
        "suggest.block-id": ("블록 뒤에 이름을 붙이세요", "put the id behind the block"),
        "problem.no-heading": ("{path}에 '{heading}' 제목이 없습니다", "{path} has no heading '{heading}'"),
        "problem.cycle": (
            "{reference}{reference:이|가} 노트 안에 그 노트를 다시 보여 줍니다",
            "{reference} shows the note inside itself",
        ),
        "problem.diagram": (
            "이 그림을 그릴 수 없습니다: {reason}",
            "this diagram cannot be drawn: {reason}",
        ),
        "suggest.diagram": (
            "고칠 때까지 독자는 코드를 봅니다",
            "until it is mended, readers see its source",
        ),
        "suggest.link": ("임베드 대신 링크하세요", "link instead of embedding"),
        # plugins of Obsidian
        "plugin.muted": (
            "{plugins}{plugins:이|가} 만드는 것은 옵시디언에서만 보입니다. 독자는 흐린 한 줄을 봅니다",
            "only Obsidian shows what {plugins} would make here: readers see a muted line",
        ),
        "plugin.left-out": (
            "{path}{path:은|는} 옵시디언에서만 보입니다({plugin}). 독자는 이름만 봅니다",
            "only Obsidian shows {path} ({plugin}): readers see its name",
        ),
        "plugin.unused": (
            "옵시디언에서만 보이는 파일({plugin})이라 펴내지 않습니다",
            "only Obsidian shows this file ({plugin}): it is not published",
        ),
        "plugin.unused-drawing": (
            "이 그림을 보여 주는 노트가 없어 펴내지 않습니다",
            "no published note shows this drawing: it is not published",
        ),
        "plugin.export": (
            "Excalidraw 설정에서 SVG 자동 내보내기(auto-export SVG)를 켜세요",
            "turn on auto-export SVG in the settings of Excalidraw",
        ),
        # what is worth a look
        "problem.alias": (
            "별명 '{alias}'{alias:은|는} {path}도 씁니다",
            "the alias '{alias}' is claimed by {path} too",
        ),
        "suggest.one-alias": ("둘 가운데 하나에만 두세요", "keep it in one of the two"),
        "problem.orphan": ("이 노트로 오는 링크가 없습니다", "no note leads here"),
        "suggest.link-to-it": ("링크를 거세요", "link to it"),
        "problem.unused": (
            "이 파일을 쓰는 노트가 없어 펴내지 않습니다",
            "no published note uses this file: it is not published",
        ),
        "suggest.use-or-delete": ("보여 주거나 지우세요", "embed it, or delete it"),
    }
)
