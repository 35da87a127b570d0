using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7;
using Lilt.Studies.Part7.Figures;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Part7;

/// <summary>Networks of other shapes, tokens and meters than folk-rnn v2's.</summary>
public sealed class Part7ShapesTests
{
    [Theory]
    [InlineData(1, 24, "M:4/4 K:Cmaj K:Cdor", "M:4/4 K:Cmaj", "1", "K:Cdor")]
    [InlineData(2, 24, "M:3/4 M:6/8 M:9/8 K:Cmaj", "M:3/4 K:Cmaj", "3/4", "M:6/8 M:9/8")]
    [InlineData(2, 24, "M:3/4 M:6/8 M:9/8 K:Cmaj", "M:6/8 K:Cmaj", "3/4", "M:3/4 M:9/8")]
    [InlineData(2, 24, "M:3/4 M:6/8 M:9/8 K:Cmaj", "M:9/8 K:Cmaj", "9/8", "M:3/4 M:6/8")]
    [InlineData(3, 16, "K:Cmaj K:Cdor", "K:Cmaj", "1", "K:Cdor")] // no meter token at all
    [InlineData(1, 7, "", "", "1", "")] // no header token at all
    public void Run_OtherShapesAndMeters_HasEveryFigure(int layers, int units, string header, string prime, string measure, string others)
    {
        Model model = WanderingModel.Create(Words(header), layers, units, WanderingModel.Bars);
        Study study = Part7Study.Run(model, Options(model, Words(prime)));
        ExcisionFigure excision = study.Figure<ExcisionFigure>();

        Assert.Equal(measure, study.Figure<StudiedTuneFigure>().Tune.Measure);
        Assert.Equal(Words(prime), study.Figure<StudiedTuneFigure>().Tune.Tokens.Take(Words(prime).Length));
        Assert.Equal(layers, study.Figure<HiddenStatesFigure>().Layers.Count);
        Assert.All(study.Figure<LargestActivationsFigure>().Layers, layer => Assert.Equal(units, layer.Largest.Length));
        int third = (int)Math.Floor((0.33 * units) + 0.5);
        Assert.All(excision.Cuts.Take(layers), cut => Assert.Equal(third, cut.Units.Distinct().Count()));
        Assert.Equal(Words(others), study.Figure<ConstantTokensFigure>().Variants.Select(variant => variant.Token));
        Assert.Equal(2, study.Figure<StimulationFigure>().Runs.Count);
        Assert.All(excision.Control!.Cuts, of => Assert.Equal(layers, of.Layers.Count));
        Assert.All(excision.Control!.Closed, of => Assert.Equal(layers, of.Layers.Count));
        Assert.NotEmpty(StudyJson.Text(study));
    }

    [Fact]
    public void Run_VocabularyWithoutMeasureTokens_SaysWhatToTake()
    {
        Model model = WanderingModel.Create(["M:4/4", "K:Cmaj"], 1, 12, []);

        Assert.Contains(
            "no measure tokens",
            Assert.Throws<StudyRefusedException>(() => Part7Study.Run(model, Options(model, ["M:4/4", "K:Cmaj"]))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_LayerOfOneUnit_HasNothingToCutAndNoControl()
    {
        Model model = WanderingModel.Create(["M:4/4", "K:Cmaj"], 1, 1, WanderingModel.Bars);
        Part7Options options = Options(model, ["M:4/4", "K:Cmaj"]);

        Assert.Contains(
            "--control 0",
            Assert.Throws<StudyRefusedException>(() => Part7Study.Run(model, options)).Message,
            StringComparison.Ordinal
        );
        Excision cut = Part7Study.Run(model, options with { ControlSets = 0 }).Figure<ExcisionFigure>().Cuts[0];
        Assert.Empty(cut.Units);
        Assert.Null(cut.FirstDivergence);
    }

    [Theory]
    [InlineData(20, "steps, too few")] // ends at once
    [InlineData(-30, "fewer than 4 measures")] // never ends, and its bars never come
    public void Run_TuneThatCannotBeStudied_SaysSoAndWhatToTake(float end, string expected)
    {
        Model model = RandomModels.Changed(
            WanderingModel.Create(["M:4/4", "K:Cmaj"], 1, 12, ["|1"], end),
            weights => weights.OutputBias[4] = -30
        );

        string said = Assert.Throws<StudyRefusedException>(() => Part7Study.Run(model, Options(model, ["M:4/4", "K:Cmaj"]))).Message;
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Contains("--seed or --prime", said, StringComparison.Ordinal);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Part7Options Options(Model model, IEnumerable<string> prime) =>
        new()
        {
            Seed = 3,
            Prime =
            [
                .. prime.Select(text =>
                    model.Vocabulary.TryFind(text, out Token token) ? (Token?)token : throw new ArgumentException(text, nameof(prime))
                ),
            ],
            Limit = 300,
            HeaderTunes = 6,
            ControlSets = 3,
            ControlTunes = 3,
            Version = "0",
            Commands = new StudyCommands("lilt study part7", "lilt verify study", "lilt generate", string.Join(' ', prime)),
        };
}
