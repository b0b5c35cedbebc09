/// What is of the kernel: an interface as it is now ([Link], [Links]) and word of its changes ([LinkNews]); its two
/// packet sockets with their filters ([LinkSockets], [PacketSocket], [FrameFilter]), and the multicast groups
/// that it has to be in ([Groups]). All but [Wakeup] is for one platform thread, which waits in poll(2).
package io.porterlb.layer2.net;
