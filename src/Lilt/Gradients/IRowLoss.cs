using Lilt.Network.Kernels;

namespace Lilt.Gradients;

/// <summary>What is asked of a row's logits: a loss, and which way each logit moves it.</summary>
internal unsafe interface IRowLoss
{
    /// <summary>Gives a row's loss and, where gradients are wanted, writes them over the logits.</summary>
    /// <param name="row">Which row of <see cref="PackedSteps"/>.</param>
    /// <param name="logits">[V]: the logits; receives the loss's gradient with respect to them.</param>
    /// <param name="tokens">V.</param>
    /// <param name="scratch">[V], to be written at will.</param>
    /// <param name="kernels">For exponentials.</param>
    /// <returns>The loss, in nats, before any factor that the gradient takes.</returns>
    double Take(int row, float* logits, int tokens, float* scratch, LstmKernels kernels);
}
