package io.porterlb.desired.status;

import java.util.List;
import java.util.Map;

/// `Eip.status`.
///
/// @param poolSize addresses in the pool, at most 2^53-1
/// @param usage addresses that are taken
/// @param used address to `namespace/name`, several joined with `;`; may be cut short
/// @param occupied whether every address is taken
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
    public EipStatus {
        used = Map.copyOf(used);
        conditions = List.copyOf(conditions);
    }
}
