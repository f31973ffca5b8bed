"""What is told of addresses that lead on, and of those that lead nowhere: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # the address that a note asks for
        "permalink.no-address": (
            "`permalink: {text}`{text:은|는} 이 사이트 안의 주소가 아니라서 파일 이름의 주소로 펴냅니다",
            "`permalink: {text}` is no address on this site: the note keeps that of its name",
        ),
        "permalink.way-out": (
            "`permalink: /docker/`처럼 쓰세요. `https://`, `..`, `?`, `#`, 점으로 시작하는 이름은 쓸 수 없습니다",
            "write it as in `permalink: /docker/`, without `https://`, `..`, `?`, `#` and names that start with a dot",
        ),
        "permalink.taken": (
            "`permalink`의 주소 {address}{address:은|는} {path}의 것이라서 이 노트는 {other}{other:으로|로} 펴냅니다",
            "the address {address} of its `permalink` is that of {path}: this note is published as {other}",
        ),
        "permalink.reserved": (
            "`permalink`의 주소 {address}{address:은|는} 사이트의 다른 파일이 써서 이 노트는 {other}{other:으로|로} 펴냅니다",
            "another file of the site has the address {address} of its `permalink`: this note is published as {other}",
        ),
        "permalink.free": ("아무도 쓰지 않는 주소를 쓰세요", "choose one that nothing has"),
        # the ledger of addresses
        "ledger.head": (
            "이 사이트에 있던 주소입니다. 노트의 이름이 바뀌어도 옛 주소가 새 주소로 이어집니다.\n"
            "`maru build`가 적습니다. 노트와 함께 커밋하세요. 노트의 글은 없고, 글에서 뽑은 해시만 있습니다.",
            "The addresses that this site has had, so that an old one leads on when a note is renamed.\n"
            "`maru build` writes it; commit it with the notes. It has no words of the notes, only hashes of them.",
        ),
        "ledger.conflict": (
            "git이 합치지 못한 줄입니다. 이 부분은 읽지 않고, 파일도 고쳐 쓰지 않습니다",
            "git could not merge these lines: they are not read, and the file is not written",
        ),
        "ledger.no-line": (
            "주소 장부의 줄이 아니라서 읽지 않고, 파일도 고쳐 쓰지 않습니다",
            "this is no line of a list of addresses: it is not read, and the file is not written",
        ),
        "ledger.unreadable": (
            "주소 장부를 읽을 수 없습니다: {reason}",
            "the list of addresses cannot be read: {reason}",
        ),
        "ledger.way-out": (
            "고치거나, 파일을 지우고 `maru addresses`로 새로 만드세요",
            "mend it, or delete the file and make a new one with `maru addresses`",
        ),
        "ledger.unsure": (
            "옛 주소 {address}의 노트가 {pages} 가운데 어느 것인지 알 수 없어 잇지 않습니다",
            "the old address {address} leads nowhere, for its note may be any of {pages}",
        ),
        "ledger.unsure-way": (
            "이어질 노트에 `aliases: [{name}]`{name:을|를} 쓰세요",
            "write `aliases: [{name}]` into the one that it is",
        ),
        "ledger.written": (
            "{file}: 주소 {more}개를 더 적고 {moved}개를 새 주소로 이었습니다. 노트와 함께 커밋하세요",
            "{file}: {more} {more:address|addresses} more, {moved} that now {moved:leads|lead} on; commit it with the notes",
        ),
        "ledger.behind": (
            "주소 {more}개가 빠져 있고 {moved}개가 새 주소로 이어지지 않았습니다",
            "it lacks {more} {more:address|addresses}, and {moved} that now {moved:leads|lead} on",
        ),
        "ledger.behind-way": ("`maru addresses`로 적고 커밋하세요", "run `maru addresses`, and commit it"),
        "ledger.closed": ("{file}에 쓸 수 없어 주소를 적지 않았습니다: {reason}", "{file} cannot be written: {reason}"),
        "help.addresses": (
            "사이트의 주소를 볼트에 적어 옛 주소가 새 주소로 이어지게 합니다.",
            "Keeps the addresses of the site in the vault, so that old ones lead on.",
        ),
        "example.addresses": ("maru addresses\nmaru addresses ~/노트", "maru addresses\nmaru addresses ~/notes"),
        "addresses.kept": (
            "{path}에 주소 {pages}개가 있고, 그 밖의 {moved}개는 새 주소로 이어집니다.",
            "{path} has {pages} {pages:address|addresses} of notes, and {moved} more that {moved:leads|lead} on.",
        ),
        # the page of an address that leads on
        "moved.title": ("{name}: 옮긴 주소", "{name}: a new address"),
        "moved.text": ("이 노트는 주소가 바뀌었습니다:", "This note has another address:"),
        # the page of lost addresses
        "lost.title": ("이 주소에는 노트가 없습니다", "There is no note at this address"),
        "lost.text": (
            "지워졌거나, 이름이 바뀌었거나, 주소를 잘못 옮겼을 수 있습니다.",
            "It may have been deleted or renamed, or the address may have a slip.",
        ),
        "lost.search": ("이 사이트에서 찾기", "Search this site"),
        "lost.ask": ("찾기", "Search"),
        "lost.ways": ("다른 길", "Other ways"),
        "lost.home": ("홈", "Home"),
        "script.lost-address": ("주소:", "Address:"),
        "script.lost-near": ("혹시 이 노트를 찾으셨나요?", "Did you mean one of these notes?"),
        "script.lost-none": ("이름이 비슷한 노트가 없습니다.", "No note has a name like it."),
    }
)
