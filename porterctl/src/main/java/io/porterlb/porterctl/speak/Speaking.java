package io.porterlb.porterctl.speak;

import io.porterlb.bfd.BfdSpeaker;
import io.porterlb.bgp.BgpSpeaker;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.porterctl.speak.json.EventLine;
import io.porterlb.porterctl.speak.json.EventOutput;
import io.porterlb.porterctl.speak.text.InputLine;
import io.porterlb.porterctl.speak.text.Parsed;
import io.porterlb.porterctl.speak.text.RouteText;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One run: a speaker that does what the input lines say, until `quit`. For one thread, but [#close] is for any.
final class Speaking implements AutoCloseable {
    private final SpeakSettings settings;
    private final EventOutput output;
    private final BgpSpeaker speaker;
    private final Optional<BfdSpeaker> bfd;
    private final RouteTable routes;

    Speaking(SpeakSettings settings, EventOutput output) {
        this.settings = settings;
        this.output = output;
        this.routes = settings.table();
        SpeakListener listener = new SpeakListener(output);
        this.speaker = BgpSpeaker.start(listener);
        this.bfd = settings.bfd().isEmpty()
                ? Optional.empty()
                : Optional.of(BfdSpeaker.start(new BfdEvents(speaker, output)));
        // Routes first: a session that comes up then has them in its first flush, before its End-of-RIB
        speaker.advertise(routes.all());
        speaker.listen(settings.listen());
        listener.start(Instant.now());
        speaker.configure(settings.peers());
        bfd.ifPresent(watch -> watch.configure(settings.bfd())); // what it finds needs the peers to be there
    }

    /// Follows the lines.
    ///
    /// @return whether they ended with `quit`; if not, the speaker goes on as it is
    boolean follow(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            switch (InputLine.parse(line)) {
                case Parsed.Ok<InputLine>(InputLine.Quit _) -> {
                    return true;
                }
                case Parsed.Ok<InputLine>(var input) -> obey(input, line);
                case Parsed.Bad<InputLine>(var problem) -> refuse(line, problem);
            }
        }
        return false;
    }

    private void obey(InputLine input, String line) {
        switch (input) {
            case InputLine.Announce(var route) -> announce(route, line);
            case InputLine.Withdraw withdrawal -> withdraw(withdrawal, line);
            case InputLine.Drain _ -> speaker.drain(true);
            case InputLine.Reset reset -> reset(reset, line);
            case InputLine.Quit _, InputLine.Nothing _ -> {}
        }
    }

    private void announce(RouteText route, String line) {
        Optional<String> problem = settings.problemOf(route).or(() -> routes.announce(route));
        if (problem.isPresent()) {
            refuse(line, problem.get());
        } else {
            speaker.advertise(routes.all());
        }
    }

    private void withdraw(InputLine.Withdraw withdrawal, String line) {
        if (routes.withdraw(withdrawal.prefix(), withdrawal.pathId())) {
            speaker.advertise(routes.all());
        } else {
            refuse(line, withdrawal.prefix() + " is not announced");
        }
    }

    private void reset(InputLine.Reset reset, String line) {
        if (settings.peers().stream().noneMatch(peer -> peer.name().equals(reset.peer()))) {
            refuse(line, "there is no peer '" + reset.peer() + "'; there are " + names());
            return;
        }
        speaker.reset(reset.peer(), reset.text());
    }

    private String names() {
        return settings.peers().stream().map(PeerConfig::name).sorted().collect(Collectors.joining(", "));
    }

    private void refuse(String line, String problem) {
        output.write(() -> List.of(EventLine.of("error", Instant.now())
                .with("line", line)
                .with("message", problem)
                .json()));
    }

    /// Ends the sessions, which tells the peers.
    @Override
    public void close() {
        speaker.close();
        bfd.ifPresent(BfdSpeaker::close);
    }
}
