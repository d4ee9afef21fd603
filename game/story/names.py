"""Names by which files refer to what stands elsewhere; the reference pass looks each up by its class."""

from game.story.reading.scalars import Name


class WingName(Name):
    """A wing of the prison."""

    what = "wing"
    __slots__ = ()


class RoomName(Name):
    """A room of the prison."""

    what = "room"
    __slots__ = ()


class PostName(Name):
    """A post of the prison."""

    what = "post"
    __slots__ = ()


class CastName(Name):
    """A person of the cast."""

    what = "person"
    __slots__ = ()


class CrimeName(Name):
    """A crime of people.yaml."""

    what = "crime"
    __slots__ = ()


class FactionName(Name):
    """A faction of people.yaml."""

    what = "faction"
    __slots__ = ()


class BeatName(Name):
    """A beat of the scenario."""

    what = "beat"
    __slots__ = ()


class ObjectiveName(Name):
    """An objective of the scenario."""

    what = "objective"
    __slots__ = ()


class OutcomeName(Name):
    """An outcome of the scenario."""

    what = "outcome"
    __slots__ = ()
