"""What engines say, and `maru record` and `maru check` of them: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # engines, and the places where they run
        "engine.lacks": ("이 컴퓨터에 없는 프로그램이 있습니다: {programs}", "this machine has no {programs}"),
        "engine.debian": ("Debian: {package}", "Debian: {package}"),
        "engine.debian-11": ("Debian 11: {package}", "Debian 11: {package}"),
        "engine.backports": ("Debian 백포트: {package}", "Debian's backports: {package}"),
        "engine.kubernetes": ("make kubernetes가 만듭니다", "make kubernetes builds it"),
        "engine.all": ("`make engines`가 모든 엔진을 풉니다", "`make engines` unpacks all engines"),
        "engine.root": (
            "{program}에는 루트 권한이 필요합니다. 루트로 실행하세요",
            "{program} needs root's rights: run this as root",
        ),
        "sandbox.none": (
            "샌드박스가 없습니다. bubblewrap을 설치하세요(Debian, Ubuntu: `apt-get install bubblewrap`)",
            "there is no sandbox: install bubblewrap (Debian, Ubuntu: `apt-get install bubblewrap`)",
        ),
        "sandbox.system": (
            "명령 기록은 샌드박스가 있는 리눅스(x86_64, aarch64, riscv64)에서만 실행합니다."
            " Windows에서는 WSL을, macOS에서는 리눅스 가상 머신을 설치하고 그 안에 bubblewrap을 설치하세요",
            "recordings are run on Linux alone (x86_64, aarch64, riscv64), which has a sandbox:"
            " install WSL on Windows, or a Linux virtual machine on macOS, and bubblewrap in it",
        ),
        "sandbox.refused": (
            "이 시스템에서는 bubblewrap이 샌드박스를 만들 수 없습니다({said}). 사용자 네임스페이스를 허용하거나 컨테이너 밖에서 실행하세요",
            "this system lets bubblewrap make no sandbox ({said}): allow user namespaces, or run it outside a container",
        ),
        "sandbox.exit": ("종료 코드 {code}", "exit {code}"),
        "session.not-started": ("엔진이 시작하지 못했습니다: {said}", "the engine did not start: {said}"),
        "session.too-long": (
            "{seconds}초 안에 끝나지 않았습니다",
            "it did not end within {seconds} {seconds:second|seconds}",
        ),
        "session.too-much": ("{bytes}바이트보다 많이 출력했습니다", "it printed more than {bytes} bytes"),
        "session.command-too-much": (
            "`{command}`{command:이|가} {characters}자보다 많이 출력했습니다",
            "`{command}` printed more than {characters} characters",
        ),
        "session.shell-ended": (
            "`{command}`에서 셸이 끝났습니다: {said}",
            "the shell ended in `{command}`: {said}",
        ),
        # whether the recordings of others may be run
        "consent.shown": (
            "이 저장소의 것이 아닌 명령 기록 {count}개가 이 컴퓨터의 샌드박스에서 실행하려는 것입니다.",
            "What {count} {count:recording|recordings} that {count:is|are} not this repository's would run in a sandbox on this machine:",
        ),
        "consent.file": ("파일 {path}", "the file {path}"),
        "consent.needs": ("버전을 물을 프로그램: {programs}", "asked for their versions: {programs}"),
        "consent.ask": ("명령 기록 {count}개를 실행할까요?", "Run {count} {count:recording|recordings}?"),
        "consent.declined": ("아무것도 실행하지 않았습니다.", "Nothing was run."),
        "consent.not-asked": (
            "아무것도 실행하지 않았습니다: 이 저장소의 것이 아닌 명령 기록은 터미널에서 묻거나 --yes를 주어야 실행합니다",
            "nothing was run: recordings that are not this repository's take a yes at a terminal, or --yes",
        ),
        # `maru record` and `maru check`
        "record.told": ("{id}: {told}", "{id}: {told}"),
        "record.recorded": ("{id}: 기록했습니다: {record}", "{id}: recorded: {record}"),
        "record.recorded-here": (
            "{id}: 기록했습니다: {record}, 이 컴퓨터의 프로그램",
            "{id}: recorded: {record}, this machine's own programs",
        ),
        "record.again": ("{id}: {state}. 새로 기록하세요", "{id}: {state}: record it again"),
        "record.drift": ("{id}: 이제 다른 것을 출력합니다", "{id}: it gives something else now"),
        "record.idle": ("{id}: 실행하지 않았습니다: {reason}", "{id}: not run: {reason}"),
        "record.no-recording": (
            "{id}: 명령 기록이 아닙니다. {path}{path:을|를} 고치세요",
            "{id}: it is no recording: mend {path}",
        ),
        "record.other-engine": (
            "{id}의 엔진은 {asked}{asked:이|가} 아니라 {engine}입니다",
            "{id} is of the engine {engine}, not {asked}",
        ),
        "record.before": ("기록", "recorded"),
        "record.now": ("지금", "now"),
        "record.ran": ("{count}개 실행({seconds}초)", "{count} run in {seconds} s"),
        "record.did-not-run": ("{count}개 실행 안 함", "{count} not run"),
        "record.well": ("{count}개 실행, 모두 괜찮습니다", "{count} run, all is well"),
        "record.not-well": ("{count}개 실행, 괜찮지 않은 것이 있습니다", "{count} run, not all is well"),
    }
)
