package io.porterlb.desired.plan;

import io.porterlb.address.AddressRange;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.address.RangeText;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EipView;
import java.util.Optional;
import java.util.OptionalInt;

/// Which prefix is announced for an address.
public final class Aggregation {
    private Aggregation() {}

    /// The aggregate that the Eip asks for, if all of it is in the Eip: one that reaches further would draw traffic for
    /// addresses of others. Otherwise the address alone.
    static Prefix prefix(IpAddress address, Optional<EipView> eip) {
        Optional<Prefix> aggregate = eip.flatMap(from -> aggregate(address, from.announcement()));
        return aggregate
                .filter(prefix -> eip.flatMap(Aggregation::range)
                        .filter(range -> inside(prefix, range))
                        .isPresent())
                .orElseGet(() -> Prefix.host(address));
    }

    /// The aggregates at the ends of an Eip that reach out of it, so that they are not announced.
    public static Optional<Prefix> outside(EipView eip, AddressRange range) {
        return aggregate(range.first(), eip.announcement())
                .filter(prefix -> !inside(prefix, range))
                .or(() -> aggregate(range.last(), eip.announcement()).filter(prefix -> !inside(prefix, range)));
    }

    private static Optional<Prefix> aggregate(IpAddress address, EipAnnouncement how) {
        OptionalInt length = address.family() == IpFamily.V4 ? how.aggregationLength() : how.aggregationLengthV6();
        return length.isPresent() && length.getAsInt() <= address.family().bits()
                ? Optional.of(Prefix.containing(address, length.getAsInt()))
                : Optional.empty();
    }

    private static Optional<AddressRange> range(EipView eip) {
        return RangeText.parse(eip.address()) instanceof RangeText.Parsed parsed
                ? Optional.of(parsed.range())
                : Optional.empty();
    }

    private static boolean inside(Prefix prefix, AddressRange range) {
        return range.contains(prefix.address()) && range.contains(prefix.last());
    }
}
