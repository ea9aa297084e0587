"""What can be said of a row or a table as a whole: a stable code, what is wrong, how to mend it."""

from typing import Final

from loaders.cells.findings import Finding
from schema.text import Text

__all__ = ["Finding"]


def _finding(code: str, message: tuple[str, str], remedy: tuple[str, str]) -> Finding:
    return Finding(code, Text(*message), Text(*remedy))


UNKNOWN_REFERENCE: Final = _finding(
    "UNKNOWN_REFERENCE",
    ("{type}中没有“{named}”", "no {type_en} on record is named '{named}'"),
    ("先导入该{type}，或更正名称、代码", "load that {type_en} first, or mend its name or code"),
)
SUGGESTED_REFERENCE: Final = _finding(
    "SUGGESTED_REFERENCE",
    (
        "{type}中没有“{named}”，是否指“{suggested}”",
        "no {type_en} is named '{named}'; is '{suggested}' meant?",
    ),
    ("填写全称或代码", "write the full name or the code"),
)
AMBIGUOUS_REFERENCE: Final = _finding(
    "AMBIGUOUS_REFERENCE",
    ("“{named}”可能指：{candidates}", "'{named}' may mean: {candidates}"),
    ("填写代码，或补充所属单位、乡镇", "write the code, or add the unit or township"),
)
PERSON_WITHOUT_UNIT: Final = _finding(
    "PERSON_WITHOUT_UNIT",
    ("只有姓名，无法确定是哪个人", "a name alone does not identify a person"),
    ("补充身份证号或所在单位", "add the identity number or the unit"),
)
CELL_REQUIRED: Final = _finding(
    "CELL_REQUIRED",
    ("必填单元格为空：{columns}", "a required cell is blank: {columns}"),
    ("补填后重新导入", "fill it in and load again"),
)
CONTRADICTS_ROW: Final = _finding(
    "CONTRADICTS_ROW",
    ("与第 {row} 行相互矛盾（{fields}）", "contradicts row {row} ({fields})"),
    ("保留正确的一行", "keep the row that is right"),
)
CODE_TAKEN: Final = _finding(
    "CODE_TAKEN",
    ("代码已属于另一{type}“{other}”", "the code belongs to another {type_en}, '{other}'"),
    ("核对代码与名称", "check the code and the name"),
)
SUPERSEDED: Final = _finding(
    "SUPERSEDED",
    ("较新名册已有不同的值，未改", "a newer roster says otherwise; the value was left"),
    ("如应更正，请用更新日期的名册", "to correct it, use a roster of a later day"),
)
STATED_NO_BUT_THERE: Final = _finding(
    "STATED_NO_BUT_THERE",
    ("填“否”，但登记有有效组织“{named}”", "says no, but '{named}' is on record and valid"),
    ("核对该企业的组织情况", "check the enterprise's organisations"),
)
MENTION_NOT_FOUND: Final = _finding(
    "MENTION_NOT_FOUND",
    ("未找到所提及的{type}，只保留文字", "the {type_en} mentioned is not on record; only the text is kept"),
    ("先导入该{type}，再导入本表", "load that {type_en} first, then this roster again"),
)
TOTAL_DISAGREES: Final = _finding(
    "TOTAL_DISAGREES",
    ("合计 {stated} 与本列之和 {summed} 不符", "the total {stated} is not the column's sum {summed}"),
    ("核对合计与各行", "check the total and the rows"),
)
CODE_NOT_IN_TABLE: Final = _finding(
    "CODE_NOT_IN_TABLE",
    ("代码或词语不在{table}中，已原样保留", "not in the table {table}; kept as written"),
    ("核对代码表", "compare it with the table"),
)
MERGED_GROUP_BLANK: Final = _finding(
    "MERGED_GROUP_BLANK",
    ("分组列为空，可能原为合并单元格", "a blank group cell, perhaps once merged"),
    ("在每一行填写", "write it in each row"),
)
SCHEME_NOT_100: Final = _finding(
    "SCHEME_NOT_100",
    ("各项分值合计 {total}，不是 100", "the items weigh {total}, not 100"),
    ("核对表头中的分值", "check the weights in the header"),
)

FINDINGS: Final = tuple(each for each in globals().values() if isinstance(each, Finding))
"""All of them, for the documents."""
