package io.porterlb.porterctl.speak;

import io.porterlb.porterctl.speak.json.EventOutput;
import io.porterlb.porterctl.speak.text.RouteText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `porterctl speak`.
@Command(
        name = "speak",
        sortOptions = false,
        description =
                "Speaks BGP with routers and announces routes to them, without Kubernetes. What routers say is shown"
                        + " and not installed.",
        footerHeading = "%nA ROUTE is PREFIX[@NEXTHOP][,KEY=VALUE]..., with the keys%n",
        footer = {
            "  community=65000:1      or no-export, no-advertise, graceful-shutdown, blackhole; repeatable",
            "  large-community=65000:1:2, ext-community=0x0002fde800000064      repeatable",
            "  med=N, local-pref=N, prepend=N, link-bandwidth=OCTETS-PER-SECOND",
            "  path-id=N              with --addpath; by default each next hop is a path of its own",
            "Without NEXTHOP it leads to this machine. IPv6 addresses may stand in brackets.",
            "",
            "Lines of the standard input:",
            "  announce ROUTE         announce it, or change it",
            "  withdraw PREFIX[,path-id=N]",
            "  drain                  say all routes with the community graceful-shutdown (RFC 8326)",
            "  reset PEER [TEXT]      end the session, tell the peer why (RFC 9003), and connect again",
            "  quit                   end all sessions and the program, as SIGTERM does; the end of",
            "                         the input does not",
            "A line that can't be followed changes nothing, and gives an event \"error\".",
            "",
            "Standard output has one JSON object a line, with \"ts\" and \"event\":",
            "  state                  peer, state (Idle ... Established), ms since it was configured;",
            "                         reason and message where the session failed",
            "  received               peer, prefix, action (announce, withdraw), attributes; rfc7606",
            "                         (attribute-discard, treat-as-withdraw) and faults where it had some",
            "  end-of-rib             peer, family",
            "  notification           peer, sent, code, subcode, message",
            "  bfd                    peer, state, failed, message",
            "  error                  line, message",
            "  lost                   events that were left out because nobody read them in time",
            "PEER is what stands before the AS in --peer.",
            "",
            "Exit status: 0 after quit, 1 failed, 2 wrong arguments."
        })
public final class SpeakCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final SessionOptions session = new SessionOptions();

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            converter = Converters.RouteArgument.class,
            description = "A route to announce, see below; repeatable.")
    private final List<RouteText> routes = new ArrayList<>();

    private final InputStream input;

    /// Reads the standard input.
    public SpeakCommand() {
        this(System.in);
    }

    SpeakCommand(InputStream input) {
        this.input = input;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SpeakSettings settings = settings();
        EventOutput output = new EventOutput(spec.commandLine().getOut());
        try (output;
                Speaking speaking = new Speaking(settings, output)) {
            endOnSignal(speaking, output);
            if (!speaking.follow(new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)))) {
                new CountDownLatch(1).await(); // until a signal
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private SpeakSettings settings() {
        try {
            return session.settings(System.getenv(PasswordOptions.VARIABLE), routes);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /// On SIGTERM and SIGINT the peers are told before the process ends.
    private static void endOnSignal(Speaking speaking, EventOutput output) {
        Thread end = new Thread(
                () -> {
                    speaking.close();
                    output.close();
                },
                "end sessions");
        Runtime.getRuntime().addShutdownHook(end);
    }
}
