package io.porterlb.bgp.net.nd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.fsm.SessionFault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LinkWatchTest {
    @Test
    void interfaceThatIsNotThereIsSaidInASentence() throws Exception {
        CompletableFuture<SessionFault> failure = new CompletableFuture<>();
        try (NeighborFinder.Watch _ = new RouterDiscovery().watch("nosuch0", listener(failure))) {
            assertEquals(
                    new SessionFault(
                            "NoInterface",
                            "cannot look for a router on nosuch0: there is no network interface of that name."),
                    failure.get(30, TimeUnit.SECONDS));
        }
    }

    private static NeighborListener listener(CompletableFuture<SessionFault> failure) {
        return new NeighborListener() {
            @Override
            public void heard(IpAddress address) {
                failure.completeExceptionally(new AssertionError(address + " was heard on no interface"));
            }

            @Override
            public void failed(SessionFault fault) {
                failure.complete(fault);
            }
        };
    }
}
