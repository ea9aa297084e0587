"""Find the node that each mention means, or plan a new one (R20 to R24).

Unique keys come first, then the match key, among whose bearers the unit decides. A person never
matches by name alone; a short name only suggests; several candidates reject the row and are named.
"""

from collections import defaultdict
from collections.abc import Iterable

from loaders.directory import ROLES, SHARED_KINDS, Directory, Known
from loaders.facts import Mention
from loaders.findings import (
    AMBIGUOUS_REFERENCE,
    CODE_TAKEN,
    MENTION_NOT_FOUND,
    PERSON_WITHOUT_UNIT,
    SUGGESTED_REFERENCE,
    UNKNOWN_REFERENCE,
    Finding,
)
from loaders.identities import Identities
from loaders.parse import ParsedRow
from schema.catalog import NODE_TYPES
from schema.masking import masked_name
from schema.text import Text

_UNIT_TYPES = ("PartyBranch", "Union")


def match(rows: list[ParsedRow], directory: Directory, identities: Identities) -> None:
    """Give every mention of the rows its id and type; a row that cannot be matched is rejected."""
    by_depth: dict[int, list[tuple[ParsedRow, Mention]]] = defaultdict(list)
    for row in rows:
        for mention in row.facts.mentions:
            by_depth[mention.depth].append((row, mention))
    for depth in sorted(by_depth):
        open_mentions = [(row, mention) for row, mention in by_depth[depth] if not row.rejections]
        _ask(directory, (mention for _, mention in open_mentions))
        for row, mention in open_mentions:
            if row.rejections:
                continue
            finding = _resolve(mention, directory, identities)
            if finding is None:
                continue
            if mention.optional:
                row.warnings.append(
                    row.message(mention.column, MENTION_NOT_FOUND.about(**_type_words(mention)))
                )
            else:
                row.rejections.append(row.message(mention.column, finding))
    for row in rows:
        if not row.rejections:
            _learn_units(row, directory)


def _ask(directory: Directory, mentions: Iterable[Mention]) -> None:
    strong: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    keys: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        for type_name in mention.types:
            for name, value in mention.strong:
                strong[type_name, name][value] = None
            if key := _key(mention):
                keys[type_name][key] = None
    for (type_name, name), values in strong.items():
        directory.ask_strong(type_name, name, values)
    for type_name, wanted in keys.items():
        directory.ask_match(type_name, wanted)


def _key(mention: Mention) -> str:
    if any(isinstance(part, Mention) and not part.id for part in mention.parts):
        return ""
    return mention.match()


def _resolve(mention: Mention, directory: Directory, identities: Identities) -> Finding | None:
    """Give the mention its node; the finding says why it has none."""
    known = _found(mention, directory)
    if isinstance(known, Finding):
        return known
    if known is None:
        if not mention.may_create:
            return _unknown(mention, directory)
        if mention.unit_required and mention.unit is None and not mention.strong:
            return PERSON_WITHOUT_UNIT
        known = _planned(mention, directory, identities)
    mention.id, mention.type, mention.is_new = known.id, known.type, known.is_new
    known.strong.update({name: value for name, value in mention.strong if mention.may_create})
    for name, value in mention.strong:
        if mention.may_create and directory.by_strong(known.type, name, value) is None:
            directory.add_strong(known, name, value)
    if mention.unit is not None and mention.unit.id and mention.may_create:
        known.units.add(mention.unit.id)
    return None


def _found(mention: Mention, directory: Directory) -> Known | Finding | None:
    """The node on record that is meant; None where there is none, a finding where it cannot be said."""
    known = _by_strong(mention, directory)
    if isinstance(known, Known) and _names_another(mention, known, directory):
        return CODE_TAKEN.about(other=_shown(known), **_type_words(mention))
    return _by_key(mention, directory) if known is None else known


def _by_strong(mention: Mention, directory: Directory) -> Known | Finding | None:
    found: Known | None = None
    for name, value in mention.strong:
        for type_name in mention.types:
            other = directory.by_strong(type_name, name, value)
            if other is None or other is found:
                continue
            if found is not None:
                return CODE_TAKEN.about(other=_shown(other), **_type_words(mention))
            found = other
    return found


def _names_another(mention: Mention, known: Known, directory: Directory) -> bool:
    """Whether a row's code means one node and its name another: nothing is renamed on such a word.

    A person does not change names; an enterprise may, but not to one that another bears.
    """
    key = _key(mention)
    if not mention.may_create or not key or not known.match or key == known.match:
        return False
    if "Person" in mention.types:
        return True
    others = directory.by_match(known.type, key)
    return bool(others) and known not in others and mention.types[0] in ("Enterprise", *_UNIT_TYPES)


def _by_key(mention: Mention, directory: Directory) -> Known | Finding | None:
    key = _key(mention)
    if not key:
        return None
    candidates = [
        known
        for type_name in mention.types
        for known in directory.by_match(type_name, key)
        if not _contradicts(mention, known)
    ]
    unit = mention.unit
    if mention.unit_required:
        if unit is None or not unit.id:
            if not candidates or mention.may_create:
                return PERSON_WITHOUT_UNIT if candidates or not mention.strong else None
            return _ambiguous(mention, candidates)
        candidates = [known for known in candidates if unit.id in known.units]
    elif unit is not None and unit.id:
        inside = [known for known in candidates if unit.id in known.units]
        if inside:
            candidates = inside
        elif mention.may_create and mention.types[0] in _UNIT_TYPES and mention.fields.get("kind") != "JOINT":
            candidates = [known for known in candidates if known.shared or not known.units]
    if len(candidates) > 1:
        return _ambiguous(mention, candidates)
    return candidates[0] if candidates else None


def _contradicts(mention: Mention, known: Known) -> bool:
    """Whether a unique key of the mention says that another node of the same name is meant."""
    if not mention.may_create:
        return False
    return any(known.strong.get(name, value) != value for name, value in mention.strong)


def _planned(mention: Mention, directory: Directory, identities: Identities) -> Known:
    type_name = mention.types[0]
    node_id = identities.unlinkable() if type_name == "Person" else identities.next()
    official = mention.fields.get("code") or mention.fields.get("uscc")
    known = Known(
        node_id,
        type_name,
        official or f"{NODE_TYPES[type_name].about.prefix}-{node_id}",
        str(mention.fields.get("name") or ""),
        dict(mention.strong),
        _key(mention),
        shared=mention.fields.get("kind") in SHARED_KINDS,
        is_new=True,
    )
    name_key = ""
    person = mention.parts[0] if type_name in ROLES and mention.parts else None
    bearer = directory.get(person.id) if isinstance(person, Mention) else None
    if bearer is not None:
        name_key, known.units, known.name = bearer.match, bearer.units, bearer.name
    directory.add(known, name_key=name_key)
    for former in mention.fields.get("former_names", ()):
        directory.also_named(known, former)
    return known


def _learn_units(row: ParsedRow, directory: Directory) -> None:
    """Let later rows tell nodes of one name apart by the ties that this row states."""
    for tie in row.facts.ties:
        if not tie.source.type or not tie.target.type or "|" in tie.relation:
            continue
        kind = NODE_TYPES[tie.source.type].relation(tie.relation).kind
        source, target = directory.get(tie.source.id), directory.get(tie.target.id)
        if source is not None and (kind in NODE_TYPES[source.type].about.units or source.type in ROLES):
            source.units.add(tie.target.id)
        if target is not None and kind in NODE_TYPES[target.type].about.units and target.type == "Person":
            target.units.add(tie.source.id)


def _unknown(mention: Mention, directory: Directory) -> Finding:
    words = _type_words(mention)
    suggested = directory.suggest(mention.means) if "Enterprise" in mention.types else None
    written = as_written(mention)
    if suggested is not None:
        return SUGGESTED_REFERENCE.about(named=written, suggested=suggested.name, **words)
    return UNKNOWN_REFERENCE.about(named=written, **words)


def _ambiguous(mention: Mention, candidates: list[Known]) -> Finding:
    shown = "、".join(_shown(known) for known in candidates[:5])
    return AMBIGUOUS_REFERENCE.about(named=as_written(mention), candidates=shown)


def as_written(mention: Mention) -> str:
    """What the row wrote, masked where it names a person."""
    personal = any(NODE_TYPES[each].about.personal_name or each == "Cadre" for each in mention.types)
    return masked_name(mention.means) if personal else mention.means


def _shown(known: Known) -> str:
    name = masked_name(known.name) if NODE_TYPES[known.type].about.personal_name else known.name
    return f"{known.code} {name}".strip()


def _type_words(mention: Mention) -> dict[str, str]:
    labels: list[Text] = [NODE_TYPES[each].about.label for each in mention.types]
    return {
        "type": "、".join(label.zh for label in labels),
        "type_en": " or ".join(label.en for label in labels),
    }
