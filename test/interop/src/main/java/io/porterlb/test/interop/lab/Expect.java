package io.porterlb.test.interop.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.test.cluster.router.BgpPath;
import io.porterlb.test.cluster.router.BgpSession;
import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.Router;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What rows wait for, seen from both sides.
public final class Expect {
    private final Lab lab;
    private final Router router;

    private Expect(Lab lab, Router router) {
        this.lab = lab;
        this.router = router;
    }

    public static Expect of(Lab lab, Router router) {
        return new Expect(lab, router);
    }

    /// Both sides say that the session is up.
    public void established() {
        eventually(
                "the session is up",
                () -> lab.speaker().isEstablished()
                        && router.sessions().stream().anyMatch(BgpSession::isEstablished));
    }

    /// Our side has said that it was down for this reason, now or before.
    public void failure(String reason) {
        eventually(
                "our session failed: " + reason,
                () -> lab.speaker()
                        .journal()
                        .failures()
                        .anyMatch(failure -> failure.reason().equals(reason)));
    }

    /// The same, by what the sentence about the failure says.
    public void failureText(String text) {
        eventually(
                "our session failed: ... " + text + " ...",
                () -> lab.speaker()
                        .journal()
                        .failures()
                        .anyMatch(failure -> failure.message().contains(text)));
    }

    /// The router has the prefix with exactly these next hops, in its BGP table and, where it forwards, in the kernel.
    public void route(Prefix prefix, IpAddress... nextHops) {
        routeInTable(prefix, nextHops);
        routeInKernel(prefix, nextHops);
    }

    /// Of all the paths in its BGP table the router has chosen exactly these, and its kernel, where it forwards, too.
    public void uses(Prefix prefix, IpAddress... nextHops) {
        Set<String> wanted = texts(nextHops);
        Eventually.is(
                prefix + " has the best paths to " + wanted,
                () -> router.bgpNextHops(prefix.toString()).equals(wanted),
                () -> router.paths(prefix.toString()) + "; " + now());
        routeInKernel(prefix, nextHops);
    }

    private void routeInKernel(Prefix prefix, IpAddress... nextHops) {
        if (lab.kind().forwards()) {
            Set<String> wanted = texts(nextHops);
            Eventually.is(
                    "the kernel sends " + prefix + " to " + wanted,
                    () -> inKernel(prefix).equals(wanted),
                    () -> "to " + inKernel(prefix) + "; " + now());
        }
    }

    /// The same of the BGP table alone.
    public void routeInTable(Prefix prefix, IpAddress... nextHops) {
        Set<String> wanted = texts(nextHops);
        Eventually.is(
                prefix + " goes to " + wanted,
                () -> inTable(prefix).equals(wanted),
                () -> "to " + inTable(prefix) + "; " + now());
    }

    private static Set<String> texts(IpAddress... addresses) {
        return Stream.of(addresses).map(IpAddress::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The router has so many routes at least.
    public void routes(int count) {
        eventually(count + " routes", () -> router.routes() >= count);
    }

    /// Something else.
    public void that(String what, BooleanSupplier question) {
        eventually(what, question);
    }

    /// The router has the prefix neither in its BGP table nor in the kernel.
    public void noRoute(Prefix prefix) {
        route(prefix);
    }

    private Set<String> inTable(Prefix prefix) {
        return router.paths(prefix.toString()).stream()
                .map(BgpPath::nextHop)
                .map(this::global)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> inKernel(Prefix prefix) {
        return router.kernelNextHops(prefix.toString()).stream()
                .map(this::global)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Of two addresses in a next hop (RFC 2545 3) FRR uses the link-local one.
    private String global(String nextHop) {
        return nextHop.startsWith("fe80:") && lab.hasLinkLocalAddress(Seat.NODE, nextHop)
                ? Seat.NODE.address(Family.IPV6).toString()
                : nextHop;
    }

    private void eventually(String what, BooleanSupplier question) {
        Eventually.is(what, question, this::now);
    }

    private String now() {
        return "we say " + lab.speaker().status() + ", " + lab.kind() + " says " + router.sessions() + " and has "
                + router.routes() + " routes";
    }
}
