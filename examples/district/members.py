"""Party members of the enterprises' branches: who stands beside activists as contact and introducer."""

from dataclasses import dataclass
from random import Random

from examples.district.branches import Branch
from examples.district.chance import chance
from examples.district.days import between, day, later
from examples.district.enterprises import Enterprise
from examples.district.people import People, Person
from schema.partial_date import PartialDate


@dataclass(slots=True)
class Member:
    """A member of a branch. `penalty` is the cell's text: each with its date and kind."""

    person: Person
    branch: Branch
    employer: Enterprise
    joined: PartialDate
    became_full: PartialDate | None
    penalty: str = ""
    backbone_since: PartialDate | None = None

    def status_on(self, at: PartialDate) -> str:
        """人员类别 that day."""
        return "正式党员" if self.became_full is not None and self.became_full <= at else "预备党员"


def build(branches: list[Branch], people: People) -> list[Member]:
    """Three to five members in a branch of one enterprise, one or two of each enterprise in a joint one."""
    draw = chance("members")
    made = []
    for branch in branches:
        for enterprise in branch.enterprises:
            if branch.kind in ("功能型", "临时"):
                continue
            count = 1 + draw.randrange(2) if len(branch.enterprises) > 1 else 3 + draw.randrange(3)
            made += [_one(branch, enterprise, people, draw) for _ in range(count)]
    for index, member in enumerate(made[11::67]):
        member.penalty = ("2024.05 党内警告", "2025.03 留党察看", "2021.11 党内严重警告")[index % 3]
    return made


def _one(branch: Branch, employer: Enterprise, people: People, draw: Random) -> Member:
    person = people.person(born=(1962, 1992), identified=draw.random() < 0.85)
    grown = later(person.birth, months=12 * 20)
    joined = between(draw, max(grown, day(1990, 1, 1)), max(later(grown, months=1), day(2016, 12, 31)))
    backbone = between(draw, day(2018, 1, 1), day(2021, 12, 31)) if draw.random() < 0.2 else None
    return Member(person, branch, employer, joined, later(joined, months=12), backbone_since=backbone)
