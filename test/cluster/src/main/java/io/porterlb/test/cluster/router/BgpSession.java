package io.porterlb.test.cluster.router;

/// A BGP session as a router sees it.
///
/// @param peer the neighbor's address
/// @param as the neighbor's AS number
/// @param state as RFC 4271 names it, for instance `Established`
/// @param prefixesReceived routes accepted from this neighbor, of all families
/// @param lastError why it last went down, in the router's own words; empty where it says nothing
public record BgpSession(String peer, long as, String state, int prefixesReceived, String lastError) {
    public boolean isEstablished() {
        return state.equals("Established");
    }
}
