using System.Text.Json;

namespace Lilt.Training;

/// <summary>A recipe: everything that decides the result of a training run but the corpus, the vocabulary and the seed.</summary>
/// <remarks>
/// As a file it is a JSON object with these names in camel case; what is left out has the default; an unknown name is an error.
/// </remarks>
public sealed record TrainingConfig
{
    /// <summary>S.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>H.</summary>
    public int Units { get; init; } = 512;

    /// <summary>Times through the training tunes; the schedule ends with the last.</summary>
    public int Epochs { get; init; } = 16;

    /// <summary>B, tunes an update.</summary>
    public int BatchSize { get; init; } = 24;

    /// <summary>
    /// Tunes that are taken through the network together; more shards than threads keep threads busy. It decides the order in which
    /// gradients are summed, so it is part of the recipe.
    /// </summary>
    public int TunesAShard { get; init; } = 12;

    /// <summary>The optimiser.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.AdamW;

    /// <summary>The largest learning rate.</summary>
    public double LearningRate { get; init; } = 0.003;

    /// <summary>How the rate runs.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.Cosine;

    /// <summary>The share of all updates over which <see cref="ScheduleKind.Cosine"/> rises.</summary>
    public double WarmupShare { get; init; } = 0.03;

    /// <summary>The rate at the last update of <see cref="ScheduleKind.Cosine"/>, as a share of the largest.</summary>
    public double FinalShare { get; init; } = 0.01;

    /// <summary>The last epoch, from 1 (folk-rnn's kinds: its 0-based number), before <see cref="Decay"/> sets in.</summary>
    public int DecayAfterEpoch { get; init; } = 20;

    /// <summary>What the rate is multiplied by after each epoch of a decay.</summary>
    public double Decay { get; init; } = 0.97;

    /// <summary>β₁ of Adam.</summary>
    public double FirstMomentDecay { get; init; } = 0.9;

    /// <summary>β₂ of Adam, ρ of RMSprop.</summary>
    public double SecondMomentDecay { get; init; } = 0.99;

    /// <summary>ε of the optimiser.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Decoupled weight decay of the matrices, as a share a unit of learning rate (AdamW alone).</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>The largest Euclidean norm of the gradient; 0 for none.</summary>
    public double ClipNorm { get; init; } = 1.0;

    /// <summary>The largest gradient of each gate's sum at each step, as Lasagne's LSTM clips it; 0 for none.</summary>
    public double ClipGates { get; init; }

    /// <summary>What the loss is a mean over.</summary>
    public LossMean Loss { get; init; } = LossMean.Token;

    /// <summary>The share of a layer's values that is dropped on the way up.</summary>
    public double Dropout { get; init; } = 0.45;

    /// <summary>Whether the last layer's values are dropped too on their way to the output.</summary>
    public bool DropOutput { get; init; } = true;

    /// <summary>The forget gate's bias at the start.</summary>
    public double ForgetBias { get; init; } = 1.0;

    /// <summary>
    /// The standard deviation of layer 1's input weights at the start; 0 for Glorot's uniform, which takes the fan-in for V.
    /// </summary>
    public double InputDeviation { get; init; } = 0.4;

    /// <summary>Whether each layer's h0 starts as a random vector of length 1, as in folk-rnn, and not at zero.</summary>
    public bool RandomInitialHidden { get; init; }

    /// <summary>Whether the output's weights start with orthonormal columns, as in folk-rnn, and not as Glorot's uniform.</summary>
    public bool OrthogonalOutput { get; init; }

    /// <summary>The decay a step of the running average of the weights, which is validated beside them; 0 for none.</summary>
    public double AverageDecay { get; init; } = 0.995;

    /// <summary>The share of the corpus, by position from its end, that is for validation.</summary>
    public double ValidationShare { get; init; } = 0.05;

    /// <summary>Epochs without a better validation loss after which the run ends; 0 for never.</summary>
    public int Patience { get; init; } = 3;

    /// <summary>Reads a recipe.</summary>
    /// <exception cref="FormatException">The text is no recipe; the message says where and why.</exception>
    public static TrainingConfig Parse(string text, string name)
    {
        try
        {
            TrainingConfig config = TrainingConfigJson.Read(text);
            config.Check(name);
            return config;
        }
        catch (JsonException e)
        {
            throw new FormatException($"{name}: not a training recipe: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>The recipe as JSON, every value written out.</summary>
    public string ToJson() => TrainingConfigJson.Write(this);

    /// <summary>Refuses values that make no sense.</summary>
    /// <exception cref="FormatException">A value is out of its range.</exception>
    public void Check(string name)
    {
        Require(name, nameof(Layers), Layers, 1, 64);
        Require(name, nameof(Units), Units, 1, 8192);
        Require(name, nameof(Epochs), Epochs, 1, 1_000_000);
        Require(name, nameof(BatchSize), BatchSize, 1, 65_536);
        Require(name, nameof(TunesAShard), TunesAShard, 1, 65_536);
        Require(name, nameof(LearningRate), LearningRate, double.Epsilon, 1e3);
        Require(name, nameof(WarmupShare), WarmupShare, 0, 0.9);
        Require(name, nameof(FinalShare), FinalShare, 0, 1);
        Require(name, nameof(DecayAfterEpoch), DecayAfterEpoch, 0, 1_000_000);
        Require(name, nameof(Decay), Decay, double.Epsilon, 1);
        Require(name, nameof(FirstMomentDecay), FirstMomentDecay, 0, 0.99999);
        Require(name, nameof(SecondMomentDecay), SecondMomentDecay, 0, 0.999999);
        Require(name, nameof(Epsilon), Epsilon, 1e-30, 1);
        Require(name, nameof(WeightDecay), WeightDecay, 0, 100);
        Require(name, nameof(ClipNorm), ClipNorm, 0, 1e9);
        Require(name, nameof(ClipGates), ClipGates, 0, 1e9);
        Require(name, nameof(Dropout), Dropout, 0, 0.99);
        Require(name, nameof(ForgetBias), ForgetBias, -100, 100);
        Require(name, nameof(InputDeviation), InputDeviation, 0, 100);
        Require(name, nameof(AverageDecay), AverageDecay, 0, 0.999999);
        Require(name, nameof(ValidationShare), ValidationShare, 0, 0.9);
        Require(name, nameof(Patience), Patience, 0, 1_000_000);
    }

    private static void Require(string file, string property, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName(property);
            throw new FormatException(FormattableString.Invariant($"{file}: '{name}' is {value}; it must be from {low} to {high}."));
        }
    }
}
