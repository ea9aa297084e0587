"""The ten figures of the case, counted from the model: no roster, no graph, no service in between.

What a roster states without a beginning of its own (membership in a union) is certain from the roster's day.
"""

from examples.district.activists import LEDGER_DAYS, Activist
from examples.district.dispatches import CHAIR, SECRETARY
from examples.district.district import District
from examples.district.programmes import Brand
from examples.district.unions import founded_via_by
from examples.district.venues import TRAINING_BASE
from schema.partial_date import PartialDate


def case_figures(district: District, at: PartialDate) -> dict[str, int]:
    """Each figure on that day, by its key."""
    posts = [each for each in district.dispatches if each.in_force_on(at)]
    chairs = [each for each in posts if each.post == CHAIR]
    of_brands = [each for each in posts if each.post == SECRETARY and isinstance(each.target, Brand)]
    activists = [each for each in district.activists if _is_counted(each, at)]
    trainings = [
        each
        for each in district.activities
        if each.kind == "培训" and each.party_affairs == "是" and each.date <= at
    ]
    return {
        "FIRST_CHAIRS": len(chairs),
        "FIRST_SECRETARIES_OF_BRANDS": len(of_brands),
        "PEOPLE_DISPATCHED": len({each.cadre.number for each in chairs + of_brands}),
        "POSTS": len(chairs) + len(of_brands),
        "UNIONS_FOUNDED_VIA_BRANCH": len(founded_via_by(district.unions, at)),
        "ACTIVISTS": len(activists),
        "MEMBERS_DEVELOPED": sum(each.admitted_on(at) for each in activists),
        "TRAINING_PERSON_TIMES": sum(each.counted_times for each in trainings),
        "PROBLEMS_SOLVED": sum(each.counts_on(at) for each in district.requests),
        "TRAINING_BASES": sum(
            each.kind == TRAINING_BASE
            and each.opened.last <= at.first
            and (each.closed is None or at <= each.closed)
            for each in district.platforms
        ),
    }


def _is_counted(each: Activist, at: PartialDate) -> bool:
    """A union member by a ledger of that day or before, named an activist by then."""
    ledger, union = LEDGER_DAYS[each.first_ledger], each.place.union
    member = union is not None and union.valid_on(ledger) and ledger <= at
    return member and each.step_on("ACTIVIST", at) is not None
