using Lilt.Network.Kernels;
using Lilt.Subspaces;
using Xunit;

namespace Lilt.Tests.Subspaces;

public sealed unsafe class EventLossTests
{
    private static readonly bool[] IsEvent = [false, true, false, true];

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Take_AnyLogits_LossAndGradientAreThoseOfThePlainFormula(int asked)
    {
        double[] z = [0.3, -1.2, 2.1, 0.4];
        float[] logits = [.. z.Select(value => (float)value)];

        double loss = Take(logits, (sbyte)asked, 0.5f);

        double all = z.Sum(Math.Exp);
        double wanted = z.Where((_, token) => IsEvent[token] == asked > 0).Sum(Math.Exp);
        Assert.Equal(-Math.Log(wanted / all), loss, 1e-6);
        for (int token = 0; token < z.Length; token++)
        {
            double expected = (Math.Exp(z[token]) / all) - (IsEvent[token] == asked > 0 ? Math.Exp(z[token]) / wanted : 0.0);
            Assert.Equal(0.5 * expected, logits[token], 1e-6);
        }
    }

    [Fact]
    public void Take_ChanceTooSmallForAFloat_IsStillANumber()
    {
        float[] logits = [150f, -20f, 3f, -21f];

        double loss = Take(logits, 1, 1f);

        // 170 nats less what the second of the event's tokens adds.
        Assert.Equal(170.0 - Math.Log(1.0 + Math.Exp(-1.0)), loss, 1e-5);
        Assert.Equal(1f, logits[0], 1e-6);
        Assert.Equal(-1.0 / (1.0 + Math.Exp(-1.0)), logits[1], 1e-6);
    }

    [Fact]
    public void Take_NothingAsked_NoLossAndNoGradient()
    {
        float[] logits = [1f, 2f, 3f, 4f];

        Assert.Equal(0.0, Take(logits, 0, 1f));
        Assert.Equal([0f, 0f, 0f, 0f], logits);
    }

    private static double Take(float[] logits, sbyte asked, float scale)
    {
        double[] losses = [double.NaN];
        EventLoss loss = new([asked], IsEvent, scale, losses);
        float* scratch = stackalloc float[logits.Length];
        fixed (float* row = logits)
        {
            double taken = loss.Take(0, row, logits.Length, scratch, LstmKernels.Best);
            Assert.Equal(taken, losses[0]);
            return taken;
        }
    }
}
