using Lilt.Notation;

namespace Lilt.Alignment;

/// <summary>
/// One interchange of the measure's clock: at a step of a tune a network is given the state of a place of the same tune, or of another, that
/// is so much further on in its measure; and where the bar is due then. Immutable.
/// </summary>
/// <remarks>Source: docs/causes.md, Words: target, donor, dose, own and moved boundary.</remarks>
public sealed record ClockPush
{
    // Over it a bar is likelier than not, nats.
    private static readonly double EvenOdds = Math.Log(0.5);

    private ClockPush(OpenPlace target, BarredMeasure measure, Fraction by, int? movedBoundary)
    {
        Target = target;
        Measure = measure;
        By = by;
        MovedBoundary = movedBoundary;
    }

    /// <summary>The place after whose step the state is given.</summary>
    public OpenPlace Target { get; }

    /// <summary>The target's measure: a full one between two measure tokens.</summary>
    public BarredMeasure Measure { get; }

    /// <summary>k, the dose, in whole notes: the donor's d minus the target's. Under 0 the clock is put back; 0 is a sham.</summary>
    public Fraction By { get; }

    /// <summary>The donor's d, in whole notes.</summary>
    public Fraction DonorDistance => Target.Distance + By;

    /// <summary>The step of the target's own tune that writes the bar after the target.</summary>
    public int OwnBoundary => Measure.Bar;

    /// <summary>
    /// The step of the target's own tune at d = M − k, where the bar is due if all of the clock is pushed; null where k is not over 0, since
    /// the target's own bar comes first then and sets the count anew, and where no bar could stand just there.
    /// </summary>
    public int? MovedBoundary { get; }

    /// <summary>Why a clock cannot be pushed at a place, as a sentence; null where it can.</summary>
    /// <param name="tune">The target's tune.</param>
    /// <param name="step">The target's step.</param>
    /// <param name="by">k, in whole notes.</param>
    public static string? Refusal(OpenPlaces tune, int step, Fraction by)
    {
        ArgumentNullException.ThrowIfNull(tune);
        if (tune.Full is not { } full)
        {
            return "The tune has no meter, so no bar is due anywhere: take a tune with a meter.";
        }

        if (!tune.TryFind(step, out OpenPlace target))
        {
            return FormattableString.Invariant($"No bar could stand at step {step}: take the step that writes a note's first token.");
        }

        if (CanBePushed(tune, target))
        {
            Fraction donor = target.Distance + by;
            return donor.Sign >= 0 && donor < full
                ? null
                : $"The place is {Eighths(target.Distance)} eighths into a measure of {Eighths(full)}: {Eighths(by)} more is no place before its bar.";
        }

        return IsBetweenBars(tune, target)
            ? FormattableString.Invariant($"Step {step} writes the bar itself: take a place before it.")
            : FormattableString.Invariant(
                $"Step {step} is in a measure that is not full, or not between two bars: take a place in one that is."
            );
    }

    /// <summary>Whether a place lies before the bar of a full measure between two bars.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="place">One of its places.</param>
    public static bool CanBePushed(OpenPlaces tune, OpenPlace place)
    {
        ArgumentNullException.ThrowIfNull(tune);
        return IsBetweenBars(tune, place) && place.Step < tune.Measures[place.Measure].Bar;
    }

    /// <summary>A push.</summary>
    /// <param name="tune">The target's tune.</param>
    /// <param name="step">The target's step.</param>
    /// <param name="by">k, in whole notes.</param>
    /// <exception cref="ArgumentException">The clock cannot be pushed there: see <see cref="Refusal"/>.</exception>
    public static ClockPush Of(OpenPlaces tune, int step, Fraction by)
    {
        if (Refusal(tune, step, by) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(step));
        }

        tune.TryFind(step, out OpenPlace target);
        BarredMeasure measure = tune.Measures[target.Measure];
        int? moved = null;
        foreach (OpenPlace place in tune.Of(target.Measure))
        {
            if (by.Sign > 0 && place.Distance == measure.Duration - by)
            {
                moved = place.Step;
            }
        }

        return new ClockPush(target, measure, by, moved);
    }

    /// <summary>
    /// The places of a tune whose state the target may be given: as far on in their measures as the dose says, in full measures between two
    /// bars. The nearest to the target's step come first, of two as near the earlier.
    /// </summary>
    /// <param name="tune">The target's own tune, or another in its meter.</param>
    /// <param name="isOwn">Whether it is the target's own, whose measure is left out.</param>
    public IReadOnlyList<OpenPlace> Donors(OpenPlaces tune, bool isOwn)
    {
        ArgumentNullException.ThrowIfNull(tune);
        return
        [
            .. tune
                .All.Where(place =>
                    place.Distance == DonorDistance && CanBePushed(tune, place) && !(isOwn && place.Measure == Target.Measure)
                )
                .OrderBy(place => Math.Abs(place.Step - Target.Step)),
        ];
    }

    /// <summary>
    /// Whether the push did to the bar of the tune read again what it would do if all of the clock had been pushed: for k over 0 a bar is
    /// likelier than not where it is due then and was not before, under 0 it is no longer at the tune's own, and at 0 it still is.
    /// </summary>
    /// <param name="untouched">B of the tune as it was, by step, nats, [T].</param>
    /// <param name="pushed">B of the same tokens read under the push, by step, nats, [T].</param>
    /// <returns>Null where nothing can be told: there is no such place in the tune, or the untouched bar is not where it should be.</returns>
    public bool? IsDue(IReadOnlyList<double> untouched, IReadOnlyList<double> pushed)
    {
        ArgumentNullException.ThrowIfNull(untouched);
        ArgumentNullException.ThrowIfNull(pushed);
        if (By.Sign > 0)
        {
            return MovedBoundary is { } moved && untouched[moved] <= EvenOdds ? pushed[moved] > EvenOdds : null;
        }

        if (untouched[OwnBoundary] <= EvenOdds)
        {
            return null;
        }

        return By.Sign < 0 ? pushed[OwnBoundary] <= EvenOdds : pushed[OwnBoundary] > EvenOdds;
    }

    /// <summary>
    /// How long the target's measure is, in whole notes, in a tune that was written on from the target under the push; M − k if the bar came
    /// as it was pushed. Null where no bar ends it.
    /// </summary>
    /// <param name="written">That tune, the same as the target's up to the target's step.</param>
    public Fraction? LengthIn(OpenPlaces written)
    {
        ArgumentNullException.ThrowIfNull(written);
        foreach (BarredMeasure measure in written.Measures)
        {
            if (measure.First <= Target.Step && Target.Step <= measure.Bar)
            {
                return measure.IsInner ? measure.Duration : null;
            }
        }

        return null;
    }

    // After a last bar there is a place and no measure.
    private static bool IsBetweenBars(OpenPlaces tune, OpenPlace place) =>
        place.Measure < tune.Measures.Count && tune.Measures[place.Measure] is { IsInner: true, IsFull: true };

    private static string Eighths(Fraction wholeNotes) => (wholeNotes * new Fraction(8)).ToString().Replace('-', '−');
}
