/// Where the kernel is asked and told: by nft(8), iptables(8) and files under /proc. All of it blocks, and is
/// about the network namespace of the calling thread, which has to be a platform thread.
package io.porterlb.rules.kernel;
