import re
from typing import Any

import jinja2
import pytest

from macros.macro_calls import Fault, Macros, Meant, filled, judged
from macros.vault import read_blocks
from macros.vault.call import call_at
from macros.vault.calls import Written, read_calls

BRACES = r"""
docker ps --format '{{.Names}}' and {{json .}} {{range .x}}{{end}}
`${{ secrets.KEY }}` ${{ github.ref == 'x' }} {{ foo | to_json }}
{% for x in xs %}{{ x }}{% endfor %} {% raw %}y{% endraw %} {# gone? #}
echo ${#arr[@]} \newcommand{{#1}} ## 제목 {#my-id}
{{ note_count }} {{ note_count () () }} {{ other() }} {{ config.site_name }}
{{ cycler.__init__.__globals__.os.popen('id').read() }}
{{ note_count().__class__ }} {{ note_count(config) }} {{ note_count("a" ~ "b") }} {{ note_count('a' * 9) }}
{{ '{{' }} {{ "{%" }} {{{ }}} {{ unclosed

```yaml
x: {{ note_count() }}
```

`{{ note_count() }}` <!-- {{ note_count() }} -->
"""


@pytest.mark.parametrize(
    "arguments",
    [
        *("", "1", "-1", "0", "1.5", "-0.25", "1e5", "2E-3", "1.5e+2", "123456789012345678901234567890"),
        *("True", "true", "False", "false", "None", "none"),
        *(
            "'a'",
            '"a"',
            "''",
            "'a' 'b' \"c\"",
            "'가 {{ 나 }} (다), \"라\"'",
            '"it\'s"',
            r"'a\'b'",
            r"'\n\t\\ \x41 \uac00'",
        ),
        *("1, 'a', None,", "a=1", "a = 'b', _c1= -2 ,", "1,b=2", " 1 ,2 ", "True, x=true", "한글='글'"),
        *(
            "-1.",
            "01",
            "1_000",
            "0x1f",
            "+1",
            "- 1",
            "--1",
            "1 2",
            "1.e5",
            ".5",
            "1.5.2",
            "'a' 1",
            "1 'a'",
            "1a",
            "'a'b",
        ),
        *(
            ",",
            "1,,2",
            ",1",
            "a=",
            "a==1",
            "=1",
            "a=1, 2",
            "a=1, a=2",
            "a b",
            "Truee",
            "TRUE",
            "x",
            "x=y",
            "f()",
            "(1)",
            "[1]",
        ),
        *(
            "{}",
            "*x",
            "**x",
            "'a' ~ 'b'",
            "1 + 1",
            "'a' | upper",
            "'a",
            "a'",
            r"'\ud800'",
            r"'\N{DASH}'",
            r"'\q'",
            r"'\101'",
        ),
    ],
)
def test_values_are_those_that_jinja_reads_or_none(arguments: str) -> None:
    """What is read otherwise than by Jinja would be shown otherwise than it was checked."""
    given: list[Any] = []

    def name(*values: Any, **named: Any) -> str:
        given.append((values, named))
        return ""

    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)  # noqa: S701
    environment.globals["name"] = name
    text = f"{{{{ name({arguments}) }}}}"
    call = call_at(text, 0)
    if call is None or len(dict(call.named)) < len(call.named):
        assert filled(text, {"name": lambda *_, **__: "given"}) == (text, ())
        return
    environment.from_string(text).render()

    assert repr(given) == repr([(call.values, dict(call.named))])
    assert text[call.start : call.end] == text


def judge(text: str, macros: Macros) -> list[tuple[Written, Meant | Fault]]:
    return list(judged(read_calls(read_blocks(text), text), macros))


def rendered(text: str) -> str:
    return filled(text, {"note_count": lambda *values, **named: f"<{values}{named}>"})[0]


FAULTY = (
    '{{ note_count().__class__.__base__.__subclasses__().__getitem__(1).get("x") }}',
    "{{ note_count(1)(2) }}",
    "{{ note_count(note_count()) }}",
    "{{ note_count(*x) }}",
    "{{ note_count(3, 4, 5) }}",
    "{{ note_count(" + "-" * 500 + "1) }}",
    "{{ note_count(" + "(" * 400 + "1" + ")" * 400 + ") }}",
    "{{ note_count({1, 2}) }}",
    "{{ note_count([1]) }}",
    "{{ note_count((1, 2)) }}",
    "{{ note_count(b'a') }}",
    "{{ note_count(r'a') }}",
    "{{ note_count(f'a') }}",
    "{{ note_count(1j) }}",
    "{{ note_count(.5) }}",
    "{{ note_count(...) }}",
    "{{ note_count(name) }}",
    "{{ note_count(“a”) }}",
    "{{ note_count('\\ud800') }}",
    "{{ note_count('a' ~ 'b') }}",
    "{{ note_count(1 if 2) }}",
    "{{ note_count(one=1, one=2) }}",
    "{{ note_count(one=1, 2) }}",
    "{{ note_count(1), 2 }}",
    "{{ note_count(1) | upper }}",
    "{{ note_count(1",
)


@pytest.mark.parametrize("call", FAULTY)
def test_what_is_no_plain_call_is_told_and_never_evaluated(call: str) -> None:
    def note_count(one: int = 0, two: int = 0) -> str:
        raise AssertionError

    text = f"글\n{call}"
    ((written, fault),) = judge(text, {"note_count": note_count})

    assert isinstance(fault, Fault)
    assert (written.line, re.findall(r"0x|object|jinja|nodes", str(fault.message))) == (1, [])
    assert filled(text, {"note_count": note_count}) == (text, ())


def test_braces_that_are_no_macro_come_out_letter_for_letter() -> None:
    assert rendered(BRACES) == BRACES


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ("{{ note_count() }}", "<(){}>"),
        ("{{note_count( 'a', 2, b=True )}}", "<('a', 2){'b': True}>"),
        (
            """글 {{ note_count("docker ps --format '{{.Names}}'") }} 글""",
            "글 <(\"docker ps --format '{{.Names}}'\",){}> 글",
        ),
        ("> - {{ note_count() }}", "> - <(){}>"),
        ("{{- note_count (-1, 1.5, none, 'a' 'b',) -}}", "<(-1, 1.5, None, 'ab'){}>"),
    ],
)
def test_a_plain_call_is_a_macro(call: str, result: str) -> None:
    assert rendered(call) == result


def fails() -> str:
    raise KeyError("/home/somebody/secret")


@pytest.mark.parametrize("given", [None, object(), b"a", [1], {"a": 1}, lambda: 1, int, ...])
def test_what_is_neither_text_nor_number_is_told_and_not_shown(given: object) -> None:
    ((line, told),) = [
        (failed.line, str(failed.message)) for failed in filled("글\n{{ a() }}", {"a": lambda: given})[1]
    ]

    assert (line, re.findall(r"0x|object at", told)) == (1, [])
    assert filled("{{ a() }}", {"a": lambda: given})[0] == "{{ a() }}"


def test_what_a_macro_raises_is_told_and_not_shown() -> None:
    text, failed = filled("{{ a() }} {{ b() }} {{ a() }}", {"a": fails, "b": lambda: "{{ a() }}"})

    assert text == "{{ a() }} {{ a() }} {{ a() }}"
    assert ["secret" in str(fault.message) for fault in failed] == [True, True]


def test_a_macro_of_another_language_does_not_say_what_it_takes() -> None:
    assert filled("{{ a(1, 2.0) }} {{ a('b') }}", {"a": max})[0] == "2.0 b"


def run(id: str, lines: str = "") -> str:  # noqa: A002
    return f"<{id}{lines}>"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ('{{ runn("a") }}', "no macro is named 'runn': run"),
        ("{{ runn() }}", "no macro is named 'runn': run"),
        ('> - {{Run("a", lines="1-3")}}', "no macro is named 'Run': run"),
        ('{{ note_cuont("a") }}', "no macro is named 'note_cuont': note_count"),
        ('{{ run("a", line="1") }}', "an unexpected keyword argument 'line': lines"),
        ("{{ run() }}", "missing a required argument: 'id': "),
        ('{{ run("a", "1", "2") }}', "too many positional arguments: "),
        ('{{ run("a", id="b") }}', "multiple values for argument 'id': "),
        ('{{ run(\n"a"\n) }}', "{{ run( is no call of the macro: "),
        (
            '<details>\n{{ run("a") }}\n</details>',
            "`run` is not called in a block of HTML: put blank lines around it: ",
        ),
        ('{{ run("a") ', '{{ run("a") is no call of the macro: '),
    ],
)
def test_a_slip_in_a_call_is_told_in_plain_words(call: str, told: str) -> None:
    text = f"글\n\n{call}"
    ((written, fault),) = judge(text, {"run": run, "note_count": run})

    assert isinstance(fault, Fault)
    assert written.line == 2 + call.startswith("<")
    assert told in f"{fault.message}: {', '.join(fault.close)}"


@pytest.mark.parametrize(
    "text",
    [
        '{{ include "a" . }} {{ run .Values.x }} {{ run (index .x 0) }} {{ trunc(63) }}',  # Helm, Go
        '${{ runn("a") }} ${{ run("a") }} ${{ hashFiles("a") }} ${{ fromJSON("[1]") }}',  # GitHub Actions
        '{{ lookup("env", "HOME") }} {{ query("a") }} {{ now() }} {{ prune("a") }} {{ omit }}',  # Ansible
        '{{ ref("a") }} {{ var("a") }} {{ run_query("a") }} {{ range(3) }} {{ config.get("a") }}',  # dbt
        '{{ runn(x) }} {{ runn("a") | upper }} {{ runn "a" }} {{ run }} {{ runn }} {% runn("a") %} {# run("a") #}',
        '{{{ run("a") }}} {{ loop.run("a") }} \\{{ run("a") }}',
        '`{{ runn("a") }}` <!-- {{ run( --> $x{{run(y$ %% {{ runn("a") }} %%',
        "    {{ run( }}\n\n```\n{{ run( }}\n```\n\n$$\n{{ run( }}\n$$\n\n<!--\n{{ run( }}\n-->",
        '<pre>\n{{ run("a") }}\n</pre>\n\n<div>\n<code>{{ run("a") }}</code>\n</div>',
    ],
)
def test_what_others_write_in_braces_is_never_told(text: str) -> None:
    assert judge(text, {"run": run, "note_count": run}) == []
