using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Planting.Causes;
using Lilt.Recording;

namespace Lilt.Tests.Planting;

/// <summary>Tunes of a planted network under one header, and what happens to the bar where its state is exchanged.</summary>
/// <remarks>Distances are counted as the network does: in eighths, or in tokens.</remarks>
internal sealed class PlantedInterchange
{
    private const int Limit = 220;

    private readonly Model model;
    private readonly int pairs;
    private readonly Func<MeasurePlace, int> counted;
    private readonly List<(TuneRecording Tune, List<MeasurePlace> Places)> tunes;

    /// <param name="network">The network.</param>
    /// <param name="measure">8 for 4/4, 6 for 6/8.</param>
    /// <param name="pairs">How many pairs are tried; as many tunes.</param>
    public PlantedInterchange(CausalNetwork network, int measure, int pairs = 6)
    {
        model = network.Model;
        Measure = measure;
        this.pairs = pairs;
        counted = network.Truth.Counted is Counted.Tokens or Counted.Steps ? place => place.Tokens : place => place.Eighths;
        GenerationOptions options = new()
        {
            Seed = 700,
            Tunes = pairs,
            Limit = Limit,
            Prime = [.. CausalNetwork.Headers[measure == 8 ? 0 : 1].Select(token => (Token?)token)],
        };
        tunes =
        [
            .. TuneRecordings
                .Record(model, options, null, [SiteKind.Cell, SiteKind.Hidden, SiteKind.Posterior], "test")
                .Select(tune => (tune, MeasurePlace.Of(model.Vocabulary, [.. tune.Input, tune.Output[^1]]))),
        ];
    }

    /// <summary>A whole measure.</summary>
    public int Measure { get; }

    /// <summary>The tunes.</summary>
    public IEnumerable<TuneRecording> Tunes => tunes.Select(tune => tune.Tune);

    /// <summary>How long every measure is that a bar ends.</summary>
    public List<int> Measures() =>
        [.. tunes.SelectMany(tune => tune.Places.GroupBy(place => place.Measure).SkipLast(1).Select(group => counted(group.Last())))];

    /// <summary>The logarithm of a bar's probability at all open places, with how far the measure is.</summary>
    public IEnumerable<(int Counted, double Bar)> Bars() =>
        tunes.SelectMany(tune =>
        {
            double[] bars = tune.Tune.LogProbabilities(TokenKind.Measure);
            return tune.Places.Where(place => place.IsOpen).Select(place => (counted(place), bars[place.Step]));
        });

    /// <summary>
    /// An open place of a full measure takes the state of some layers from an open place of another tune: the mean logarithm of a bar's
    /// probability later in the measure.
    /// </summary>
    /// <param name="layers">The layers whose c and h are taken over; none for the network as it is.</param>
    /// <param name="target">What had gone at the target.</param>
    /// <param name="donor">What had gone at the donor.</param>
    /// <param name="at">Where the bar is read.</param>
    /// <param name="donors">The donor's tunes; null for these.</param>
    public double Exchanged(int[] layers, int target, int donor, int at, PlantedInterchange? donors = null) =>
        Mean(
            target,
            (tune, place, other) =>
            {
                (TuneRecording from, int step) = other(donors ?? this, donor);
                return (
                    [.. layers.Select(layer => Patch.State(from, step, layer, place.Step, Edge.Recurrent))],
                    tune.Tune.Output,
                    Later(tune.Places, place, at)
                );
            }
        );

    /// <summary>
    /// In one step a layer shows those above what a donor showed at the end of a measure: the mean logarithm of a bar's probability then.
    /// </summary>
    /// <param name="layer">The layer; 0 for the network as it is.</param>
    /// <param name="target">What had gone at the target.</param>
    public double HandedUp(int layer, int target) =>
        Mean(
            target,
            (tune, place, other) =>
            {
                (TuneRecording from, int step) = other(this, null);
                return (layer == 0 ? [] : [Shown(layer, from, step, place.Step)], tune.Tune.Output, place.Step);
            }
        );

    /// <summary>
    /// A measure token is put into a full measure: the mean logarithm of a bar's probability where the measure, without it, would be full.
    /// </summary>
    /// <param name="target">Behind how much of the measure.</param>
    /// <param name="until">Where the bar is read, the token put in not counted.</param>
    /// <param name="put">What layer 1 is given back, of the step before it: its state, what it shows the layers above, or nothing.</param>
    public double Inserted(int target, int until, Edge? put = null)
    {
        Token bar = model.Vocabulary.TryFind("|", out Token found) ? found : throw new InvalidOperationException("There is no bar.");
        return Mean(
            target,
            (tune, place, _) =>
            {
                int step = place.Step;
                Operation[] plan = put switch
                {
                    Edge.Recurrent => [Patch.State(tune.Tune, step, 1, step + 1, Edge.Recurrent)],
                    Edge.Up => [Shown(1, tune.Tune, step, step + 1)],
                    _ => [],
                };
                return (plan, [.. tune.Tune.Output.Take(step), bar, .. tune.Tune.Output.Skip(step)], Later(tune.Places, place, until) + 1);
            }
        );
    }

    private static Patch Shown(int layer, TuneRecording from, int step, int to) =>
        new()
        {
            Site = Site.H(layer),
            Units = UnitSet.All,
            Source = from,
            AtStep = step,
            Steps = new StepRange(to, to),
            Edge = Edge.Up,
        };

    /// <summary>A step of the same measure, with so much gone; −1 where there is none.</summary>
    private int Later(List<MeasurePlace> places, MeasurePlace place, int at) =>
        places
            .Where(later => later.Measure == place.Measure && later.IsOpen && counted(later) == at)
            .Select(later => later.Step)
            .FirstOrDefault(-2);

    private double Mean(
        int target,
        Func<
            (TuneRecording Tune, List<MeasurePlace> Places),
            MeasurePlace,
            Func<PlantedInterchange, int?, (TuneRecording, int)>,
            (Operation[] Plan, IReadOnlyList<Token> Tokens, int Step)
        > pair
    )
    {
        double sum = 0;
        int count = 0;
        for (int index = 0; index < tunes.Count && count < pairs; index++)
        {
            (TuneRecording Tune, List<MeasurePlace> Places) tune = tunes[index];
            HashSet<int> full = FullMeasures(tune.Places);
            foreach (
                MeasurePlace place in tune.Places.Where(place => place.IsOpen && counted(place) == target && full.Contains(place.Measure))
            )
            {
                (Operation[] plan, IReadOnlyList<Token> tokens, int step) = pair(tune, place, (of, gone) => of.Donor(index + 1, gone));
                if (step < 0)
                {
                    continue;
                }

                sum += Bar(plan, [.. tokens.Take(step + 1)], step);
                count++;
                break;
            }
        }

        Xunit.Assert.True(count >= Math.Min(4, pairs), $"{count} places at {target} of {Measure}.");
        return sum / count;
    }

    /// <summary>An open place of another tune with so much gone; null for one at which the tune writes a bar.</summary>
    private (TuneRecording Tune, int Step) Donor(int index, int? gone)
    {
        for (int offset = 0; offset < tunes.Count; offset++)
        {
            (TuneRecording tune, List<MeasurePlace> places) = tunes[(index + offset) % tunes.Count];
            HashSet<int> full = FullMeasures(places);
            MeasurePlace[] fit =
            [
                .. places.Where(place =>
                    place.IsOpen
                    && (
                        gone is null
                            ? TokenKinds.Of(model.Vocabulary, tune.Output[place.Step]) == TokenKind.Measure
                            : counted(place) == gone && full.Contains(place.Measure)
                    )
                ),
            ];
            if (fit.Length > 0)
            {
                return (tune, fit[fit.Length / 2].Step);
            }
        }

        throw new InvalidOperationException($"No tune has a place with {gone} gone.");
    }

    private double Bar(Operation[] plan, Token[] tokens, int step)
    {
        TuneRecording read =
            plan.Length == 0
                ? model.Read(tokens, SiteKind.Posterior)
                : model.With(new OperationPlan(plan)).Read(tokens, SiteKind.Posterior);
        return read.LogProbabilities(TokenKind.Measure)[step];
    }

    /// <summary>The measures that are full, the last left out.</summary>
    private HashSet<int> FullMeasures(List<MeasurePlace> places) =>
        [
            .. places
                .GroupBy(place => place.Measure)
                .SkipLast(1)
                .Where(measure => counted(measure.Last()) == Measure)
                .Select(measure => measure.Key),
        ];
}
