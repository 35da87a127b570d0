using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Pushing;

/// <summary>A stored tune and where a measure token could stand in it.</summary>
/// <param name="Kept">As it is stored.</param>
/// <param name="Places">Its open places.</param>
/// <param name="Measures">Its measures as its verdicts number them.</param>
internal sealed record PlacedTune(KeptTune Kept, OpenPlaces Places, IReadOnlyList<StudyMeasure> Measures)
{
    private static readonly Fraction EighthsAWhole = new(8);

    /// <summary>Its id.</summary>
    public string Id => Kept.Data.Id;

    /// <summary>The tokens of its header: what stands before the music.</summary>
    public IReadOnlyList<string> Header => HeaderOf(Kept.Data.Tokens);

    /// <summary>The tokens of a tune's header.</summary>
    public static IReadOnlyList<string> HeaderOf(IReadOnlyList<string> tokens) =>
        [.. tokens.TakeWhile(token => TokenKinds.Of(token) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit)];

    /// <summary>A duration in whole notes in eighths.</summary>
    public static double Eighths(Fraction wholeNotes) => (wholeNotes * EighthsAWhole).ToDouble();

    /// <summary>The measure of a step, from 1, as the verdicts are numbered; that of a bar is the one that it ends.</summary>
    public int? MeasureOf(int step)
    {
        for (int place = 0; place < Measures.Count; place++)
        {
            if (step <= Measures[place].To)
            {
                return step >= Measures[place].From ? place + 1 : null;
            }
        }

        return null;
    }

    /// <summary>The places as a page has them.</summary>
    public PlacesView View() =>
        new(
            Places.Full is { } full ? Eighths(full) : null,
            [
                .. Places.All.Select(place => new PlaceView(
                    place.Step,
                    MeasureOf(place.Step),
                    Eighths(place.Distance),
                    Places.Full is not null && ClockPush.CanBePushed(Places, place)
                )),
            ]
        );
}
