package io.porterlb.kube.mapping;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.PorterAddressSpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;

/// PorterAddress to [AddressRecord] and back.
public final class RecordMapping {
    private RecordMapping() {}

    /// Empty for an object whose name is not that of its address: the name is the lock, so it counts for nothing.
    public static Optional<AddressRecord> record(CustomResource object) {
        PorterAddressSpec spec = Json.read(object.spec(), PorterAddressSpec.class);
        return IpAddress.parse(spec.address())
                .filter(address -> name(address).equals(object.metadata().name()))
                .map(address -> new AddressRecord(
                        address,
                        spec.eip(),
                        spec.owners().stream().map(RecordMapping::owner).toList(),
                        ServiceMapping.created(object.metadata())));
    }

    private static Owner owner(PorterAddressSpec.Owner owner) {
        return new Owner(new ServiceKey(owner.namespace(), owner.name()), owner.uid(), owner.terms());
    }

    /// `spec` of the object for a record.
    public static PorterAddressSpec spec(AddressRecord record) {
        return new PorterAddressSpec(
                record.address().toString(),
                record.eip(),
                record.owners().stream()
                        .map(o -> new PorterAddressSpec.Owner(
                                o.service().namespace(), o.service().name(), o.uid(), o.terms()))
                        .toList());
    }

    /// The address as a name that Kubernetes allows ([RFC 1123 2.1](https://www.rfc-editor.org/rfc/rfc1123#page-13)):
    /// `198.51.100.7`, or all eight groups of four digits, `2001-0db8-0000-…`. One name for each address.
    public static String name(IpAddress address) {
        if (address.family() == IpFamily.V4) {
            return address.toString();
        }
        String digits = HexFormat.of().formatHex(address.toOctets());
        StringJoiner name = new StringJoiner("-");
        for (int i = 0; i < digits.length(); i += 4) {
            name.add(digits.substring(i, i + 4));
        }
        return name.toString();
    }
}
