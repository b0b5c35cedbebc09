package io.porterlb.manager.flags;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A duration as Go writes it (`time.ParseDuration`): `15s`, `1h30m`, `1.5h`, `500ms`, `0`. None below zero.
/// For picocli.
public final class GoDuration implements ITypeConverter<Duration> {
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9})(ns|us|µs|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + "){1,8}");

    /// For picocli.
    public GoDuration() {}

    @Override
    public Duration convert(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is no duration; write for instance 15s, 1h30m or 500ms");
        }
        try {
            return sum(text);
        } catch (ArithmeticException _) {
            throw new TypeConversionException("'" + text + "' is longer than any duration");
        }
    }

    private static Duration sum(String text) {
        Duration sum = Duration.ZERO;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            BigDecimal nanos = new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2))));
            sum = sum.plusNanos(nanos.toBigInteger().longValueExact());
        }
        return sum;
    }

    private static long unit(String name) {
        return NANOS.getOrDefault(name, 0L);
    }
}
