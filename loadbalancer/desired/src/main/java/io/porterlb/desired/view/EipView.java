package io.porterlb.desired.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An Eip (`network.kubesphere.io/v1alpha2`): a pool of addresses.
///
/// @param address `spec.address` as written: one address, a CIDR, or `first-last`
/// @param protocol `spec.protocol` as written; empty means `bgp`
/// @param networkInterface `spec.interface`
/// @param priority lower is tried first
/// @param autoAssign whether a Service that names no Eip may get an address from here
/// @param sharing how far Services with the same key may share an address of it
/// @param defaultEip whether the annotation `eip.openelb.kubesphere.io/is-default-eip` is `true`
/// @param foreign whether the label `openelb.kubesphere.io/cni` leaves the object to a CNI
/// @param unsupported paths of fields that are set and mean nothing, such as `spec.usingKnownIPs`
public record EipView(
        String name,
        String uid,
        long generation,
        Instant created,
        boolean deleting,
        String address,
        String protocol,
        String networkInterface,
        boolean disable,
        int priority,
        boolean autoAssign,
        SharingScope sharing,
        List<String> namespaces,
        Map<String, String> namespaceSelector,
        boolean defaultEip,
        boolean foreign,
        EipAnnouncement announcement,
        Set<String> unsupported) {
    public EipView {
        namespaces = List.copyOf(namespaces);
        namespaceSelector = Map.copyOf(namespaceSelector);
        unsupported = Set.copyOf(unsupported);
    }

    /// Whether its addresses are answered for on the link, as `layer2` says and, in OpenELB's older words, `vip`.
    public boolean overLayer2() {
        return protocol.equals("layer2") || protocol.equals("vip");
    }
}
