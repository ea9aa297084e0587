"""The table of docs/codes.md: `python -m schema.codes.page` writes it anew between its two marks."""

from pathlib import Path

from schema.codes import INDEX

PAGE = Path(__file__).parents[2] / "docs" / "codes.md"
BEGIN = "<!-- the tables: python -m schema.codes.page -->\n"
HEAD = "| 表 Table | 内容 Content | 版本 Edition | 行 Rows | 来源 Source |\n|---|---|---|---|---|\n"
END = "<!-- end of the tables -->\n"


def tables() -> str:
    """The index as Markdown, one line a table."""
    lines = [
        f"| `{each.name}` | {each.title.zh}<br>{each.title.en} | {each.edition} | {each.rows} "
        f"| {each.source.zh}<br>{each.source.en} |\n"
        for each in INDEX
    ]
    return HEAD + "".join(lines)


def renewed(page: str) -> str:
    """The page with its tables as they are now; raises ValueError where it lacks one of the marks."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}{tables()}{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
