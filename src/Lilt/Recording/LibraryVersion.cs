using System.Reflection;

namespace Lilt.Recording;

/// <summary>The library's version as results carry it: whole, <c>0.2.0-dev</c> where it is no release.</summary>
internal static class LibraryVersion
{
    /// <summary>The version.</summary>
    public static string Text { get; } =
        typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
