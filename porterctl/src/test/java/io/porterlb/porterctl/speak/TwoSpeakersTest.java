package io.porterlb.porterctl.speak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole program against itself: two processes, one of which waits for the other to connect. They have addresses of
/// their own: no peer is told its own address as a next hop.
class TwoSpeakersTest {
    private SpeakProcess passive;
    private SpeakProcess active;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        int port = freePort();
        passive = SpeakProcess.start(
                "--as=65001",
                "--router-id=192.0.2.1",
                "--listen=127.0.0.1:" + port,
                "--passive",
                "--peer=127.0.0.2:65000",
                "--family=ipv4",
                "--family=ipv6");
        active = SpeakProcess.start(
                "--as=65000",
                "--router-id=192.0.2.7",
                "--peer=127.0.0.1:" + port + ":65001",
                "--local-address=127.0.0.2",
                "--hold=30",
                "--family=ipv4",
                "--family=ipv6",
                "--route=198.51.100.7/32,community=65000:1,med=10,prepend=1");
        active.await("state", "state", "Established");
        passive.await("state", "state", "Established");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void end() {
        passive.close();
        active.close();
    }

    @Test
    void whatOneAnnouncesAndWithdrawsTheOtherShows() throws InterruptedException {
        JsonObject first = passive.await("received", "prefix", "198.51.100.7/32");
        assertEquals("announce", first.get("action").getAsString());
        assertEquals("127.0.0.2", first.get("peer").getAsString());
        assertEquals(JsonParser.parseString("""
                        {"origin": "igp", "as-path": [65000, 65000], "next-hop": "127.0.0.2", "med": 10,
                         "community": ["65000:1"]}
                        """), first.get("attributes"));
        passive.await("end-of-rib", "family", "ipv4");

        active.say("announce 198.51.100.8@192.0.2.9");
        passive.await("received", "prefix", "198.51.100.8/32");
        active.say("withdraw 198.51.100.8");
        assertEquals(
                "withdraw",
                passive.await("received", "prefix", "198.51.100.8/32")
                        .get("action")
                        .getAsString());
    }

    @Test
    void aBadLineIsAnErrorAndChangesNothing() throws InterruptedException {
        active.say("announce 198.51.100.9/24");
        assertEquals(
                "'198.51.100.9/24' has bits set after its length; the prefix is 198.51.100.0/24",
                active.await("error", "line", "announce 198.51.100.9/24")
                        .get("message")
                        .getAsString());
        active.say("withdraw 198.51.100.9");
        assertEquals(
                "198.51.100.9/32 is not announced",
                active.await("error", "line", "withdraw 198.51.100.9")
                        .get("message")
                        .getAsString());
        active.say("announce 198.51.100.10");
        passive.await("received", "prefix", "198.51.100.10/32");
    }

    @Test
    void resetTellsThePeerWhyAndConnectsAgain() throws InterruptedException {
        JsonObject peer = passive.await("received", "prefix", "198.51.100.7/32");
        assertFalse(peer.has("rfc7606"));
        passive.say("reset 127.0.0.2 back at 5");
        JsonObject notification = active.await("notification", "sent", "false");
        assertEquals(6, notification.get("code").getAsInt());
        assertEquals(4, notification.get("subcode").getAsInt());
        assertEquals(
                "Cease/Administrative Reset (6/4): \"back at 5\"",
                notification.get("message").getAsString());
        active.await("state", "state", "Established");
        passive.await("received", "prefix", "198.51.100.7/32");
    }

    @Test
    void drainSaysThatTheRoutesWillBeGone() throws InterruptedException {
        passive.await("end-of-rib", "family", "ipv4");
        active.say("drain");
        assertEquals(
                JsonParser.parseString("[\"65000:1\", \"65535:0\"]"),
                passive.await("received", "prefix", "198.51.100.7/32")
                        .getAsJsonObject("attributes")
                        .get("community"));
    }

    @Test
    void quitTellsThePeerAndEnds() throws InterruptedException {
        active.say("quit");
        assertEquals(
                6, passive.await("notification", "sent", "false").get("code").getAsInt());
        assertEquals(0, active.exitStatus());
    }

    @Test
    void aSignalTellsThePeerToo() throws InterruptedException {
        active.terminate();
        assertEquals(
                6, passive.await("notification", "sent", "false").get("code").getAsInt());
    }
}
