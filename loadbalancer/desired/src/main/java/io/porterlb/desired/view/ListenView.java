package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.util.List;

/// Where a BgpConf has the speakers listen.
///
/// @param port `spec.listenPort`: 0 where absent; negative for nowhere, whatever BgpPeers say
/// @param addresses `spec.listenAddresses`; all of the node's if empty
public record ListenView(int port, List<IpAddress> addresses) {
    public static final ListenView UNSET = new ListenView(0, List.of());

    public ListenView {
        addresses = List.copyOf(addresses);
    }
}
