"""What a new nomination takes over from a role model (đề nghị từ gương điển hình)."""

from __future__ import annotations

from typing import Any

from thidua.campaigns.models import RoleModel
from thidua.campaigns.queries.example import role_model_for
from thidua.org.models import Unit
from thidua.vietnamese.names import without_honorific
from thidua.vietnamese.text import same_text
from thidua.web.forms.new_nomination import known
from thidua.web.requests import OfficeRequest

HOUSES = ("hộ ", "gia đình ")


def told_of(request: OfficeRequest) -> RoleModel | None:
    """The role model of the address (`?guong=`), None without; `DoesNotExist` for one not to be seen."""
    slug = request.GET.get("guong", "")
    if not slug.replace("-", "").isalnum():
        return None
    return role_model_for(request.mandate, slug)


def filled_in(role_model: RoleModel | None, unit: Unit) -> dict[str, Any]:
    """What the form starts with: the one on file of that name, else the name to be put there."""
    if role_model is None:
        return {}
    bare = without_honorific(role_model.name)
    for _, choices in known(unit)[1:]:
        for key, name in choices:
            if same_text(without_honorific(name), bare):
                return {"candidate": key}
    is_house = role_model.name.lower().startswith(HOUSES)
    honorific = "Bà" if role_model.name.startswith("Bà ") else "Ông"
    return {
        "recipient": "household" if is_house else "individual",
        "name": bare,
        "honorific": honorific,
        "address": "" if is_house else role_model.place,
    }
