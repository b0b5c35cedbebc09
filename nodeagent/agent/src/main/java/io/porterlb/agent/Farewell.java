package io.porterlb.agent;

import io.porterlb.agent.bfd.BfdSessions;
import io.porterlb.agent.bgp.Announcement;
import io.porterlb.agent.layer2.Layer2;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionInfo;
import java.time.Duration;
import java.util.List;

/// What the agent does on SIGTERM, so that no request is lost: routers that would drop our routes with the session are
/// first told that these will soon be gone ([RFC 8326](https://www.rfc-editor.org/rfc/rfc8326)), and get time to send
/// traffic elsewhere while the kernel here still forwards it. Those that keep them (graceful restart) hear nothing.
final class Farewell {
    private final AgentLoop loop;
    private final BgpSpeaker speaker;
    private final BfdSessions bfd;
    private final Layer2 layer2;

    Farewell(AgentLoop loop, Bgp bgp, Layer2 layer2) {
        this.loop = loop;
        this.speaker = bgp.speaker();
        this.bfd = bgp.bfd();
        this.layer2 = layer2;
    }

    /// Takes ten seconds at most. Of BFD's end routers are told last, or they would take the path for broken. Layer 2
    /// addresses are let go at the very end: from then on the next agent has 6 s to be there.
    void run() {
        loop.end();
        try {
            leave();
        } finally {
            layer2.close();
        }
    }

    private void leave() {
        List<PeerStatus> peers = speaker.status();
        if (peers.stream().anyMatch(Farewell::wouldLoseRoutes)) {
            speaker.drainForRestart();
            await(Announcement.NOTICE);
        }
        if (peers.stream().allMatch(peer -> peer.routesSent() == 0)) {
            speaker.close(); // there is nothing to be kept, and a session that ends with a word says why
        } else {
            speaker.closeForRestart();
        }
        bfd.close();
    }

    static boolean wouldLoseRoutes(PeerStatus peer) {
        return peer.routesSent() > 0
                && peer.session().filter(SessionInfo::keepsRoutes).isEmpty();
    }

    private static void await(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
