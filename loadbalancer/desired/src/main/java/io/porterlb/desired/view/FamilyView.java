package io.porterlb.desired.view;

import io.porterlb.address.IpFamily;
import java.util.Optional;

/// One entry of `spec.afiSafis` of a BgpPeer that is switched on.
///
/// @param family its unicast routes; that of the router's address if empty
/// @param sendMax `addPaths.config.sendMax`; 0 where absent
public record FamilyView(Optional<IpFamily> family, long sendMax) {}
