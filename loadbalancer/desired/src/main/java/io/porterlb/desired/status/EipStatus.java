package io.porterlb.desired.status;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `Eip.status`.
///
/// @param poolSize addresses in `spec.address`, at most 2^53-1; 0 where it cannot be read
/// @param usage how many of them are taken
/// @param used address to `namespace/name`, several joined with `;`, and where there are many ` and 246
///     more`; in order, at most [#MAX_USED] entries
/// @param occupied whether all are taken
/// @param firstIP empty where `spec.address` cannot be read
/// @param lastIP empty where `spec.address` cannot be read
/// @param ready as the condition `Ready`
/// @param v4 whether the addresses are IPv4
public record EipStatus(
        long poolSize,
        long usage,
        Map<String, String> used,
        boolean occupied,
        String firstIP,
        String lastIP,
        boolean ready,
        boolean v4,
        List<Condition> conditions) {
    /// Keeps the object small; the records of taken addresses are complete.
    public static final int MAX_USED = 1000;

    /// Likewise, of addresses and Services together: etcd takes no object over 1.5 MiB.
    public static final int MAX_USED_CHARACTERS = 256 << 10;

    public EipStatus {
        used = Collections.unmodifiableMap(new LinkedHashMap<>(used)); // Map.copyOf would lose the order
        conditions = List.copyOf(conditions);
    }
}
