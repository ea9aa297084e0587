"""What the enterprise rosters saw: counts that change, and what is stated of organisations."""

from collections import Counter
from random import Random

from examples.district.activists import Activist
from examples.district.branches import Branch
from examples.district.chance import chance
from examples.district.enterprises import ROSTER_DAYS, UNION_WORTHY, Enterprise, Seen
from examples.district.members import Member
from examples.district.unions import Union

_ENDS = {"closed": "注销", "suspended": "停业", "moved": "迁出", "unknown": ""}
_GROWTH = {2022: 0.9, 2024: 1.0, 2026: 0.95}


def see(
    enterprises: list[Enterprise], branches: list[Branch], unions: list[Union], members: list[Member],
    activists: list[Activist],
) -> None:  # fmt: skip
    """Fill in what each roster saw of each enterprise; those not yet founded are on none."""
    draw = chance("sightings")
    for year, at in ROSTER_DAYS.items():
        full = Counter(member.employer.number for member in members)
        full.update(each.place.enterprise.number for each in activists if each.step_on("FULL_APPROVAL", at))
        probationary = Counter(
            each.place.enterprise.number
            for each in activists
            if each.admitted_on(at) and each.step_on("FULL_APPROVAL", at) is None
        )
        covered = {each.number for branch in branches if branch.valid_on(at) for each in branch.enterprises}
        joined = {each.number for union in unions if union.valid_on(at) for each in union.enterprises}
        for enterprise in enterprises:
            if enterprise.established < at and _listed(enterprise, year):
                counts = (full[enterprise.number], probationary[enterprise.number])
                organised = (enterprise.number in covered, enterprise.number in joined)
                enterprise.seen[year] = _seen(enterprise, year, counts, organised, draw)


def _listed(enterprise: Enterprise, year: int) -> bool:
    """The first roster is complete; later ones forget some and do not repeat the long ended."""
    if year == 2022:
        return True
    if year == 2024 and enterprise.number % 37 == 0:
        return False
    return enterprise.ended is None or enterprise.ended.first.year >= year - 2


def _seen(
    enterprise: Enterprise, year: int, counts: tuple[int, int], organised: tuple[bool, bool], draw: Random
) -> Seen:
    ended = enterprise.ended is not None and enterprise.ended <= ROSTER_DAYS[year]
    status = _ENDS[enterprise.fate] if ended else ("在营", "正常", "存续", "开业")[enterprise.number % 4]
    workers = max(1, int(enterprise.workers * _GROWTH[year] * (0.85 + draw.random() * 0.3)))
    full, probationary = _members(enterprise, counts, draw)
    seen = Seen(status, _count(workers, enterprise.number + year), full, probationary)
    has_branch, has_union = organised
    seen.has_branch = _stated(has_branch, enterprise, year)
    seen.has_union = _stated(has_union, enterprise, year + 1)
    if enterprise.plan == "blank":
        seen.has_branch, seen.has_union, seen.full, seen.probationary = "否", "否", "0", "无"
    if enterprise.plan in ("required", "candidate") or (workers >= UNION_WORTHY and not has_union):
        seen.has_union = seen.has_union or "否"
    if enterprise.plan in ("required", "candidate"):
        seen.has_branch = "否"
        seen.reason = ("党员流动性大", "企业主支持不够", "缺少合适书记人选", "")[enterprise.number % 4]
    if enterprise.number % 5 and not ended:
        none = ("0", "无", "")[draw.randrange(3)]
        seen.union_members = _count(int(workers * 0.7), enterprise.number) if has_union else none
    if ended:
        seen.employees = "" if enterprise.number % 2 else seen.employees
    return seen


def _members(enterprise: Enterprise, counts: tuple[int, int], draw: Random) -> tuple[str, str]:
    """As listed, where members are listed; now and then one too many, a contradiction on purpose."""
    full, probationary = counts
    if enterprise.plan == "required":
        return f"{3 + enterprise.number % 4}", "0"
    if enterprise.plan == "candidate":
        return f"{1 + enterprise.number % 2}", ""
    if enterprise.plan == "plain":
        return draw.choice(
            (("", ""), ("0", "0"), ("无", "无"), ("1", ""), ("0", ""), ("2", "1"), ("/", "/"), ("4", ""))
        )
    return f"{full + (enterprise.number % 41 == 0)}", f"{probationary or ''}"


def _count(number: int, turn: int) -> str:
    """A count as offices write it."""
    if turn % 17 == 3 and number > 20:
        return f"约{number // 10 * 10}"
    if turn % 19 == 4 and number > 99:
        return f"{number // 100 * 100}余"
    if turn % 13 == 5:
        return f"{number}人"
    if turn % 101 == 6:
        return f"{number}-{number + 20}"
    return f"{number:,}" if number > 999 else f"{number}"


def _stated(has: bool, enterprise: Enterprise, turn: int) -> str:  # noqa: FBT001 - what is stated
    """Yes and no in many words; some leave it blank, a few say no although there is one."""
    if (enterprise.number + turn) % 9 == 0:
        return ""
    if has and (enterprise.number + turn) % 67 == 5:
        return "否"
    if not has and enterprise.plan == "plain" and (enterprise.number + turn) % 47 == 7:
        return "是"
    return ("是", "√", "已建", "是")[turn % 4] if has else ("否", "×", "未建", "否")[turn % 4]
