using Lilt.Network;

namespace Lilt.Planting.Causes;

/// <summary>Units that count, in c: each with a step, a direction and a zero of its own.</summary>
internal static class PlantedCounters
{
    /// <summary>Plants counters.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="layer">Where.</param>
    /// <param name="role">What they are for.</param>
    /// <param name="count">How many.</param>
    /// <param name="rules">What moves them.</param>
    public static PlantedCount Plant(CausalWiring wiring, int layer, PlantedRole role, int count, CountRules rules)
    {
        int[] units = wiring.Take(layer, role, count);
        double[] steps = new double[count];
        double[] zeros = new double[count];
        for (int n = 0; n < count; n++)
        {
            double sign = wiring.Units.Between(-1, 1) < 0 ? -1 : 1;
            steps[n] = sign * wiring.Units.Between(rules.Step.Low, rules.Step.High);
            zeros[n] = wiring.Units.Between(rules.Zero.Low, rules.Zero.High);
            Wire(wiring, layer, units[n], rules, steps[n], zeros[n]);
        }

        double[] shares = wiring.Shares(count);
        double orientation = rules.Rises ? -1 : 1;
        return new PlantedCount(
            layer,
            units,
            [.. shares.Select((share, n) => orientation * share / steps[n])],
            (n, left, measure) => Math.Tanh(steps[n] * ((rules.Rises ? measure + rules.Over - left : left) - zeros[n]))
        );
    }

    private static void Wire(CausalWiring wiring, int layer, int unit, CountRules rules, double step, double zero)
    {
        double always = Math.Atanh(rules.Always * step);
        wiring.Units.Gates(layer, unit, 2 * CausalWiring.Sure, CausalWiring.Sure, 2 * CausalWiring.Sure);
        wiring.Units.Bias(layer, unit, Gate.Candidate, always);
        foreach ((PlantedSignal on, double amount) in rules.Adds)
        {
            wiring.Listen(layer, unit, Gate.Candidate, on, Math.Atanh(amount * step) - always);
        }

        foreach (CountSetting setting in rules.Sets)
        {
            double forget = setting.Kept > 0 ? Math.Log(setting.Kept / (1 - setting.Kept)) : -CausalWiring.Sure;
            double target = (1 - setting.Kept) * step * (setting.To - zero);
            wiring.Listen(layer, unit, Gate.Forget, setting.On, forget - CausalWiring.Sure);
            wiring.Listen(layer, unit, Gate.Candidate, setting.On, Math.Atanh(target) - Math.Atanh(setting.Added * step) - always);
        }

        double first = step * (rules.First - zero);
        LayerWeights weights = wiring.Units.Weights.Layers[layer - 1];
        weights.InitialCell[unit] = (float)first;
        weights.InitialHidden[unit] = (float)Math.Tanh(first);
    }

    /// <summary>Units without memory that show a count of the layer below.</summary>
    public static PlantedCount Copy(CausalWiring wiring, PlantedRole role, int count, PlantedCount of)
    {
        const int FourFour = 8;
        const double Middle = 3;
        int layer = of.Layer + 1;
        int[] units = wiring.Take(layer, role, count);
        double middle = of.Shown(Middle, FourFour);
        double[] scales = new double[count];
        for (int n = 0; n < count; n++)
        {
            double sign = wiring.Units.Between(-1, 1) < 0 ? -1 : 1;
            scales[n] = sign * wiring.Units.Between(0.05, 0.1);
            wiring.Units.Gates(layer, units[n], 2 * CausalWiring.Sure, -2 * CausalWiring.Sure, 2 * CausalWiring.Sure);
            wiring.Units.Bias(layer, units[n], Gate.Candidate, -scales[n] * middle);
            for (int from = 0; from < of.Units.Length; from++)
            {
                wiring.Read(layer, units[n], Gate.Candidate, of.Layer, of.Units[from], scales[n] * of.Weights[from]);
            }
        }

        double[] shares = wiring.Shares(count);
        return new PlantedCount(
            layer,
            units,
            [.. shares.Select((share, n) => share / scales[n])],
            (n, left, measure) => Math.Tanh(Math.Tanh(scales[n] * (of.Shown(left, measure) - middle)))
        );
    }
}
