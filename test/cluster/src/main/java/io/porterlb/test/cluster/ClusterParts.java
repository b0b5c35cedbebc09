package io.porterlb.test.cluster;

import io.porterlb.test.cluster.fabric.Addresses;
import io.porterlb.test.cluster.fabric.Fabric;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.cluster.kubernetes.ControlPlane;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.kubernetes.MachineSpace;
import io.porterlb.test.cluster.kubernetes.Pki;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.process.Cgroup;
import io.porterlb.test.cluster.process.Place;
import io.porterlb.test.cluster.programs.KubernetesPrograms;
import io.porterlb.test.cluster.router.FrrRouter;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterSpec;
import java.nio.file.Path;
import java.util.List;

/// The handles of everything in a cluster. All of it follows from the specification, so that a JVM that did not start
/// the cluster has the same ones.
final class ClusterParts {
    private final ClusterSpec spec;
    private final Names names;
    private final RunFolder folder;
    private final Addresses addresses;
    private final Fabric fabric;

    ClusterParts(ClusterSpec spec) {
        this.spec = spec;
        this.names = new Names(spec.name());
        this.folder = new RunFolder(spec.name());
        this.addresses = new Addresses(spec.nodes(), spec.ipv6());
        this.fabric = new Fabric(names, addresses, spec.fabric(), this::router);
    }

    ClusterSpec spec() {
        return spec;
    }

    RunFolder folder() {
        return folder;
    }

    Addresses addresses() {
        return addresses;
    }

    Fabric fabric() {
        return fabric;
    }

    Pki pki() {
        return new Pki(folder.path());
    }

    KubernetesPrograms programs() {
        return KubernetesPrograms.installed();
    }

    Cgroup cgroup() {
        return new Cgroup(names.prefix());
    }

    /// Everything that we start; Pods are in groups of their nodes.
    Cgroup programsCgroup() {
        return cgroup().child("programs");
    }

    private Router router(RouterSpec router) {
        Path sockets = folder.path().resolve("routers").resolve(router.name());
        return new FrrRouter(router, names.namespace(router.name()), place(router.name()), sockets);
    }

    private Place place(String role) {
        return new Place(role, names.namespace(role).command(List.of()), programsCgroup(), folder.path());
    }

    /// A role's network, with the files of the machine that all this runs on.
    Place networkPlace(String role) {
        fabric.namespace(role);
        return place(role);
    }

    /// The root namespace.
    Place host() {
        return new Place("host", List.of(), programsCgroup(), folder.path());
    }

    List<KubernetesNode> nodes() {
        return addresses.nodeNumbers().stream().map(this::node).toList();
    }

    private KubernetesNode node(int number) {
        String role = Topology.node(number);
        return new KubernetesNode(number, machine(role), addresses, cgroup().child(role));
    }

    ControlPlane controlPlane() {
        return new ControlPlane(machine(Topology.CONTROL_PLANE), addresses, programs(), spec.proxyMode(), pki());
    }

    private MachineSpace machine(String role) {
        return new MachineSpace(role, names.namespace(role), programsCgroup(), folder.path());
    }
}
