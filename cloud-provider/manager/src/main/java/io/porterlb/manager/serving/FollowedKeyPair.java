package io.porterlb.manager.serving;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.KeyStore;
import java.time.Duration;

/// Key and certificate as their files have them now. They are read again when a connection begins, at most once a
/// second, since what a kubelet does to the files of a Secret shows in their content only. (Kubernetes' programs watch
/// them, and look each minute too: `k8s.io/apiserver/pkg/server/dynamiccertificates`.)
///
/// A pair that can't be used, such as one of which only the key has been written so far, is refused with a sentence in
/// the log, and the one before stays in force. Any thread.
final class FollowedKeyPair extends KeyStore.Builder {
    private static final Logger LOG = System.getLogger(FollowedKeyPair.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KeyPairFiles files;
    private KeyPair pair;
    private KeyStore store;
    private long looked = System.nanoTime();
    private String refused = "";

    private FollowedKeyPair(KeyPairFiles files, KeyPair pair, KeyStore store) {
        this.files = files;
        this.pair = pair;
        this.store = store;
    }

    /// Reads them for the first time.
    ///
    /// @throws IOException with a sentence, if they can't be used
    static FollowedKeyPair of(KeyPairFiles files) throws IOException {
        KeyPair pair = KeyPair.read(files);
        return new FollowedKeyPair(files, pair, pair.store());
    }

    @Override
    public synchronized KeyStore getKeyStore() {
        if (System.nanoTime() - looked >= PAUSE.toNanos()) {
            looked = System.nanoTime(); // first: whatever comes of it, the files are left alone for a while
            look();
        }
        return store;
    }

    private void look() {
        try {
            take(KeyPair.read(files));
            refused = "";
        } catch (IOException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void take(KeyPair now) throws IOException {
        if (!now.equals(pair)) {
            store = now.store();
            pair = now;
            LOG.log(Level.INFO, () -> files.certificate() + ": this certificate is in force now.");
        }
    }

    private void refuse(String sentence) {
        if (!sentence.equals(refused)) {
            refused = sentence;
            LOG.log(Level.ERROR, () -> sentence + " The certificate before stays in force.");
        }
    }

    @Override
    public KeyStore.ProtectionParameter getProtectionParameter(String alias) {
        return new KeyStore.PasswordProtection(KeyPair.NO_PASSWORD);
    }
}
