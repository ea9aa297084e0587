"""Invented codes and numbers that pass their checks, and some that fail on purpose.

None can be anybody's: the place code 450999 was never given out, and neither were the mobile prefix
1540 and local numbers that begin with 0.
"""

from typing import Final

from loaders.cells import id_number as id_numbers
from loaders.cells import uscc as usccs
from schema.partial_date import PartialDate

_PLACE: Final = "450999"
_DIGITS: Final = "0123456789"


def uscc(department: str, number: int) -> str:
    """A valid unified social credit code; `department` are its first two characters (91, 52, 81)."""
    first_17 = f"{department}{_PLACE}MA{number * 7919 % 10_000_000:07}"
    return first_17 + usccs.check_character(first_17)


def id_number(birth: PartialDate, *, female: bool, number: int) -> str:
    """A valid citizen identity number."""
    order = number % 500 * 2 + (0 if female else 1)
    first_17 = f"{_PLACE}{birth.stored:08}{order:03}"
    return first_17 + id_numbers.check_character(first_17)


def broken(code: str) -> str:
    """The code with a check character that is wrong."""
    return code[:-1] + next(digit for digit in _DIGITS if digit != code[-1])


def mobile(number: int) -> str:
    """A mobile number that was never given out."""
    return f"1540{number * 6007 % 10_000_000:07}"


def landline(number: int) -> str:
    """A landline of the district that cannot be dialled."""
    return f"0775-0{number * 5003 % 1_000_000:06}"
