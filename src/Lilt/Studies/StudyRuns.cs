using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Recording;

namespace Lilt.Studies;

/// <summary>Makes the tunes of a study: the studied one first, then all others in one batch.</summary>
internal sealed class StudyRuns(Model model, StudyOptions options, CancellationToken cancellation)
{
    /// <summary>Tunes with the studied header end here: one that runs on says nothing more of the header.</summary>
    private const int HeaderLimit = 500;

    // Two batches of 48: larger ones keep the weights little busier, and more of what tunes are gathered in lies about.
    private const int AtOnce = 96;

    private static readonly SiteKind[] Hidden = [SiteKind.Hidden];
    private static readonly SiteKind[] HiddenAndPosterior = [SiteKind.Hidden, SiteKind.Posterior];

    private readonly List<TuneRequest> requests = [];
    private readonly RecordingFacts facts = new()
    {
        Version = options.Version,
        Command = options.Commands.Study,
        ModelHash = model.Hash,
        Layers = model.Shape.Layers,
        Units = model.Shape.Units,
        Vocabulary = model.Vocabulary.Texts,
        Temperature = options.Temperature,
        Rng = options.Mode.ToString().ToLowerInvariant(),
    };

    /// <summary>What every recording says of itself.</summary>
    public RecordingFacts Facts => facts with { PrimeTokens = options.Prime.Count };

    /// <summary>Makes the studied tune, every site kept.</summary>
    public WatchedTune Studied()
    {
        WatchedTune watched = new(RecordedSites.All);
        Run([Request(watched, null)], atOnce: 1, Facts);
        return watched;
    }

    /// <summary>Asks for the studied tune again under a plan, with the same random numbers.</summary>
    public WatchedTune Operated(OperationPlan plan, IReadOnlyList<SiteKind> kinds, bool keepsOthers = false)
    {
        WatchedTune watched = new(kinds, keepsOthers, plan);
        requests.Add(Request(watched, plan.Compile(model)));
        return watched;
    }

    /// <summary>Asks for a given transcription to be read.</summary>
    /// <param name="tokens">All that follows the start token.</param>
    public WatchedTune Read(IReadOnlyList<Token> tokens)
    {
        WatchedTune watched = new(Hidden);
        requests.Add(
            new TuneRequest
            {
                Index = 0,
                Seed = options.Seed,
                Random = new RandomState(options.Seed),
                Prime = [.. tokens.Select(token => (Token?)token)],
                Limit = 1,
                Tag = watched,
            }
        );
        return watched;
    }

    /// <summary>Asks for tunes that begin with a header, seeded by the seeds after the studied tune's.</summary>
    /// <param name="header">The tokens that each begins with.</param>
    /// <param name="count">How many.</param>
    /// <param name="withPosterior">Of how many, from the first, the posterior is kept as well as h.</param>
    public IReadOnlyList<WatchedTune> WithHeader(IReadOnlyList<Token> header, int count, int withPosterior)
    {
        Token?[] prime = [.. header.Select(token => (Token?)token)];
        WatchedTune[] tunes = new WatchedTune[count];
        for (int index = 0; index < count; index++)
        {
            Seed seed = options.Seed + (index + 1L);
            tunes[index] = new WatchedTune(index < withPosterior ? HiddenAndPosterior : Hidden);
            requests.Add(
                new TuneRequest
                {
                    Index = index,
                    Seed = seed,
                    Random = new RandomState(seed),
                    Prime = prime,
                    Limit = HeaderLimit,
                    Tag = tunes[index],
                }
            );
        }

        return tunes;
    }

    /// <summary>Makes all that was asked for.</summary>
    public void RunAll(Action<int, int> progress)
    {
        Run(requests, Math.Min(AtOnce, requests.Count), Facts, progress);
        requests.Clear();
    }

    private TuneRequest Request(WatchedTune watched, CompiledPlan? plan) =>
        new()
        {
            Index = 0,
            Seed = options.Seed,
            Random = new RandomState(options.Seed),
            Prime = options.Prime,
            Limit = options.Limit,
            Plan = plan,
            DrawsForPrime = options.Mode == DrawMode.Webapp,
            Tag = watched,
        };

    private void Run(List<TuneRequest> wanted, int atOnce, RecordingFacts of, Action<int, int>? progress = null)
    {
        int done = 0;
        RunOptions together = new()
        {
            AtOnce = atOnce,
            Temperature = options.Temperature,
            Threads = options.Threads,
        };
        foreach (
            GeneratedTune _ in TuneGenerator.RunOperated(model, wanted, together, () => new WatchingProbe(model.Shape, of), cancellation)
        )
        {
            progress?.Invoke(++done, wanted.Count);
        }
    }
}
