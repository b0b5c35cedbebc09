package io.porterlb.program.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.porterlb.program.http.HttpAnswer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;

/// Answers `PATH` with what all checks say, `PATH/NAME` with one: 200 where it is well, else 503 and a line for
/// each that fails. `?verbose` names all. Nothing but `GET` and `HEAD` is served.
///
/// @param path such as `/readyz`
public record HealthPage(String path, List<Check> checks) implements HttpHandler {
    public HealthPage {
        checks = List.copyOf(checks);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private HttpAnswer answer(HttpExchange exchange) {
        List<Check> asked = asked(exchange.getRequestURI().getPath());
        if (asked.isEmpty() && !exchange.getRequestURI().getPath().equals(path)) {
            return HttpAnswer.plain(HttpURLConnection.HTTP_NOT_FOUND, "not found");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> report(Report.of(asked), isVerbose(exchange));
            default -> HttpAnswer.plain(HttpURLConnection.HTTP_BAD_METHOD, "use GET");
        };
    }

    private List<Check> asked(String requested) {
        return requested.equals(path)
                ? checks
                : checks.stream()
                        .filter(check -> requested.equals(path + "/" + check.name()))
                        .toList();
    }

    private static HttpAnswer report(Report report, boolean verbose) {
        int status = report.well() ? HttpURLConnection.HTTP_OK : HttpURLConnection.HTTP_UNAVAILABLE;
        return HttpAnswer.plain(status, report.text(verbose));
    }

    private static boolean isVerbose(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query != null && List.of(query.split("&", -1)).contains("verbose");
    }
}
