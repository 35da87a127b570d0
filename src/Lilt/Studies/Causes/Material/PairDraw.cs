using System.Runtime.InteropServices;
using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Randomness;

namespace Lilt.Studies.Causes.Material;

/// <summary>Draws pairs of places: every tune has as much a say as another, as target and as donor.</summary>
/// <param name="targets">The tunes that are read on.</param>
/// <param name="donors">The tunes that states are taken from; the same or others.</param>
/// <param name="seed">Of the draws.</param>
internal sealed class PairDraw(MeterMaterial targets, MeterMaterial donors, Seed seed)
{
    /// <summary>
    /// The fewest tokens that are read between an interchange and the place where the bar is looked for, so that what is interchanged has
    /// to be kept and not only shown.
    /// </summary>
    public const int FewestReads = 2;

    /// <summary>The fewest pairs from which anything is concluded.</summary>
    public const int FewestPairs = 50;

    private const int Tries = 12;

    private readonly Dictionary<Fraction, (int Tune, OpenPlace[] Places)[]> donorsAt = donors
        .Tunes.SelectMany(tune => tune.UsedPlaces.Select(place => (tune.Index, place)))
        .GroupBy(of => of.place.Distance)
        .ToDictionary(
            of => of.Key,
            of => of.GroupBy(one => one.Index).Select(one => (one.Key, one.Select(each => each.place).ToArray())).ToArray()
        );

    /// <summary>Where targets are taken: about the middle of the measure, an eighth before it or at it.</summary>
    /// <remarks>
    /// Early in a measure the network may still hold the bar itself; late in it little is left to read before the bar.
    /// </remarks>
    public bool IsMiddle(Fraction distance) =>
        distance.Sign > 0 && distance + distance <= targets.Full && distance + distance + new Fraction(1, 4) >= targets.Full;

    /// <summary>Half a measure, or the eighth before it, in whole notes.</summary>
    public Fraction Middle => new((long)Math.Floor(4 * targets.Full.ToDouble()), 8);

    /// <summary>Pairs of one dose: the donor is so much further in its measure.</summary>
    /// <param name="count">The most pairs.</param>
    /// <param name="dose">k, in whole notes; 0 for shams.</param>
    /// <param name="looked">Where a sham's bar is looked for besides the own one: M less this, in whole notes.</param>
    /// <param name="at">Where in their measures targets are taken; null for about the middle.</param>
    public IReadOnlyList<SwapPair> Dosed(int count, Fraction dose, Fraction looked, Fraction? at = null)
    {
        IReadOnlyList<SwapPair> pairs = Dosed(count, dose, looked, at, FewestReads);
        return pairs.Count < FewestPairs ? Dosed(count, dose, looked, at, 1) : pairs;
    }

    /// <summary>Pairs by other rules.</summary>
    /// <param name="name">Of the draw's own stream.</param>
    /// <param name="count">The most pairs.</param>
    /// <param name="movedOf">The step at which a target's bar is looked for; null for a place that is no target.</param>
    /// <param name="distanceOf">How far a target's donor is from its bar; null for a place that is no target.</param>
    /// <param name="fits">Whether a donor's place suits a target's.</param>
    public IReadOnlyList<SwapPair> Draw(
        string name,
        int count,
        Func<ReadTune, OpenPlace, int?> movedOf,
        Func<OpenPlace, Fraction?> distanceOf,
        Func<OpenPlace, OpenPlace, bool> fits
    )
    {
        SplitMix64 random = new(seed.Derive(name));
        List<(ReadTune Tune, List<(OpenPlace Place, int Moved)> Open)> open = [];
        foreach (ReadTune tune in targets.Tunes)
        {
            List<(OpenPlace, int)> of = [];
            foreach (OpenPlace place in tune.UsedPlaces)
            {
                if (movedOf(tune, place) is { } moved && distanceOf(place) is { } distance && donorsAt.ContainsKey(distance))
                {
                    of.Add((place, moved));
                }
            }

            if (of.Count > 0)
            {
                open.Add((tune, of));
            }
        }

        List<SwapPair> pairs = [];
        while (pairs.Count < count && open.Count > 0)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(open));
            for (int n = open.Count - 1; n >= 0 && pairs.Count < count; n--)
            {
                (ReadTune tune, List<(OpenPlace Place, int Moved)> of) = open[n];
                int choice = random.Below(of.Count);
                (OpenPlace place, int moved) = of[choice];
                of.RemoveAt(choice);
                if (of.Count == 0)
                {
                    open.RemoveAt(n);
                }

                if (Donor(tune, place, distanceOf(place)!.Value, fits, ref random) is { } donor)
                {
                    pairs.Add(new SwapPair(new(tune.Index, place.Step), donor, moved, tune.Places.Measures[place.Measure].Bar));
                }
            }
        }

        return pairs;
    }

    private IReadOnlyList<SwapPair> Dosed(int count, Fraction dose, Fraction looked, Fraction? at, int reads)
    {
        Fraction full = targets.Full;
        Fraction moved = dose.Sign < 0 ? full : full - (dose.Sign == 0 ? looked : dose);
        return Draw(
            FormattableString.Invariant($"dose {dose} at {at}"),
            count,
            (tune, place) =>
                (at is { } only ? place.Distance == only : IsMiddle(place.Distance))
                && tune.At(place.Measure, moved) is { } there
                && there.Step - place.Step >= reads
                    ? there.Step
                    : null,
            place => place.Distance + dose is var distance && distance.Sign > 0 && distance < full ? distance : null,
            (_, _) => true
        );
    }

    private PlaceOfTune? Donor(
        ReadTune target,
        OpenPlace place,
        Fraction distance,
        Func<OpenPlace, OpenPlace, bool> fits,
        ref SplitMix64 random
    )
    {
        (int Tune, OpenPlace[] Places)[] there = donorsAt[distance];
        for (int n = 0; n < Tries; n++)
        {
            (int tune, OpenPlace[] places) = there[random.Below(there.Length)];
            OpenPlace donor = places[random.Below(places.Length)];
            bool isOther = !ReferenceEquals(targets, donors) || tune != target.Index;
            if (isOther && fits(place, donor))
            {
                return new PlaceOfTune(tune, donor.Step);
            }
        }

        return null;
    }
}
