using Lilt.Gradients;
using Lilt.Network.Kernels;

namespace Lilt.Tests.Gradients;

/// <summary>A loss that every logit of every row moves in a way of its own: ½ · weight · (z − row/8)², the weight from row and token.</summary>
/// <param name="seen">[R, V]: receives the logits.</param>
internal readonly unsafe struct CurvedLoss(float[] seen) : IRowLoss
{
    public double Take(int row, float* logits, int tokens, float* scratch, LstmKernels kernels)
    {
        double loss = 0.0;
        for (int token = 0; token < tokens; token++)
        {
            seen[(row * tokens) + token] = logits[token];
            loss += Of(row, token, logits[token]);
            logits[token] = (float)(Weight(row, token) * (logits[token] - (row / 8.0)));
        }

        return loss;
    }

    /// <summary>What one logit adds.</summary>
    public static double Of(int row, int token, double logit) => 0.5 * Weight(row, token) * (logit - (row / 8.0)) * (logit - (row / 8.0));

    private static double Weight(int row, int token) => (((row * 7) + (token * 3)) % 5 - 1) / 4.0;
}
