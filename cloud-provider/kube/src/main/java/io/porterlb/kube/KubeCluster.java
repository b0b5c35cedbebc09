package io.porterlb.kube;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.kube.watch.ClusterWatch;
import io.porterlb.kube.watch.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A Kubernetes cluster: what it looks like, and the ways to change it. What is written here is in the next view, even
/// if the API server's own word of it comes later.
///
/// One thread takes views. Writers may be used by any thread and block it, so it should be a virtual one; they throw
/// [KubeException] for what is not a [WriteResult].
public final class KubeCluster implements AutoCloseable {
    private final ClusterWatch watch;
    private final AddressWriter addresses;
    private final ServiceWriter services;
    private final NodeWriter nodes;
    private final StatusWriter statuses;
    private final ReportWriter reports;
    private final CouncilWriter councils;
    private final Calls calls;
    private final EventWriter events;

    /// Begins to watch at once. Does not wait, and does not fail: see [#troubles].
    ///
    /// @param gate asked before each write
    /// @param component who reports events, such as `porter-manager`
    /// @param instance which one of them: the node's or Pod's name
    /// @param clock for the times in conditions and events
    public KubeCluster(
            KubeConnection connection,
            Set<WatchedKind> kinds,
            WriteGate gate,
            String component,
            String instance,
            Clock clock) {
        this(connection, kinds, Optional.empty(), gate, component, instance, clock);
    }

    /// As the other, for a program that reads passwords and has no rival.
    ///
    /// @param secretsIn namespace of the Secrets that BgpPeers name
    public KubeCluster(
            KubeConnection connection,
            Set<WatchedKind> kinds,
            Optional<String> secretsIn,
            String component,
            String instance,
            Clock clock) {
        this(connection, kinds, secretsIn, WriteGate.OPEN, component, instance, clock);
    }

    private KubeCluster(
            KubeConnection connection,
            Set<WatchedKind> kinds,
            Optional<String> secretsIn,
            WriteGate gate,
            String component,
            String instance,
            Clock clock) {
        watch = new ClusterWatch(
                connection.watches(), kinds.stream().map(WatchedKind::type).collect(Collectors.toSet()), secretsIn);
        Sources sources = watch.sources();
        calls = new Calls(connection.calls(), gate);
        addresses = new AddressWriter(calls, sources.records());
        services = new ServiceWriter(calls, sources.services(), clock);
        nodes = new NodeWriter(calls, sources.nodes());
        statuses = new StatusWriter(calls, sources, clock);
        reports = new ReportWriter(calls, sources.reports());
        councils = new CouncilWriter(calls, sources.councils());
        events = new EventWriter(calls, component, instance, clock);
    }

    /// Waits until every kind has been listed and something is new, or somebody calls [#wake]. The first view comes as
    /// soon as every kind has been listed.
    public ClusterView next() throws InterruptedException {
        return watch.next(Optional.empty());
    }

    /// The same, for no longer than a time after which something is due though nothing is new.
    ///
    /// @param limit counts once every kind has been listed; none if empty
    public ClusterView next(Optional<Duration> limit) throws InterruptedException {
        return watch.next(limit);
    }

    /// Makes the present or next wait for a view end at once. Any thread.
    public void wake() {
        watch.wake();
    }

    /// Why a kind may be out of date, as a sentence, by the kind's name; empty while all is well. Any thread.
    public Map<String, String> troubles() {
        return watch.troubles();
    }

    public AddressWriter addresses() {
        return addresses;
    }

    public ServiceWriter services() {
        return services;
    }

    public NodeWriter nodes() {
        return nodes;
    }

    public StatusWriter statuses() {
        return statuses;
    }

    public ReportWriter reports() {
        return reports;
    }

    public CouncilWriter councils() {
        return councils;
    }

    /// Endpoints of single Services.
    public EndpointReader endpoints() {
        return new EndpointReader(calls);
    }

    /// The Secret of the agents' keys.
    public KeySecret keys(String namespace) {
        return new KeySecret(calls, namespace);
    }

    public EventWriter events() {
        return events;
    }

    /// Ends all watches, and events that wait to be written. The connection stays open.
    @Override
    public void close() {
        watch.close();
        events.close();
    }
}
