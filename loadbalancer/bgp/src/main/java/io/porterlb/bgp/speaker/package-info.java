/// All peers of a speaker. [PeerTable] takes the whole wanted set of peers or routes, works out what differs from what
/// there is, and passes on no more than that: a peer that has not changed hears nothing.
package io.porterlb.bgp.speaker;
