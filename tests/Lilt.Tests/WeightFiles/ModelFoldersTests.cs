using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.WeightFiles;

public sealed class ModelFoldersTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("lilt-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Find_ABareName_TakesTheFirstFolderAndAnyEnding()
    {
        string first = Put("program", "reels.safetensors");
        Put("user", "reels.pkl");
        string second = Put("user", "jigs.pickle");
        ModelFolders folders = new([Path.Combine(root, "program"), Path.Combine(root, "missing"), Path.Combine(root, "user")]);

        Assert.Equal(first, folders.Find("reels"));
        Assert.Equal(second, folders.Find("jigs"));
        Assert.Equal(second, folders.Find("jigs.pickle"));
        Assert.Equal(second, folders.Find(second));
        Assert.Null(folders.Find("waltzes"));
        Assert.Equal(["jigs", "reels"], folders.Names());
    }

    [Fact]
    public void Find_APathOutOfTheFolder_IsNotAName()
    {
        Put("secret", "model.pkl");

        Assert.Null(new ModelFolders([Path.Combine(root, "program")]).Find("../secret/model"));
    }

    [Fact]
    public void Usual_InACheckout_LooksBesideTheProgramInTheCheckoutAndWithTheUser()
    {
        string program = Directory.CreateDirectory(Path.Combine(root, "checkout", "bin")).FullName;
        File.WriteAllText(Path.Combine(root, "checkout", "Lilt.slnx"), string.Empty);

        Assert.Equal(
            [Path.Combine(program, "models"), Path.Combine(root, "checkout", "models"), Path.Combine(root, "data", "lilt", "models")],
            ModelFolders.Usual(program, Path.Combine(root, "data")).Folders
        );
    }

    private string Put(string folder, string file)
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(root, folder)).FullName, file);
        File.WriteAllText(path, string.Empty);
        return path;
    }
}
