package io.porterlb.desired.plan;

import io.porterlb.address.IpFamily;

/// Unicast routes that a router is offered.
///
/// @param sendMax how many paths of one prefix at most, if it takes more than one
///     ([RFC 7911](https://www.rfc-editor.org/rfc/rfc7911)); 0 for one without path identifier
public record FamilyPlan(IpFamily family, int sendMax) {}
