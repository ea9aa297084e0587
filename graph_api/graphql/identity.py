"""Global ids: opaque texts that name a type, a node of it and, read under an explicit asOf, its day."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import date

from graph_api.graphql.days import read_day
from graph_api.graphql.failures import BadInput
from schema.catalog import NODE_TYPES
from schema.text import Text

_FORM = re.compile(r"([A-Za-z]+):([0-9]{1,18})(?:@(\d{4}-\d{2}-\d{2}))?", re.ASCII)


def written(type_name: str, number: int, suffix: str) -> str:
    """The id of a node; `suffix` is `@` and its day where the caller named that, else empty."""
    plain = f"{type_name}:{number}{suffix}"
    return base64.urlsafe_b64encode(plain.encode("ascii")).rstrip(b"=").decode("ascii")


@dataclass(frozen=True, slots=True)
class GlobalId:
    """What an id names. `day` stands in ids that were read under an explicit asOf."""

    type_name: str
    number: int
    day: date | None = None

    def __str__(self) -> str:
        """The opaque text."""
        return written(self.type_name, self.number, f"@{self.day}" if self.day else "")

    @classmethod
    def recognise(cls, text: str) -> "GlobalId | None":
        """The id that `text` is, or None where it is none (it may be a code)."""
        try:
            padded = text.encode("ascii") + b"=" * (-len(text) % 4)
            plain = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
        except (binascii.Error, UnicodeError):
            return None
        found = _FORM.fullmatch(plain)
        if found is None or found[1] not in NODE_TYPES:
            return None
        made = cls(found[1], int(found[2]), read_day(found[3]) if found[3] else None)
        return made if str(made) == text else None

    @classmethod
    def parse(cls, text: str) -> "GlobalId":
        """The id that `text` is; raises BadInput where it is none of ours."""
        found = cls.recognise(text)
        if found is None:
            raise BadInput(
                Text(f"“{text[:80]}”不是本服务的 id", f"'{text[:80]}' is no id of this service"),
                Text("用查询返回的 id", "use an id that an answer contained"),
                where="id",
            )
        return found

    def on(self, asked: date | None) -> date | None:
        """The explicit day to answer for; raises BadInput where `asked` is another than the id's."""
        if self.day and asked and self.day != asked:
            raise BadInput(
                Text(
                    f"id 属于 {self.day}，与 asOf {asked} 不符", f"the id is of {self.day}, asOf is {asked}"
                ),
                Text("去掉 asOf，或用同一天的 id", "leave asOf out, or use an id of that day"),
                where="asOf",
            )
        return self.day or asked
