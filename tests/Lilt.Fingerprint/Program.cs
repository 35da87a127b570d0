// Prints the lane width that this process runs and the tokens of some tunes, and writes the bits of every site of them to a file. The tests
// run it in child processes with instruction sets switched off, and for another processor, and compare.
//   Lilt.Fingerprint FILE [MODEL]    with a model, one tune of it instead of nine of a network of random weights
using Lilt.Fingerprint;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;

Model model = args.Length > 1 ? ModelFile.Read(args[1]) : RandomModels.Create(new NetworkShape(3, 40, 37));
GenerationOptions options =
    args.Length > 1
        ? new()
        {
            Seed = 42,
            Threads = 1,
            Prime = PrimeText.Parse("M:4/4 K:Cmaj", model.Vocabulary).Tokens,
        }
        : new()
        {
            Seed = 3,
            Tunes = 9,
            Limit = 40,
            Threads = 1,
        };
SortedDictionary<int, byte[]> sites = [];
Console.WriteLine($"lanes {LstmKernels.Best.Lanes}");
foreach (
    GeneratedTune tune in TuneGenerator.Run(
        model,
        options.Requests(),
        new RunOptions { AtOnce = options.Tunes, Threads = options.Threads },
        () => new SiteBits(sites)
    )
)
{
    Console.WriteLine(string.Join(' ', tune.Tokens.Select(token => model.Vocabulary[token])));
}

using FileStream file = File.Create(args[0]);
foreach (byte[] bits in sites.Values)
{
    file.Write(bits);
}
