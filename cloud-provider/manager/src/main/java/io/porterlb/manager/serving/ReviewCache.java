package io.porterlb.manager.serving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was answered in the last seconds, so that a Prometheus costs the API server nothing to speak of. Holds
/// a limited number of answers, and digests in place of tokens. Any thread.
final class ReviewCache {
    /// As upstream keeps both reviews (`k8s.io/apiserver/pkg/server/options`).
    private static final Duration LIFE = Duration.ofSeconds(10);

    private static final int LIMIT = 256;

    private final Map<Question, Kept> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
            return size() > LIMIT;
        }
    };

    private record Question(String digest, String path) {}

    private record Kept(Access.Answer answer, long until) {}

    synchronized Optional<Access.Answer> find(String token, String path) {
        @Nullable Kept kept = answers.get(question(token, path));
        return kept == null || System.nanoTime() - kept.until >= 0 ? Optional.empty() : Optional.of(kept.answer);
    }

    synchronized void keep(String token, String path, Access.Answer answer) {
        Question question = question(token, path);
        answers.remove(question); // to stand last
        answers.put(question, new Kept(answer, System.nanoTime() + LIFE.toNanos()));
    }

    private static Question question(String token, String path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new Question(HexFormat.of().formatHex(digest), path);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
