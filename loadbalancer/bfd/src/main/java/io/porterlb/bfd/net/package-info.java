/// Sockets. A [Receiver] for each [Endpoint] that sessions share, on the port of their kind; a [Transmitter] of
/// its own for each session, since its source port tells it from others (RFC 5881 4). Packets with a bad time
/// to live never get here: a [TtlFilter] in the kernel drops them.
package io.porterlb.bfd.net;
