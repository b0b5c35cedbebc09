package io.porterlb.porterctl.announcements;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Optional;

/// Which addresses the user asks for.
///
/// @param text an address, a Service as `namespace/name`, or the name of Services in whatever namespace; empty for all
record Selection(String text) {
    boolean has(Held held) {
        return has(held.address().toString(), held.services());
    }

    boolean has(Row row) {
        return has(row.address(), row.services());
    }

    private boolean has(String address, List<String> services) {
        Optional<IpAddress> wanted = IpAddress.parse(text);
        return text.isEmpty()
                || (wanted.isPresent()
                        ? address.equals(wanted.get().toString())
                        : services.stream().anyMatch(this::is));
    }

    private boolean is(String service) {
        return service.equals(text) || service.endsWith("/" + text);
    }
}
