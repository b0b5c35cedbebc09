package io.porterlb.agent.layer2;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.SecretView;
import io.porterlb.desired.view.Secrets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys that agents sign with what they say to each other.
///
/// @param version resourceVersion of the Secret
/// @param passwords the first signs, and all are accepted
record KeyRing(String version, List<Password> passwords) {
    private static final int LEAST = 16;
    private static final int MOST = 1024;

    /// That of the Secret [Secrets#LAYER2]; empty without it, or without a key in it that can be used.
    static Optional<KeyRing> of(ClusterView view) {
        return view.secrets()
                .flatMap(secrets -> Optional.ofNullable(secrets.byName().get(Secrets.LAYER2)))
                .flatMap(KeyRing::of);
    }

    private static Optional<KeyRing> of(SecretView secret) {
        List<Password> passwords = Stream.of(Secrets.LAYER2_KEY, Secrets.LAYER2_OTHER_KEY)
                .map(secret.data()::get)
                .filter(Objects::nonNull)
                .toList();
        boolean complete = secret.data().containsKey(Secrets.LAYER2_KEY);
        return complete && passwords.stream().allMatch(KeyRing::usable)
                ? Optional.of(new KeyRing(secret.resourceVersion(), passwords))
                : Optional.empty();
    }

    private static boolean usable(Password password) {
        int length = password.reveal().getBytes(UTF_8).length;
        return length >= LEAST && length <= MOST;
    }

    List<byte[]> keys() {
        return passwords.stream()
                .map(password -> password.reveal().getBytes(UTF_8))
                .toList();
    }
}
