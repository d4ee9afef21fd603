"""What can be noticed: how loud each kind of event is, and what nobody sees at all."""

from game.sim.events import Kind

SHOUT, TALK, WHISPER = 1.0, 0.5, 0.2
"""Share of the usual distance from which something is noticed (`SightRules.far_tiles`)."""

LOUDNESS: dict[Kind, float] = {
    Kind.Quarrelled: SHOUT,
    Kind.Assaulted: SHOUT,
    Kind.Struck: SHOUT,
    Kind.Joined: SHOUT,
    Kind.Snapped: SHOUT,
    Kind.Wounded: TALK,
    Kind.Insulted: TALK,
    Kind.Tested: TALK,
    Kind.Defied: WHISPER,
    Kind.Threatened: WHISPER,
    Kind.Demanded: WHISPER,
    Kind.FavourDone: WHISPER,
    Kind.Gifted: WHISPER,
    Kind.Lent: WHISPER,
    Kind.Paid: WHISPER,
    Kind.ProtectionOffered: WHISPER,
    Kind.ProtectionTaken: WHISPER,
    Kind.Sold: WHISPER,
    Kind.Used: WHISPER,
    Kind.Smuggled: WHISPER,
    Kind.Hidden: WHISPER,
    Kind.WeaponMade: WHISPER,
}
"""Kinds that can be seen with the eyes, and from how far."""

UNSEEN: tuple[Kind, ...] = (
    Kind.Withdrew,
    Kind.Recovered,
    Kind.SignShown,
    Kind.Watched,
    Kind.FetchedHelp,
    Kind.LookedAway,
    Kind.FightEnded,
    Kind.Betrayed,
    Kind.Craved,
    Kind.Befriended,
    Kind.FellOut,
    Kind.Acquainted,
    Kind.LetterCame,
)
"""Kinds that nobody sees happen; they come out later, if at all, through those who know."""

UNFILMED = (Kind.Smuggled, Kind.Hidden, Kind.Sold, Kind.Used)
"""Kinds done by sleight of hand: no camera shows them."""

INWARD = (Kind.Assaulted,)
"""Kinds whose `detail` is a motive: who sees the deed does not see why."""
