"""What a reader meets who holds their own output against a record: `key: (Korean, English)`."""

from types import MappingProxyType

WORDS = MappingProxyType(
    {
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
        "script.compare-rewritten": ("같은 명령을 다르게 썼어요", "The same command, written in another way"),
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
    }
)
