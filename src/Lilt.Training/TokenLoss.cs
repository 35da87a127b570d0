using Lilt.Gradients;
using Lilt.Network.Kernels;

namespace Lilt.Training;

/// <summary>How unexpected the token that was to be written is: −log p, nats.</summary>
/// <param name="targets">[R]: the token to be written.</param>
/// <param name="scale">What the gradient is multiplied by: one over the tokens, or over the tunes, of the whole batch; 0 takes none.</param>
internal readonly unsafe struct TokenLoss(int[] targets, float scale) : IRowLoss
{
    public double Take(int row, float* logits, int tokens, float* scratch, LstmKernels kernels)
    {
        int target = targets[row];
        float largest = logits[0];
        for (int token = 1; token < tokens; token++)
        {
            largest = logits[token] > largest ? logits[token] : largest;
        }

        kernels.Exponentials(logits, largest, 1f, scratch, tokens);
        double sum = 0.0;
        for (int token = 0; token < tokens; token++)
        {
            sum += scratch[token];
        }

        double loss = Math.Log(sum) - ((double)logits[target] - largest);
        if (scale != 0f)
        {
            float factor = (float)(scale / sum);
            for (int token = 0; token < tokens; token++)
            {
                logits[token] = scratch[token] * factor;
            }

            logits[target] -= scale;
        }

        return loss;
    }
}
