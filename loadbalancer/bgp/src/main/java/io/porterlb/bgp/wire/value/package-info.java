/// Values that several parts of a message share: octets that are kept as they came, an address family, and what both
/// sides of a session agreed on about the coding. They know nothing of messages.
package io.porterlb.bgp.wire.value;
