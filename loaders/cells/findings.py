"""Everything that can be said of a single cell: a stable code, what is wrong, how to mend it.

No message repeats what the cell holds where that may be personal: the report shows the cell's raw
value itself, masked where its field is protected.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from schema.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be said of a cell; the texts of some have places for facts, filled by `about`."""

    code: str
    message: Text
    remedy: Text

    def about(self, **facts: object) -> "Finding":
        """The finding with its places filled, in both languages."""
        return replace(
            self,
            message=Text(self.message.zh.format(**facts), self.message.en.format(**facts)),
            remedy=Text(self.remedy.zh.format(**facts), self.remedy.en.format(**facts)),
        )

    def said(self, how: Callable[[str], str]) -> "Finding":
        """The finding with its message said in another way."""
        message = Text(how(self.message.zh), how(self.message.en))
        return self if message == self.message else replace(self, message=message)


def _finding(code: str, message: tuple[str, str], remedy: tuple[str, str]) -> Finding:
    return Finding(code, Text(*message), Text(*remedy))


FORMULA_ERROR: Final = _finding(
    "FORMULA_ERROR",
    ("单元格是公式错误值", "the cell is a formula's error value"),
    ("修正公式或直接填写数值", "mend the formula or write the value"),
)
FORMULA_NO_RESULT: Final = _finding(
    "FORMULA_NO_RESULT",
    ("公式没有保存结果，按未知处理", "the formula has no saved result and counts as unknown"),
    ("在表格软件中打开并保存一次，或直接填写数值", "open and save the file once, or write the value"),
)
STRUCK_THROUGH: Final = _finding(
    "STRUCK_THROUGH",
    ("单元格有删除线，仍按有效内容读取", "the cell is struck through and was read all the same"),
    ("作废的内容请清空，有效的去掉删除线", "clear what no longer holds, else remove the line"),
)
TEXT_UNREADABLE: Final = _finding(
    "TEXT_UNREADABLE",
    ("文字含有无法保存的字符", "the text has characters that cannot be stored"),
    ("重新输入这一单元格", "type the cell again"),
)
NAMES_INCOMPLETE: Final = _finding(
    "NAMES_INCOMPLETE",
    ("名单写了“等”，只读取列出的名称", "the list says 'and others'; only the names written were read"),
    ("写全名单", "write all names"),
)
COUNT_UNREADABLE: Final = _finding(
    "COUNT_UNREADABLE",
    ("不是整数", "not a whole number"),
    ("只填写数字，如 50", "write digits only, such as 50"),
)
COUNT_RANGE: Final = _finding(
    "COUNT_RANGE",
    ("是一个范围，按未知处理", "a range, which counts as unknown"),
    ("填写准确数字，或“约50”“50以上”", "write the number, or 约50 (about) or 50以上 (at least)"),
)
COUNT_UPPER_BOUND: Final = _finding(
    "COUNT_UPPER_BOUND",
    ("只说明上限，按未知处理", "an upper limit only, which counts as unknown"),
    ("填写准确数字", "write the number"),
)
COUNT_WOMEN_EXCEED: Final = _finding(
    "COUNT_WOMEN_EXCEED",
    ("女性人数多于总数", "more women than people"),
    ("核对总数与女性人数", "check both numbers"),
)
DECIMAL_UNREADABLE: Final = _finding(
    "DECIMAL_UNREADABLE",
    ("不是数字", "not a number"),
    ("只填写数字，如 95.5", "write digits only, such as 95.5"),
)
YES_NO_UNREADABLE: Final = _finding(
    "YES_NO_UNREADABLE",
    ("既不是“是”也不是“否”", "neither yes nor no"),
    ("填写 是 或 否", "write 是 (yes) or 否 (no)"),
)
DATE_UNREADABLE: Final = _finding(
    "DATE_UNREADABLE",
    ("不是日期", "not a date"),
    ("写成 2022、2022-08 或 2022-08-15", "write 2022, 2022-08 or 2022-08-15"),
)
DATE_MONTH_AMBIGUOUS: Final = _finding(
    "DATE_MONTH_AMBIGUOUS",
    ("按 {read} 读取，也可能是 {other}", "read as {read}; may be {other}"),
    ("把单元格设为文本，写成 {read} 或 {other}", "make the cell a text and write {read} or {other}"),
)
DATE_CENTURY_ASSUMED: Final = _finding(
    "DATE_CENTURY_ASSUMED",
    ("两位年份按 {read} 读取", "the two-digit year was read as {read}"),
    ("写四位年份", "write the year with four digits"),
)
DATE_FROM_SERIAL: Final = _finding(
    "DATE_FROM_SERIAL",
    ("按日期序号读取为 {read}", "read as a date serial: {read}"),
    ("写成 2022-08-15 的形式", "write it like 2022-08-15"),
)
DATE_VAGUE: Final = _finding(
    "DATE_VAGUE",
    ("日期写得笼统，只读取到 {read}", "a vague date, read as {read}"),
    ("知道具体日期时写成 2022-08-15", "where the day is known, write it like 2022-08-15"),
)
SPAN_UNREADABLE: Final = _finding(
    "SPAN_UNREADABLE",
    ("不是起止时间", "not a period"),
    ("写成 2022.08-2024.08 或 2022.08至今", "write 2022.08-2024.08 or 2022.08至今"),
)
SPAN_REVERSED: Final = _finding(
    "SPAN_REVERSED",
    ("结束早于开始", "it ends before it begins"),
    ("核对起止时间", "check both dates"),
)
CODE_UNREADABLE: Final = _finding(
    "CODE_UNREADABLE",
    ("不是编码", "not a code"),
    ("填写本单位使用的编码", "write the code that your office uses"),
)
CODE_DIGITS_LOST: Final = _finding(
    "CODE_DIGITS_LOST",
    ("编码被存成数字，末尾数字已丢失", "stored as a number: its last digits are lost"),
    ("把整列设为文本后重新填写", "make the column text and write it again"),
)
USCC_UNREADABLE: Final = _finding(
    "USCC_UNREADABLE",
    (
        "统一社会信用代码应为18位数字或大写字母（无 I O S V Z）",
        "a unified social credit code has 18 digits or capitals (no I, O, S, V, Z)",
    ),
    ("按登记证书填写", "copy it from the certificate"),
)
USCC_CHECK: Final = _finding(
    "USCC_CHECK",
    ("统一社会信用代码校验位不符", "the code's check digit is wrong"),
    ("按登记证书核对每一位", "compare each character with the certificate"),
)
USCC_REPAIRED: Final = _finding(
    "USCC_REPAIRED",
    ("字母 O、I 已按数字 0、1 读取", "letters O and I were read as digits 0 and 1"),
    ("把代码中的字母 O、I 改为数字", "replace the letters by digits"),
)
USCC_NOT_A_UNION: Final = _finding(
    "USCC_NOT_A_UNION",
    ("工会的统一社会信用代码以 81 开头", "a union's own code begins with 81"),
    ("填写工会法人证书上的代码，不是企业的代码", "write the union's own code, not the enterprise's"),
)
ID_NUMBER_UNREADABLE: Final = _finding(
    "ID_NUMBER_UNREADABLE",
    ("公民身份号码应为18位", "a citizen identity number has 18 characters"),
    ("按身份证填写", "copy it from the card"),
)
ID_NUMBER_DIGITS_LOST: Final = _finding(
    "ID_NUMBER_DIGITS_LOST",
    ("身份证号被存成数字，末尾数字已丢失", "stored as a number: its last digits are lost"),
    ("把整列设为文本后按身份证重新填写", "make the column text and copy it from the card again"),
)
ID_NUMBER_CHECK: Final = _finding(
    "ID_NUMBER_CHECK",
    ("身份证号校验位不符", "the number's check character is wrong"),
    ("按身份证核对每一位", "compare each character with the card"),
)
ID_NUMBER_BIRTH: Final = _finding(
    "ID_NUMBER_BIRTH",
    ("身份证号中的出生日期不存在", "the birth date in the number does not exist"),
    ("按身份证核对", "compare it with the card"),
)
ID_NUMBER_PLACE: Final = _finding(
    "ID_NUMBER_PLACE",
    ("身份证号的地区码不在省级代码表中", "the number's place code belongs to no province"),
    ("按身份证核对前六位", "compare the first six digits with the card"),
)
ID_NUMBER_15: Final = _finding(
    "ID_NUMBER_15",
    ("15位旧身份证号已换算为18位", "an old number of 15 digits was converted to 18"),
    ("请填写18位身份证号", "write the number with 18 characters"),
)
PHONE_UNREADABLE: Final = _finding(
    "PHONE_UNREADABLE",
    ("不是电话号码", "not a phone number"),
    ("填写11位手机号或带区号的固定电话", "write a mobile number of 11 digits, or a landline with area code"),
)
PHONE_LENGTH: Final = _finding(
    "PHONE_LENGTH",
    ("手机号位数不对，已原样保留", "a mobile number of the wrong length, kept as written"),
    ("核对是否少写或多写数字", "check for missing or additional digits"),
)
TERM_UNKNOWN: Final = _finding(
    "TERM_UNKNOWN",
    ("不在词表中，按未知处理", "not in the vocabulary, which counts as unknown"),
    ("填写以下之一：{words}", "write one of: {words}"),
)

FINDINGS: Final = (
    FORMULA_ERROR,
    FORMULA_NO_RESULT,
    STRUCK_THROUGH,
    TEXT_UNREADABLE,
    NAMES_INCOMPLETE,
    COUNT_UNREADABLE,
    COUNT_RANGE,
    COUNT_UPPER_BOUND,
    COUNT_WOMEN_EXCEED,
    DECIMAL_UNREADABLE,
    YES_NO_UNREADABLE,
    DATE_UNREADABLE,
    DATE_MONTH_AMBIGUOUS,
    DATE_CENTURY_ASSUMED,
    DATE_FROM_SERIAL,
    DATE_VAGUE,
    SPAN_UNREADABLE,
    SPAN_REVERSED,
    CODE_UNREADABLE,
    CODE_DIGITS_LOST,
    USCC_UNREADABLE,
    USCC_CHECK,
    USCC_REPAIRED,
    USCC_NOT_A_UNION,
    ID_NUMBER_UNREADABLE,
    ID_NUMBER_DIGITS_LOST,
    ID_NUMBER_CHECK,
    ID_NUMBER_BIRTH,
    ID_NUMBER_PLACE,
    ID_NUMBER_15,
    PHONE_UNREADABLE,
    PHONE_LENGTH,
    TERM_UNKNOWN,
)
"""All of them, for the documents."""
