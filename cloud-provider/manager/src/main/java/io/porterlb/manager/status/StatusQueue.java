package io.porterlb.manager.status;

import io.porterlb.desired.status.BgpConfStatus;
import io.porterlb.desired.status.BgpPeerStatus;
import io.porterlb.desired.status.EipStatus;
import io.porterlb.desired.status.StatusReport;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipView;
import io.porterlb.kube.ObjectRef;
import io.porterlb.kube.StatusWriter;
import io.porterlb.manager.event.Announcer;

/// Writes the status of Eips, BgpPeers and BgpConfs. Called by the manager's loop only; the writing is done elsewhere.
public final class StatusQueue implements AutoCloseable {
    private final StatusLane<EipView, EipStatus> eips;
    private final StatusLane<BgpPeerView, BgpPeerStatus> peers;
    private final StatusLane<BgpConfView, BgpConfStatus> confs;

    public StatusQueue(StatusWriter writer, Announcer announcer) {
        eips = new StatusLane<>("eip status", ObjectRef::of, EipStatus::conditions, writer::write, announcer);
        peers = new StatusLane<>("peer status", ObjectRef::of, BgpPeerStatus::conditions, writer::write, announcer);
        confs = new StatusLane<>("conf status", ObjectRef::of, BgpConfStatus::conditions, writer::write, announcer);
    }

    public void apply(ClusterView view, StatusReport report) {
        eips.apply(view.eips(), report.eips());
        peers.apply(view.peers(), report.peers());
        confs.apply(view.confs(), report.confs());
    }

    @Override
    public void close() {
        eips.close();
        peers.close();
        confs.close();
    }
}
