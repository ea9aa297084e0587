"""Trades of the district's enterprises: what they are called and how rosters state industry and kind."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Trade:
    """One trade; `industry` is the cell's text (a code or words), `ending` closes an enterprise's name."""

    word: str
    industry: str
    weight: int
    brand: str = ""
    ending: str = "有限公司"
    ownership: tuple[str, ...] = ("有限责任公司", "民营", "私营")
    department: str = "91"


TRADES: Final = (
    Trade("制衣", "1819", 12),
    Trade("牛仔服饰", "牛仔服装", 8),
    Trade("针织", "针织服装", 6),
    Trade("水洗", "洗染服务", 9, "水洗"),
    Trade("印染", "棉印染精加工", 8, "印染"),
    Trade("辅料", "1830", 4),
    Trade("纺织", "1712", 4),
    Trade("机械配件", "3484", 5),
    Trade("电子", "3989", 3),
    Trade("包装", "纸箱", 4),
    Trade("塑料制品", "2927", 3),
    Trade("木业", "胶合板制造", 4),
    Trade("食品", "1411", 4),
    Trade("饲料", "饲料加工", 2),
    Trade("环保科技", "7721", 2),
    Trade("再生资源", "4220", 2),
    Trade("物流", "普通货物道路运输", 3, "服务"),
    Trade("家政服务", "家庭服务", 3, "服务"),
    Trade("物业服务", "7020", 3, "服务"),
    Trade("商贸", "5132", 5),
    Trade("建材", "3021", 3),
    Trade("养殖", "养猪", 2),
    Trade("果蔬", "蔬菜种植", 3, "", "专业合作社", ("农民专业合作社",), "93"),
    Trade("幼儿园", "学前教育", 7, "幼教", "", ("民办非企业单位", "民办非企业单位", "个体工商户"), "52"),
    Trade("职业培训学校", "8391", 2, "", "", ("民办非企业单位",), "52"),
    Trade("服装外贸", "服装批发", 2, "", "有限公司", ("外商投资", "港澳台投资")),
)
"""Weights say how many of a hundred or so there are."""

COINED: Final = (
    "澜岑珩翊曦湛衍沐栩霁昀璟蔚岚樾骋祺璨沅溱芮昕",
    "禾洲维桐弘川野序原禧屿朔迦陌枫翰笙络霖旌槿榕澍",
)
"""First and second characters of the invented names; no pair is used twice."""
