"""Visitors in a cast: whose family they are, and what they are to them."""

import pytest
from pydantic import ValidationError

from game.story.casting import _person
from game.story.people_file import CastEntry


def test_a_visitor_of_the_cast_belongs_to_an_inmate() -> None:
    entry = CastEntry.model_validate(
        {"name": "Mara Ivory", "is": "visitor", "family_of": "ike", "relation": "mother"}
    )
    spec = _person("mara", entry, [])
    assert (spec.role, spec.family_of, spec.relation) == ("visitor", "ike", "mother")


def test_an_unknown_relation_is_a_fault_of_the_file() -> None:
    with pytest.raises(ValidationError, match="unknown relation"):
        CastEntry.model_validate({"is": "visitor", "family_of": "ike", "relation": "grandmaster"})
