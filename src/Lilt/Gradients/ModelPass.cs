using Lilt.Gradients.Kernels;
using Lilt.Network;
using Lilt.Network.Kernels;

namespace Lilt.Gradients;

/// <summary>A model's weights as a pass forward and backward reads them, and the pass; its gates' gradients have no limit.</summary>
/// <remarks>Several threads may use the pass at once, each with working memory of its own.</remarks>
internal sealed class ModelPass : IDisposable
{
    private readonly FloatMemory weights;
    private readonly PackedParameters packed;

    /// <param name="model">The network.</param>
    /// <param name="threads">Threads that pack the weights, at least 1.</param>
    public ModelPass(Model model, int threads)
        : this(model, threads, LstmKernels.Best) { }

    /// <param name="model">The network.</param>
    /// <param name="threads">Threads that pack the weights, at least 1.</param>
    /// <param name="kernels">The kernels of the network.</param>
    public ModelPass(Model model, int threads, LstmKernels kernels)
    {
        Layout = new ParameterLayout(model.Shape);
        weights = new FloatMemory(Layout.Length);
        ParameterCopy.Read(model.Weights.Copy(), Layout, weights);
        packed = new PackedParameters(Layout, weights);
        packed.Pack(threads);
        Pass = new TunePass(Layout, weights, packed, float.PositiveInfinity, kernels, GradientKernels.Of(kernels.Lanes));
    }

    /// <summary>Where each weight stands.</summary>
    public ParameterLayout Layout { get; }

    /// <summary>The pass.</summary>
    public TunePass Pass { get; }

    public void Dispose()
    {
        packed.Dispose();
        weights.Dispose();
    }
}
