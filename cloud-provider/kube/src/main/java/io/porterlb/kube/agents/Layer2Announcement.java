package io.porterlb.kube.agents;

import io.porterlb.kube.resource.Absent;

/// An address that a node owns on a link, so that no other node answers for it.
///
/// @param device the interface; empty where there is none
/// @param state as in the PorterNode: `Probing`, `Announcing`, `Contested`, `InUse` or `LinkDown`
/// @param answers whether the node answers for it now
/// @param why what is the matter, as a sentence; empty where all is well
/// @param since when that state began, RFC 3339
public record Layer2Announcement(
        String address, String device, String state, boolean answers, String why, String since) {
    public Layer2Announcement {
        address = Absent.text(address);
        device = Absent.text(device);
        state = Absent.text(state);
        why = Absent.text(why);
        since = Absent.text(since);
    }
}
