"""What the program says when it refuses (bị từ chối), for the tests that expect it."""

from collections.abc import Callable
from typing import Any

import pytest

from thidua.law.ruling import Refused, Ruling


def refused(call: Callable[..., object], *args: Any, **kwargs: Any) -> Ruling:
    """The ruling with which this call is refused; the test fails when it is not."""
    with pytest.raises(Refused) as found:
        call(*args, **kwargs)
    return found.value.ruling


def why_refused(call: Callable[..., object], *args: Any, **kwargs: Any) -> str:
    """The sentence that is told."""
    return refused(call, *args, **kwargs).because


def rule_refused(call: Callable[..., object], *args: Any, **kwargs: Any) -> str:
    """The name of the rule that stands in the way."""
    return refused(call, *args, **kwargs).rule
