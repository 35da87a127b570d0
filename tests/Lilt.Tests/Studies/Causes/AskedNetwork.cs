using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Planting.Causes;
using Lilt.Recording;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Tests.Studies.Causes;

/// <summary>A planted network with its 4/4 tunes, all that is asked of them answered; and the same by plans of the library.</summary>
internal sealed class AskedNetwork
{
    /// <summary>A counter of durations in layer 2, told of the bar at once.</summary>
    public static readonly Lazy<AskedNetwork> Durations = new(() => new AskedNetwork(CausalKind.Durations, 2));

    /// <summary>The same, but layer 1 remembers the bar and sets the count in the two steps after it.</summary>
    public static readonly Lazy<AskedNetwork> Reminded = new(() => new AskedNetwork(CausalKind.Reminded, 2));

    /// <summary>A clock of steps in layer 2, which sets itself.</summary>
    public static readonly Lazy<AskedNetwork> Clock = new(() => new AskedNetwork(CausalKind.Clock, 2));

    private static readonly CausesOptions Options = new()
    {
        Seed = 5,
        Tunes = 40,
        Pairs = 80,
        Threads = 2,
    };

    private readonly Dictionary<int, TuneRecording> recordings = [];

    private AskedNetwork(CausalKind kind, int keeper)
    {
        Model = CausalNetwork.Make(kind, keeper, 48, 21).Model;
        Material = CausesMaterial.Make(Model, Options with { Headers = [CausalNetwork.Headers[0]] }, CancellationToken.None)[0];
        Lilt.Studies.Causes.Material.Clock clock = Lilt.Studies.Causes.Material.Clock.Measure(Model.Vocabulary);
        Asked = new MeterQuestions(Material, Model, clock, Options with { Quick = true }, 0.05);
        Runner = new TrialRunner(Model, [clock.Events], 1, 2, CancellationToken.None);
        Runner.Run(Material.Readings());
        Runner.Run([.. Asked.Trials]);
    }

    public Model Model { get; }

    public MeterMaterial Material { get; }

    public MeterQuestions Asked { get; }

    public TrialRunner Runner { get; }

    /// <summary>What a tune's steps write.</summary>
    public IReadOnlyList<Token> Written(int tune) =>
        [.. Enumerable.Range(0, Material.Tunes[tune].Steps).Select(step => Material.Tunes[tune][step])];

    /// <summary>The library's recording of a tune.</summary>
    public TuneRecording Recording(int tune) =>
        recordings.TryGetValue(tune, out TuneRecording? made) ? made : recordings[tune] = Model.Read(Written(tune));

    /// <summary>B at every step of a tune that is read under a plan.</summary>
    public double[] B(IReadOnlyList<Token> tokens, params IEnumerable<Operation> plan) =>
        Model.With(new OperationPlan(plan)).Read(tokens, SiteKind.Posterior).LogProbabilities(TokenKind.Measure);

    /// <summary>The state of a recording after a step.</summary>
    public NetworkState State(TuneRecording of, int step)
    {
        NetworkState state = NetworkState.Of(Model.Shape);
        for (int layer = 1; layer <= Model.Shape.Layers; layer++)
        {
            of[Site.C(layer)][step].CopyTo(state[Site.C(layer)]);
            of[Site.H(layer)][step].CopyTo(state[Site.H(layer)]);
        }

        return state;
    }
}
