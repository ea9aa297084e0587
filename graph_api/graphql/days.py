"""The day that an answer is true of: read from `asOf`, by default today in Asia/Shanghai."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from graph_api.graphql.failures import BadInput
from schema.text import Text

ZONE = ZoneInfo("Asia/Shanghai")
EARLIEST = date(1900, 1, 1)
YEARS_AHEAD = 10

_FORM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def today() -> date:
    """Today in Asia/Shanghai."""
    return datetime.now(ZONE).date()


def read_day(text: object) -> date:
    """The day that an ISO 8601 text names; raises BadInput for another, or one out of range."""
    if not isinstance(text, str) or _FORM.fullmatch(text) is None:
        raise _no_day(str(text))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _no_day(text) from None
    now = today()
    last = date(now.year + YEARS_AHEAD, now.month, 28 if (now.month, now.day) == (2, 29) else now.day)
    if not EARLIEST <= day <= last:
        raise BadInput(
            Text(f"日期 {day} 超出范围", f"the day {day} is out of range"),
            Text(f"写 {EARLIEST} 至 {last} 之间的日期", f"give a day from {EARLIEST} to {last}"),
            where="asOf",
        )
    return day


def _no_day(text: str) -> BadInput:
    return BadInput(
        Text(f"“{text[:40]}”不是日期", f"'{text[:40]}' is not a day"),
        Text("写成 2022-08-15", "write 2022-08-15"),
        where="asOf",
    )
