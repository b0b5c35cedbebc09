package io.porterlb.bfd.speaker;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The two timers of a session, on its event loop. Both count from the last packet, so that a change of their
/// duration neither delays a packet nor forgives silence.
final class SessionTimers {
    /// How long after the Detection Time what has come meanwhile may still be read. A pause of this process,
    /// and not of the neighbor, ends with an expired timer and a full socket: the timer must not win.
    private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(2);

    private final EventExecutor loop;
    private final Runnable transmit;
    private final Runnable silent;
    private long lastSent;
    private long lastHeard;
    private long silenceNanos;
    private @Nullable Future<?> sending;
    private @Nullable Future<?> listening;

    SessionTimers(EventExecutor loop, Runnable transmit, Runnable silent) {
        this.loop = loop;
        this.transmit = transmit;
        this.silent = silent;
        this.lastSent = now();
    }

    private long now() {
        return loop.ticker().nanoTime();
    }

    // --- sending

    /// The next packet is due this long after the last one.
    void transmitAfter(Duration interval) {
        stopTransmitting();
        long wait = Math.max(0, lastSent + interval.toNanos() - now());
        sending = loop.schedule(this::due, wait, TimeUnit.NANOSECONDS);
    }

    /// It is due now, if one is due at all.
    void transmitNow() {
        if (sending != null) {
            stopTransmitting();
            due();
        }
    }

    void stopTransmitting() {
        if (sending != null) {
            sending.cancel(false);
            sending = null;
        }
    }

    private void due() {
        sending = null;
        lastSent = now();
        transmit.run();
    }

    // --- listening

    /// A packet came.
    void heard() {
        lastHeard = now();
    }

    /// None may be missing for longer than this. A timer that runs is left to run where it is early, and looks
    /// again when it expires: one packet, one timer would be a lot of timers.
    void expectWithin(Duration detectionTime) {
        boolean shorter = detectionTime.toNanos() < silenceNanos;
        silenceNanos = detectionTime.toNanos();
        if (listening == null || shorter) {
            stopListening();
            listenUntil(lastHeard + silenceNanos);
        }
    }

    private void listenUntil(long end) {
        listening = loop.schedule(this::look, Math.max(0, end - now()), TimeUnit.NANOSECONDS);
    }

    private void look() {
        if (silentSoFar()) {
            listening = loop.schedule(this::conclude, GRACE, TimeUnit.NANOSECONDS);
        } else {
            listenUntil(lastHeard + silenceNanos);
        }
    }

    private void conclude() {
        if (silentSoFar()) {
            listening = null;
            silent.run();
        } else {
            listenUntil(lastHeard + silenceNanos);
        }
    }

    private boolean silentSoFar() {
        return now() - lastHeard >= silenceNanos;
    }

    private void stopListening() {
        if (listening != null) {
            listening.cancel(false);
            listening = null;
        }
    }

    void stop() {
        stopTransmitting();
        stopListening();
    }
}
