"""Enterprises: 472 in six towns, each with a plan for its life and what rosters of four days saw of it."""

from dataclasses import dataclass, field
from itertools import product
from random import Random
from typing import Final

from examples.district.chance import chance
from examples.district.days import between, day, later
from examples.district.identifiers import landline, mobile, uscc
from examples.district.people import People
from examples.district.places import PARKS, TOWNS, villages_of
from examples.district.trades import COINED, TRADES, Trade
from schema.partial_date import PartialDate

ROSTER_DAYS: Final = {2022: day(2022, 7, 20), 2024: day(2024, 6, 30), 2026: day(2026, 9, 30)}
"""The 填报日期 of the three rounds of enterprise rosters."""

_PLANS: Final = {
    "福绵镇": (112, {"single": 30, "joint": 14, "general": 2, "required": 3, "candidate": 4, "blank": 6}),
    "成均镇": (70, {"single": 18, "joint": 10, "general": 1, "required": 3, "candidate": 3, "blank": 5}),
    "樟木镇": (76, {"single": 20, "joint": 10, "general": 1, "required": 3, "candidate": 4, "blank": 5}),
    "新桥镇": (66, {"single": 18, "joint": 10, "general": 0, "required": 3, "candidate": 3, "blank": 5}),
    "沙田镇": (76, {"single": 18, "joint": 10, "general": 0, "required": 3, "candidate": 8, "blank": 6}),
    "石和镇": (72, {"single": 14, "joint": 7, "general": 0, "required": 3, "candidate": 4, "blank": 6}),
}
"""Enterprises a town, and how many of them have which kind of branch, or lack one; the rest are plain."""

_ALIKE: Final = ("成均镇", "沙田镇")
"""The towns of two enterprises of one name, which a reference by name alone cannot tell apart."""

_LARGEST: Final = (5, 130)

UNION_WORTHY: Final = 25
"""Workers from which a union is asked for."""


@dataclass(slots=True)
class Seen:
    """What a roster saw of an enterprise; texts as the cells hold them, empty where blank."""

    status: str
    employees: str
    full: str
    probationary: str
    union_members: str = ""
    has_branch: str = ""
    has_union: str = ""
    reason: str = ""


@dataclass(slots=True)
class Enterprise:
    """One enterprise; `plan` says which party organisation it is meant to have, `fate` how it ends."""

    number: int
    uscc: str
    name: str
    town: str
    plan: str
    trade: Trade
    place: str
    park: str
    established: PartialDate
    ownership: str
    legal: str
    phones: str
    workers: int
    fate: str = "operating"
    ended: PartialDate | None = None
    size: str = ""
    mature: str = ""
    short: str = ""
    former: str = ""
    renamed_in: int = 0
    moved_to: str = ""
    seen: dict[int, Seen] = field(default_factory=dict)

    def name_in(self, year: int) -> str:
        """The name it bore at that year's roster."""
        return self.former if self.former and year < self.renamed_in else self.name

    def place_in(self, year: int) -> str:
        """Where that year's roster says it lies."""
        return self.moved_to if self.moved_to and year >= 2026 else self.place

    def works_on(self, at: PartialDate) -> bool:
        """Whether it is operating that day, as far as the district's life goes."""
        return self.established <= at and (self.ended is None or at < self.ended)


def build(people: People) -> list[Enterprise]:
    """All enterprises, town by town, those with a plan first."""
    draw = chance("enterprises")
    words = [first + second for first, second in product(*COINED)]
    draw.shuffle(words)
    made: list[Enterprise] = []
    for town, (size, plans) in _PLANS.items():
        wanted = [plan for plan, count in plans.items() for _ in range(count)]
        wanted += ["plain"] * (size - len(wanted))
        for plan in wanted:
            made.append(_one(len(made) + 1, (town, plan, words[len(made)]), people, draw))
    _fates(made, draw)
    _renames(made)
    return made


def _one(number: int, meant: tuple[str, str, str], people: People, draw: Random) -> Enterprise:
    town, plan, word = meant
    remote = town == "石和镇" and plan == "joint"
    trades = [each for each in TRADES if not (remote and each.brand)]
    trade = draw.choices(trades, [each.weight for each in trades])[0]
    name = f"福绵{word}{trade.word}{trade.ending}"
    if trade.brand == "幼教":
        name = f"福绵区{town}{word}{trade.word}"
    organised = plan in ("single", "joint", "general")
    oldest, newest = day(2008, 3, 1), day(2018, 6, 30) if organised else day(2025, 8, 31)
    workers = 1200 + number if number in _LARGEST else _workers(plan, draw)
    park = next((each.name for each in PARKS if each.town == town), "")
    in_park = park if park and plan != "blank" and draw.random() < 0.3 else ""
    return Enterprise(
        number=number,
        uscc="" if plan == "plain" and number % 29 == 0 else uscc(trade.department, number),
        name=name, town=town, plan=plan, trade=trade,
        place=_place(town, plan, number), park=in_park,
        established=between(draw, oldest, newest),
        ownership=draw.choice(trade.ownership),
        legal=people.person(born=(1962, 1990)).name,
        phones=_phones(number), workers=workers, size=_size(workers, number),
        mature="是" if workers >= UNION_WORTHY and number % 3 else ("否" if number % 2 else ""),
        short=word + trade.word if number % 4 == 0 else "",
    )  # fmt: skip


def _place(town: str, plan: str, number: int) -> str:
    """石和镇's roster gives villages; the candidates for a joint branch in 沙田镇 share one."""
    villages = villages_of(town)
    if town == "石和镇":
        return villages[number % len(villages)].name
    return villages[1].name if town == "沙田镇" and plan == "candidate" else town


def _phones(number: int) -> str:
    first = mobile(number) if number % 3 else landline(number)
    if number % 11 == 0:
        return f"{first}、{landline(number + 500)}"
    return first[:-1] if number % 97 == 0 else first


def _workers(plan: str, draw: Random) -> int:
    if plan == "blank":
        return draw.randint(2, 12)
    if plan in ("single", "general", "required"):
        return draw.randint(30, 420)
    return draw.choice((draw.randint(3, 24), draw.randint(12, 90)))


def _size(workers: int, number: int) -> str:
    if number % 31 == 0:
        return ""
    word = "微型" if workers < 10 else "小型" if workers < 120 else "中型" if workers < 380 else "大型"
    return word if number % 5 else word[0]


def _fates(made: list[Enterprise], draw: Random) -> None:
    """Some end, stop or leave; of some nobody knows. Only plain ones and a few with a single branch."""
    plain = [each for each in made if each.plan == "plain"]
    single = [each for each in made if each.plan == "single"]
    for index, each in enumerate(draw.sample(plain, 48) + single[3::17]):
        each.fate = ("closed", "suspended", "moved", "unknown")[index % 4]
        first = max(later(each.established, months=10), day(2019, 1, 1))
        if each.plan == "single":
            first = day(2023, 3, 1)
        each.ended = between(draw, first, max(day(2026, 6, 30), later(first, months=1)))


def _renames(made: list[Enterprise]) -> None:
    """Nine change their name between rosters, four their town."""
    steady = [each for each in made if each.fate == "operating" and each.established < day(2021, 1, 1)]
    companies = [each for each in steady if each.trade.ending == "有限公司"]
    for index, each in enumerate(companies[5::33][:9]):
        each.former = each.name.replace(each.trade.word, f"实业{each.trade.word}")
        each.renamed_in = 2024 if index % 2 else 2026
    alike = [next(each for each in made if (each.plan, each.town) == ("blank", town)) for town in _ALIKE]
    alike[1].name = alike[0].name = f"福绵{COINED[0][0]}{COINED[1][0]}便民商店"
    movers = [each for each in steady if each.plan == "plain" and not each.former and each.town == "樟木镇"]
    for each in movers[:4]:
        each.moved_to = TOWNS[0].name
        each.park = ""
