package io.porterlb.porterctl.drain;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.SessionReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What brings traffic from outside to a node, by what its agent has reported.
///
/// @param routes how many its routers have of it
/// @param addresses the Layer 2 addresses that are its own, as far as the report names them
/// @param more how many more those are
/// @param movable whether the council could give these to another node
record Carried(int routes, List<IpAddress> addresses, int more, boolean movable) {
    /// So many addresses are named, and the others counted.
    private static final int NAMED = 5;

    static Carried by(NodeReport report) {
        int routes = report.sessions().stream()
                .mapToInt(SessionReport::routesSent)
                .max()
                .orElse(0);
        return report.layer2().map(layer2 -> with(routes, layer2)).orElse(new Carried(routes, List.of(), 0, true));
    }

    private static Carried with(int routes, Layer2Report layer2) {
        List<IpAddress> addresses =
                layer2.addresses().stream().map(Owned::address).toList();
        return new Carried(routes, addresses, layer2.more(), layer2.inForce());
    }

    boolean isNothing() {
        return routes == 0 && layer2() == 0;
    }

    private int layer2() {
        return addresses.size() + more;
    }

    /// As in "3 routes and 1 Layer 2 address".
    String words() {
        return Stream.of(count(routes, "route", "routes"), count(layer2(), "Layer 2 address", "Layer 2 addresses"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private static String count(int count, String one, String many) {
        return count == 0 ? "" : count + " " + (count == 1 ? one : many);
    }

    /// Why it may still be there, in sentences.
    String why() {
        String routed = routes == 0 ? "" : " Do the routes lead to other nodes?";
        return routed + (layer2() == 0 ? "" : " No other node has taken over " + names() + obstacle());
    }

    private String names() {
        List<String> named =
                addresses.stream().limit(NAMED).map(IpAddress::toString).toList();
        int rest = layer2() - named.size();
        return String.join(", ", named) + (rest == 0 ? "" : " and " + rest + " more");
    }

    private String obstacle() {
        return movable
                ? ": is any fit to, by the Eip's nodeSelector, its interfaces, and the Pods that"
                        + " externalTrafficPolicy: Local asks for? See porterctl diagnose."
                : ", as most of the council does not answer, or there is no council: see porterctl diagnose.";
    }
}
