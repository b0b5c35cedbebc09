package io.porterlb.kube;

/// Which Lease. Its text names it for people.
public record LeaseName(String namespace, String name) {
    @Override
    public String toString() {
        return "Lease " + namespace + "/" + name;
    }
}
