package io.porterlb.desired.allocation;

import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;

/// A Service that wants an address of us, and what it asks for.
record Served(ServiceView service, Request request) {
    ServiceKey key() {
        return service.key();
    }
}
