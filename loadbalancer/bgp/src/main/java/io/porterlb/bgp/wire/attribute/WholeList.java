package io.porterlb.bgp.wire.attribute;

import static io.porterlb.bgp.wire.fault.FaultAction.WITHDRAW;
import static io.porterlb.bgp.wire.fault.NotificationCode.MISSING_WELL_KNOWN_ATTRIBUTE;

import io.porterlb.bgp.wire.fault.UpdateFault;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What can only be said of all attributes of an UPDATE together.
///
/// @param seen the type codes that are there, malformed ones too
/// @param attributes those that could be read
/// @param announces whether the NLRI field of the UPDATE has a prefix
record WholeList(BitSet seen, List<PathAttribute> attributes, boolean announces, CodecContext context) {
    /// The faults of single attributes, and those of the whole list.
    List<UpdateFault> faults(List<UpdateFault> ofSingleOnes) {
        List<UpdateFault> all = new ArrayList<>(ofSingleOnes);
        if (announces || announcesByAttribute()) {
            all.addAll(missing());
        } else if (nothingToWithdraw()) {
            all.replaceAll(UpdateFault::withoutWithdrawal);
        }
        return all;
    }

    private boolean announcesByAttribute() {
        return attributes.stream()
                .anyMatch(each ->
                        each instanceof MpReachNlri reach && !reach.announced().isEmpty());
    }

    /// RFC 7606 5.2: attributes without a prefix that they belong to. Then the prefixes may not have been
    /// found, and a fault for which they would be withdrawn ends the session instead. Routes of families that
    /// were not agreed on count as found.
    private boolean nothingToWithdraw() {
        boolean ignored = seen.get(AttributeType.MP_REACH_NLRI.code())
                && attributes.stream().noneMatch(MpReachNlri.class::isInstance);
        BitSet others = (BitSet) seen.clone();
        others.clear(AttributeType.MP_UNREACH_NLRI.code());
        return !ignored && !others.isEmpty();
    }

    /// RFC 7606 3 (d), of which NEXT_HOP is for the NLRI field only (RFC 4760 3). One that was there and
    /// malformed is not missing as well.
    private List<UpdateFault> missing() {
        List<AttributeType> mandatory = new ArrayList<>(List.of(AttributeType.ORIGIN, AttributeType.AS_PATH));
        if (announces) {
            mandatory.add(AttributeType.NEXT_HOP);
        }
        if (!context.external()) {
            mandatory.add(AttributeType.LOCAL_PREF);
        }
        return mandatory.stream()
                .filter(type -> !seen.get(type.code()))
                .map(WholeList::missing)
                .toList();
    }

    private static UpdateFault missing(AttributeType type) {
        Octets data = Octets.of((byte) type.code());
        return new UpdateFault(WITHDRAW, MISSING_WELL_KNOWN_ATTRIBUTE, type.code(), data, type + " is missing");
    }
}
