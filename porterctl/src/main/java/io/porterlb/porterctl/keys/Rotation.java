package io.porterlb.porterctl.keys;

import io.porterlb.kube.AgentKeys;
import io.porterlb.kube.KeyExchange;
import io.porterlb.kube.KeySecret;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.kube.work.Until;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;

/// The steps of an exchange of keys, from what the cluster shows. See [AgentKeys].
///
/// @param timeout for all agents to take a step
/// @param command for its lines
record Rotation(KeyExchange exchange, Duration timeout, CommandLine command) {
    /// Goes through them, or through what is left of them.
    ///
    /// @return whether all agents have taken them all
    boolean run() throws InterruptedException, NotWrittenException {
        Optional<AgentKeys> found = exchange.find();
        if (found.isEmpty()) {
            fail("there is no Secret porterlb-layer2: porter-manager makes it when the first porter-agent takes part.");
            return false;
        }
        return run(begun(found.get()));
    }

    private AgentKeys begun(AgentKeys found) throws NotWrittenException {
        return found.other().isEmpty() ? exchange.write(found.adding(KeySecret.newKey())) : found;
    }

    private boolean run(AgentKeys begun) throws InterruptedException, NotWrittenException {
        AgentKeys now = begun;
        while (isTakenByAll(now)) {
            command.getOut().println(done(now));
            if (now.other().isEmpty()) {
                return true;
            }
            now = exchange.write(now.next());
        }
        fail("after " + timeout.toSeconds() + " s these nodes' agents have not said that they follow: "
                + String.join(", ", exchange.behind(now))
                + ". Nothing more was done: see that they run, or delete Nodes that are gone, and run this again.");
        return false;
    }

    private boolean isTakenByAll(AgentKeys keys) throws InterruptedException {
        return Until.yes(timeout, () -> exchange.behind(keys).isEmpty());
    }

    private static String done(AgentKeys step) {
        if (step.other().isEmpty()) {
            return "3 of 3: all agents forget the old key";
        }
        return step.switched()
                ? "2 of 3: all agents sign with the new key"
                : "1 of 3: all agents accept the new key beside the old one";
    }

    private void fail(String sentence) {
        command.getErr().println("porterctl rotate-keys: " + sentence);
    }
}
