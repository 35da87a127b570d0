namespace Lilt.Training.Kernels;

/// <summary>The numbers of one update of Adam.</summary>
/// <param name="GradientScale">What the gradient is multiplied by first: 1, or less when its norm is clipped.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="FirstDecay">β₁.</param>
/// <param name="SecondDecay">β₂.</param>
/// <param name="FirstCorrection">1 − β₁^t, t the update's number from 1.</param>
/// <param name="SecondCorrection">1 − β₂^t.</param>
/// <param name="Epsilon">ε, added to the root.</param>
internal readonly record struct AdamStep(
    float GradientScale,
    float Rate,
    float FirstDecay,
    float SecondDecay,
    float FirstCorrection,
    float SecondCorrection,
    float Epsilon
);
