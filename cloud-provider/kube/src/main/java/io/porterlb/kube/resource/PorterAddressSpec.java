package io.porterlb.kube.resource;

import java.util.List;

/// `spec` of a PorterAddress.
public record PorterAddressSpec(String address, String eip, List<Owner> owners) {
    public PorterAddressSpec {
        address = Absent.text(address);
        eip = Absent.text(eip);
        owners = Absent.list(owners);
    }

    /// One entry of `spec.owners`: a Service.
    public record Owner(String namespace, String name, String uid, String terms) {
        public Owner {
            namespace = Absent.text(namespace);
            name = Absent.text(name);
            uid = Absent.text(uid);
            terms = Absent.text(terms);
        }
    }
}
