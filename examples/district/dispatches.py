"""Dispatches in four batches, and the selections that led to some of them.

On the case's day 60 First Chairs are in force, 20 of the same people also First Secretaries of
brands; 25 other First Secretaries are not counted in the case. Later batches end, begin and expire
around late 2026.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from examples.district.branches import Branch
from examples.district.cadres import Cadre
from examples.district.days import day, holds, later, month
from examples.district.enterprises import Enterprise
from examples.district.programmes import DISPATCHING, Brand
from examples.district.unions import Union
from schema.partial_date import PartialDate

CHAIR: Final = "第一主席"
SECRETARY: Final = "第一书记"
CHAIRS_ON_CASE_DAY: Final = 60
BRAND_SECRETARIES_ON_CASE_DAY: Final = 20
_OTHERS_ON_CASE_DAY: Final = 25

Place = Enterprise | Branch | Brand


@dataclass(slots=True)
class Dispatch:
    """A cadre in a post. `cut_short` is an earlier end that a later roster states, with its reason."""

    cadre: Cadre
    post: str
    target: Place
    since: PartialDate
    until: PartialDate | None
    batch: str
    document: str = ""
    backing: str = ""
    cut_short: PartialDate | None = None
    reason: str = ""

    @property
    def end(self) -> PartialDate | None:
        """The last day, month or year in it, as known in the end."""
        return self.cut_short or self.until

    @property
    def programme(self) -> str:
        """The programme that it belongs to."""
        return DISPATCHING if self.batch != "第一批" else ""

    def in_force_on(self, at: PartialDate) -> bool:
        """Whether the post certainly holds that day."""
        return holds(self.since, self.end, at)


def build(
    cadres: list[Cadre], enterprises: list[Enterprise], branches: list[Branch], unions: list[Union],
    brands: list[Brand],
) -> list[Dispatch]:  # fmt: skip
    """All dispatches, batch by batch."""
    chaired = [each for union in unions for each in union.enterprises if len(union.enterprises) == 1]
    chaired = [
        each for each in chaired if each.town != "石和镇" or (each.number % 2 and each.plan != "joint")
    ]
    single = [each for each in branches if len(each.enterprises) == 1 and each.town != "石和镇"]
    single = [each for each in single if each.established < day(2022, 1, 1)]
    made = list(_first(cadres, chaired, single))
    made += _second(cadres, chaired, single, brands)
    made += _third(cadres, chaired, single, brands)
    made += _fourth(cadres, enterprises, single)
    return made


def _first(cadres: list[Cadre], chaired: list[Enterprise], single: list[Branch]) -> Iterator[Dispatch]:
    """2018 to 2022: over by the case's day, eight of them in its last month."""
    for index, cadre in enumerate(cadres[86:94]):
        yield Dispatch(
            cadre, CHAIR, chaired[20 + index], month(2020, 6), month(2022, 7), "第一批",
            reason="任期届满", backing=cadre.agency,
        )  # fmt: skip
    for index, cadre in enumerate(cadres[94:102]):
        yield Dispatch(
            cadre, SECRETARY, single[30 + index].enterprises[0], day(2018, 5 + index % 3, 8),
            day(2021, 5 + index % 3, 7), "第一批",
        )  # fmt: skip


def _second(
    cadres: list[Cadre], chaired: list[Enterprise], single: list[Branch], brands: list[Brand]
) -> Iterator[Dispatch]:
    """2022: the case. Two more chairs begin some day in August 2022 and are not yet certain."""
    document = "福组发〔2022〕12号"
    for index, cadre in enumerate(cadres[:CHAIRS_ON_CASE_DAY]):
        since, until = (
            (month(2022, 5), month(2024, 5)), (day(2022, 3, 15), day(2025, 3, 14)), (month(2022, 6), None),
            (month(2020, 9), month(2022, 8)), (day(2022, 8, 2), day(2024, 8, 1)),
        )[(0, 1, 0, 2, 1, 0)[index % 6] if index not in (17, 35) else 3 if index == 17 else 4]  # fmt: skip
        made = Dispatch(
            cadre, CHAIR, chaired[index % len(chaired)], since, until, "第二批", document,
            cadre.agency if index % 4 else "区总工会",
        )  # fmt: skip
        if index % 14 == 5:
            made.cut_short = day(2023, 11, 20)
            made.reason = ("召回", "调离", "企业关闭", "工作调动")[index // 14 % 4]
        yield made
    for index, cadre in enumerate(cadres[:BRAND_SECRETARIES_ON_CASE_DAY]):
        yield Dispatch(
            cadre,
            SECRETARY,
            brands[index % 4],
            month(2022, 5),
            month(2024, 5),
            "第二批",
            document,
            cadre.agency,
        )
    for index, cadre in enumerate(cadres[60 : 60 + _OTHERS_ON_CASE_DAY]):
        branch = single[index * 3 % len(single)]
        yield Dispatch(
            cadre, SECRETARY, branch if index % 2 else branch.enterprises[0], day(2022, 4, 1),
            day(2024, 3, 31), "第二批", document, cadre.agency if index % 3 else "",
        )  # fmt: skip
    for index, cadre in enumerate(cadres[102:104]):
        yield Dispatch(cadre, CHAIR, chaired[60 + index], month(2022, 8), month(2024, 8), "第二批", document)


def _third(
    cadres: list[Cadre], chaired: list[Enterprise], single: list[Branch], brands: list[Brand]
) -> Iterator[Dispatch]:
    """2024: many in force today; some expire within sixty days of it, one person has too many."""
    document = "福组发〔2024〕27号"
    ends = (day(2027, 8, 31), day(2026, 12, 31), month(2027, 8), day(2026, 8, 31), None, day(2027, 1, 15))
    for index, cadre in enumerate(cadres[10:56]):
        yield Dispatch(
            cadre, CHAIR, chaired[(index * 5 + 3) % len(chaired)], day(2024, 9, 1), ends[index % 6], "第三批",
            document, cadre.agency if index % 5 else "",
        )  # fmt: skip
    for index, cadre in enumerate(cadres[10:24]):
        yield Dispatch(
            cadre,
            SECRETARY,
            brands[index % 4],
            month(2024, 9),
            month(2027, 8),
            "第三批",
            document,
            cadre.agency,
        )
    for index, cadre in enumerate(cadres[62:90]):
        branch = single[(index * 4 + 1) % len(single)]
        made = Dispatch(
            cadre, SECRETARY, branch if index % 3 else branch.enterprises[0], day(2024, 9, 10),
            ends[(index + 2) % 6], "第三批", document, cadre.agency_on(day(2024, 9, 10)),
        )  # fmt: skip
        if index in (4, 12):
            made.cut_short, made.reason = day(2026, 2, 28), "调离"
        yield made
    for branch in single[40:43]:
        yield Dispatch(cadres[104], SECRETARY, branch, day(2024, 9, 10), day(2027, 9, 9), "第三批", document)


def _fourth(cadres: list[Cadre], enterprises: list[Enterprise], single: list[Branch]) -> Iterator[Dispatch]:
    """2026: just begun, or to begin; the one in 石和镇 hangs on one person alone."""
    document = "福组发〔2026〕31号"
    far = [each for each in enterprises if each.town == "石和镇" and each.plan == "joint"]
    yield Dispatch(cadres[96], CHAIR, far[0], day(2026, 10, 8), day(2028, 10, 7), "第四批", document)
    for index, cadre in enumerate(cadres[:8]):
        yield Dispatch(
            cadre, SECRETARY, single[50 + index], day(2026, 10, 8), day(2028, 10, 7), "第四批", document,
            cadre.agency,
        )  # fmt: skip
    for index, cadre in enumerate(cadres[106:110]):
        yield Dispatch(
            cadre, SECRETARY, single[60 + index].enterprises[0], day(2027, 1, 1), day(2028, 12, 31), "第四批",
            document, cadre.agency,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Selection:
    """A candidate's way to a post; `dispatch` is None where it led to none."""

    cadre: Cadre
    post: str
    target: Place
    opened: PartialDate
    batch: str
    steps: tuple[tuple[PartialDate | None, str], ...]
    supervisor: str
    eligible: str
    dispatch: Dispatch | None


def selections(cadres: list[Cadre], dispatches: list[Dispatch], unions: list[Union]) -> list[Selection]:
    """Of the second and third batch the ways to forty posts, and six that led to none."""
    chosen = [each for each in dispatches if each.batch in ("第二批", "第三批") and each.since.is_day][:40]
    made = [_selection(index, each) for index, each in enumerate(chosen)]
    for index, cadre in enumerate(cadres[112:118]):
        opened = day(2026, 10, 12)
        steps = ((opened, "通过"), (later(opened, days=4), "通过"), (later(opened, days=11), "通过"))
        last = ((None, ""), (None, "待定"), (later(opened, days=25), "未通过"))[index % 3]
        made.append(
            Selection(
                cadre,
                CHAIR,
                unions[index * 4].enterprises[0],
                opened,
                "第四批",
                (*steps, last),
                "程序监督专员",
                "是" if index % 2 else "",
                None,
            )
        )
    return made


def _selection(index: int, dispatch: Dispatch) -> Selection:
    opened = later(dispatch.since, days=-40 - index % 9)
    steps = tuple((later(opened, days=gap), "通过") for gap in (0, 5 + index % 3, 13, 28))
    return Selection(
        dispatch.cadre,
        dispatch.post,
        dispatch.target,
        opened,
        dispatch.batch,
        steps,
        "程序监督专员",
        "是",
        dispatch,
    )
