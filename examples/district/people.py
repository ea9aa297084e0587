"""People: invented names, no two alike unless that is meant."""

from dataclasses import dataclass
from random import Random
from typing import Final

from examples.district.days import day, later
from examples.district.identifiers import id_number, mobile
from schema.partial_date import PartialDate

_SURNAMES: Final = (
    "李王张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
    "尹黎易常武乔贺赖龚文庞覃韦莫蒙农"
)
_FIRST: Final = (
    "承允景书语知嘉以若亦思柏清云秋南映砚禾时予述归望闻怀恪敬谨慎笃行远致明弘毅恒容止泽润沛淳朴希冀霖霁"
)
_SECOND: Final = (
    "舟川野原屿洲岚汀渊澍樾桐枫楠榆槐苇蘅芷荇菡薇棠梨桉筠竹兰芸茗萱葭蓁黛青墨白朱绛缃霜露雪霓虹霞曦昀晖晏朗"
)
_NATIONALITIES: Final = ("汉族",) * 7 + ("壮族", "壮族", "瑶族")
_EDUCATION: Final = ("初中", "高中", "中专", "大专", "大专", "本科", "本科", "研究生")


@dataclass(frozen=True, slots=True)
class Person:
    """A human as rosters describe one; `id_number` is empty where no roster knows it."""

    name: str
    female: bool
    birth: PartialDate
    nationality: str
    education: str
    phone: str
    id_number: str


class People:
    """Makes people, each with a name that nobody else has."""

    def __init__(self, chance: Random) -> None:
        """Take the stream to draw from."""
        self._chance = chance
        self._named: set[str] = set()

    def person(self, *, born: tuple[int, int] = (1970, 1998), identified: bool = True) -> Person:
        """One more person, born in the years of `born`."""
        chance = self._chance
        name = self._name()
        while name in self._named:
            name = self._name()
        self._named.add(name)
        number = len(self._named)
        female = chance.random() < 0.45
        birth = later(day(born[0], 1, 1), days=chance.randrange((born[1] - born[0] + 1) * 365))
        made = id_number(birth, female=female, number=number)
        return Person(
            name, female, birth, chance.choice(_NATIONALITIES), chance.choice(_EDUCATION), mobile(number),
            made if identified else "",
        )  # fmt: skip

    def _name(self) -> str:
        chance = self._chance
        first, second = chance.choice(_FIRST), chance.choice(_SECOND)
        given = second if chance.random() < 0.2 else first + second
        return chance.choice(_SURNAMES) + given
