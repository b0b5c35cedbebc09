package io.porterlb.kube;

import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.NodeReport;
import java.util.List;
import java.util.Optional;

/// Exchanges the keys of agents, for somebody at a command line. Each call asks the API server and blocks its
/// own thread, and throws [KubeException] for what is not a value.
public final class KeyExchange {
    private final Calls calls;
    private final KeySecret secret;

    KeyExchange(Calls calls, String namespace) {
        this.calls = calls;
        this.secret = new KeySecret(calls, namespace);
    }

    /// The keys as they are now; empty where there is no Secret. Needs the verb get on it.
    public Optional<AgentKeys> find() {
        return secret.find();
    }

    /// Puts keys in the place of those of the same version. Needs the verb patch on the Secret.
    ///
    /// @return the same, of the version that they have there
    /// @throws NotWrittenException if somebody else has written to the Secret
    public AgentKeys write(AgentKeys keys) throws NotWrittenException {
        WriteResult result = secret.write(keys);
        result.orThrow();
        return result instanceof WriteResult.Written(var version) ? keys.at(version) : keys;
    }

    /// Names of the nodes whose agents take part and use other keys, as far as they have reported. Needs the
    /// verb list on porternodes.
    public List<String> behind(AgentKeys keys) {
        return Reports.list(calls).stream()
                .filter(report -> isBehind(report, keys))
                .map(NodeReport::node)
                .sorted()
                .toList();
    }

    private static boolean isBehind(NodeReport report, AgentKeys keys) {
        return report.layer2()
                .map(Layer2Report::keysVersion)
                .filter(version -> !version.equals(keys.resourceVersion()))
                .isPresent();
    }
}
