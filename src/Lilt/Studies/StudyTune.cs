using System.Text.Json.Serialization;

namespace Lilt.Studies;

/// <summary>A tune that a network wrote or read, as a page shows it. T is its number of steps.</summary>
public sealed record StudyTune
{
    /// <summary>What the page calls it.</summary>
    public required string Name { get; init; }

    /// <summary>[T], the texts of y_0 to y_{T−1}; the end token is the last unless the tune was cut.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>The whole tune in ABC, as a person wrote it where one gave it; empty where nothing in it can be read.</summary>
    public required string Abc { get; init; }

    /// <summary>[T], where each step's token stands in <see cref="Abc"/>, in UTF-16 units; −1 for one with no text of its own.</summary>
    public required IReadOnlyList<int> Offsets { get; init; }

    /// <summary>Whether the limit of tokens ended it.</summary>
    [JsonPropertyName("cut")]
    public required bool EndsAtLimit { get; init; }

    /// <summary>As ABC writes it: <c>4/4</c>.</summary>
    public required string Meter { get; init; }

    /// <summary>The meter's measure in whole notes: <c>3/4</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>The verdicts, in the order of the tune; measures in free meter are left out.</summary>
    public required IReadOnlyList<StudyMeasure> Measures { get; init; }

    /// <summary>Measures held against the meter.</summary>
    public required int Total { get; init; }

    /// <summary>Those that count.</summary>
    public required int Counted { get; init; }

    /// <summary>Those that count without split ones.</summary>
    public required int StrictlyCounted { get; init; }

    /// <summary>The steps at which a measure token is written, ascending.</summary>
    public required IReadOnlyList<int> MeasureSteps { get; init; }

    /// <summary>The first step whose token is not the other tune's; null when none differs.</summary>
    public int? FirstDivergence(StudyTune other)
    {
        int shared = Math.Min(Tokens.Count, other.Tokens.Count);
        for (int step = 0; step < shared; step++)
        {
            if (Tokens[step] != other.Tokens[step])
            {
                return step;
            }
        }

        return Tokens.Count == other.Tokens.Count ? null : shared;
    }
}
