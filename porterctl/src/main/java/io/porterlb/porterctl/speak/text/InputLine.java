package io.porterlb.porterctl.speak.text;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.RouteAttributes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/// One line of the standard input.
public sealed interface InputLine {
    /// Octets of a shutdown communication ([RFC 9003 2](https://www.rfc-editor.org/rfc/rfc9003#section-2)).
    int MAX_TEXT = 255;

    /// `announce ROUTE`.
    record Announce(RouteText route) implements InputLine {}

    /// `withdraw PREFIX[,path-id=N]`.
    ///
    /// @param pathId the path to withdraw; all of the prefix if empty
    record Withdraw(Prefix prefix, OptionalLong pathId) implements InputLine {}

    /// `drain`: all routes are said again with the community GRACEFUL_SHUTDOWN.
    record Drain() implements InputLine {}

    /// `reset PEER [TEXT]`.
    ///
    /// @param peer its name
    /// @param text for the peer's operator, at most [#MAX_TEXT] octets in UTF-8, possibly empty
    record Reset(String peer, String text) implements InputLine {}

    /// `quit`.
    record Quit() implements InputLine {}

    /// A line without meaning: blank, or a comment after `#`.
    record Nothing() implements InputLine {}

    static Parsed<InputLine> parse(String line) {
        String[] words = line.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        if (words[0].isEmpty() || words[0].startsWith("#")) {
            return Parsed.ok(new Nothing());
        }
        return switch (words[0]) {
            case "announce" -> RouteText.parse(rest).map(Announce::new);
            case "withdraw" -> RouteText.parse(rest).then(InputLine::withdraw);
            case "reset" -> reset(rest);
            case "drain" -> alone(new Drain(), words[0], rest);
            case "quit" -> alone(new Quit(), words[0], rest);
            default ->
                Parsed.bad("there is no '" + words[0]
                        + "': write announce ROUTE, withdraw PREFIX, drain, reset PEER [TEXT] or quit");
        };
    }

    private static Parsed<InputLine> withdraw(RouteText route) {
        RouteText plain = new RouteText(route.prefix(), Optional.empty(), route.pathId(), RouteAttributes.DEFAULT);
        return route.equals(plain)
                ? Parsed.ok(new Withdraw(route.prefix(), route.pathId()))
                : Parsed.bad(
                        "a withdrawal has no next hop and no setting but path-id: write withdraw " + route.prefix());
    }

    private static Parsed<InputLine> reset(String rest) {
        String[] words = rest.split("\\s+", 2);
        String text = words.length > 1 ? words[1] : "";
        if (words[0].isEmpty()) {
            return Parsed.bad("reset whom? write reset PEER [TEXT]");
        }
        return text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT
                ? Parsed.bad("the text for " + words[0] + " has at most " + MAX_TEXT + " octets in UTF-8 (RFC 9003)")
                : Parsed.ok(new Reset(words[0], text));
    }

    private static Parsed<InputLine> alone(InputLine line, String verb, String rest) {
        return rest.isEmpty()
                ? Parsed.ok(line)
                : Parsed.bad("'" + verb + "' takes nothing after it, not '" + rest + "'");
    }
}
