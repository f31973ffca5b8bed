"""What a reader is told of labs, and an author of what runs in them: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
        # on a page
        "script.lab-run": ("▶ 돌려 보기 ({size} MB)", "▶ Run it ({size} MB)"),
        "script.lab-try": ("▶ 여기서 풀어 보기 ({size} MB)", "▶ Try it here ({size} MB)"),
        "script.lab-run-told": (
            "이 브라우저 안에 진짜 리눅스를 켜고 이 명령들을 돌려요. 설치하는 것도 밖으로 나가는 것도 없어요",
            "Starts a real Linux in this browser and runs these commands. Nothing is installed, nothing leaves it",
        ),
        "script.lab-no-file": (
            "파일로 연 페이지에서는 돌릴 수 없어요. 아래는 실제로 돌려 적은 기록이에요",
            "A page that was opened from a file cannot run anything. What is below was really recorded",
        ),
        "script.lab-no-browser": (
            "이 브라우저에는 리눅스를 켤 때 쓰는 것(웹어셈블리)이 없어요. 아래는 실제로 돌려 적은 기록이에요",
            "This browser lacks what starts a Linux (WebAssembly). What is below was really recorded",
        ),
        "script.lab-failed": (
            "리눅스를 받지 못했어요. 잠시 뒤에 다시 눌러 보세요",
            "The Linux could not be loaded: try again in a while",
        ),
        "script.lab-taken": (
            "다른 터미널이 이 리눅스를 쓰고 있어요. ▶를 누르면 여기서 처음부터 다시 해요",
            "Another terminal uses this Linux now. ▶ begins here again",
        ),
        "script.lab-broken": (
            "리눅스가 멈췄어요. ▶를 누르면 새로 켜요",
            "The Linux has stopped. ▶ starts a new one",
        ),
        "script.lab-label": ("이 브라우저 안의 리눅스", "A Linux in this browser"),
        "script.lab-ask": (
            "진짜 리눅스를 이 브라우저 안에서 켜요. {size} MB를 받고 메모리를 400 MB쯤 써요.",
            "This starts a real Linux in this browser: it loads {size} MB, and takes about 400 MB of memory.",
        ),
        "script.lab-load": ("받아서 켜기", "Load and start it"),
        "script.lab-loading": ("받는 중: {done} / {all} MB", "Loading: {done} of {all} MB"),
        "script.lab-before": (
            "먼저 한 일을 하는 중: {number} / {count}",
            "Doing what goes before: {number} of {count}",
        ),
        "script.lab-running": ("돌리는 중", "Running"),
        "script.lab-ready": ("준비됐어요. 명령을 고쳐서 다시 돌려 보세요", "Ready: change a command and run it again"),
        "script.lab-solve": (
            "준비됐어요. 명령을 적고 Enter로 돌려 보세요. 답과 견주어 드려요",
            "Ready: write a command and press Enter. Its output is compared with the answer",
        ),
        "script.lab-solved": ("✓ 답과 같은 출력이에요", "✓ It gives what the answer gives"),
        "script.lab-unsolved": (
            "아직 답과 달라요: 안 나온 줄 {missing}개, 더 나온 줄 {extra}개",
            "Not yet the answer: lines missing: {missing}, lines too many: {extra}",
        ),
        "script.lab-stop": ("■ 멈추기", "■ Stop"),
        "script.lab-not-stopped": (
            "이 명령은 멈추지 않아요. ↺ 처음부터를 누르세요",
            "This command does not stop: press ↺ From the beginning",
        ),
        "script.lab-reset": ("↺ 처음부터", "↺ From the beginning"),
        "script.lab-type": ("직접 쳐 보기", "Type yourself"),
        "script.lab-close": ("끄기", "Turn it off"),
        "script.lab-command": ("명령", "Command"),
        "script.lab-run-command": ("이 명령 돌리기", "Run this command"),
        "script.lab-too-much": ("(너무 길어서 여기까지만 보여요)", "(it is too long: the rest is not shown)"),
        "script.lab-took": ("{seconds}초", "{seconds} s"),
        "script.lab-exit": ("종료 코드 {code}", "exit code {code}"),
        "script.lab-same": ("✓ 방금 기록과 똑같은 출력이 나왔어요", "✓ It has just given what was recorded"),
        "script.lab-changes": (
            "✓ 방금 기록과 같은 출력이 나왔어요. 돌릴 때마다 바뀌는 것만 달라요",
            "✓ It has just given what was recorded, but for what changes from run to run",
        ),
        "script.lab-about": ("이 리눅스에 든 것과 라이선스", "What is in this Linux, and its licences"),
        "script.lab-prompt": ("리눅스의 프롬프트", "The prompt of the Linux"),
        "script.lab-knock-label": ("이 페이지에서 두드릴 포트와 경로:", "Port and path to ask from this page:"),
        "script.lab-knock": ("요청 보내기", "Send a request"),
        "script.lab-knocking": ("두드리는 중", "Knocking"),
        "script.lab-knock-off": ("먼저 ▶로 리눅스를 켜세요", "Start the Linux with ▶ first"),
        "script.lab-knock-what": ("8080/경로처럼 쓰세요", "Write it as in 8080/path"),
        "script.lab-knock-refused": (
            "{port}번이 연결을 거절했어요: 밖에서 들어올 수 있게 연 프로그램이 없어요",
            "Port {port} refused: nothing listens there that can be reached from outside",
        ),
        "script.lab-knock-silent": (
            "{port}번에 보낸 요청에 답이 오지 않았어요: 도중에 버려졌어요",
            "The request to port {port} has no answer: it was dropped on its way",
        ),
        "script.lab-knock-answered": ("{port}번이 답했어요", "Port {port} has answered"),
        # on the page of what labs are made of
        "software.title": ("▶가 켜는 리눅스에 든 것", "What is in the Linux that ▶ starts"),
        "software.text": (
            "▶는 데비안 13의 패키지를 그대로 담은 작은 리눅스를 브라우저 안에서 켭니다. 커널은 데비안의 소스를 설정만 바꾸어 지었습니다. "
            "무엇이 들었는지, 어떤 조건으로 나누는지, 소스가 어디 있는지 적었습니다.",
            "▶ starts a small Linux in the browser, with packages of Debian 13 as they are; its kernel is built of Debian's "
            "source with other settings. This is what it has in it, on which terms, and where the sources are.",
        ),
        "software.licences": ("라이선스 전문:", "The texts of licences:"),
        "software.built-using": ("함께 든 것: {names}", "with parts of {names}"),
        "software.settings": ("설정", "its settings"),
        "software.licence": ("라이선스", "Licence"),
        "software.source": ("소스: {name}", "source: {name}"),
        # of `maru parity`
        "help.parity": (
            "명령 기록을 랩에서 돌려 기록과 견주고, 같은 것에 ▶를 줍니다.",
            "Runs recordings in their labs, compares, and gives ▶ to what is equal.",
        ),
        "example.parity": ('maru parity\nmaru parity "git/첫 커밋"', "maru parity\nmaru parity git/first"),
        "help.option.strict-parity": ("같지 않은 것이 있으면 실패합니다", "fail where one is not equal"),
        "help.option.changed-parity": (
            "아직 견주지 않은 것과, 견준 뒤에 기록이나 랩이 바뀐 것만 돌립니다",
            "run only what was not compared yet, or has changed since",
        ),
        "parity.no-labs": (
            "{folder}에 랩이 없습니다: `make labs`로 만드세요",
            "there are no labs in {folder}: `make labs` makes them",
        ),
        "parity.no-lab": (
            "'{lab}'{lab:이라는|라는} 랩이 없습니다 (있는 것: {labs})",
            "no lab is named '{lab}' (there are {labs})",
        ),
        "parity.names-none": ("`lab:`이 없습니다", "it names no `lab:`"),
        "parity.ended": ("Node가 {code}번으로 끝났습니다", "Node has ended with {code}"),
        "parity.engine": (
            "'{engine}' 엔진의 기록은 랩에서 돌릴 수 없습니다",
            "recordings of the engine '{engine}' cannot be run in labs",
        ),
        "parity.no-node": ("랩을 돌릴 Node가 없습니다", "there is no Node to run labs in"),
        "parity.summary": (
            "{count}개 중 {equal}개가 기록과 같습니다.",
            "{equal} of {count} are equal to their records.",
        ),
    }
)
