"""Effects on posts and work: where staff stand, where inmates work. The office's own orders, given by an answer."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from game.sim.commands import AssignJob, PostOfficer
from game.story.names import CastName, PostName, RoomName
from game.story.verbs.base import AnyEffect, Effect

if TYPE_CHECKING:
    from game.story.telling import Telling


class Reinforce(Effect):
    """Officers on duty are taken from one post and put on another, until their shift ends or they are ordered back."""

    tag = "reinforce"
    post: PostName
    """The post that gets them."""
    source: Annotated[PostName, Field(alias="from")]
    """The post that gives them."""
    by: Annotated[int, Field(ge=1, le=20)] = 1
    """How many at the most."""

    def apply(self, story: "Telling") -> None:
        """Gives the orders."""
        posts = {post.key: post for post in story.world.desk().posts()}
        for officer in posts[self.source].staff[: self.by]:
            story.order(PostOfficer(officer, posts[self.post].id))


class GiveJob(Effect):
    """An inmate gets work in a room, if there is any."""

    tag = "job"
    who: CastName
    """The inmate."""
    room: RoomName
    """The workplace."""
    otherwise: list[AnyEffect] = []
    """What follows instead when there is none."""

    def apply(self, story: "Telling") -> None:
        """Writes him into the books."""
        if story.order(AssignJob(story.person(self.who), story.room(self.room))) is not None:
            for each in self.otherwise:
                each.apply(story)
