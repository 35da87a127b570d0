using Xunit;

namespace Lilt.Tests;

/// <summary>The checkout that the tests run from.</summary>
internal static class Checkout
{
    /// <summary>Its folder; skips the running test where there is none.</summary>
    public static string Folder
    {
        get
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Lilt.slnx")))
                {
                    return folder.FullName;
                }
            }

            Assert.Skip("not run from a checkout");
            return string.Empty;
        }
    }
}
