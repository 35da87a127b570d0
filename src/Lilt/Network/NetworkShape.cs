namespace Lilt.Network;

/// <summary>How large a network is: S layers of H units over V tokens.</summary>
/// <param name="Layers">S, at least 1.</param>
/// <param name="Units">H, units a layer, at least 1.</param>
/// <param name="Tokens">V, at least 2.</param>
public readonly record struct NetworkShape(int Layers, int Units, int Tokens)
{
    /// <summary>Learned weights and biases, the initial states apart: 5,599,881 for folk-rnn v2.</summary>
    public long Parameters =>
        checked((4L * Units * (Tokens + Units + 1)) + ((Layers - 1) * 4L * Units * (Units + Units + 1)) + ((long)Units * Tokens) + Tokens);

    /// <summary>Values of the learned initial states, c and h of every layer: 3,072 for folk-rnn v2.</summary>
    public long InitialStateParameters => checked(2L * Layers * Units);

    /// <summary>The terms that layer <paramref name="layer"/> reads from below: V for layer 1, H for the others.</summary>
    public int InputsOf(int layer) => layer == 1 ? Tokens : Units;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Layers} × {Units} units, {Tokens} tokens");
}
