/// Ethernet frames with ARP or Neighbor Discovery: octets to values and back. [FrameReader] answers with a
/// [ReadResult]: a [Frame], or the reason why it is to be ignored. It never throws. Nothing here knows of
/// sockets or time.
package io.porterlb.layer2.wire;
