import jinja2
import pytest

from macros.macro_calls import literalise

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


def rendered(text: str) -> str:
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)  # noqa: S701
    macros = {"note_count": lambda *values, **named: f"<{values}{named}>"}
    environment.globals.update(macros)
    return environment.from_string(literalise(text, macros)[0]).render()


FAULTY = (
    '{{ note_count().__class__.__base__.__subclasses__().__getitem__(1).get("x") }}',
    "{{ note_count(1)(2) }}",
    "{{ note_count(note_count()) }}",
    "{{ note_count(*x) }}",
    "{{ note_count(3, 4, 5) }}",
    "{{ note_count(" + "-" * 500 + "1) }}",
)


@pytest.mark.parametrize("call", FAULTY)
def test_what_is_no_plain_call_is_told_and_never_evaluated(call: str) -> None:
    def note_count(one: int = 0, two: int = 0) -> str:
        raise AssertionError

    text, _, faults = literalise(f"글\n{call}", {"note_count": note_count})

    assert [line for line, _ in faults] == [2]
    assert jinja2.Environment().from_string(text).render() == f"글\n{call}"  # noqa: S701


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
    ],
)
def test_a_plain_call_is_a_macro(call: str, result: str) -> None:
    assert rendered(call) == result
