"""What can happen, and what an event looks like when it is read."""

from dataclasses import dataclass
from enum import IntEnum


class Kind(IntEnum):
    """Kinds of events. The numbers are kept in saves: new kinds go to the end."""

    WorldBegan = 0
    DayBegan = 1
    ShiftBegan = 2
    Ordered = 3
    Arrived = 4
    Left = 5
    CellAssigned = 6
    Posted = 7
    DoorLocked = 8
    DoorUnlocked = 9
    WingLocked = 10
    WingUnlocked = 11
    RegimeSet = 12
    Sent = 13
    EyeSet = 14
    EyeCleared = 15
    Quarrelled = 16
    Asked = 17
    Decided = 18
    Said = 19
    BeatFired = 20
    BeatMissed = 21
    ObjectiveKept = 22
    ObjectiveFailed = 23
    Ended = 24
    KnownBefore = 25
    """A scenario fact: two people knew each other before."""
    TraitNoted = 26
    """A root: somebody is by nature so: `detail` is the trait, `amount` how strongly."""
    Hungered = 27
    """A meal hour went by without a meal."""
    Refused = 28
    """Somebody did not do what he was ordered to."""

    # what weighs on people, and how they give way
    Withdrew = 29
    """He keeps to himself: broken by stress."""
    Snapped = 30
    """He goes for `whom`: broken by stress."""
    Recovered = 31
    """He is himself again after a break."""
    TraitShown = 32
    """By a deed he showed what he is like: `detail` is the trait, `amount` how strongly."""
    SignShown = 33
    """A warning sign could be seen on him: `detail` is the sign."""

    # favours, threats, debts; `amount` in packs of cigarettes
    FavourDone = 34
    ProtectionOffered = 35
    ProtectionTaken = 36
    Demanded = 37
    Paid = 38
    """A demand met, a debt repaid, a price paid: packs go from `who` to `whom`."""
    Defied = 39
    """He refused a demand, an offer or a debt."""
    Lent = 40
    Insulted = 41
    Threatened = 42
    Tested = 43
    """A newcomer was tried: made room, gave something up, or stood his ground (`amount` 1)."""
    Gifted = 44
    Betrayed = 45
    """He told the office about `whom`, who learned of it."""

    # violence
    Assaulted = 46
    """`who` goes for `whom`; `detail` is the motive, `item` the weapon."""
    Struck = 47
    """A blow; `amount` is its weight, 0 to 1."""
    Wounded = 48
    """`who` is hurt by `whom`; `amount` is the severity, 0 to 1."""
    Died = 49
    Joined = 50
    """A bystander takes `whom`'s side."""
    Watched = 51
    FetchedHelp = 52
    LookedAway = 53
    Responded = 54
    """An officer sets out for a fight."""
    BrokenUp = 55
    """An officer has ended a fight."""
    FightEnded = 56
    """`amount`: its minutes; `detail`: its number."""
    Admitted = 57
    """To a bed of the infirmary."""
    Treated = 58
    Discharged = 59
    BruiseSeen = 60
    """Staff saw a wound that nobody explains: `amount` is its severity."""
    WeaponMade = 61

    # visits, letters, goods
    VisitAsked = 62
    VisitAllowed = 63
    VisitDenied = 64
    VisitBegan = 65
    VisitEnded = 66
    VisitWatched = 67
    LetterCame = 68
    """`amount`: how good the news is, −1 to 1."""
    Smuggled = 69
    """An item came in from outside: `who` took it from `whom`."""
    Hidden = 70
    Sold = 71
    Used = 72
    Craved = 73
    Searched = 74
    """`who` (staff) searched `whom` or `place`; `amount` is how many items were found."""
    Found = 75
    """An item was found and seized: on `whom`, or in `place`."""

    # the office's care
    RequestMade = 76
    """`detail` is the request's number."""
    RequestAnswered = 77
    Heard = 78
    """`who` listened to `whom` for the office; `amount`: of how many things he told."""
    Referred = 79
    Consoled = 80
    """The chaplain had time for `whom`."""
    Mediated = 81
    """`who` and `whom` sat down together; `amount` is how well it went, −1 to 1."""
    Separated = 82
    """`who` and `whom` are kept apart from now on."""
    Protected = 83
    Told = 84
    """`who` told the office about event `detail`; `whom` is the one he named, if any."""
    TalkCalledOff = 85
    """A talk with `who` (and `whom`) that the office had arranged did not come about."""

    # company
    Befriended = 86
    """`who` has come to like `whom`, by cell and table."""
    FellOut = 87
    """`who` can't stand `whom` any more."""
    Acquainted = 88
    """`who` and `whom` have come to know one another; `amount` is the first impression."""


class Role(IntEnum):
    """How a cause made its event: the deed itself, why it was done, with what, and what let it happen."""

    DEED = 0
    MOTIVE = 1
    MEANS = 2
    OPPORTUNITY = 3


@dataclass(frozen=True, slots=True)
class Cause:
    """One edge of the chronicle: what made an event happen, and how much of it (0 to 1)."""

    event: int
    weight: float = 1.0
    role: Role = Role.MOTIVE


@dataclass(frozen=True, slots=True)
class Event:
    """A view of one row of the chronicle. `who`, `whom` are people, `place` a room, 0 where there is none."""

    id: int
    tick: int
    kind: Kind
    who: int = 0
    whom: int = 0
    place: int = 0
    item: int = 0
    amount: float = 0.0
    detail: int = 0
    """A further number, by kind: a door, a command's code, a text, a wing."""
