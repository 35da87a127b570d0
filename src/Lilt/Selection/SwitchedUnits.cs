using Lilt.Spectra;

namespace Lilt.Selection;

/// <summary>
/// The units that are on all through a range of steps and off at its edges, and where they are on together elsewhere. Immutable.
/// </summary>
/// <remarks>
/// Source: H. Strobelt, S. Gehrmann, H. Pfister and A. M. Rush, "LSTMVis: a tool for visual analysis of hidden state dynamics in recurrent
/// neural networks", IEEE Trans. Vis. Comput. Graph. 24 (2018), 4.2 and 4.3; exact rules in docs/definitions/studio.md, Matches.
/// </remarks>
public sealed class SwitchedUnits
{
    private readonly double above;
    private readonly double? below;
    private readonly bool[] isLow;

    private SwitchedUnits(int[] units, bool[] isLow, double above, double? below, int length)
    {
        Units = units;
        this.isLow = isLow;
        this.above = above;
        this.below = below;
        Length = length;
    }

    /// <summary>The units, ascending.</summary>
    public IReadOnlyList<int> Units { get; }

    /// <summary>How many steps the range had.</summary>
    public int Length { get; }

    /// <summary>Finds the units of a range.</summary>
    /// <param name="sequences">[T, U].</param>
    /// <param name="from">The first step, from 0.</param>
    /// <param name="to">The step after the last, at most T.</param>
    /// <param name="above">A unit is on where it is over this.</param>
    /// <param name="below">If given, a unit may instead be on by being under this: at every step of the range, and at neither edge.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range holds no step or leaves the tune.</exception>
    public static SwitchedUnits Find(UnitSequences sequences, int from, int to, double above, double? below = null)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, sequences.Steps);
        List<int> units = [];
        List<bool> low = [];
        for (int unit = 0; unit < sequences.Units; unit++)
        {
            foreach (bool isLow in (ReadOnlySpan<bool>)[false, true])
            {
                if ((!isLow || below is not null) && Switches(sequences, unit, from, to, above, below, isLow))
                {
                    units.Add(unit);
                    low.Add(isLow);
                    break;
                }
            }
        }

        return new SwitchedUnits([.. units], [.. low], above, below, to - from);
    }

    /// <summary>The longest runs of steps at each of which at least half of the units are on.</summary>
    /// <param name="sequences">[T, U] of any tune of the same layer.</param>
    /// <returns>In the order of the tune; none where there are no units.</returns>
    public IReadOnlyList<SwitchedPlace> Places(UnitSequences sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        List<SwitchedPlace> places = [];
        int least = (Units.Count + 1) / 2;
        int begin = -1;
        int most = 0;
        for (int step = 0; step <= sequences.Steps && Units.Count > 0; step++)
        {
            int count = step < sequences.Steps ? CountAt(sequences.Step(step)) : -1;
            if (count >= least)
            {
                begin = begin < 0 ? step : begin;
                most = Math.Max(most, count);
            }
            else if (begin >= 0)
            {
                places.Add(new SwitchedPlace(begin, step, most));
                begin = -1;
                most = 0;
            }
        }

        return places;
    }

    private int CountAt(ReadOnlySpan<float> values)
    {
        int count = 0;
        for (int place = 0; place < Units.Count; place++)
        {
            count += IsOn(values[Units[place]], above, below, isLow[place]) ? 1 : 0;
        }

        return count;
    }

    private static bool Switches(UnitSequences sequences, int unit, int from, int to, double above, double? below, bool isLow)
    {
        for (int step = from; step < to; step++)
        {
            if (!IsOn(sequences.Step(step)[unit], above, below, isLow))
            {
                return false;
            }
        }

        // Before the first step and after the last there is nothing that could be on.
        return (from == 0 || !IsOn(sequences.Step(from - 1)[unit], above, below, isLow))
            && (to == sequences.Steps || !IsOn(sequences.Step(to)[unit], above, below, isLow));
    }

    private static bool IsOn(float value, double above, double? below, bool isLow) => isLow ? value < below : value > above;
}
