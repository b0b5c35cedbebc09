/// The words of rtnetlink(7), as values: questions ([RouteRequest]), messages ([NetlinkMessage],
/// [Attributes]), and what they say of interfaces, addresses and routes; together, a table ([TableBuilder]).
/// Pure. Numbers are those of linux/netlink.h, linux/rtnetlink.h and linux/if_link.h, in the byte order of the
/// machine.
package io.porterlb.layer2.rtnetlink;
