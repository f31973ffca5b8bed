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
    environment.globals.update(note_count=lambda *values, **named: f"<{values}{named}>")
    return environment.from_string(literalise(text, frozenset({"note_count"}))).render()


def test_braces_that_are_no_macro_come_out_letter_for_letter() -> None:
    expected = BRACES.replace("<!-- {{ note_count() }} -->", "<!-- <(){}> -->")

    assert rendered(BRACES) == expected


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
