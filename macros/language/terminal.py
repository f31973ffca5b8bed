"""What the commands of the terminal say: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "why.on": ("{path}: 사이트에 있습니다", "{path}: it is on the site"),
        "why.on-unlisted": (
            "{path}: 사이트에 있지만 어느 목록에도 없습니다",
            "{path}: it is on the site, and in no list",
        ),
        "why.on-for": ("{path}: 사이트에 있습니다. 쓰는 곳: {notes}", "{path}: it is on the site, for {notes}"),
        "why.on-site": (
            "{path}: 사이트에 있습니다. 설정이 씁니다",
            "{path}: it is on the site, for the settings name it",
        ),
        "why.off": ("{path}: 사이트에 없습니다. {reason}{place}", "{path}: it is not on the site: {reason}{place}"),
        "why.way-out": ("  펴내려면: {way_out}", "  to publish it: {way_out}"),
        "why.unknown": ("볼트에 '{name}' 파일이 없습니다{maybe}", "the vault has no file '{name}'{maybe}"),
        "why.asks": (
            "  `{setting}`{setting:이|가} 페이지에서 다른 곳에 묻게 합니다: {origins} ({place})",
            "  `{setting}` lets pages ask others: {origins} ({place})",
        ),
        "why.nothing": ("집에 남은 파일이 없습니다", "nothing stays at home"),
        # builds
        "build.count": (
            "노트 {notes}개와 파일 {files}개를 펴냅니다. 노트 {notes_at_home}개와 파일 {files_at_home}개는 집에 남습니다"
            "(까닭 {reasons}가지: maru why)",
            "{notes} {notes:note|notes} and {files} {files:file|files} are published; {notes_at_home}"
            " {notes_at_home:note|notes} and {files_at_home} {files_at_home:file|files} stay at home, for {reasons}"
            " {reasons:reason|reasons} (maru why)",
        ),
        "build.reading": ("노트 읽기", "reading notes"),
        "build.rendering": ("노트 그리기", "rendering"),
        "build.drawing": ("그림 그리기", "drawing diagrams"),
        "build.writing": ("페이지 쓰기", "writing pages"),
        "build.worker-died": (
            "일꾼 프로세스가 죽었습니다(종료 코드 {code}). 그 노트는 일꾼 없이 만듭니다",
            "a worker died (exit code {code}): its notes are rendered without it",
        ),
        "build.no-cache": (
            "{file}: 캐시를 쓸 수 없습니다({reason}). 모두 새로 만듭니다",
            "{file}: the cache cannot be used ({reason}): everything is made anew",
        ),
        "build.open-cache": ("다른 사람이 쓸 수 있는 파일입니다", "others may write it"),
        "history.shallow": (
            "git의 역사가 일부만 있어서(shallow clone) 노트의 날짜를 알 수 없습니다 (`git fetch --unshallow`; GitHub Actions에서는 `fetch-depth: 0`)",
            "git has only a part of its history (a shallow clone), so it does not know the dates of notes"
            " (`git fetch --unshallow`; on GitHub Actions `fetch-depth: 0`)",
        ),
        "build.pages": (
            "페이지 {count}개를 {seconds}초 만에 지었습니다",
            "Pages built: {count}, in {seconds} seconds",
        ),
        "build.waits": (
            "다른 빌드가 {folder}에 짓고 있어, 끝나기를 기다립니다",
            "another build is at {folder}: this one waits for its end",
        ),
        "build.done": ("사이트: {site} ({seconds}초)", "The site is in {site} ({seconds} s)."),
        "build.strict": (
            "경고가 {count}개 있어 멈췄습니다 (--strict)",
            "{count} {count:warning|warnings}: not well, for --strict was asked",
        ),
        "build.failed": ("사이트를 짓지 못했습니다", "The site was not built"),
        "diagram.no-browser": (
            "그림을 그릴 크로미움이 없습니다. 크로미움(또는 크롬)을 깔거나 KB_CHROMIUM에 그 경로를 적으세요."
            " 아니면 maru.yml에 `diagrams: browser`라고 쓰세요",
            "there is no Chromium to draw the diagrams with: install Chromium (or Chrome) or name one in KB_CHROMIUM,"
            " or write `diagrams: browser` into maru.yml",
        ),
        "diagram.not-there": (
            "{variable}에 적은 '{file}'{file:을|를} 찾을 수 없습니다. 그림을 그릴 크로미움의 경로를 적으세요",
            "{variable} names '{file}', which is not there: name a Chromium to draw the diagrams with",
        ),
        "diagram.no-start": (
            "그림을 그릴 {file}{file:을|를} 띄울 수 없습니다({reason}). KB_CHROMIUM에 다른 것을 적거나,"
            " maru.yml에 `diagrams: browser`라고 쓰세요",
            "{file}, which is to draw the diagrams, does not start ({reason}): name another one in KB_CHROMIUM,"
            " or write `diagrams: browser` into maru.yml",
        ),
        "diagram.slow": ("너무 오래 걸립니다", "it takes too long"),
        "build.stays": (
            "바로잡을 때까지 앞서 지은 것을 보여 줍니다",
            "until that is mended, what was built before is shown",
        ),
        "vault.missing": ("폴더가 없습니다: {path}", "there is no folder {path}"),
        "vault.file": ("폴더가 아니라 파일입니다: {path}", "{path} is a file, not a folder"),
        "vault.empty": (
            "노트(.md)가 하나도 없습니다: {path} (maru new가 새 볼트를 만듭니다)",
            "there is no note (.md) in {path} (maru new makes a new vault)",
        ),
        "vault.in-site": (
            "볼트({vault})가 사이트 폴더({site}) 안에 있어 덮어쓸 수 있습니다",
            "the vault ({vault}) lies in the site's folder ({site}), which would overwrite it",
        ),
        "site.not-ours": (
            "{site}에 사이트가 아닌 파일이 있습니다. 지우지 않도록 멈췄습니다 (--site로 다른 폴더를 고르세요)",
            "{site} has files that are no site, which would be deleted: choose another folder with --site",
        ),
        "site.file": ("{site}{site:은|는} 폴더가 아니라 파일입니다", "{site} is a file, not a folder"),
        "port.in-use": (
            "{address}에서 이미 다른 것이 돌고 있습니다. 그것을 끝내거나 다른 포트를 쓰세요: `{way}`",
            "{address} is in use: stop what runs there, or take another port: `{way}`",
        ),
        "port.refused": ("{address}에서 들을 수 없습니다: {reason}", "{address} cannot be listened on: {reason}"),
        "disk.failed": ("파일을 쓰거나 읽지 못했습니다: {reason}", "a file could not be written or read: {reason}"),
        "stopped": ("멈췄습니다", "stopped"),
        # help
        "help.maru": (
            "마크다운 노트 폴더(옵시디언 볼트)를 검색하고 따라갈 수 있는 웹사이트로 만듭니다.",
            "Makes a website that can be searched and followed of a folder of Markdown notes (an Obsidian vault).",
        ),
        "example.maru": (
            "maru serve\nmaru build ~/notes --site ~/site",
            "maru serve\nmaru build ~/notes --site ~/site",
        ),
        "help.examples": ("예", "Examples"),
        "help.serve": (
            "쓰면서 봅니다. 저장할 때마다 새로 보입니다.",
            "Shows the site while you write; each save is seen at once.",
        ),
        "example.serve": ("maru serve\nmaru serve ~/notes --port 8001", "maru serve\nmaru serve ~/notes --port 8001"),
        "help.build": ("사이트를 짓습니다.", "Builds the site."),
        "example.build": (
            "maru build\nmaru build ~/notes --site ~/site --url https://example.com/notes/",
            "maru build\nmaru build ~/notes --site ~/site --url https://example.com/notes/",
        ),
        "help.doctor": ("볼트에서 잘못된 것을 찾고 고칩니다.", "Finds what is wrong in a vault, and mends it."),
        "example.doctor": ("maru doctor\nmaru doctor ~/notes --fix", "maru doctor\nmaru doctor ~/notes --fix"),
        "help.why": (
            "노트나 파일이 왜 사이트에 있는지, 왜 없는지 말합니다.",
            "Says why a note or a file is on the site, or is not.",
        ),
        "example.why": ("maru why\nmaru why 초안 그림/로고.svg", "maru why\nmaru why draft pictures/logo.svg"),
        "help.new": ("새 볼트를 만듭니다.", "Makes a new vault to start with."),
        "example.new": ("maru new 내-노트", "maru new my-notes"),
        "help.record": ("명령 기록을 실제로 돌려 출력을 적습니다.", "Runs recordings and writes down what they give."),
        "example.record": (
            'maru record "git/첫 커밋"\nmaru record --engine git',
            "maru record git/first\nmaru record --engine git",
        ),
        "help.check": ("명령 기록을 다시 돌려 견줍니다.", "Runs recordings again and compares."),
        "example.check": ("maru check\nmaru check --engine git", "maru check\nmaru check --engine git"),
        "help.option.vault": ("노트 폴더 (없으면 이 폴더)", "the folder of notes (default: this folder)"),
        "help.option.site": ("사이트를 지을 폴더", "the folder to build into"),
        "help.option.url": ("펴낼 사이트의 주소", "the address of the published site"),
        "help.option.strict": ("경고가 있으면 실패합니다", "fail where anything is wrong"),
        "help.option.strict-doctor": ("볼 만한 것이 있어도 실패합니다", "let notices fail too"),
        "help.option.strict-run": (
            "여기서 못 돌리는 기록도 실패로 칩니다",
            "a recording that cannot be run here is wrong too",
        ),
        "help.option.changed": (
            "출력이 달라진 기록만 새로 적습니다",
            "write down only those that give something else now",
        ),
        "help.option.port": ("미리보기의 포트", "the port of the preview"),
        "help.option.open": ("브라우저를 엽니다", "open a browser"),
        "help.option.json": ("JSON 목록만 찍습니다", "print a JSON list, and nothing else"),
        "help.option.fix": (
            "저절로 고칠 수 있는 것을 보이고, 물은 뒤 고칩니다",
            "show the repairs that leave no choice, ask, and write them",
        ),
        "help.option.yes": ("묻지 않습니다 (--fix와 함께)", "with --fix: write without asking"),
        "help.option.yes-run": (
            "이 저장소의 것이 아닌 명령 기록도 묻지 않고 실행합니다 (CI)",
            "run recordings that are not this repository's without asking (for CI)",
        ),
        "help.option.baseline": (
            "남은 문제를 모두 아는 것으로 적습니다",
            "write all that is left into .kb-baseline, as known",
        ),
        "help.option.engine": ("이 엔진의 기록만", "only recordings of this engine"),
        # the doctor
        "doctor.summary": ("고칠 것 {wrong}개, 볼 만한 것 {notices}개", "{wrong} to mend, {notices} worth a look"),
        "doctor.known": (", 아는 것 {known}개", ", {known} known"),
        "doctor.nothing": ("저절로 고칠 수 있는 것이 없습니다.", "There is nothing that mends itself."),
        "doctor.ask": ("이렇게 쓸까요?", "Write this?"),
        "doctor.not-asked": (
            "아무것도 쓰지 않았습니다: 터미널에서 묻거나 --yes를 주어야 씁니다",
            "nothing was written: that takes a yes at a terminal, or --yes",
        ),
        "doctor.baseline-head": ("아는 문제입니다. `maru doctor`를 보세요.", "Known problems, see `maru doctor`."),
        "doctor.baseline": ("아는 문제 {count}개를 {file}에 적었습니다.", "{count} known problems are in {file}."),
        # a new vault
        "new.done": (
            "{path}에 새 볼트를 만들었습니다. 이제: cd {quoted} && maru serve",
            "A new vault is in {path}. Now: cd {quoted} && maru serve",
        ),
        "new.engine": (
            "{file}에 이 엔진의 저장소를 적어 주세요 ({repository} 대신)",
            "Write the repository of this engine into {file} (instead of {repository}).",
        ),
        "new.exists": ("{path}{path:이|가} 이미 있고 비어 있지 않습니다", "{path} is there already, and not empty"),
    }
)
