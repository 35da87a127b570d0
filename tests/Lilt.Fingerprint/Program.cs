// Prints the lane width that this process runs and a digest of every site and token of some tunes. The tests run it in
// child processes with instruction sets switched off, and compare.
using Lilt.Generation;
using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Tests.Reference;

Dictionary<int, string> digests = [];
Model model = RandomModels.Create(new NetworkShape(3, 40, 37));
GenerationOptions options = new() { Seed = 3, Tunes = 9, Limit = 40, Threads = 1 };
Console.WriteLine($"lanes {LstmKernels.Best.Lanes}");
foreach (GeneratedTune tune in TuneGenerator.Run(
    model, options.Requests(), new RunOptions { AtOnce = options.Tunes, Threads = options.Threads }, () => new SiteDigest(digests)))
{
    Console.WriteLine($"{digests[tune.Index]} {string.Join(' ', tune.Tokens.Select(token => token.Index))}");
}
