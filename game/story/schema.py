"""The schema of each kind of file, for editors; made from the classes that read them."""

from typing import Any

from game.story.pack_file import PackFile
from game.story.people_file import PeopleFile
from game.story.policy import PoliciesFile
from game.story.prison.format import PrisonFile
from game.story.reading.bind import Model
from game.story.scenario_file import ScenarioFile

FILES: dict[str, type[Model]] = {
    "pack": PackFile,
    "prison": PrisonFile,
    "people": PeopleFile,
    "policies": PoliciesFile,
    "scenario": ScenarioFile,
}


def schema(kind: str = "scenario") -> dict[str, Any]:
    """JSON Schema of a kind of file: pack, prison, people, policies or scenario."""
    made = FILES[kind].model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
