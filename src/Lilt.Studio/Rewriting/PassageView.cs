using Lilt.Studies;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Rewriting;

/// <summary>Some measures of a tune, to be seen alone and heard in their place.</summary>
/// <param name="Bars">The measures as a tune of their own, under the tune's meter and key.</param>
/// <param name="Fresh">The steps of <paramref name="Bars"/> that write a note which did not stand there before, ascending.</param>
/// <param name="Notes">How many notes they have.</param>
/// <param name="From">The step of the tune that writes their first token.</param>
/// <param name="To">The step after their last.</param>
/// <param name="HeardFrom">The step from which they are heard: two measures before.</param>
/// <param name="HeardTo">The step up to which, itself left out: two measures after.</param>
/// <param name="Played">What sounds of the whole tune, by onset.</param>
public sealed record PassageView(
    StudyTune Bars,
    IReadOnlyList<int> Fresh,
    int Notes,
    int From,
    int To,
    int HeardFrom,
    int HeardTo,
    IReadOnlyList<NoteView> Played
);
