package io.porterlb.test.interop.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.porterlb.test.cluster.router.Family;
import io.porterlb.test.cluster.router.RouterKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class CaptureTest {
    private static final int BGP = 179;

    /// An UPDATE whose path attributes claim to be longer than the message.
    private static final byte[] MALFORMED =
            HexFormat.of().parseHex("ff".repeat(16) + "001b" + "02" + "0000" + "00ff" + "40010100");

    @Test
    void whatIsMalformedIsFound() throws IOException {
        try (var lab = new Lab(Peering.EBGP_IPV4, RouterKind.BIRD);
                ServerSocket server = lab.namespace(Seat.ROUTER).call(() -> new ServerSocket(BGP))) {
            Capture capture = lab.capture();
            try (Socket client = lab.namespace(Seat.NODE).call(CaptureTest::connect);
                    Socket accepted = server.accept()) {
                client.getOutputStream().write(MALFORMED);
                accepted.getInputStream().readNBytes(MALFORMED.length);
            }
            Eventually.is("it is captured", () -> capture.messageTypes().contains("2"), capture::messageTypes);
            capture.stop();
            assertFalse(capture.faults().isEmpty());
        }
    }

    private static Socket connect() throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(Seat.ROUTER.address(Family.IPV4).toString(), BGP));
        return socket;
    }
}
