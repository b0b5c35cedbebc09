/// What is of the kernel: an interface as it is now ([Link], [Links]), all of them with their addresses and routes
/// ([LinkTableReader]), and word of changes ([LinkNews]); the two packet sockets of an interface with their filters
/// ([LinkSockets], [PacketSocket], [FrameFilter]), and the multicast groups that it has to be in ([Groups]). All
/// but [Wakeup] is for one platform thread, which waits in poll(2).
package io.porterlb.layer2.net;
