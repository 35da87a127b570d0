using System.Reflection;
using System.Reflection.Emit;

namespace Lilt.Tests.House;

/// <summary>Which types a type uses, in its members' signatures and in the compiled code of its methods.</summary>
internal static class TypeUse
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The types, constructed generic types as their definition and arguments.</summary>
    public static HashSet<Type> Of(Type type)
    {
        HashSet<Type> used = [];
        Add(used, type.BaseType);
        foreach (Type face in type.GetInterfaces())
        {
            Add(used, face);
        }

        foreach (FieldInfo field in type.GetFields(Own))
        {
            Add(used, field.FieldType);
        }

        foreach (MethodBase method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
        {
            Add(used, (method as MethodInfo)?.ReturnType);
            foreach (ParameterInfo parameter in method.GetParameters())
            {
                Add(used, parameter.ParameterType);
            }

            AddBody(used, method);
        }

        return used;
    }

    private static void AddBody(HashSet<Type> used, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (LocalVariableInfo local in body.LocalVariables)
        {
            Add(used, local.LocalType);
        }

        byte[] code = body.GetILAsByteArray()!;
        Type[]? typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int at = 0; at < code.Length; )
        {
            short value = code[at++];
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | code[at++]);
            }

            OpCode operation = Codes[value];
            if (
                operation.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
            {
                AddMember(used, method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments));
            }

            at +=
                operation.OperandType == OperandType.InlineSwitch
                    ? 4 + (4 * BitConverter.ToInt32(code, at))
                    : OperandSize(operation.OperandType);
        }
    }

    private static void AddMember(HashSet<Type> used, MemberInfo? member)
    {
        Add(used, member as Type ?? member?.DeclaringType);
        if (member is MethodInfo method)
        {
            Add(used, method.ReturnType);
            foreach (Type argument in method.GetGenericArguments())
            {
                Add(used, argument);
            }
        }
        else if (member is FieldInfo field)
        {
            Add(used, field.FieldType);
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        while (type is { HasElementType: true })
        {
            type = type.GetElementType();
        }

        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        // A definition that was seen before may come with other arguments.
        used.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        foreach (Type argument in type.GetGenericArguments())
        {
            Add(used, argument);
        }
    }

    private static int OperandSize(OperandType type) =>
        type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
}
