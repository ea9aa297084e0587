"""Documents that mean harm: each class of attack on a GraphQL server, drawn anew each time."""

import re
from collections.abc import Callable
from random import Random
from typing import Final

LARGE: Final = 20_000
"""Characters of an attack that grows."""

_TOKEN: Final = re.compile(r'"(?:\\.|[^"\\])*"|\w+|\.\.\.|\S')
_STRANGE: Final = (
    "\u0000",
    "\ufeff",
    "\u202e",
    "𝕏",
    "'",
    '"',
    '"""',
    "\\",
    "#",
    "{",
    "}",
    "...",
    "@",
    "$",
    "&",
    "\u2028",
)


def mutated(draw: Random, document: str, names: list[str]) -> str:
    """Tokens lost, doubled, exchanged, replaced by another name of the schema, by a typing error of it."""
    tokens = _TOKEN.findall(document)
    for _ in range(draw.randint(1, 4)):
        place = draw.randrange(len(tokens))
        match draw.randrange(7):
            case 0:
                tokens[place : place + 1] = [] if len(tokens) > 1 else ["{"]
            case 1:
                tokens.insert(place, tokens[place])
            case 2:
                other = draw.randrange(len(tokens))
                tokens[place], tokens[other] = tokens[other], tokens[place]
            case 3:
                tokens[place] = draw.choice(names)
            case 4:
                tokens[place] = misspelt(draw, draw.choice(names))
            case 5:
                tokens[place] = draw.choice(_STRANGE)
            case _:
                tokens[place] = draw.choice(
                    ("null", "-1", "0", "501", "1e400", "9" * 400, "[[[[]]]]", "{a:{b:{}}}", "$x")
                )
    return " ".join(tokens)


def misspelt(draw: Random, name: str) -> str:
    """A name with one letter too many, too few, or another."""
    place = draw.randrange(len(name))
    return name[:place] + draw.choice(("", "x", name[place] * 2)) + name[place + draw.randint(0, 1) :]


def typing_errors(draw: Random, _: str, names: list[str]) -> str:
    """Nothing but fields that nearly exist: what is suggested instead takes time to find."""
    return "{ " + " ".join(misspelt(draw, draw.choice(names)) for _ in range(draw.randint(50, 900))) + " }"


def aliases(draw: Random, document: str, _: list[str]) -> str:
    """The same over and over under other names."""
    inner = document[document.index("{") + 1 : document.rindex("}")]
    head = document[: document.index("{")]
    copies = [re.sub(r"\br(\d)", rf"r{number}_\1", inner) for number in range(draw.randint(2, 200))]
    return (head + "{" + " ".join(copies))[:LARGE] + "}"


def repeated(draw: Random, _: str, names: list[str]) -> str:
    """Fields that overlap on several levels, so that each must be compared with each."""
    width, depth = draw.randint(2, 9), draw.randint(1, 4)
    text = "__typename " * width
    for _level in range(depth):
        text = f"{draw.choice(names)} {{ {text} }} " * width
        if len(text) > LARGE:
            break
    return "{ " + text[:LARGE] + " }"


def overlapping(draw: Random, _: str, __: list[str]) -> str:
    """Overlaps that are valid: the question that every schema answers, within fragments of several kinds."""
    offered = (
        "... on Query { x1: __typename }",
        "... { x2: __typename }",
        "x3: __typename",
        "x4: __typename",
    )
    parts = [draw.choice(offered) for _ in range(draw.randint(10, 330))]
    return "{ " + " ".join(parts) + " }"


def woven(draw: Random, _: str, __: list[str]) -> str:
    """Fragments within fragments: 2^n fields when unfolded, some in a circle."""
    number = draw.randint(2, 120)
    last = draw.choice(("__typename", "...F0", "...Nowhere"))
    parts = [f"fragment F{each} on Query {{ ...F{each + 1} ...F{each + 1} }}" for each in range(number)]
    return "{ ...F0 } " + " ".join(parts) + f" fragment F{number} on Query {{ {last} }}"


def deep(draw: Random, _: str, names: list[str]) -> str:
    """Selections or values one inside another."""
    depth = draw.choice((10, 30, 100, 300, 1000, 5000))
    name = draw.choice(names)
    match draw.randrange(4):
        case 0:
            return "{" + f"{name} {{" * depth + "__typename" + "}" * depth + "}"
        case 1:
            return "{ node(id: " + "[" * depth + "]" * depth + ") { id } }"
        case 2:
            return "{ node(id: " + "{a:" * depth + "1" + "}" * depth + ") { id } }"
        case _:
            return "{" + "... {" * depth + "__typename" + "}" * depth + "}"


def directives(draw: Random, _: str, __: list[str]) -> str:
    """Directives without end, known and unknown ones."""
    one = draw.choice(
        ("@a", "@skip(if: false)", "@include(if: true)", "@deprecated", '@specifiedBy(url: "x")')
    )
    return "{ __typename " + f"{one} " * draw.randint(2, 600) + "}"


def circular(draw: Random, _: str, __: list[str]) -> str:
    """The schema asked about itself in a circle."""
    inner = "name"
    for _level in range(draw.randint(1, 12)):
        inner = draw.choice(
            (f"fields {{ type {{ {inner} }} }}", f"ofType {{ {inner} }}", f"possibleTypes {{ {inner} }}")
        )
    return f"{{ __schema {{ types {{ {inner} }} }} }}"


def operations(draw: Random, document: str, _: list[str]) -> str:
    """Many operations, some of one name, mutations and subscriptions among them."""
    kinds = ("query", "mutation", "subscription", "query", "fragment", "schema", "extend")
    some = [f"{draw.choice(kinds)} A{draw.randrange(9)} {{ __typename }}" for _ in range(draw.randint(1, 90))]
    return " ".join([document, *some])


def definitions(draw: Random, _: str, names: list[str]) -> str:
    """Variables without end, of every type, with defaults that do not fit."""
    defaults = ("1", "null", "{}", "$a1", "[1]")
    some = [
        f"$a{number}: {draw.choice(('', '['))}{draw.choice(names)}! = {draw.choice(defaults)}"
        for number in range(draw.randint(1, 200))
    ]
    return f"query Q({' '.join(some)}) {{ __typename }}"


def long_texts(draw: Random, _: str, __: list[str]) -> str:
    """Names, comments, texts, numbers and blanks without end."""
    many = draw.choice((1000, LARGE))
    return draw.choice(
        (
            "{ " + "x" * many + " }",
            "#" + "x" * many + "\n{ __typename }",
            '{ node(id: "' + "字" * (many // 3) + '") { id } }',
            '{ node(id: """' + '\\"""' * (many // 4) + '""") { id } }',
            "{ node(id: " + "9" * many + ") { id } }",
            "{ node(id: 1." + "9" * many + "e9) { id } }",
            "{" + "," * many + "__typename}",
            '{ node(id: "' + "\\u{10FFFF}" * (many // 10) + '") { id } }',
            "{" + "\n" * many + "nothing }",
        )
    )


ATTACKS: Final[dict[str, Callable[[Random, str, list[str]], str]]] = {
    each.__name__: each
    for each in (
        mutated,
        typing_errors,
        aliases,
        repeated,
        overlapping,
        woven,
        deep,
        directives,
        circular,
        operations,
        definitions,
        long_texts,
    )
}
"""Each class by its name; it takes the draw, an honest document and the names of the schema."""
