package io.porterlb.bfd.speaker;

import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bfd.BfdState;
import io.porterlb.bfd.DiscardReason;
import io.porterlb.bfd.net.Endpoint;
import io.porterlb.bfd.net.Transmitter;
import io.porterlb.bfd.session.BfdMachine;
import io.porterlb.bfd.session.BfdSession;
import io.porterlb.bfd.session.Intervals;
import io.porterlb.bfd.session.Jitter;
import io.porterlb.bfd.session.SessionAction;
import io.porterlb.bfd.session.SessionEvent;
import io.porterlb.bfd.session.SessionSettings;
import io.porterlb.bfd.session.Step;
import io.porterlb.bfd.wire.BfdPacket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/// One configured session. All methods but [#status] are to be called on its event loop.
final class LiveSession implements Transmitter.Listener {
    private static final Logger LOG = System.getLogger(LiveSession.class.getName());
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(30);

    private final Environment environment;
    private final SessionTimers timers;
    private final Transmitter transmitter;
    private final PacketCounts counts = new PacketCounts();
    private volatile BfdSessionConfig config;
    private volatile Now now;

    /// What changes together.
    private record Now(BfdSession session, History history) {}

    /// A session that is not started yet.
    LiveSession(BfdSessionConfig config, long discriminator, Environment environment) {
        this.config = config;
        this.environment = environment;
        this.now = new Now(BfdSession.of(discriminator, settings(config)), History.NONE);
        this.timers = new SessionTimers(
                environment.loop(),
                () -> on(new SessionEvent.TransmitTimerExpires()),
                () -> on(new SessionEvent.DetectionTimeExpires()));
        this.transmitter = environment.transmitters().open(config, this);
    }

    private static SessionSettings settings(BfdSessionConfig config) {
        Intervals intervals = Intervals.of(config.desiredMinTx(), config.requiredMinRx());
        return new SessionSettings(intervals, config.detectMultiplier(), config.passive());
    }

    BfdSessionConfig config() {
        return config;
    }

    long discriminator() {
        return now.session().localDiscriminator();
    }

    // --- orders

    void start() {
        on(config.adminDown() ? new SessionEvent.AdminDown() : new SessionEvent.AdminUp());
    }

    /// Takes over another configuration of a session that goes the same way.
    void reconfigure(BfdSessionConfig next) {
        config = next;
        on(new SessionEvent.SettingsChanged(settings(next)));
        start();
    }

    /// Says AdminDown, and goes on saying it while the neighbor is heard.
    void shutDown() {
        on(new SessionEvent.AdminDown());
    }

    /// How long the neighbor may still believe in the session if it has missed what was said last
    /// ([RFC 5880 6.8.16](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.16)); 30 s at most.
    Duration farewell() {
        BfdSession session = now.session();
        return session.transmitInterval()
                .map(interval -> interval.multipliedBy(session.settings().detectMultiplier()))
                .map(time -> time.compareTo(LONGEST_FAREWELL) < 0 ? time : LONGEST_FAREWELL)
                .orElse(Duration.ZERO);
    }

    void close() {
        timers.stop();
        transmitter.close();
    }

    // --- what happens

    void received(BfdPacket packet) {
        counts.received();
        timers.heard();
        on(new SessionEvent.PacketReceived(packet));
    }

    void discarded(DiscardReason reason) {
        counts.discarded(reason);
    }

    @Override
    public void sent() {
        counts.sent();
    }

    @Override
    public void notSent() {
        counts.notSent();
    }

    @Override
    public void ready() {
        environment.receivers().reopenIfBoundToInterface(Endpoint.of(config));
        timers.transmitNow();
    }

    private void on(SessionEvent event) {
        Now before = now;
        Step step = BfdMachine.on(before.session(), event);
        History history = before.history()
                .after(before.session(), step.next(), environment.clock().instant());
        now = new Now(step.next(), history);
        step.actions().forEach(this::act);
        announce(before.session().state(), step.next().state());
    }

    private void act(SessionAction action) {
        switch (action) {
            case SessionAction.Send(var packet) -> transmitter.send(packet);
            case SessionAction.TransmitEvery(var interval) -> timers.transmitAfter(jittered(interval));
            case SessionAction.StopTransmitting() -> timers.stopTransmitting();
            case SessionAction.ExpectWithin(var time) -> timers.expectWithin(time);
        }
    }

    private Duration jittered(Duration interval) {
        return Jitter.of(
                interval, config.detectMultiplier(), environment.random().nextDouble());
    }

    private void announce(BfdState before, BfdState next) {
        if (before == next) {
            return;
        }
        LOG.log(Level.DEBUG, () -> "BFD session " + config.name() + ": " + before + " to " + next);
        try {
            if (next == BfdState.UP) {
                environment.listener().up(status());
            } else if (before == BfdState.UP) {
                environment.listener().down(status());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "the listener failed at " + status(), e);
        }
    }

    /// A snapshot, for any thread.
    BfdSessionStatus status() {
        Now current = now;
        BfdSession session = current.session();
        return new BfdSessionStatus(
                config.name(),
                config.peer(),
                session.state(),
                session.diagnostic(),
                session.remote().state(),
                session.remote().diagnostic(),
                session.localDiscriminator(),
                session.remote().discriminator(),
                session.transmitInterval(),
                session.receiveInterval(),
                session.detectionTime(),
                current.history().upSince(),
                current.history().everUp(),
                current.history().failed(),
                problem(),
                counts.lastDiscard(),
                counts.snapshot());
    }

    private Optional<String> problem() {
        Optional<String> sending = transmitter.problem();
        return sending.isPresent() ? sending : environment.receivers().problem(Endpoint.of(config));
    }
}
