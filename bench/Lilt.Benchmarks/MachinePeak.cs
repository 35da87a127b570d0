using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lilt.Network.Kernels;

namespace Lilt.Benchmarks;

/// <summary>What this machine can do at most: fused multiply-adds from registers, and reading memory in order.</summary>
internal static unsafe class MachinePeak
{
    private const int Chains = 12;

    /// <summary>Floating-point operations a second, two a fused multiply-add, of <paramref name="threads"/> threads together.</summary>
    public static double MultiplyAddRate(int threads, TimeSpan time)
    {
        int lanes = LstmKernels.Best.Lanes;
        double rounds = Together(
            threads,
            time,
            () =>
                lanes switch
                {
                    16 => Rounds<Vector512<float>, Vector512Lanes>(200_000),
                    8 => Rounds<Vector256<float>, Vector256Lanes>(200_000),
                    4 => Rounds<Vector128<float>, Vector128Lanes>(200_000),
                    _ => Rounds<float, ScalarLanes>(200_000),
                }
        );
        return rounds * Chains * lanes * 2;
    }

    /// <summary>Bytes a second that <paramref name="threads"/> threads together read from arrays far larger than the caches.</summary>
    public static double ReadRate(int threads, TimeSpan time)
    {
        const int Floats = 64 << 20;
        ThreadLocal<float[]> arrays = new(() =>
        {
            float[] values = new float[Floats];
            Array.Fill(values, 1f);
            return values;
        });
        return Together(threads, time, () => Sum(arrays.Value!) > 0 ? Floats : 0) * sizeof(float);
    }

    private static double Together(int threads, TimeSpan time, Func<long> work)
    {
        double[] rates = new double[threads];
        Thread[] running = new Thread[threads];
        using Barrier start = new(threads);
        for (int n = 0; n < threads; n++)
        {
            int index = n;
            running[n] = new Thread(() =>
            {
                work();
                start.SignalAndWait();
                long done = 0;
                long began = Stopwatch.GetTimestamp();
                do
                {
                    done += work();
                } while (Stopwatch.GetElapsedTime(began) < time);

                rates[index] = done / Stopwatch.GetElapsedTime(began).TotalSeconds;
            });
            running[n].Start();
        }

        foreach (Thread thread in running)
        {
            thread.Join();
        }

        return rates.Sum();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Rounds<TVector, TLanes>(int rounds)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector x = TLanes.Broadcast(0.999f);
        TVector y = TLanes.Broadcast(0.001f);
        TVector a0 = y,
            a1 = y,
            a2 = y,
            a3 = y,
            a4 = y,
            a5 = y,
            a6 = y,
            a7 = y,
            a8 = y,
            a9 = y,
            a10 = y,
            a11 = y;
        for (int n = 0; n < rounds; n++)
        {
            a0 = TLanes.FusedMultiplyAdd(a0, x, y);
            a1 = TLanes.FusedMultiplyAdd(a1, x, y);
            a2 = TLanes.FusedMultiplyAdd(a2, x, y);
            a3 = TLanes.FusedMultiplyAdd(a3, x, y);
            a4 = TLanes.FusedMultiplyAdd(a4, x, y);
            a5 = TLanes.FusedMultiplyAdd(a5, x, y);
            a6 = TLanes.FusedMultiplyAdd(a6, x, y);
            a7 = TLanes.FusedMultiplyAdd(a7, x, y);
            a8 = TLanes.FusedMultiplyAdd(a8, x, y);
            a9 = TLanes.FusedMultiplyAdd(a9, x, y);
            a10 = TLanes.FusedMultiplyAdd(a10, x, y);
            a11 = TLanes.FusedMultiplyAdd(a11, x, y);
        }

        TVector sum = TLanes.Add(TLanes.Add(TLanes.Add(a0, a1), TLanes.Add(a2, a3)), TLanes.Add(TLanes.Add(a4, a5), TLanes.Add(a6, a7)));
        sum = TLanes.Add(sum, TLanes.Add(TLanes.Add(a8, a9), TLanes.Add(a10, a11)));
        float* kept = stackalloc float[16];
        TLanes.Store(sum, kept);
        return kept[0] > 0 ? rounds : 0;
    }

    private static double Sum(float[] values)
    {
        Vector256<float> a = default,
            b = default,
            c = default,
            d = default;
        for (int n = 0; n + 32 <= values.Length; n += 32)
        {
            a += Vector256.Create(values, n);
            b += Vector256.Create(values, n + 8);
            c += Vector256.Create(values, n + 16);
            d += Vector256.Create(values, n + 24);
        }

        return Vector256.Sum(a + b + c + d);
    }
}
