using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Network;

/// <summary>A tune read layer by layer has the bits of the same tune read step by step.</summary>
public sealed class WholeTuneReadingTests
{
    /// <summary>Lengths about those that are taken together, units about a panel's width, more threads than panels.</summary>
    [Theory]
    [InlineData(1, 1, 5, 3, 1)]
    [InlineData(1, 33, 9, 1, 2)]
    [InlineData(2, 17, 40, 97, 2)]
    [InlineData(3, 40, 37, 96, 3)]
    [InlineData(3, 130, 37, 193, 2)]
    [InlineData(5, 16, 137, 95, 4)]
    public void Read_AnyShape_EverySiteHasTheBitsOfItsSteps(int layers, int units, int tokens, int steps, int threads)
    {
        NetworkShape shape = new(layers, units, tokens);
        foreach (Model model in (Model[])[RandomModels.Create(shape), RandomModels.CreateHalf(shape)])
        {
            Token[] read = [.. Enumerable.Range(0, steps).Select(step => new Token(step * step % tokens))];

            Dictionary<SiteKind, float[]> whole = Arrays(shape, steps);
            WholeTuneReading.Read(model, read, 0.8f, threads, whole, TestContext.Current.CancellationToken);

            AssertSameBits(StepByStep(model, read, 0.8f), whole);
        }
    }

    [Fact]
    public void Read_SomeSites_GivesThoseAlone()
    {
        NetworkShape shape = new(2, 20, 11);
        Model model = RandomModels.Create(shape);
        Token[] read = [.. Enumerable.Range(0, 30).Select(step => new Token(step % 11))];
        Dictionary<SiteKind, float[]> some = new() { [SiteKind.Cell] = new float[30 * 40] };

        WholeTuneReading.Read(model, read, 1, 1, some, TestContext.Current.CancellationToken);

        Assert.Equal(StepByStep(model, read, 1)[SiteKind.Cell], Assert.Single(some).Value);
    }

    [Fact]
    public void Read_Cancelled_Ends()
    {
        Model model = RandomModels.Create(new NetworkShape(1, 8, 5));
        Assert.Throws<OperationCanceledException>(() =>
            WholeTuneReading.Read(model, [new Token(1)], 1, 1, new Dictionary<SiteKind, float[]>(), new CancellationToken(true))
        );
    }

    private static Dictionary<SiteKind, float[]> Arrays(NetworkShape shape, int steps) =>
        RecordedSites.All.ToDictionary(kind => kind, kind => new float[steps * RecordedSites.Width(kind, shape)]);

    private static Dictionary<SiteKind, float[]> StepByStep(Model model, Token[] read, float temperature)
    {
        Dictionary<SiteKind, float[]> sites = Arrays(model.Shape, read.Length);
        Copies copies = new(sites, model.Shape);
        using StepBatch batch = new(model, 1);
        batch.Reset(0, ref copies);
        foreach (Token token in read)
        {
            batch.SetInput(0, token);
            batch.Step([0], temperature, ref copies);
        }

        return sites;
    }

    private static void AssertSameBits(Dictionary<SiteKind, float[]> expected, Dictionary<SiteKind, float[]> found)
    {
        foreach ((SiteKind kind, float[] values) in expected)
        {
            Assert.Equal(values.Select(BitConverter.SingleToInt32Bits), found[kind].Select(BitConverter.SingleToInt32Bits));
        }
    }

    private readonly struct Copies(Dictionary<SiteKind, float[]> sites, NetworkShape shape) : IStepProbe
    {
        public static bool Watches => true;

        public bool Visit(int slot, int step, Site site, Span<float> values)
        {
            if (step >= 0 && site.Kind != SiteKind.Input)
            {
                int at = (step * RecordedSites.Width(site.Kind, shape)) + (site.IsOfLayer ? (site.Layer - 1) * shape.Units : 0);
                values.CopyTo(sites[site.Kind].AsSpan(at));
            }

            return false;
        }
    }
}
