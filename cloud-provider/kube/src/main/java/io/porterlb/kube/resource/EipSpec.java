package io.porterlb.kube.resource;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `spec` of an Eip.
public record EipSpec(
        String address,
        String protocol,
        @SerializedName("interface") String networkInterface,
        boolean disable,
        int priority,
        @Nullable Boolean autoAssign,
        String sharing,
        List<String> namespaces,
        Map<String, String> namespaceSelector,
        @Nullable Long linkBandwidth,
        @Nullable Integer aggregationLength,
        @Nullable Integer aggregationLengthV6,
        List<String> peers,
        @Nullable Selector nodeSelector) {
    public EipSpec {
        address = Absent.text(address);
        protocol = Absent.text(protocol);
        networkInterface = Absent.text(networkInterface);
        sharing = Absent.text(sharing);
        namespaces = Absent.list(namespaces);
        namespaceSelector = Absent.map(namespaceSelector);
        peers = Absent.list(peers);
    }
}
