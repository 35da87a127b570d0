using Xunit;

namespace Lilt.Tests;

/// <summary>The folder of reference material that may lie beside the checkout; tests that want it are skipped without it.</summary>
internal static class SharedMaterial
{
    /// <summary>The path of a file or folder in it; skips the running test when it is not there.</summary>
    public static string Path(string relative)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Lilt.slnx")))
            {
                string path = System.IO.Path.Combine(folder.FullName, "..", "shared", relative);
                Assert.SkipUnless(System.IO.Path.Exists(path), $"shared/{relative} is not beside the checkout");
                return path;
            }
        }

        Assert.Skip("not run from a checkout");
        return string.Empty;
    }
}
