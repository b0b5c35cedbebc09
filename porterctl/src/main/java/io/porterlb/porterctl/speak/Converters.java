package io.porterlb.porterctl.speak;

import io.porterlb.address.IpAddress;
import io.porterlb.porterctl.speak.text.AddressText;
import io.porterlb.porterctl.speak.text.EndpointText;
import io.porterlb.porterctl.speak.text.Parsed;
import io.porterlb.porterctl.speak.text.PeerText;
import io.porterlb.porterctl.speak.text.RouteText;
import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The values of the other options, in the form that picocli wants.
final class Converters {
    private Converters() {}

    static final class Address implements ITypeConverter<IpAddress> {
        @Override
        public IpAddress convert(String text) {
            return valueOf(AddressText.address(text));
        }
    }

    static final class Endpoint implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String text) {
            return valueOf(EndpointText.parse(text));
        }
    }

    static final class Peer implements ITypeConverter<PeerText> {
        @Override
        public PeerText convert(String text) {
            return valueOf(PeerText.parse(text));
        }
    }

    static final class RouteArgument implements ITypeConverter<RouteText> {
        @Override
        public RouteText convert(String text) {
            return valueOf(RouteText.parse(text));
        }
    }

    private static <T> T valueOf(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T>(var value) -> value;
            case Parsed.Bad<T>(var problem) -> throw new TypeConversionException(problem);
        };
    }
}
