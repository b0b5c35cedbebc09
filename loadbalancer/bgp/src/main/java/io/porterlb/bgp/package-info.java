/// The speaker's whole interface: [BgpSpeaker], what it is told ([PeerConfig], [Route]) and what it tells
/// ([PeerStatus]). All are immutable values but the speaker itself.
package io.porterlb.bgp;
