namespace Lilt.Network.Kernels;

/// <summary>
/// The operations that Lilt's arithmetic is made of, on a group of independent float32 lanes.
/// </summary>
/// <remarks>
/// Every kernel and every activation is written once against this interface and instantiated for one lane
/// (<see cref="ScalarLanes"/>), four, eight or sixteen. Each member is one correctly rounded IEEE 754 operation a lane, so
/// an instantiation's bits are those of every other. A member must not reassociate, estimate or flush subnormals.
/// </remarks>
/// <typeparam name="TVector">The value that holds <see cref="Count"/> lanes.</typeparam>
internal unsafe interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Lanes in one <typeparamref name="TVector"/>: 1, 4, 8 or 16.</summary>
    static abstract int Count { get; }

    /// <summary>All lanes hold <paramref name="value"/>.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>Reads <see cref="Count"/> floats; no alignment is asked for.</summary>
    static abstract TVector Load(float* source);

    /// <summary>Writes <see cref="Count"/> floats; no alignment is asked for.</summary>
    static abstract void Store(TVector value, float* destination);

    /// <summary>left + right.</summary>
    static abstract TVector Add(TVector left, TVector right);

    /// <summary>left − right.</summary>
    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>left · right.</summary>
    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>left / right.</summary>
    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TVector FusedMultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>The square root.</summary>
    static abstract TVector SquareRoot(TVector value);

    /// <summary>The value with its sign bit cleared.</summary>
    static abstract TVector Abs(TVector value);

    /// <summary>The magnitude of <paramref name="value"/> under the sign bit of <paramref name="sign"/>.</summary>
    static abstract TVector CopySign(TVector value, TVector sign);

    /// <summary>Where left &lt; right, <paramref name="whenTrue"/>; elsewhere, NaN included, <paramref name="whenFalse"/>.</summary>
    static abstract TVector SelectLess(TVector left, TVector right, TVector whenTrue, TVector whenFalse);

    /// <summary>Whether left &lt; right in some lane; a lane with NaN is not.</summary>
    static abstract bool AnyLess(TVector left, TVector right);

    /// <summary>
    /// 2^n for lanes that hold <c>n + 1.5·2²³</c>, n a whole number in [−126, 127]: the low bits of such a float are n in
    /// two's complement and are moved into the exponent field.
    /// </summary>
    static abstract TVector PowerOfTwo(TVector shifted);

    /// <summary>
    /// The upper sixteen bits of <see cref="Count"/> words as float32: a sign, five bits of exponent and ten of fraction, moved to where
    /// a float32 has them; the exponent is taken as it stands. See <see cref="NarrowMatrix"/>.
    /// </summary>
    static abstract TVector WidenUpper(uint* words);

    /// <summary>The lower sixteen bits of <see cref="Count"/> words, likewise.</summary>
    static abstract TVector WidenLower(uint* words);
}
