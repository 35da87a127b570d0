using Lilt.Assessment;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("intention", "execution", 5)]
    public void To_KnownWords_IsTheirDistance(string first, string second, int expected)
    {
        Assert.Equal(expected, new EditDistance(Bytes(first)).To(Bytes(second)));
    }

    [Fact]
    public void To_AnyLengths_EqualsTheTable()
    {
        Random random = new(1);
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] first = RandomNotes(random, random.Next(0, 210), 1 + random.Next(12));
            byte[] second = trial % 3 == 0 ? Mutated(random, first) : RandomNotes(random, random.Next(0, 210), 1 + random.Next(12));

            Assert.Equal(ByTable(first, second), new EditDistance(first).To(second));
        }
    }

    [Fact]
    public void To_WithALimit_IsExactUpToItAndOverItBeyond()
    {
        Random random = new(2);
        for (int trial = 0; trial < 400; trial++)
        {
            byte[] first = RandomNotes(random, random.Next(1, 150), 6);
            byte[] second = trial % 2 == 0 ? Mutated(random, first) : RandomNotes(random, random.Next(1, 150), 6);
            int limit = random.Next(0, 100);
            int expected = ByTable(first, second);

            int found = new EditDistance(first).To(second, limit);

            Assert.Equal(expected <= limit, found <= limit);
            Assert.True(expected > limit || found == expected);
        }
    }

    [Fact]
    public void To_UsedTwice_RemembersNothing()
    {
        EditDistance distance = new(Bytes("abcabc"));
        int before = distance.To(Bytes("abc"));
        distance.To(Bytes("zzzzzzzzzzzz"), 2);

        Assert.Equal(before, distance.To(Bytes("abc")));
    }

    internal static byte[] RandomNotes(Random random, int length, int symbols)
    {
        byte[] notes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            notes[i] = (byte)(1 + random.Next(symbols));
        }

        return notes;
    }

    internal static byte[] Mutated(Random random, byte[] notes)
    {
        List<byte> changed = [.. notes];
        for (int i = random.Next(0, 12); i > 0 && changed.Count > 0; i--)
        {
            int at = random.Next(changed.Count);
            switch (random.Next(3))
            {
                case 0:
                    changed.RemoveAt(at);
                    break;
                case 1:
                    changed.Insert(at, (byte)(1 + random.Next(12)));
                    break;
                default:
                    changed[at] = (byte)(1 + random.Next(12));
                    break;
            }
        }

        return [.. changed];
    }

    /// <summary>The textbook's table, row by row.</summary>
    internal static int ByTable(byte[] first, byte[] second)
    {
        int[,] table = new int[first.Length + 1, second.Length + 1];
        for (int i = 0; i <= first.Length; i++)
        {
            for (int j = 0; j <= second.Length; j++)
            {
                table[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                        table[i - 1, j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
                    );
            }
        }

        return table[first.Length, second.Length];
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
