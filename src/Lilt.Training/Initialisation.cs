using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Training;

/// <summary>The weights that a run starts from.</summary>
/// <remarks>
/// Recurrent matrices are orthogonal, gate by gate; input matrices Glorot's uniform, but layer 1's rows, of which a one-hot input reads
/// one, may be drawn at a deviation of their own: Glorot's formula would take their fan-in for V where it is 1.
/// Source: A. M. Saxe, J. L. McClelland and S. Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear neural
/// networks, ICLR 2014; X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks,
/// AISTATS 2010, equation 16.
/// </remarks>
internal static class Initialisation
{
    /// <summary>Draws all weights; every matrix from numbers of its own.</summary>
    public static NetworkWeights Draw(TrainingConfig config, NetworkShape shape, CounterRandom random, int threads)
    {
        NetworkWeights weights = new(shape);
        List<Action> work = [];
        int matrix = 0;
        for (int number = 1; number <= shape.Layers; number++)
        {
            LayerWeights layer = weights.Layers[number - 1];
            bool deviates = number == 1 && config.InputDeviation > 0;
            for (int gate = 0; gate < layer.Biases.Count; gate++)
            {
                float[] inputs = layer.InputWeights[gate];
                float[] recurrent = layer.RecurrentWeights[gate];
                CounterRandom inputNumbers = random.Part(matrix++);
                CounterRandom recurrentNumbers = random.Part(matrix++);
                work.Add(() =>
                {
                    if (deviates)
                    {
                        Normal(inputs, config.InputDeviation, inputNumbers);
                    }
                    else
                    {
                        Glorot(inputs, layer.Inputs, layer.Units, inputNumbers);
                    }
                });
                work.Add(() => Orthogonal(recurrent, layer.Units, layer.Units, recurrentNumbers));
            }

            Array.Fill(layer.Biases[(int)Gate.Forget], (float)config.ForgetBias);
            CounterRandom hiddenNumbers = random.Part(matrix++);
            if (config.RandomInitialHidden)
            {
                Orthogonal(layer.InitialHidden, 1, layer.Units, hiddenNumbers);
            }
        }

        CounterRandom outputNumbers = random.Part(matrix);
        if (config.OrthogonalOutput)
        {
            Orthogonal(weights.OutputWeights, shape.Units, shape.Tokens, outputNumbers);
        }
        else
        {
            Glorot(weights.OutputWeights, shape.Units, shape.Tokens, outputNumbers);
        }

        Parallel.ForEach(work, new ParallelOptions { MaxDegreeOfParallelism = threads }, static draw => draw());
        return weights;
    }

    /// <summary>Uniform in ±√(6/(rows + columns)).</summary>
    internal static void Glorot(float[] matrix, int rows, int columns, CounterRandom random)
    {
        double limit = Math.Sqrt(6.0 / (rows + columns));
        for (int n = 0; n < matrix.Length; n++)
        {
            matrix[n] = (float)(limit * ((2.0 * random.Uniform(n)) - 1.0));
        }
    }

    /// <summary>Orthonormal rows, or columns where there are fewer of them: normal numbers, made orthonormal one by one.</summary>
    internal static void Orthogonal(float[] matrix, int rows, int columns, CounterRandom random)
    {
        bool acrossRows = rows <= columns;
        int count = acrossRows ? rows : columns;
        int length = acrossRows ? columns : rows;
        double[][] vectors = new double[count][];
        for (int n = 0; n < count; n++)
        {
            double[] vector = new double[length];
            for (int k = 0; k < length; k++)
            {
                vector[k] = random.Normal(((long)n * length) + k);
            }

            // Twice: what rounding leaves of the earlier directions after the first time, the second takes away.
            for (int turn = 0; turn < 2; turn++)
            {
                for (int m = 0; m < n; m++)
                {
                    TakeAway(vectors[m], vector);
                }
            }

            double norm = 0.0;
            for (int k = 0; k < length; k++)
            {
                norm += vector[k] * vector[k];
            }

            norm = Math.Sqrt(norm);
            for (int k = 0; k < length; k++)
            {
                vector[k] /= norm;
                matrix[acrossRows ? (n * columns) + k : (k * columns) + n] = (float)vector[k];
            }

            vectors[n] = vector;
        }
    }

    private static void Normal(float[] matrix, double deviation, CounterRandom random)
    {
        for (int n = 0; n < matrix.Length; n++)
        {
            matrix[n] = (float)(deviation * random.Normal(n));
        }
    }

    private static void TakeAway(double[] direction, double[] vector)
    {
        double product = 0.0;
        for (int k = 0; k < vector.Length; k++)
        {
            product += direction[k] * vector[k];
        }

        for (int k = 0; k < vector.Length; k++)
        {
            vector[k] -= product * direction[k];
        }
    }
}
