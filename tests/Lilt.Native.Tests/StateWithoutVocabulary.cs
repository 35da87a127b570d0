using System.Text;

namespace Lilt.Native.Tests;

/// <summary>A PyTorch state of one layer with 2 units over 4 tokens, all zero, in safetensors: it says nothing of its tokens.</summary>
internal static class StateWithoutVocabulary
{
    /// <summary>Writes it.</summary>
    public static void Write(string path)
    {
        (string Name, int[] Shape)[] tensors =
        [
            ("lstm.weight_ih_l0", [8, 4]),
            ("lstm.weight_hh_l0", [8, 2]),
            ("lstm.bias_ih_l0", [8]),
            ("lstm.bias_hh_l0", [8]),
            ("output.weight", [4, 2]),
            ("output.bias", [4]),
        ];
        int end = 0;
        List<string> members = [];
        foreach ((string name, int[] shape) in tensors)
        {
            int begin = end;
            end += sizeof(float) * shape.Aggregate(1, (product, length) => product * length);
            members.Add($"\"{name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{begin},{end}]}}");
        }

        byte[] header = Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}");
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)header.Length), .. header, .. new byte[end]]);
    }
}
