package io.porterlb.manager.serving;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import io.porterlb.program.http.HttpAnswer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;

/// Lets only those to a page who may read it. It stands before everything, also before what there is not.
final class Guard extends Filter {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Access access;

    Guard(Access access) {
        this.access = access;
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        switch (access.mayRead(exchange.getRequestURI().getPath(), authorization)) {
            case YES -> chain.doFilter(exchange);
            case WHO -> {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                refuse(exchange, HttpURLConnection.HTTP_UNAUTHORIZED, "send a bearer token of this cluster");
            }
            case NO ->
                refuse(
                        exchange,
                        HttpURLConnection.HTTP_FORBIDDEN,
                        "no right to get this path (nonResourceURLs of a ClusterRole)");
            case LATER -> refuse(exchange, TOO_MANY_REQUESTS, "too many ask at once: try again");
        }
    }

    private static void refuse(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            HttpAnswer.plain(status, text).send(exchange);
        }
    }

    @Override
    public String description() {
        return "TokenReview and SubjectAccessReview";
    }
}
