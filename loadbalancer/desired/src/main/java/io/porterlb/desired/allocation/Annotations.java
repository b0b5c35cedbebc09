package io.porterlb.desired.allocation;

/// Annotations of a Service that say which address it wants, or whether it is ours. OpenELB's and MetalLB's are read
/// as they are, so that a migration edits nothing.
public final class Annotations {
    /// Marks a Service as OpenELB's; needed only where `--require-annotation` is set.
    public static final String OPENELB = "lb.kubesphere.io/v1alpha1";

    /// The value of [#OPENELB] that counts.
    public static final String OPENELB_VALUE = "openelb";

    /// The wanted address, or two, one a family, separated by a comma; wins over `spec.loadBalancerIP`.
    public static final String ADDRESS = "eip.openelb.kubesphere.io/v1alpha1";

    /// The wanted Eip by name, or two, one a family, separated by a comma.
    public static final String EIP = "eip.openelb.kubesphere.io/v1alpha2";

    /// `bgp` or `layer2`: an address that is not asked for by name comes from an Eip of this protocol.
    public static final String PROTOCOL = "protocol.openelb.kubesphere.io/v1alpha1";

    /// MetalLB's list of wanted addresses, one a family, separated by commas; wins over `spec.loadBalancerIP`.
    public static final String METALLB_ADDRESSES = "metallb.io/loadBalancerIPs";

    /// MetalLB's wanted pool; here the name of an Eip.
    public static final String METALLB_POOL = "metallb.io/address-pool";

    /// Services with the same key may share an address, within one namespace unless the Eip says otherwise.
    public static final String SHARING_KEY = "porterlb.io/sharing-key";

    /// MetalLB's key, read as [#SHARING_KEY], which wins.
    public static final String METALLB_SHARING_KEY = "metallb.io/allow-shared-ip";

    private Annotations() {}
}
