"""What the tests of pages stand on: the invented commune, in practice mode, on the day the module names."""

import pytest

from tests.factories.commune import Commune, make_commune
from thidua.org.models import Installation


@pytest.fixture
def whole(request: pytest.FixtureRequest, db: None) -> Commune:
    """The invented commune of 2023 on the working day `DAY` of the module, where it names one."""
    made = make_commune(2023)
    if hasattr(request.module, "DAY"):
        Installation.objects.update(is_demo=True, working_day=request.module.DAY)
    return made
