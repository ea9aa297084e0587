"""The types of the page, as one declares them in Strawberry: what a node bears, and a resolver a relation."""

from typing import Any

import strawberry
from strawberry.types import Info

from benchmarks.reads.tables import text
from schema.codes.industries import name_of

Rows = list[list[Any]]
Asked = Info[dict[str, Any], None]


async def rows(info: Asked, relation: str, number: int) -> Rows:
    """The rows of one node by one relation, fetched with those of all others that ask."""
    found: Rows = await info.context["reading"].loaders[relation].load(number)
    return found


@strawberry.type
class Named:
    """A place, an agency or a person: code and name."""

    code: str
    name: str | None


async def named(info: Asked, relation: str, number: int) -> Named | None:
    """The node at the end of a relation to one node at a time."""
    found = await rows(info, relation, number)
    if not found or not found[-1][0]:
        return None
    return Named(code=found[-1][1], name=found[-1][2])


@strawberry.type
class Industry:
    """An industry of GB/T 4754."""

    code: str
    name: str | None


@strawberry.type
class Cadre:
    """Who is posted."""

    number: strawberry.Private[int]
    code: str

    async def _person(self, info: Asked) -> list[Any]:
        found = await rows(info, "person", self.number)
        return found[-1] if found else [0, None]

    @strawberry.field
    async def name(self, info: Asked) -> str | None:
        """The person's name."""
        name: str | None = (await self._person(info))[1]
        return name

    @strawberry.field
    async def agency(self, info: Asked) -> Named | None:
        """Where the person works."""
        return await named(info, "agency", (await self._person(info))[0])


@strawberry.type
class Dispatch:
    """A post in force."""

    number: strawberry.Private[int]
    post: str | None
    from_: str | None = strawberry.field(name="from")
    until: str | None

    @strawberry.field
    async def cadre(self, info: Asked) -> Cadre | None:
        """Who serves in it."""
        found = await rows(info, "cadre", self.number)
        return Cadre(number=found[-1][0], code=found[-1][1]) if found else None

    @strawberry.field
    async def backing_agency(self, info: Asked) -> Named | None:
        """Which agency backs it."""
        return await named(info, "backing", self.number)


@strawberry.type
class Branch:
    """A party branch."""

    number: strawberry.Private[int]
    code: str
    name: str | None
    kind: str | None
    established: str | None

    @strawberry.field
    async def secretary(self, info: Asked) -> Named | None:
        """Its secretary."""
        return await named(info, "secretary", self.number)


@strawberry.type
class Union:
    """A union."""

    number: strawberry.Private[int]
    code: str
    name: str | None
    kind: str | None

    @strawberry.field
    async def elected_chair(self, info: Asked) -> Named | None:
        """Its elected chair."""
        return await named(info, "chair", self.number)


@strawberry.type
class Enterprise:
    """An enterprise as of a day."""

    id: strawberry.ID
    code: str
    name: str | None
    former_names: list[str]
    industry_code: strawberry.Private[str | None]

    async def _observed(self, info: Asked, place: int) -> Any:
        found = await rows(info, "observations", int(self.id))
        return next((row[place] for row in reversed(found) if row[place] is not None), None)

    @strawberry.field
    async def operating_status(self, info: Asked) -> str | None:
        """As last observed."""
        status: str | None = await self._observed(info, 0)
        return status

    @strawberry.field
    async def employees(self, info: Asked) -> int | None:
        """As last observed."""
        number: int | None = await self._observed(info, 1)
        return number

    @strawberry.field
    async def full_members(self, info: Asked) -> int | None:
        """As last observed."""
        number: int | None = await self._observed(info, 2)
        return number

    @strawberry.field
    def industry(self) -> Industry | None:
        """Its industry, with the name that the code table gives."""
        if self.industry_code is None:
            return None
        name = name_of(self.industry_code)
        return Industry(code=self.industry_code, name=name.zh if name else None)

    @strawberry.field
    async def division(self, info: Asked) -> Named | None:
        """Where it lies."""
        return await named(info, "division", int(self.id))

    @strawberry.field
    async def park(self, info: Asked) -> Named | None:
        """The park it sits in."""
        return await named(info, "park", int(self.id))

    @strawberry.field
    async def branches(self, info: Asked) -> list[Branch]:
        """The branches that cover it."""
        found = await rows(info, "branches", int(self.id))
        return [Branch(number=n, code=c, name=m, kind=k, established=text(e)) for n, c, m, k, e in found]

    @strawberry.field
    async def unions(self, info: Asked) -> list[Union]:
        """The unions that cover it."""
        found = await rows(info, "unions", int(self.id))
        return [Union(number=n, code=c, name=m, kind=k) for n, c, m, k in found]

    @strawberry.field
    async def dispatches(self, info: Asked) -> list[Dispatch]:
        """The posts in force at it."""
        found = await rows(info, "dispatches", int(self.id))
        return [Dispatch(number=n, post=p, from_=text(f), until=text(u)) for n, p, f, u in found]


@strawberry.type
class PageInfo:
    """Where the page ends."""

    has_next_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type
class Edge:
    """An enterprise in the page."""

    cursor: str
    node: Enterprise


@strawberry.type
class Connection:
    """The page."""

    total_count: int
    page_info: PageInfo
    edges: list[Edge]
