package io.porterlb.porterctl.speak;

import io.porterlb.address.IpFamily;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The values of `--family`.
final class FamilyOption implements ITypeConverter<IpFamily> {
    static String name(IpFamily family) {
        return switch (family) {
            case V4 -> "ipv4";
            case V6 -> "ipv6";
        };
    }

    @Override
    public IpFamily convert(String text) {
        for (IpFamily family : IpFamily.values()) {
            if (name(family).equals(text)) {
                return family;
            }
        }
        throw new TypeConversionException("'" + text + "' is no family: write ipv4 or ipv6");
    }
}
