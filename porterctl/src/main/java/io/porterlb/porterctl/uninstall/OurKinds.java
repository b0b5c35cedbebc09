package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.removal.ClusterObject;
import io.porterlb.kube.removal.InstalledKind;
import io.porterlb.kube.removal.Removal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds that PorterLB brings along. Those of its own group are always ours; those that it shares with OpenELB only
/// where their definition carries our label.
final class OurKinds {
    /// Which only our programs write.
    static final List<InstalledKind> INTERNAL =
            List.of(InstalledKind.PORTER_ADDRESS, InstalledKind.PORTER_NODE, InstalledKind.PORTER_COUNCIL);

    /// Which people write; those who use it before those who are used.
    static final List<InstalledKind> WRITTEN_BY_USERS =
            List.of(InstalledKind.BGP_PEER, InstalledKind.BGP_CONF, InstalledKind.EIP);

    private final Removal removal;
    private final boolean keep;

    /// @param keep whether the definitions stay, so that it does not matter whose they are: Helm's hook may then not
    ///     read them
    OurKinds(Removal removal, boolean keep) {
        this.removal = removal;
        this.keep = keep;
    }

    /// All objects of a kind, or none if it is not ours.
    List<ClusterObject> objects(InstalledKind kind) {
        return keep || INTERNAL.contains(kind) || definition(kind).isPresent() ? removal.list(kind, "", "") : List.of();
    }

    /// The definitions of those of our kinds that are ours.
    List<ClusterObject> definitions() {
        return Stream.concat(INTERNAL.stream(), WRITTEN_BY_USERS.stream())
                .flatMap(kind -> definition(kind).stream())
                .toList();
    }

    private Optional<ClusterObject> definition(InstalledKind kind) {
        return removal.find(InstalledKind.CUSTOM_RESOURCE_DEFINITION, "", kind.definition())
                .filter(definition -> INTERNAL.contains(kind) || Labels.ours(definition));
    }
}
