namespace Lilt.Network.Kernels;

/// <summary>The functions of <see cref="Activations"/>.</summary>
internal enum Activation
{
    Exp,
    Sigmoid,
    Tanh,
}
