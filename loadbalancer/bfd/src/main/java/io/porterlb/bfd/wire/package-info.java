/// BFD control packets: octets to values and back, by [RFC 5880
/// 4.1](https://www.rfc-editor.org/rfc/rfc5880#section-4.1).
///
/// [BfdPacketReader] answers with a [ReadResult]: a packet, or the reason why it is to be discarded. It never
/// throws. Nothing here knows of sessions, sockets or time.
package io.porterlb.bfd.wire;
