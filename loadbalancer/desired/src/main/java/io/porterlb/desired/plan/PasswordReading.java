package io.porterlb.desired.plan;

import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.NeighborView;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.PasswordSource;
import io.porterlb.desired.view.SecretView;
import io.porterlb.desired.view.Secrets;
import java.util.Optional;

/// Finds the password of a BgpPeer.
final class PasswordReading {
    private static final String CLEAR_TEXT = "spec.conf.authPassword";

    private PasswordReading() {}

    /// @param known empty for a program that may not read Secrets: it takes them for granted
    static Optional<PeerProblem> problem(BgpPeerView peer, Optional<Secrets> known) {
        return switch (peer.password()) {
            case PasswordSource.None _ -> Optional.empty();
            case PasswordSource.ClearText(Password password) ->
                withoutAddress(peer, CLEAR_TEXT).or(() -> unusable(CLEAR_TEXT, password));
            case PasswordSource.InSecret ref ->
                withoutAddress(peer, "spec.authSecretRef").or(() -> known.flatMap(secrets -> problem(ref, secrets)));
        };
    }

    private static Optional<PeerProblem> withoutAddress(BgpPeerView peer, String field) {
        NeighborView neighbor = peer.neighbor();
        return neighbor.unnumbered()
                ? Optional.of(new PeerProblem.PasswordWithoutAddress(field, neighbor.networkInterface()))
                : Optional.empty();
    }

    private static Optional<PeerProblem> problem(PasswordSource.InSecret ref, Secrets secrets) {
        SecretView secret = secrets.byName().get(ref.name());
        String full = secrets.namespace() + "/" + ref.name();
        if (secret == null && secrets.unread().contains(ref.name())) {
            return Optional.of(new PeerProblem.PasswordSecretUnread(secrets.namespace(), ref.name()));
        }
        if (secret == null) {
            return Optional.of(new PeerProblem.PasswordSecretMissing(secrets.namespace(), ref.name(), ref.key()));
        }
        Password password = secret.data().get(ref.key());
        return password == null
                ? Optional.of(new PeerProblem.PasswordKeyMissing(full, ref.key()))
                : unusable("Key " + ref.key() + " of Secret " + full, password);
    }

    private static Optional<PeerProblem> unusable(String where, Password password) {
        return password.usable() ? Optional.empty() : Optional.of(new PeerProblem.PasswordUnusable(where));
    }

    static Optional<PasswordPlan> password(BgpPeerView peer, Optional<Secrets> known) {
        return switch (peer.password()) {
            case PasswordSource.None _ -> Optional.empty();
            case PasswordSource.ClearText(Password password) ->
                Optional.of(new PasswordPlan(password, "generation " + peer.generation()));
            case PasswordSource.InSecret(String name, String key) ->
                known.flatMap(secrets -> Optional.ofNullable(secrets.byName().get(name)))
                        .flatMap(secret -> Optional.ofNullable(secret.data().get(key))
                                .map(password -> new PasswordPlan(password, secret.resourceVersion())));
        };
    }
}
