"""The ten figures of the published case: what each counts, and what the case says of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from schema.terms import Term
from schema.text import Text


class CaseFigureKey(Term):
    """The ten figures of the published case."""

    FIRST_CHAIRS = "第一主席", "First Chairs"
    FIRST_SECRETARIES_OF_BRANDS = "行业品牌第一书记", "First Secretaries of industry brands"
    PEOPLE_DISPATCHED = "选派人数", "people dispatched"
    POSTS = "选派岗位", "posts"
    UNIONS_FOUNDED_VIA_BRANCH = "依托党组织建立的工会", "unions founded via branches"
    ACTIVISTS = "会员中的入党积极分子", "activists among union members"
    MEMBERS_DEVELOPED = "发展党员", "members developed"
    TRAINING_PERSON_TIMES = "党务培训人次", "training person-times"
    PROBLEMS_SOLVED = "解决生产经营问题", "problems of production and management solved"
    TRAINING_BASES = "职工培训基地", "workers' training bases"


@dataclass(frozen=True, slots=True)
class Account:
    """What a figure means: its definition and what the published case says of it.

    `lower_bound` says that the case reports it as "more than" (多), and it stays one.
    """

    definition: Text
    reported: Text
    lower_bound: bool = False


ACCOUNTS: Mapping[CaseFigureKey, Account] = {
    CaseFigureKey.FIRST_CHAIRS: Account(
        Text("当日在任的第一主席选派数", "dispatches as First Chair in force on the day"),
        Text("60 名第一主席", "60 First Chairs"),
    ),
    CaseFigureKey.FIRST_SECRETARIES_OF_BRANDS: Account(
        Text(
            "当日在任、派驻行业党建品牌的第一书记选派数",
            "dispatches as First Secretary to an industry brand in force on the day",
        ),
        Text("其中 20 名兼任行业品牌第一书记", "20 of them also First Secretaries of industry brands"),
    ),
    CaseFigureKey.PEOPLE_DISPATCHED: Account(
        Text(
            "当日任第一主席或行业品牌第一书记的干部人数，一人只计一次",
            "cadres who are First Chair or First Secretary of a brand on the day, each once",
        ),
        Text("60 人", "60 people"),
    ),
    CaseFigureKey.POSTS: Account(
        Text(
            "当日在任的第一主席和行业品牌第一书记岗位数，一人两岗计两次",
            "dispatches as First Chair or as First Secretary of a brand in force on the day",
        ),
        Text("80 个岗位", "80 posts"),
    ),
    CaseFigureKey.UNIONS_FOUNDED_VIA_BRANCH: Account(
        Text(
            "截至当日依托党组织建立的工会数，后来撤销的仍计入",
            "unions founded via a branch by the day, later dissolved ones included",
        ),
        Text("依托党组织新建工会 30 个", "30 unions founded via branches"),
    ),
    CaseFigureKey.ACTIVISTS: Account(
        Text(
            "截至当日已确定为入党积极分子的工会会员数，后来入党的仍计入",
            "union members named activists by the day, those who became members later included",
        ),
        Text("200 多名入党积极分子", "more than 200 activists"),
        lower_bound=True,
    ),
    CaseFigureKey.MEMBERS_DEVELOPED: Account(
        Text(
            "上述积极分子中截至当日已获批接收为预备党员的人数，此后的变化不减少此数",
            "of those activists, the ones admitted as probationary members by the day, "
            "whatever became of it later",
        ),
        Text("发展党员 52 名", "52 developed into members"),
    ),
    CaseFigureKey.TRAINING_PERSON_TIMES: Account(
        Text(
            "截至当日各次党务培训的人次之和：有签到名单的按名单，否则按所报人次",
            "person-times of the Party-affairs trainings by the day: those listed, else the stated number",
        ),
        Text("党务培训 92 人次", "92 training person-times"),
    ),
    CaseFigureKey.PROBLEMS_SOLVED: Account(
        Text(
            "截至当日办结的、在企业会议上提出的生产或经营诉求数",
            "requests on production or management, raised at an enterprise meeting, resolved by the day",
        ),
        Text("解决问题 150 多个", "more than 150 problems solved"),
        lower_bound=True,
    ),
    CaseFigureKey.TRAINING_BASES: Account(
        Text("当日运行的职工培训基地数", "workers' training bases in operation on the day"),
        Text("2 个职工培训基地", "2 workers' training bases"),
    ),
}
