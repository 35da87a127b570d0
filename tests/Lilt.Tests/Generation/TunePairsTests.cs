using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Generation;

public sealed class TunePairsTests
{
    private static readonly Model Model = RandomModels.Create(new NetworkShape(2, 8, 12));
    private static readonly OperationPlan Cut = new(new Excise { Layer = 1, Units = UnitSet.Of([0, 1, 2, 3]) });

    [Theory]
    [InlineData(DrawMode.Independent, 1)]
    [InlineData(DrawMode.Webapp, 3)]
    public void Write_EitherSide_IsWhatIsWrittenAlone(DrawMode mode, int threads)
    {
        GenerationOptions options = new()
        {
            Seed = 5,
            Tunes = 9,
            Limit = 40,
            Temperature = 1.2f,
            Mode = mode,
            Threads = threads,
            Prime = [new Token(3), null, new Token(4)],
        };
        TunePair[] pairs = [.. TunePairs.Write(Model, Cut.Compile(Model), options, TestContext.Current.CancellationToken)];

        Assert.Equal(
            TuneGenerator.Generate(Model, options, TestContext.Current.CancellationToken).Select(Text),
            pairs.Select(pair => Text(pair.Baseline))
        );
        Assert.Equal(
            TuneGenerator.Generate(Model.With(Cut), options, TestContext.Current.CancellationToken).Select(Text),
            pairs.Select(pair => Text(pair.Operated))
        );
        Assert.Contains(pairs, pair => Text(pair.Baseline) != Text(pair.Operated));
        Assert.All(pairs, pair => Assert.Equal(pair.Baseline.Seed, pair.Operated.Seed));
    }

    [Fact]
    public void Write_OneStream_IsRefusedBeforeAnythingIsWritten() =>
        Assert.Throws<ArgumentException>(() =>
            TunePairs.Write(
                Model,
                Cut.Compile(Model),
                new GenerationOptions { Mode = DrawMode.Stream },
                TestContext.Current.CancellationToken
            )
        );

    [Fact]
    public void Write_PlanThatTouchesNothing_IsToldAtTheEnd()
    {
        OperationPlan late = new(new Forbid { Tokens = ["t3"], Steps = new StepRange(500, null) });
        GenerationOptions options = new() { Tunes = 2, Limit = 10 };

        Assert.Throws<PlanFormatException>(() =>
            TunePairs.Write(Model, late.Compile(Model), options, TestContext.Current.CancellationToken).ToList()
        );
    }

    private static string Text(GeneratedTune tune) => string.Join(' ', tune.Tokens.Select(token => token.Index));
}
