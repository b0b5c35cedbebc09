package io.porterlb.kube.agents;

import io.porterlb.kube.resource.Absent;
import java.util.List;

/// An address that a node answers for on a link, or would.
///
/// @param device the interface
/// @param state `Probing`, `Announcing`, `Conflict` or `LinkDown`
/// @param answers whether the node answers for it now, as it may in a conflict too
/// @param why what is the matter, as a sentence, such as who else has the address; empty where all is well
/// @param since when that state began, RFC 3339
/// @param services those at the address, `namespace/name`, in order
public record Layer2Announcement(
        String address, String device, String state, boolean answers, String why, String since, List<String> services) {
    public Layer2Announcement {
        address = Absent.text(address);
        device = Absent.text(device);
        state = Absent.text(state);
        why = Absent.text(why);
        since = Absent.text(since);
        services = List.copyOf(Absent.list(services));
    }
}
