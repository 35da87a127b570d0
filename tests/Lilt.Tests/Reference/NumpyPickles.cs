using System.Diagnostics;
using Xunit;

namespace Lilt.Tests.Reference;

/// <summary>Python's own pickle and NumPy, as judges of which pickles there are.</summary>
internal static class NumpyPickles
{
    private const string Script = """
        import gzip, pickle, sys
        import numpy as np
        with open(sys.argv[1] + "/in.pkl", "rb") as f:
            model = pickle.load(f, encoding="latin1")
        arrays = model["param_values"]
        for protocol in (2, 3, 4, 5):
            for name in ("C<f4", "F<f4", "C>f8", "F<f8"):
                model["param_values"] = [np.array(a, dtype=name[1:], order=name[0]) for a in arrays]
                model["empty"] = np.array([], "f4")
                model["steps"] = np.int64(-3)
                model["done"] = np.bool_(True)
                model["large"] = 2 ** 40
                data = pickle.dumps(model, protocol=protocol)
                plain = f"{sys.argv[1]}/{protocol}{name[0]}{'little' if name[1] == '<' else 'big'}{name[2:]}.pickle"
                with open(plain, "wb") as f:
                    f.write(data)
                with gzip.open(plain + ".gz", "wb") as f:
                    f.write(data)
        """;

    private static readonly string Python = OperatingSystem.IsWindows() ? "python" : "/usr/bin/python3";

    /// <summary>Skips the running test where Python or NumPy is missing; fails it there under CI=true.</summary>
    public static void Require()
    {
        bool found = Run(["-c", "import numpy"]) == 0;
        Assert.False(!found && Environment.GetEnvironmentVariable("CI") == "true", "NumPy is missing: install the package python3-numpy.");
        Assert.SkipUnless(found, "NumPy is missing: install the package python3-numpy.");
    }

    /// <summary>Lets Python read a pickle and write it again in every protocol, order and type, plain and with gzip.</summary>
    /// <param name="pickle">A folk-rnn pickle; Python runs what it says, so it must be one's own.</param>
    /// <returns>The files, by name.</returns>
    public static IReadOnlyList<(string Name, byte[] File)> WrittenAgain(byte[] pickle)
    {
        string folder = Directory.CreateTempSubdirectory("lilt-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "in.pkl"), pickle);
            Assert.Equal(0, Run(["-c", Script, folder]));
            return [.. Directory.GetFiles(folder, "*.pickle*").Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Run(string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(Python, arguments))!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
