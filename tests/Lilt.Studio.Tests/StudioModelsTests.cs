using Lilt.Studio.Models;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class StudioModelsTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task ReadAhead_DefaultThatCannotBeRead_IsToldAndTheNextThatCanIsTheDefault()
    {
        StringWriter told = new();
        using StudioModels models = Models("broken", told);
        await models.ReadAhead();

        Assert.Equal(RunningStudio.Model, models.Default);
        Assert.Equal((RunningStudio.Model, true), (models.List()[0].Id, models.List()[0].IsDefault));
        Assert.Equal(ModelState.Failed, models.List().Single(model => model.Id == "broken").State);
        Assert.Contains("The model 'broken' cannot be read.", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("opens with the model 'tiny' instead", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAhead_DefaultThatCanBeRead_StaysAndNothingIsTold()
    {
        StringWriter told = new();
        using StudioModels models = Models(RunningStudio.Model, told);
        await models.ReadAhead();

        Assert.Equal(RunningStudio.Model, models.Default);
        Assert.Empty(told.ToString());
    }

    private StudioModels Models(string first, TextWriter told) =>
        new(
            new StudioOptions
            {
                DataFolder = studio.Folder,
                Models = new ModelFolders([Path.Combine(studio.Folder, "models")]),
                DefaultModel = first,
                PageFolder = studio.Folder,
                Version = "0.0.0",
                Complaints = told,
            }
        );
}
