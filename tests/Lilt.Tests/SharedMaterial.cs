using Xunit;

namespace Lilt.Tests;

/// <summary>
/// The folder of other people's material that may lie beside the checkout. Tests of it are skipped without it, and check nothing that a
/// test does not also check on what the project makes itself.
/// </summary>
internal static class SharedMaterial
{
    /// <summary>The path of a file or folder in it; skips the running test when it is not there.</summary>
    public static string Path(string relative)
    {
        string path = System.IO.Path.Combine(Checkout.Folder, "..", "shared", relative);
        Assert.SkipUnless(System.IO.Path.Exists(path), $"shared/{relative} is not beside the checkout");
        return path;
    }
}
