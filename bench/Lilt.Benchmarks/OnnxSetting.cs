using System.Globalization;
using Lilt.Network;

namespace Lilt.Benchmarks;

/// <summary>One way of running ONNX Runtime.</summary>
/// <param name="Graph">The graph: <c>lstm</c> or <c>plain</c>.</param>
/// <param name="Batch">Tunes at once, of one session.</param>
/// <param name="Sessions">Sessions side by side, each on a thread of its own.</param>
/// <param name="Threads">Threads of one session.</param>
internal readonly record struct OnnxSetting(string Graph, int Batch, int Sessions, int Threads)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static OnnxSetting Parse(string[] words) =>
        new(
            words[0],
            int.Parse(words[1], CultureInfo.InvariantCulture),
            int.Parse(words[2], CultureInfo.InvariantCulture),
            int.Parse(words[3], CultureInfo.InvariantCulture)
        );

    /// <summary>Tokens a second of all sessions together, once each has been seen to be Lilt's network.</summary>
    public double Measure(Model model, TimeSpan time)
    {
        byte[] graph = Graph == "lstm" ? OnnxNetworks.Lstm(model.Weights, Batch) : OnnxNetworks.Plain(model.Weights, Batch);
        OnnxRates[] sessions = new OnnxRates[Sessions];
        for (int n = 0; n < Sessions; n++)
        {
            sessions[n] = new OnnxRates(model, graph, Batch, Threads);
            sessions[n].Check();
        }

        double[] rates = new double[Sessions];
        Thread[] running = new Thread[Sessions];
        using Barrier start = new(Sessions);
        for (int n = 0; n < Sessions; n++)
        {
            int index = n;
            running[n] = new Thread(() =>
            {
                start.SignalAndWait();
                rates[index] = sessions[index].Measure(time);
            });
            running[n].Start();
        }

        foreach (Thread thread in running)
        {
            thread.Join();
        }

        foreach (OnnxRates session in sessions)
        {
            session.Dispose();
        }

        return rates.Sum();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Graph} {Batch} {Sessions} {Threads}");
}
