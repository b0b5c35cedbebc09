package io.porterlb.layer2.speaker;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.AnswerState;
import io.porterlb.layer2.AnswerStatus;
import io.porterlb.layer2.Layer2Listener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/// Tells the listener what has changed on one interface. Written by its thread, read by any.
final class Reporter {
    private static final Logger LOG = System.getLogger(Reporter.class.getName());

    private final String device;
    private final Layer2Listener listener;
    private volatile Map<IpAddress, AnswerState> states = Map.of();

    Reporter(String device, Layer2Listener listener) {
        this.device = device;
        this.listener = listener;
    }

    Map<IpAddress, AnswerState> states() {
        return states;
    }

    void report(Map<IpAddress, AnswerState> now) {
        Map<IpAddress, AnswerState> before = states;
        states = Map.copyOf(now);
        now.forEach((address, state) -> {
            if (!state.equals(before.get(address))) {
                tell(() -> listener.changed(new AnswerStatus(address, device, state)));
            }
        });
        before.keySet().stream()
                .filter(address -> !now.containsKey(address))
                .forEach(address -> tell(() -> listener.gone(address, device)));
    }

    private void tell(Runnable news) {
        try {
            news.run();
        } catch (Throwable e) {
            LOG.log(Level.ERROR, () -> "the listener failed on news of " + device, e);
        }
    }
}
