using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace Lilt.Training.Tests;

public sealed class TrainingConfigTests
{
    private static readonly JsonSerializerOptions Reflecting = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        WriteIndented = true,
    };

    [Fact]
    public void Parse_Default_IsTheRecordsOwn() => Assert.Equal(new TrainingConfig(), ReadConfig("default.json"));

    [Fact]
    public void Parse_FolkRnnConfig5_IsItsRecipe()
    {
        TrainingConfig config = ReadConfig("folkrnn-config5.json");
        Assert.Equal((3, 512, 100, 64), (config.Layers, config.Units, config.Epochs, config.BatchSize));
        Assert.Equal(
            (OptimizerKind.RmsProp, 0.003, 0.5, 5.0, 5.0),
            (config.Optimizer, config.LearningRate, config.Dropout, config.ClipGates, config.ForgetBias)
        );
        Assert.Equal((0.0, LossMean.Tune, 0.05), (config.ClipNorm, config.Loss, config.ValidationShare));
    }

    [Fact]
    public void ToJson_ThenParse_IsTheSame()
    {
        TrainingConfig config = new()
        {
            Epochs = 3,
            Optimizer = OptimizerKind.RmsProp,
            Schedule = ScheduleKind.FolkRnnAsPrinted,
            LearningRate = 0.1 / 3,
        };
        Assert.Equal(config, TrainingConfig.Parse(config.ToJson(), "x"));
    }

    [Fact]
    public void Parse_WhatIsLeftOut_HasItsDefault()
    {
        TrainingConfig config = TrainingConfig.Parse("{ // a remark\n \"units\": 8, \"units\": 16, \"schedule\": \"cosine\", }", "x");

        Assert.Equal(new TrainingConfig { Units = 16 }, config);
    }

    /// <summary>What is generated when Lilt is built writes what reflection would.</summary>
    [Fact]
    public void ToJson_WithoutReflection_IsWhatReflectionGives()
    {
        TrainingConfig config = new()
        {
            Epochs = 3,
            Optimizer = OptimizerKind.RmsProp,
            Schedule = ScheduleKind.FolkRnnAsPrinted,
            LearningRate = 0.1 / 3,
        };

        Assert.Equal(JsonSerializer.Serialize(config, Reflecting), config.ToJson());
    }

    [Theory]
    [InlineData("{\"epocs\": 3}", "epocs")]
    [InlineData("{\"dropout\": 1.5}", "'dropout' is 1.5")]
    [InlineData("{\"schedule\": \"linear\"}", "schedule")]
    [InlineData("{\"epochs\": 0}", "'epochs' is 0")]
    [InlineData("[]", "not a training recipe")]
    [InlineData("null", "not a training recipe")]
    public void Parse_Nonsense_SaysWhat(string json, string expected)
    {
        FormatException wrong = Assert.Throws<FormatException>(() => TrainingConfig.Parse(json, "x.json"));
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
        Assert.StartsWith("x.json", wrong.Message, StringComparison.Ordinal);
    }

    private static TrainingConfig ReadConfig(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "configs", name);
            if (File.Exists(path))
            {
                return TrainingConfig.Parse(File.ReadAllText(path), path);
            }
        }

        throw new FileNotFoundException(name);
    }
}
