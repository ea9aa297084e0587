"""Chinese numerals: 十二 is 12, 一百零五 is 105, the year 二〇二二 is 2022."""

import re
from typing import Final

_DIGITS: Final = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_RUN: Final = re.compile("[零〇○一二两三四五六七八九十百千]{1,16}")
_YEAR_LENGTH: Final = 4


def number_of(numeral: str) -> int | None:
    """The number below ten thousand that Chinese numerals say.

    None where they say none, or no single one: 三五 and 七八十 are ranges to a reader.
    """
    total, digit, last_unit = 0, 0, 10_000
    for character in numeral:
        if character in _UNITS:
            unit = _UNITS[character]
            if unit >= last_unit:
                return None
            total, digit, last_unit = total + (digit or 1) * unit, 0, unit
        elif digit or character not in _DIGITS:
            return None
        else:
            digit = _DIGITS[character]
    return total + digit if numeral else None


def with_digits(text: str) -> str:
    """The text with each run of Chinese numerals that says one number in digits."""

    def digits(run: re.Match[str]) -> str:
        number = number_of(run[0])
        return run[0] if number is None else str(number)

    return _RUN.sub(digits, text)


def with_year_digits(text: str) -> str:
    """As `with_digits`, and four digits in a row are a year: 二〇二二年八月 is 2022年8月."""

    def digits(run: re.Match[str]) -> str:
        if len(run[0]) == _YEAR_LENGTH and all(each in _DIGITS for each in run[0]):
            return "".join(str(_DIGITS[each]) for each in run[0])
        return run[0]

    return with_digits(_RUN.sub(digits, text))
