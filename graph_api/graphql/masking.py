"""How personal data are shown: masked unless the operator of the machine itself has turned that off."""

from schema.fields import Personal
from schema.masking import masked_name, masked_phone


def masked(value: object, personal: Personal) -> object:
    """A stored value as it is shown by default; a stored day becomes its year, unknown stays unknown."""
    if value is None:
        return None
    if isinstance(value, list):
        return [masked(each, personal) for each in value]
    if personal is Personal.NAME:
        return masked_name(str(value)) or None
    if personal is Personal.PHONE:
        return masked_phone(str(value))
    if personal is Personal.YEAR and isinstance(value, int):
        return value // 10000 * 10000
    return None
