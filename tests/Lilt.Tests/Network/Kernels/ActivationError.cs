using Lilt.Network.Kernels;

namespace Lilt.Tests.Network.Kernels;

/// <summary>Measures an activation against double precision, in units in the last place of the float result.</summary>
internal static unsafe class ActivationError
{
    /// <summary>The largest error over every <paramref name="stride"/>-th bit pattern of a float.</summary>
    public static double Largest(Activation activation, LstmKernels kernels, long stride, out float at)
    {
        const int Chunk = 4096;
        float[] x = new float[Chunk];
        float[] y = new float[Chunk];
        double largest = 0;
        at = 0;
        for (long bits = 0; bits <= uint.MaxValue; )
        {
            int count = 0;
            for (; count < Chunk && bits <= uint.MaxValue; bits += stride)
            {
                x[count++] = BitConverter.UInt32BitsToSingle((uint)bits);
            }

            fixed (float* source = x)
            fixed (float* destination = y)
            {
                kernels.Apply(activation, source, destination, count);
            }

            for (int n = 0; n < count; n++)
            {
                double error = Error(activation, x[n], y[n]);
                if (error > largest)
                {
                    largest = error;
                    at = x[n];
                }
            }
        }

        return largest;
    }

    private static double Error(Activation activation, float x, float y)
    {
        double exact = activation switch
        {
            Activation.Exp => Math.Exp(x),
            Activation.Sigmoid => 1 / (1 + Math.Exp(-(double)x)),
            _ => Math.Tanh(x),
        };
        if (double.IsNaN(exact) || Math.Abs(exact) > float.MaxValue)
        {
            return float.IsNaN(y) == double.IsNaN(exact) && (double.IsNaN(exact) || float.IsInfinity(y) || y == float.MaxValue)
                ? 0
                : double.PositiveInfinity;
        }

        return Math.Abs(y - exact) / UnitInTheLastPlace((float)exact);
    }

    private static double UnitInTheLastPlace(float value)
    {
        float magnitude = Math.Min(Math.Abs(value), BitConverter.UInt32BitsToSingle(0x7F7FFFFE));
        return (double)MathF.BitIncrement(magnitude) - magnitude;
    }
}
