package io.porterlb.manager.flags;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A boolean as Go reads it (`strconv.ParseBool`): `1`, `t`, `T`, `TRUE`, `true`, `True`, and so on. For picocli.
public final class GoBoolean implements ITypeConverter<Boolean> {
    /// For picocli.
    public GoBoolean() {}

    @Override
    public Boolean convert(String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> throw new TypeConversionException("'" + text + "' is not a boolean; write true or false");
        };
    }
}
