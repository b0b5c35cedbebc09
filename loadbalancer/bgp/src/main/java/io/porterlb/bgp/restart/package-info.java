/// Graceful restart of our side ([RFC 4724 4.1](https://www.rfc-editor.org/rfc/rfc4724#section-4.1)), as pure
/// values: [RestartPhase] says what one peer is told of a restart, and [RoutesPending] whether the end of our
/// routes is known. Of a restart of a peer nothing is kept, because nothing of its routes is.
package io.porterlb.bgp.restart;
