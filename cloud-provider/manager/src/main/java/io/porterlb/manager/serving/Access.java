package io.porterlb.manager.serving;

import io.porterlb.kube.KubeException;
import io.porterlb.kube.Reviewer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Who may read what at the secure port: what everybody may, and else whoever the API server allows to `get`
/// such a path there. Where it gives no answer, nobody. Any thread.
public final class Access {
    private static final Logger LOG = System.getLogger(Access.class.getName());
    private static final String BEARER = "Bearer ";

    /// So that those who guess keep neither this process nor the API server busy.
    private static final int REVIEWS_AT_A_TIME = 4;

    private final List<String> open;
    private final Reviewer reviewer;
    private final ReviewCache cache = new ReviewCache();
    private final Semaphore turns = new Semaphore(REVIEWS_AT_A_TIME);

    /// What became of a request to read something.
    public enum Answer {
        YES,
        /// Nobody said who asks, or the token is not known.
        WHO,
        NO,
        /// Too many ask at once.
        LATER
    }

    /// @param open paths that anybody may read; a `*` at the end stands for any
    public Access(List<String> open, Reviewer reviewer) {
        this.open = List.copyOf(open);
        this.reviewer = reviewer;
    }

    /// Whether this may be read; waits for the API server.
    ///
    /// @param authorization header of that name; may be empty
    public Answer mayRead(String path, String authorization) {
        if (open.stream().anyMatch(pattern -> covers(pattern, path))) {
            return Answer.YES;
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Answer.WHO;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return cache.find(token, path).orElseGet(() -> review(token, path));
    }

    /// Health pages hold one more level: `/healthz` is `/healthz/loop` too.
    private static boolean covers(String pattern, String path) {
        return pattern.endsWith("*")
                ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                : path.equals(pattern) || path.startsWith(pattern + "/");
    }

    private Answer review(String token, String path) {
        if (!turns.tryAcquire()) {
            return Answer.LATER;
        }
        try {
            Answer answer = ask(token, path);
            cache.keep(token, path, answer);
            return answer;
        } catch (KubeException e) {
            LOG.log(Level.WARNING, e.getMessage() + " So nobody may read " + path + " at the secure port.");
            return Answer.NO;
        } finally {
            turns.release();
        }
    }

    private Answer ask(String token, String path) {
        Optional<Reviewer.User> user = token.isEmpty() ? Optional.empty() : reviewer.userOf(token);
        if (user.isEmpty()) {
            return Answer.WHO;
        }
        return reviewer.isAllowed(user.get(), "get", path) ? Answer.YES : Answer.NO;
    }
}
