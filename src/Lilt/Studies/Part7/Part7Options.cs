using Lilt.Studies.Control;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Part7;

/// <summary>What to study after part 7.</summary>
public sealed record Part7Options : StudyOptions
{
    /// <summary>
    /// How many tunes with the studied header binding is tested on, at least 2; the first 50 give the spectra's interval. Default 100.
    /// </summary>
    public int HeaderTunes { get; init; } = 100;

    /// <summary>The most random sets a layer in the control; 0 leaves the control out. Default 199.</summary>
    public int ControlSets { get; init; } = new ControlOptions().Sets;

    /// <summary>Tunes that the control feeds to every network. Default 10.</summary>
    public int ControlTunes { get; init; } = new ControlOptions().Tunes;
}
