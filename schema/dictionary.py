"""The data dictionary 数据字典: what the graph holds, for whoever keeps the rosters."""

from collections.abc import Sequence

from schema.catalog import NODE_TYPES, RELATIONS, NodeType
from schema.fields import Field, Kind, Personal, Relation
from schema.terms import Term

PREFACE = """# 数据字典 Data dictionary

由模型生成，不要手改（`make generate`）。 Generated from the model; do not edit.

名册的列名写“名册列名”中任一个即可。 A roster's column may bear any of the headers listed.

- 日期 date：可只写到年或月（2022、2022-08、2022-08-15）。 A day, a month or a year.
- 随时间变化 changes：按名册的填报日期记录，每次都保留。 Kept for each roster's day.
- 个人信息 personal：默认如何显示。 How it is shown by default.
"""

KINDS: dict[Kind, str] = {
    Kind.TEXT: "文字 text",
    Kind.CODE: "编码 code",
    Kind.USCC: "统一社会信用代码 USCC",
    Kind.ID_NUMBER: "身份证号，只存散列 identity number, only its hash is kept",
    Kind.PHONES: "电话，可多个 phones",
    Kind.NAMES: "名称，可多个 names",
    Kind.COUNT: "整数 whole number",
    Kind.DECIMAL: "数字 number",
    Kind.YES_NO: "是/否 yes or no",
    Kind.DATE: "日期 date",
    Kind.SPANS: "期间，可多个 periods",
}


def dictionary() -> str:
    """The whole text, ending with a newline."""
    parts = [PREFACE, _contents()]
    parts += [_type(each) for each in NODE_TYPES.values()]
    parts += ["## 词表 Vocabularies\n", *(_vocabulary(each) for each in vocabularies())]
    return "\n".join(parts)


def vocabularies() -> list[type[Term]]:
    """Every vocabulary that a field uses, by name."""
    fields = [each for node_type in NODE_TYPES.values() for each in node_type.fields]
    fields += [each for relation in RELATIONS for each in relation.properties]
    return sorted({each.vocabulary for each in fields if each.vocabulary}, key=lambda each: each.__name__)


def _contents() -> str:
    lines = [
        f"| [{each.about.label.zh}](#{name.lower()}) | `{name}` | {each.about.note.zh} {each.about.note.en} |"
        for name, each in NODE_TYPES.items()
    ]
    return "\n".join(("| 类型 | Type | |", "|---|---|---|", *lines, ""))


def _type(node_type: NodeType) -> str:
    about = node_type.about
    parts = [
        f'<a id="{node_type.name.lower()}"></a>\n',
        f"## {about.label.zh} {node_type.name}\n",
        f"{about.note.zh} {about.note.en}\n",
        f"识别依据 Matched by：{about.matched_by.zh} {about.matched_by.en}\n",
        _table(
            ("字段", "Field", "名册列名 Headers", "内容 Content", "说明 Notes"),
            [_field(each) for each in node_type.fields],
        ),
    ]
    relations = [_relation(each) for each in node_type.relations]
    if relations:
        parts.append(_table(("关系", "Relation", "名册列名 Headers", "指向 To", "说明 Notes"), relations))
    return "\n".join(parts)


def _field(field: Field) -> tuple[str, ...]:
    notes = [f"{field.note.zh} {field.note.en}"] if field.note else []
    notes += ["唯一 unique"] if field.unique else []
    notes += ["随时间变化 changes"] if field.observed else []
    if field.personal is Personal.WITHHELD:
        notes.append("个人信息：从不显示 personal: never shown")
    elif field.personal:
        notes.append(f"个人信息：{_shown(field.personal)}")
    notes += ["不公开 not published"] if not field.published and not field.personal else []
    return (
        field.label.zh,
        _code(field.name, field.label.en),
        _headers(field),
        _content(field),
        _joined(notes),
    )


def _shown(personal: Personal) -> str:
    return {Personal.YEAR: "只显示年 the year only"}.get(personal, f"`{personal.value}`")


def _content(field: Field) -> str:
    if field.vocabulary:
        name = field.vocabulary.__name__
        kind = f"[{name}](#{name.lower()})"
    else:
        kind = KINDS[field.kind]
    unit = f"，{field.unit.zh} {field.unit.en}" if field.unit else ""
    return f"{kind}{unit}{'，可多个 several' if field.many else ''}"


def _relation(relation: Relation) -> tuple[str, ...]:
    targets = "、".join(f"[{NODE_TYPES[each].about.label.zh}](#{each.lower()})" for each in relation.targets)
    notes = ["同时只有一个 one at a time"] if relation.one else ["可多个 several"]
    notes += [f"{each.label.zh} `{each.name}`" for each in relation.properties]
    notes += ["不公开 not published"] if not relation.published else []
    english = _code(relation.field, relation.label.en)
    return (relation.label.zh, english, _listed(relation.headers), targets, _joined(notes))


def _headers(field: Field) -> str:
    return _listed(field.headers)


def _listed(headers: tuple[str, ...]) -> str:
    return "、".join(dict.fromkeys(headers))


def _code(name: str, english: str) -> str:
    return f"`{name}` {english}" if english != name else f"`{name}`"


def _joined(notes: list[str]) -> str:
    return "；".join(notes)


def _vocabulary(vocabulary: type[Term]) -> str:
    name = vocabulary.__name__
    rows = [(term.zh, f"`{term.name}`", term.en, "、".join(term.words[1:])) for term in vocabulary]
    meaning = (vocabulary.__doc__ or "").strip()
    table = _table(("值", "Value", "English", "名册中也写作 Also written"), rows)
    return f'<a id="{name.lower()}"></a>\n\n### {name}\n\n{meaning}\n\n{table}'


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join((*lines, ""))
