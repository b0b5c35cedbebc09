package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.BgpMessage;
import java.util.Optional;

/// A connection of the router without a network.
public final class EmbeddedIncoming implements Incoming {
    private Optional<EmbeddedDialer.Attempt> taken = Optional.empty();
    private boolean refused;

    @Override
    public IpAddress remoteAddress() {
        return IpAddress.of("192.0.2.1");
    }

    @Override
    public IpAddress localAddress() {
        return IpAddress.of("192.0.2.7");
    }

    @Override
    public Optional<String> device() {
        return Optional.empty();
    }

    @Override
    public boolean prepare(PeerConfig peer) {
        return true;
    }

    @Override
    public Connection accept(ConnectionListener listener) {
        EmbeddedDialer.Attempt attempt = new EmbeddedDialer.Attempt(listener);
        taken = Optional.of(attempt);
        return attempt.connection();
    }

    @Override
    public void refuse() {
        refused = true;
    }

    public boolean isRefused() {
        return refused;
    }

    public void routerSends(BgpMessage message) {
        taken.orElseThrow().routerSends(message);
    }
}
