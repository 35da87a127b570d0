using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Lilt.Randomness;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>Whole studies of planted networks: what is said, what is refused, that it is the same again.</summary>
public sealed class CausesStudyTests : IDisposable
{
    private static readonly Model Counter = CausalNetwork.Make(CausalKind.Durations, 2, 32, 6).Model;
    private static readonly CausesOptions Quick = new()
    {
        Seed = 6,
        Quick = true,
        Threads = 2,
        Version = "test",
    };
    private static readonly Lazy<Study> Made = new(() => CausesStudy.Run(Counter, Quick));

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-causes").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Run_CounterInLayer2_SaysSoInOneSentenceAndNineVerdicts()
    {
        Assert.Equal(
            "The network counts durations, down to the bar: layer 1 reads the bar line and sets the count in the very step, layer 2 keeps the count and layer 3 hands it on.",
            Made.Value.Headline!.Answer
        );
        Assert.Equal(9, Made.Value.Verdicts.Count);
        Assert.Contains(
            Made.Value.Verdicts,
            of =>
                of is { Subject: "layer 2", Claim: "keeps the count", Verdict: VerdictKind.Supported }
                && of.Sentence.Contains("its memory alone carries 1.00", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("units", Made.Value.Figures.Names);
        Assert.DoesNotContain("subspace", Made.Value.Figures.Names);
        Assert.Contains("knownAnswers", Made.Value.Figures.Names);
        Assert.Contains("heard", Made.Value.Figures.Names);
    }

    [Fact]
    public void Run_CounterInLayer2_WritesARowASetAndDoseInBothMeters()
    {
        StudyTable table = Assert.IsType<StudyTable>(Made.Value.Contents.Single(content => content.Name == "interchange.csv"));

        Assert.Equal(
            ["meter", "layers", "part", "dose", "pairs", "tunes", "donor_boundary", "own_boundary", "F", "low", "high"],
            table.Header.Take(11)
        );
        Assert.Equal(2 * 45, table.Rows.Count());
    }

    [Fact]
    public void Run_Again_IsTheSameStudy_AndVerifyFindsNoDifference()
    {
        Study again = CausesStudy.Run(Counter, Quick with { Threads = 1 });

        Assert.Equal(StudyJson.Text(Made.Value), StudyJson.Text(again));
        string one = Path.Combine(folder, "one");
        string other = Path.Combine(folder, "other");
        StudyFolder.Write(Made.Value, one, page: null, force: false);
        StudyFolder.Write(again, other, page: null, force: false);
        Assert.Empty(StudyVerification.Compare(one, other).Differences);

        string numbers = Path.Combine(other, StudyFolder.Numbers);
        File.WriteAllText(numbers, File.ReadAllText(numbers).Replace("\"pairs\":100", "\"pairs\":101", StringComparison.Ordinal));
        Assert.NotEmpty(StudyVerification.Compare(one, other).Differences);
    }

    [Fact]
    public void Run_FewerThanFiftyPairs_IsUndeterminedAndEverythingElseIsMade()
    {
        Study study = CausesStudy.Run(Counter, Quick with { Pairs = 40 });

        WiringFigure wiring = study.Figure<WiringFigure>();
        Assert.All(
            wiring.Layers,
            of => Assert.Equal((VerdictKind.Undetermined, "40 pairs are too few"), (of.Keeps.Verdict, of.Keeps.Reason))
        );
        Assert.All(wiring.Layers, of => Assert.Equal("20 measures are too few", of.Sets.Reason));
        Assert.Equal(CountedThing.Undetermined, wiring.Counted);
        Assert.Contains("is undetermined: 40 pairs are too few", study.Headline!.Answer, StringComparison.Ordinal);
        Assert.Equal(2 * 45, study.Figure<MapFigure>().Rows.Count);
        Assert.NotEmpty(study.Figure<ByItselfFigure>().Places);
    }

    [Fact]
    public void Run_VocabularyWithoutMeasureTokens_IsRefused() =>
        AssertRefused(
            RandomModels.Create(new NetworkShape(3, 12, 20)),
            Quick,
            "the model's vocabulary has no measure tokens, so there is no count of measures to study: take a model that writes bars."
        );

    [Fact]
    public void Run_VocabularyWithoutMeters_IsRefused() =>
        AssertRefused(
            WithVocabulary("C", "D", "E", "|"),
            Quick,
            "the model's vocabulary has neither the meter 4/4 nor 6/8: give a header of another meter with --header."
        );

    [Fact]
    public void Run_HeaderWithoutMeter_IsRefusedByName()
    {
        Counter.Vocabulary.TryFind("K:Cmaj", out Token key);

        AssertRefused(
            Counter,
            Quick with
            {
                Headers =
                [
                    [key],
                ],
            },
            "the header 'K:Cmaj' has no meter of a fixed measure: give one with a meter, such as M:4/4."
        );
    }

    [Fact]
    public void Run_GivenTunesWithoutMeter_AreRefused()
    {
        Counter.Vocabulary.TryFind("C", out Token note);

        AssertRefused(
            Counter,
            Quick with
            {
                Given = [new GivenTune([note, note])],
            },
            "none of the given tunes is in a meter of a fixed measure: give tunes with M: and bars."
        );
    }

    [Theory]
    [InlineData(CausalKind.Chance)]
    [InlineData(CausalKind.Random)]
    public void Run_NetworkThatWritesNoFullMeasures_IsRefusedAndSaysHowManyItWrote(CausalKind kind)
    {
        StudyRefusedException refused = Assert.Throws<StudyRefusedException>(() =>
            CausesStudy.Run(CausalNetwork.Make(kind, 0, 32, 2).Model, Quick with { Tunes = 8 })
        );

        Assert.Matches(
            @"^interchanges need tunes of at least 6 full inner measures, and of 16 tunes in 4/4 and 6/8 [01] has that many \(\d+ of \d+ measures are full and inner\): take a model that counts measures, or other tunes\.$",
            refused.Message
        );
    }

    [Fact]
    public void Run_VocabularyWithoutDurations_IsMade_AndSaysNotWhatIsCounted()
    {
        Model model = WithVocabulary("M:4/4", "K:Cmaj", "C", "D", "E", "F", "|");
        SplitMix64 random = new(3);
        List<GivenTune> given = [];
        for (int tune = 0; tune < 30; tune++)
        {
            List<Token> tokens = [new(2), new(3), new(8)];
            for (int measure = 0; measure < 8; measure++)
            {
                for (int note = 0; note < 8; note++)
                {
                    tokens.Add(new Token(4 + random.Below(4)));
                }

                tokens.Add(new Token(8));
            }

            given.Add(new GivenTune([.. tokens, model.Vocabulary.End]));
        }

        Study study = CausesStudy.Run(model, Quick with { Given = given });

        Assert.Equal(CountedThing.Undetermined, study.Figure<WiringFigure>().Counted);
        Assert.Contains("durations and tokens can't be told apart", study.Figure<CountFigure>().Here, StringComparison.Ordinal);
        Assert.All(study.Verdicts, of => Assert.Equal(VerdictKind.Undetermined, of.Verdict));
        Assert.Equal("4/4", Assert.Single(study.Figure<SwapFigure>().Meters).Meter);
    }

    [Theory]
    [InlineData("tunes")]
    [InlineData("interchanges")]
    [InlineData("bars forbidden")]
    public void Run_CancelledAtAStage_Stops(string stage)
    {
        using CancellationTokenSource source = new();
        bool isLater = false;

        Assert.ThrowsAny<OperationCanceledException>(() =>
            CausesStudy.Run(
                Counter,
                Quick with
                {
                    Tunes = 12,
                    Pairs = 12,
                },
                (_, what) =>
                {
                    isLater |= what == "the pictures";
                    if (what == stage)
                    {
                        source.Cancel();
                    }
                },
                source.Token
            )
        );
        Assert.False(isLater);
    }

    private static void AssertRefused(Model model, CausesOptions options, string message) =>
        Assert.Equal(message, Assert.Throws<StudyRefusedException>(() => CausesStudy.Run(model, options)).Message);

    private static Model WithVocabulary(params IReadOnlyList<string> texts)
    {
        Vocabulary vocabulary = new([Vocabulary.StartText, Vocabulary.EndText, .. texts]);
        return new Model(
            vocabulary,
            RandomModels.Create(new NetworkShape(3, 12, vocabulary.Count)).Weights.Copy(),
            ModelProvenance.Named("random")
        );
    }
}
