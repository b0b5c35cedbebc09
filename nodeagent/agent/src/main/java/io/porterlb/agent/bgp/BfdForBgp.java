package io.porterlb.agent.bgp;

import io.porterlb.agent.bfd.PathListener;
import io.porterlb.bgp.BgpSpeaker;

/// Tells the BGP speaker what BFD finds out.
///
/// @param reports called after that, because a state has changed
public record BfdForBgp(BgpSpeaker speaker, Runnable reports) implements PathListener {
    @Override
    public void up(String peer) {
        speaker.pathUp(peer);
        reports.run();
    }

    @Override
    public void down(String peer) {
        speaker.pathDown(peer);
        reports.run();
    }

    @Override
    public void unknown(String peer) {
        speaker.pathUnknown(peer);
        reports.run();
    }
}
