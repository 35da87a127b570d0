using Lilt.Studio.Effects;
using Lilt.Studio.Shelf;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Following;

/// <summary>
/// The events of the studio by name: each has as its data what stands here under its name. Who begins to listen is told of the runs under
/// way from their beginning, then <c>here</c>, then what happens.
/// </summary>
/// <param name="Here">All that went on before has been told.</param>
/// <param name="Begun">A run was asked for; it may wait for those of its session before it.</param>
/// <param name="Tokens">Tokens as they are drawn; those of one event follow each other.</param>
/// <param name="Tune">A tune is kept, or something about it was changed.</param>
/// <param name="Gone">A tune was deleted.</param>
/// <param name="Session">A session was made, renamed or deleted, or it or a tune of it was had back.</param>
/// <param name="Elsewhere">Another studio on the same data changed something there: what is shown is to be asked for again.</param>
/// <param name="Effect">An effect was asked for, came further, or is over.</param>
/// <param name="Making">A study is being made, and so far.</param>
/// <param name="Made">A study stands on the shelf.</param>
/// <param name="Failed">A run ended early, tunes that were announced are kept; or a study was not made, and nothing of it is left.</param>
/// <param name="Done">A run is over.</param>
public sealed record FollowEvents(
    HereEvent? Here,
    BegunEvent? Begun,
    TokensEvent? Tokens,
    TuneEvent? Tune,
    GoneEvent? Gone,
    SessionEvent? Session,
    ElsewhereEvent? Elsewhere,
    EffectEvent? Effect,
    MakingView? Making,
    MadeEvent? Made,
    FailedEvent? Failed,
    DoneEvent? Done
);
