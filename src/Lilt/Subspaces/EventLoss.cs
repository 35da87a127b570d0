using Lilt.Gradients;
using Lilt.Network.Kernels;

namespace Lilt.Subspaces;

/// <summary>
/// How unexpected an event is where it is due, −log p, and how unexpected its absence is where it is not, −log (1 − p), nats; p is the sum
/// over the event's tokens. Where nothing is asked there is no loss.
/// </summary>
/// <param name="asked">[R]: 1 where the event is due, −1 where it is not, 0 where nothing is asked.</param>
/// <param name="isEvent">[V]: whether a token is one of the event's.</param>
/// <param name="scale">What the gradient is multiplied by.</param>
/// <param name="losses">[R]: receives each row's loss.</param>
internal readonly unsafe struct EventLoss(sbyte[] asked, bool[] isEvent, float scale, double[] losses) : IRowLoss
{
    public double Take(int row, float* logits, int tokens, float* scratch, LstmKernels kernels)
    {
        losses[row] = 0.0;
        if (asked[row] == 0)
        {
            new Span<float>(logits, tokens).Clear();
            return 0.0;
        }

        bool wanted = asked[row] > 0;
        float largest = float.NegativeInfinity;
        float largestWanted = float.NegativeInfinity;
        for (int token = 0; token < tokens; token++)
        {
            largest = Math.Max(largest, logits[token]);
            largestWanted = isEvent[token] == wanted ? Math.Max(largestWanted, logits[token]) : largestWanted;
        }

        // What is wanted is summed beside its own largest logit: a share too small for a float is still a number.
        kernels.Exponentials(logits, largestWanted, 1f, scratch, tokens);
        double sumWanted = 0.0;
        for (int token = 0; token < tokens; token++)
        {
            sumWanted += isEvent[token] == wanted ? scratch[token] : 0.0;
        }

        kernels.Exponentials(logits, largest, 1f, logits, tokens);
        double sum = 0.0;
        for (int token = 0; token < tokens; token++)
        {
            sum += logits[token];
        }

        float factor = (float)(scale / sum);
        float factorWanted = (float)(scale / sumWanted);
        for (int token = 0; token < tokens; token++)
        {
            logits[token] = (logits[token] * factor) - (isEvent[token] == wanted ? scratch[token] * factorWanted : 0f);
        }

        losses[row] = Math.Log(sum) - Math.Log(sumWanted) + ((double)largest - largestWanted);
        return losses[row];
    }
}
