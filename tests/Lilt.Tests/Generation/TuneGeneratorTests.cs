using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Generation;

public sealed class TuneGeneratorTests
{
    private static readonly Model Lively = RandomModels.Create(new NetworkShape(3, 24, 30));

    /// <summary>The same draws in double precision, one step at a time; a draw nearer than this to a boundary decides nothing.</summary>
    private const double Undecided = 2e-5;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    [InlineData(257)]
    public void Run_AnyBatchAndThreads_EverySiteOfATuneHasTheSameBits(int tunes)
    {
        GenerationOptions options = new()
        {
            Seed = 11,
            Tunes = tunes,
            Limit = 30,
        };
        (string Digest, string Tokens)[] alone =
        [
            .. Enumerable.Range(0, tunes).Select(n => Digests(options with { Seed = 11 + (uint)n, Tunes = 1 }, 1)[0]),
        ];

        Assert.Equal(alone, Digests(options, 1));
        Assert.Equal(alone, Digests(options, 2));
    }

    [Theory]
    [InlineData(DrawMode.Independent)]
    [InlineData(DrawMode.Webapp)]
    [InlineData(DrawMode.Stream)]
    public void Generate_AnyMode_EqualsADoublePrecisionSampler(DrawMode mode)
    {
        Token?[] prime = [new Token(5), null, new Token(9), null];
        GenerationOptions options = new()
        {
            Seed = 77,
            Tunes = 12,
            Limit = 25,
            Mode = mode,
            Prime = prime,
            Temperature = 0.8f,
            Threads = 2,
        };
        RandomState stream = new(77);
        int compared = 0;
        foreach (GeneratedTune tune in TuneGenerator.Generate(Lively, options))
        {
            RandomState random = mode == DrawMode.Stream ? stream : new RandomState(77 + (uint)tune.Index);
            List<int>? expected = Slow(options, random);
            if (expected is null)
            {
                Assert.NotEqual(DrawMode.Stream, mode);
                continue;
            }

            compared++;
            Assert.Equal(expected, tune.Tokens.Select(token => token.Index));
        }

        Assert.True(compared >= 8);
    }

    [Fact]
    public void Generate_LimitReached_CutsWithoutLosingAToken()
    {
        GenerationOptions options = new()
        {
            Tunes = 40,
            Limit = 6,
            Threads = 1,
        };
        GeneratedTune[] tunes = [.. TuneGenerator.Generate(Lively, options)];

        Assert.Contains(tunes, tune => tune.EndsAtLimit);
        Assert.All(tunes, tune => Assert.Equal(tune.EndsAtLimit, tune.Tokens[^1] != Lively.Vocabulary.End));
        Assert.All(tunes.Where(tune => tune.EndsAtLimit), tune => Assert.Equal(7, tune.Tokens.Count));
        Assert.All(tunes, tune => Assert.InRange(tune.Tokens.Count, 2, 7));
    }

    [Fact]
    public void Generate_WholeTuneGiven_IsReadAsItIs()
    {
        GeneratedTune tune = TuneGenerator.Generate(Lively, new() { Limit = 60 }).Single();
        Assert.False(tune.EndsAtLimit);
        Token?[] given = [.. tune.Tokens.Skip(1).Select(token => (Token?)token)];

        GeneratedTune read = TuneGenerator
            .Generate(
                Lively,
                new()
                {
                    Seed = 1,
                    Prime = given,
                    Limit = 3,
                }
            )
            .Single();

        Assert.Equal(tune.Tokens, read.Tokens);
        Assert.False(read.EndsAtLimit);
    }

    [Fact]
    public void Generate_Cancelled_EndsWithTheTunesReadSoFar()
    {
        using CancellationTokenSource stop = new();
        GenerationOptions options = new() { Tunes = 1_000_000, Limit = 30 };
        List<GeneratedTune> read = [];
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (GeneratedTune tune in TuneGenerator.Generate(Lively, options, stop.Token))
            {
                read.Add(tune);
                if (read.Count == 100)
                {
                    stop.Cancel();
                }
            }
        });
        Assert.Equal(Enumerable.Range(0, read.Count), read.Select(tune => tune.Index));
    }

    [Fact]
    public void Generate_ReaderFarBehind_WorkersWait()
    {
        int claimed = 0;
        IEnumerable<TuneRequest> requests = new GenerationOptions { Tunes = 100_000, Limit = 1 }
            .Requests()
            .Select(request =>
            {
                Interlocked.Increment(ref claimed);
                return request;
            });
        using IEnumerator<GeneratedTune> tunes = TuneGenerator
            .Run(Lively, requests, new RunOptions { AtOnce = 64, Threads = 2 }, () => default(NoTuneProbe))
            .GetEnumerator();
        Assert.True(tunes.MoveNext());
        int before;
        do
        {
            // That nothing more is claimed can only be waited for; stopping too early makes the bound easier, never red.
            before = Volatile.Read(ref claimed);
            Thread.Sleep(100);
        } while (Volatile.Read(ref claimed) != before);

        Assert.InRange(before, 64, 5000);
    }

    [Fact]
    public void Run_ProbeThatCannotBeMade_LeavesNoWorkerAtWork()
    {
        int claimed = 0;
        int made = 0;
        IEnumerable<TuneRequest> requests = new GenerationOptions { Tunes = 100_000, Limit = 1 }
            .Requests()
            .Select(request =>
            {
                Interlocked.Increment(ref claimed);
                return request;
            });
        IEnumerable<GeneratedTune> tunes = TuneGenerator.Run(
            Lively,
            requests,
            new RunOptions { AtOnce = 64, Threads = 2 },
            () => made++ == 0 ? default(NoTuneProbe) : throw new ArithmeticException()
        );

        Assert.Throws<ArithmeticException>(() => tunes.Count());

        // The first worker's thread has ended: it claims nothing any more.
        int before = Volatile.Read(ref claimed);

        // Long enough to catch a worker that is still at work; a slow machine makes this no redder.
        Thread.Sleep(100);
        Assert.Equal(before, Volatile.Read(ref claimed));
    }

    [Fact]
    public void Generate_NetworkWhoseSumsOverflow_IsAnErrorThatSaysSo()
    {
        Model model = RandomModels.Changed(
            RandomModels.Create(new NetworkShape(1, 8, 12)),
            weights => weights.OutputBias[3] = float.PositiveInfinity
        );
        FormatException error = Assert.Throws<FormatException>(() =>
            TuneGenerator.Generate(model, new GenerationOptions { Seed = 5 }).Count()
        );

        Assert.Contains("the network leaves no token to draw at step 0 of the tune of seed 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_SeedOverThirtyTwoBits_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new GenerationOptions { Seed = uint.MaxValue, Tunes = 2 }.Requests());

    private static (string Digest, string Tokens)[] Digests(GenerationOptions options, int threads)
    {
        Dictionary<int, string> digests = [];
        return
        [
            .. TuneGenerator
                .Run(
                    Lively,
                    options.Requests(),
                    new RunOptions { AtOnce = options.Tunes, Threads = threads },
                    () => new SiteDigest(digests)
                )
                .Select(tune =>
                {
                    lock (digests)
                    {
                        return (digests[tune.Index], string.Join(' ', tune.Tokens.Select(token => token.Index)));
                    }
                }),
        ];
    }

    /// <summary>The tune in double precision, or null where a draw lay too near a boundary.</summary>
    private static List<int>? Slow(GenerationOptions options, RandomState random)
    {
        int end = Lively.Vocabulary.End.Index;
        ReferenceNetwork<double> network = new(Lively.Weights);
        List<int> tokens = [Lively.Vocabulary.Start.Index];
        bool isDecided = true;
        while (true)
        {
            double[] input = new double[Lively.Shape.Tokens];
            input[tokens[^1]] = 1;
            network.Step(input, options.Temperature);
            Token? given = tokens.Count - 1 < options.Prime.Count ? options.Prime[tokens.Count - 1] : null;
            double u = given is null || options.Mode == DrawMode.Webapp ? random.NextDouble() : 0;
            int token = given?.Index ?? 0;
            if (given is null)
            {
                double sum = 0;
                double[] cdf = [.. network.Sites[Site.Posterior].Select(p => sum += p)];
                isDecided &= cdf.SkipLast(1).All(boundary => Math.Abs((boundary / sum) - u) > Undecided);
                token = Array.FindIndex(cdf, boundary => boundary / sum > u);
            }

            tokens.Add(token);
            if ((token == end && given is null) || tokens.Count > options.Limit)
            {
                return isDecided ? tokens : null;
            }
        }
    }

    [Fact]
    public void Generate_FromAPlaceOnward_IsThatPartOfTheRun()
    {
        GenerationOptions all = new()
        {
            Seed = 5,
            Tunes = 4,
            Limit = 40,
        };
        GeneratedTune[] whole = [.. TuneGenerator.Generate(Lively, all)];
        GeneratedTune[] part = [.. TuneGenerator.Generate(Lively, all with { First = 2, Tunes = 2 })];

        Assert.Equal([2, 3], part.Select(tune => tune.Index));
        Assert.Equal([7u, 8u], part.Select(tune => tune.Seed));
        Assert.Equal(whole.Skip(2).SelectMany(tune => tune.Tokens), part.SelectMany(tune => tune.Tokens));
        Assert.Throws<InvalidOperationException>(() => TuneGenerator.Generate(Lively, all with { First = 2, Mode = DrawMode.Stream }));
        Assert.Throws<InvalidOperationException>(() =>
            TuneGenerator.Generate(Lively, all with { First = 1, Tunes = 1, Seed = uint.MaxValue })
        );
    }

    [Fact]
    public void Generate_Written_IsToldEveryTokenInTheTunesOrder()
    {
        System.Collections.Concurrent.ConcurrentDictionary<int, List<Token>> told = new();
        GenerationOptions options = new()
        {
            Seed = 5,
            Tunes = 4,
            Limit = 40,
            Written = (index, token) => told.GetOrAdd(index, _ => []).Add(token),
        };

        foreach (GeneratedTune tune in TuneGenerator.Generate(Lively, options))
        {
            Assert.Equal(tune.Tokens.Skip(1), told[tune.Index]);
        }
    }
}
