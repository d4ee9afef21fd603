"""The numbers of violence: what makes a man strike, and what holds him back."""

from dataclasses import dataclass

from game.sim.engine.rules import Rules, rule


@dataclass(frozen=True, slots=True)
class ViolenceRules(Rules):
    """What makes a man strike. All factors are 1 for an average man with no motive and nobody near."""

    per_hour: float = rule(
        0.0000066,
        "1/h",
        "assaults an hour of a man on another near him, before any factor: the scale of all",
        low=0,
        high=1,
    )
    reach: float = rule(4, "tiles", "how near two have to be", low=1, high=20)
    highest_chance: float = rule(
        0.001,
        "share",
        "bound of a man's chance at one draw, unless he is in a rage",
        low=0,
        high=1,
    )
    highest_heated: float = rule(0.02, "share", "bound of his chance in the heat of a quarrel", low=0, high=1)
    hate: float = rule(80, "factor", "of full hate; it counts by its square", low=0, high=1000)
    debt: float = rule(25, "factor", "of a large debt long overdue", low=0, high=1000)
    grace_days: float = rule(3, "days", "until a debt is overdue", low=0, high=365)
    large_debt: float = rule(10, "packs", "that count as a large debt", low=0.25, high=1000)
    fear: float = rule(
        30, "factor", "of full fear of the other, cornered; it counts by its square", low=0, high=1000
    )
    quarrel: float = rule(25, "factor", "in the heat of a quarrel", low=1, high=1000)
    rage: float = rule(3000, "factor", "of a man who lashes out, towards whom he means", low=1, high=100000)
    temper: float = rule(3, "factor", "of aggression above 0.4, per unit", low=0, high=20)
    stress: float = rule(1.5, "factor", "of full stress", low=0, high=20)
    gloom: float = rule(1, "factor", "of the lowest mood", low=0, high=20)
    craving: float = rule(1.5, "factor", "of full craving", low=0, high=20)
    drug: float = rule(0.5, "factor", "of being under the influence", low=0, high=20)
    weapon: float = rule(0.8, "factor", "of a weapon on him", low=0, high=20)
    hunger: float = rule(0.8, "factor", "of full hunger", low=0, high=20)
    crowding: float = rule(
        1.2, "factor", "of a room fuller than its capacity, per share above", low=0, high=20
    )
    seen: float = rule(0.1, "factor", "with an officer in sight and near", low=0, high=1)
    seen_far: float = rule(0.3, "factor", "with an officer in sight and far", low=0, high=1)
    far_help: float = rule(
        30, "tiles", "from which on the next officer is too far to matter", low=1, high=200
    )
    camera: float = rule(0.85, "factor", "under a camera", low=0, high=1)
    quiet: float = rule(1.8, "factor", "where it is quiet", low=1, high=20)
    friends: float = rule(0.2, "factor", "of each friend of his near, up to three", low=0, high=5)
    guards: float = rule(0.5, "factor", "of each friend of the other near", low=0, high=5)
    armed: float = rule(0.6, "factor", "with a weapon on the other", low=0, high=1)
    menace_days: float = rule(
        2, "days", "after which a threat weighs half as much on the frightened", low=0.1, high=100
    )
    sated: float = rule(
        0.7, "share", "that full fear of him, in the other, takes off hate and debt", low=0, high=1
    )
    truce: float = rule(0.12, "factor", "between two who fought within these last days", low=0, high=1)
    truce_days: float = rule(3, "days", "for which two who fought have had enough", low=0, high=100)
    awe: float = rule(0.8, "share", "that full fear of the other holds back", low=0, high=1)
    shaken: float = rule(0.1, "factor", "of a man shaken by a fight", low=0, high=1)
