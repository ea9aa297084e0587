"""Places: the county, its six towns with villages, three parks."""

from dataclasses import dataclass
from typing import Final

from examples.district.days import day
from schema.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Place:
    """A division by its code; `above` is the code of the one it is part of, empty for the county."""

    code: str
    name: str
    level: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Park:
    """An industrial park in a town."""

    code: str
    name: str
    town: str
    established: PartialDate


COUNTY: Final = Place("450903", "福绵区", "县级")
TOWNS: Final = tuple(
    Place(f"450903{code}", name, "乡级", "450903")
    for code, name in (
        ("107", "福绵镇"), ("108", "成均镇"), ("109", "樟木镇"),
        ("110", "新桥镇"), ("111", "沙田镇"), ("112", "石和镇"),
    )
)  # fmt: skip
_VILLAGES: Final = {
    "107": "岑禾社区 澜桥社区 珩塘村 翊陂村 栩岭村",
    "108": "霁坡社区 昀垌村 蔚塘村 岚根村",
    "109": "璟江社区 樾垌村 沅岭村 溱水村",
    "110": "湛桥社区 衍塘村 沐垌村 曦岭村",
    "111": "骋口社区 祺塘村 璨坡村 沅陂村",
    "112": "栩和社区 岚塘村 珩垌村 霁岭村",
}
VILLAGES: Final = tuple(
    Place(f"450903{town}{(1 if name.endswith('社区') else 200) + number:03}", name, "村级", f"450903{town}")
    for town, names in _VILLAGES.items()
    for number, name in enumerate(names.split())
)
PARKS: Final = (
    Park("YQ01", "福绵轻纺示范园", "福绵镇", day(2016, 5, 18)),
    Park("YQ02", "成均机电小微园", "成均镇", day(2018, 9, 1)),
    Park("YQ03", "樟木农产品加工园", "樟木镇", day(2019, 11, 20)),
)


def villages_of(town: str) -> tuple[Place, ...]:
    """The villages of the town of that name."""
    code = next(place.code for place in TOWNS if place.name == town)
    return tuple(place for place in VILLAGES if place.above == code)
