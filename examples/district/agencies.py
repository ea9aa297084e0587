"""Agencies: sixteen of the district, six town governments, three park committees.

Nobody answers for 石和镇, and nobody is competent for land: two gaps on purpose.
"""

from dataclasses import dataclass
from typing import Final

from examples.district.identifiers import landline
from examples.district.places import PARKS, TOWNS


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency; `topics` with the number of open requests it can take at a time, None where unstated."""

    code: str
    name: str
    kind: str
    level: str
    topics: tuple[tuple[str, int | None], ...]
    town: str = ""
    areas: tuple[str, ...] = ()
    joint_conference: str = ""
    phone: str = ""


_DISTRICT: Final = (
    ("区委组织部", "党委部门", (("党建", 20),), "2019.3-至今"),
    ("区总工会", "群团组织", (("工会", 20),), "2019.3-至今"),
    ("区工商业联合会", "群团组织", (("经营管理", 15),), "2019.3-至今"),
    ("区税务局", "政府部门", (("税务", 8),), "2019.3-至今"),
    ("区市场监督管理局", "政府部门", (("市场监管", 10),), "2019.3-至今"),
    ("区发展和改革局", "政府部门", (("发展改革", 6),), "2020.1-至今"),
    ("区工业信息化和科技局", "政府部门", (("工信科技", 6), ("生产", 12)), "2019.3-至今"),
    ("区人力资源和社会保障局", "政府部门", (("就业用工", 10),), "2019.3-2024.12"),
    ("区教育局", "政府部门", (("教育", 5),), ""),
    ("区民政局", "政府部门", (("民政", 5),), "2020.1-2023.6、2025.1-至今"),
    ("区司法局", "政府部门", (("法律", 6),), ""),
    ("区应急管理局", "政府部门", (("安全", 6),), "2019.3-至今"),
    ("福绵生态环境局", "政府部门", (("环保", 4),), "2019.3-至今"),
    ("区财政局", "政府部门", (("融资", 2),), "2019.3-至今"),
    ("区农业农村局", "政府部门", (("生产", None),), ""),
    ("区融媒体中心", "事业单位", (), ""),
)
AGENCIES: Final = (
    *(
        Agency(f"FM{number:03}", name, kind, "区直", topics, joint_conference=joint, phone=landline(number))
        for number, (name, kind, topics, joint) in enumerate(_DISTRICT, start=1)
    ),
    *(
        Agency(
            f"FM{number:03}", f"{town.name}人民政府", "乡镇（街道）", "镇直", (("其他", 5),), town.name,
            () if town.name == "石和镇" else (town.name,), phone=landline(number),
        )
        for number, town in enumerate(TOWNS, start=101)
    ),
    *(
        Agency(
            f"FM{number:03}", f"{park.name}管委会", "园区管委会", "区直", (("园区", 6),), park.town,
            (park.name,), "2021.6-至今", landline(number),
        )
        for number, park in enumerate(PARKS, start=201)
    ),
)  # fmt: skip
DISTRICT_AGENCIES: Final = tuple(each for each in AGENCIES if not each.town)
TOWN_AGENCIES: Final = tuple(each for each in AGENCIES if each.kind == "乡镇（街道）")


def competent_for(topic: str) -> str:
    """The name of the first agency that is competent for the topic, empty where none is."""
    return next((each.name for each in AGENCIES if topic in dict(each.topics)), "")
