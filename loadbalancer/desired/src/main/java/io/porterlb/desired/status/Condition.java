package io.porterlb.desired.status;

import io.porterlb.desired.view.ServiceView;

/// A condition of an object (`metav1.Condition`); who writes it adds times and generation. True is the
/// good side of every type.
///
/// @param reason CamelCase, never empty
/// @param message a sentence, empty where there is nothing to add
public record Condition(String type, boolean status, String reason, String message) {
    /// Of an Eip, BgpPeer or BgpConf: it does what it is there for.
    public static final String READY = "Ready";

    /// Of an Eip, BgpPeer or BgpConf: every field that is set has an effect.
    public static final String SUPPORTED = "Supported";

    /// Of an Eip: `spec.address` says plainly what it means. Present only where it does not.
    public static final String ADDRESS_NORMALIZED = "AddressNormalized";

    /// Of an Eip that is marked as default: it is the one. Present only where it is not.
    public static final String DEFAULT_EIP = "DefaultEip";

    /// Of an Eip: the addresses that Services hold from it are still in `spec.address`. Present only where
    /// not all are.
    public static final String HELD_ADDRESSES_CONTAINED = "HeldAddressesContained";

    /// Of an Eip: its addresses can be announced as it says. Present only where they cannot.
    public static final String ANNOUNCEABLE = "Announceable";

    /// Of a BgpPeer: its password is not for everyone to read. Present only where it is.
    public static final String PASSWORD_HIDDEN = "PasswordHidden";

    /// What the types of our conditions on a Service begin with.
    public static final String OURS = "porterlb.io/";

    /// Of a Service: it holds an address.
    public static final String ADDRESS_ASSIGNED = OURS + "AddressAssigned";

    /// Of a Service with an address: it is announced. Present only where it is not, though it should be.
    public static final String ANNOUNCED = ServiceView.ANNOUNCED;

    /// Of a Service with an address: it has what it asks for. Present only where it keeps another address
    /// than that.
    public static final String REQUEST_SATISFIED = OURS + "RequestSatisfied";
}
