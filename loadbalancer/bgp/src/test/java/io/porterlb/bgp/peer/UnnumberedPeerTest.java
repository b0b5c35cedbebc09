package io.porterlb.bgp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.Transport;
import io.porterlb.bgp.fsm.SessionFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A peer whose address is learned on its link.
class UnnumberedPeerTest {
    private static final PeerConfig CONFIG = PeerBench.CONFIG.withAddress(new PeerAddress.OnLink("swp1"));
    private static final IpAddress FIRST = IpAddress.of("fe80::1");
    private static final IpAddress SECOND = IpAddress.of("fe80::2");
    private static final SessionFault NOT_ALLOWED = new SessionFault("PermissionDenied", "not allowed.");

    private final PeerBench bench = new PeerBench(CONFIG, SpeakerStart.FRESH);

    private Optional<String> reason() {
        bench.turn();
        return bench.status().lastFailure().map(Failure::reason);
    }

    @Test
    void peerThatIsHeardIsConnectedToAtOnce() {
        bench.peer.start();
        assertEquals(Optional.of("NeighborUnknown"), reason());
        assertEquals(List.of(), bench.dialer.dialed());
        bench.peer.heard(FIRST);
        assertEquals(List.of("fe80::1%swp1"), bench.dialer.dialed());
        assertEquals(Optional.empty(), reason());
        assertEquals(Optional.of(FIRST), bench.status().address());
    }

    @Test
    void sameAddressAgainChangesNothing() {
        bench.peer.start();
        bench.peer.heard(FIRST);
        bench.peer.heard(FIRST);
        assertEquals(1, bench.dialer.attempts());
    }

    @Test
    void anotherAddressEndsNoSessionAndIsTheNextToBeTried() {
        bench.peer.start();
        bench.peer.heard(FIRST);
        bench.establish();
        bench.peer.heard(SECOND);
        bench.turn();
        assertEquals(SessionState.ESTABLISHED, bench.status().state());
        assertEquals(1, bench.dialer.attempts());
        bench.connection().routerCloses();
        bench.pass(Duration.ofMinutes(1));
        assertEquals("fe80::2%swp1", bench.dialer.dialed().getLast());
    }

    @Test
    void passivePeerIsWaitedForAlsoWhenItIsKnown() {
        PeerBench passive =
                new PeerBench(CONFIG.withTransport(Transport.DEFAULT.withPassive(true)), SpeakerStart.FRESH);
        passive.peer.start();
        passive.peer.heard(FIRST);
        passive.pass(Duration.ofMinutes(1));
        assertEquals(0, passive.dialer.attempts());
    }

    @Test
    void addressOfOneLinkIsNotTriedOnAnother() {
        bench.peer.start();
        bench.peer.heard(FIRST);
        bench.peer.reconfigure(CONFIG.withAddress(new PeerAddress.OnLink("swp2")));
        assertEquals(1, bench.dialer.attempts());
        assertEquals(Optional.of("NeighborUnknown"), reason());
    }

    @Test
    void peerThatIsLeftAloneIsNotConnectedTo() {
        bench.peer.reconfigure(CONFIG.withShutdown(Optional.of("")));
        bench.peer.heard(FIRST);
        assertEquals(0, bench.dialer.attempts());
    }

    @Test
    void searchThatFailsShowsUntilThereIsASession() {
        bench.peer.start();
        bench.peer.notHeard(NOT_ALLOWED);
        assertEquals(Optional.of("PermissionDenied"), reason());
        bench.peer.heard(FIRST);
        bench.establish();
        bench.peer.notHeard(NOT_ALLOWED);
        assertEquals(Optional.empty(), reason());
    }
}
