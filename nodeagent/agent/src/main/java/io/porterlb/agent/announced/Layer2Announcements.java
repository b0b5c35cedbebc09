package io.porterlb.agent.announced;

import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.kube.agents.Layer2Announcement;
import java.util.List;
import java.util.Optional;

/// Turns what the node reports of its Layer 2 addresses into the words of the document.
public final class Layer2Announcements {
    private Layer2Announcements() {}

    /// In the order of the report; none without one.
    public static List<Layer2Announcement> of(Optional<Layer2Report> report) {
        return report.stream()
                .flatMap(said -> said.addresses().stream())
                .map(Layer2Announcements::announcement)
                .toList();
    }

    private static Layer2Announcement announcement(Owned owned) {
        return new Layer2Announcement(
                owned.address().toString(),
                owned.device(),
                word(owned.state()),
                answers(owned.state()),
                owned.message(),
                owned.since());
    }

    /// As the PorterNode spells it.
    private static String word(Layer2Report.State state) {
        return switch (state) {
            case PROBING -> "Probing";
            case ANNOUNCING -> "Announcing";
            case CONTESTED -> "Contested";
            case IN_USE -> "InUse";
            case LINK_DOWN -> "LinkDown";
        };
    }

    private static boolean answers(Layer2Report.State state) {
        return switch (state) {
            case ANNOUNCING, CONTESTED -> true;
            case PROBING, IN_USE, LINK_DOWN -> false;
        };
    }
}
