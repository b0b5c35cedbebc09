package io.porterlb.bfd.net;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bfd.BfdSessionConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The filter that fits a set of sessions.
public final class TtlFilters {
    /// What a packet must have that nothing has forwarded ([RFC 5881
    /// 5](https://www.rfc-editor.org/rfc/rfc5881#section-5),
    /// [RFC 5082](https://www.rfc-editor.org/rfc/rfc5082)).
    public static final int MAX_TTL = 255;

    private TtlFilters() {}

    /// For the sessions of one family and kind.
    ///
    /// @throws IllegalArgumentException if more than [TtlFilter#MAX_SOURCES] sessions ask for more than the
    ///     least of all
    public static TtlFilter of(IpFamily family, boolean multihop, Collection<BfdSessionConfig> sessions) {
        List<BfdSessionConfig> concerned = sessions.stream()
                .filter(session -> session.peer().family() == family && session.isMultihop() == multihop)
                .toList();
        int least = concerned.stream().mapToInt(TtlFilters::minimum).min().orElse(MAX_TTL);
        Map<IpAddress, Integer> higher = concerned.stream()
                .filter(session -> minimum(session) > least)
                .collect(Collectors.toMap(BfdSessionConfig::peer, TtlFilters::minimum, Math::min));
        if (higher.size() > TtlFilter.MAX_SOURCES) {
            throw new IllegalArgumentException("BFD: at most " + TtlFilter.MAX_SOURCES
                    + " multihop peers may have a minimumTtl above the lowest of all, which is " + least
                    + "; there are "
                    + higher.size());
        }
        return new TtlFilter(family, least, higher);
    }

    private static int minimum(BfdSessionConfig session) {
        return session.minimumTtl().orElse(MAX_TTL);
    }
}
