package io.porterlb.test.cluster.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GobgpOutputTest {
    @Test
    void whyASessionEndedIsInTheLog() {
        var sessions = GobgpOutput.sessions(JsonParser.parseString("""
                [{"state": {"neighbor_address": "10.99.0.1", "peer_asn": 65001, "session_state": 3},
                  "afi_safis": [{"state": {"received": 2}}, {"state": {}}]}]
                """), """
                {"Key":"10.99.0.1","Reason":"hold timer expired","msg":"Peer Down"}
                {"Key":"10.99.0.1","Reason":"notification-received cease","msg":"Peer Down"}
                {"Key":"10.99.0.2","Reason":"read failed","msg":"Peer Down"}
                """);
        assertEquals(List.of(new BgpSession("10.99.0.1", 65001, "Active", 2, "notification-received cease")), sessions);
    }

    @Test
    void pathHasItsAttributes() {
        var paths = GobgpOutput.paths(JsonParser.parseString("""
                {"198.51.100.7/32": [{"nlri": {"prefix": "198.51.100.7/32"}, "best": true, "attrs": [
                  {"type": 1, "value": 2}, {"type": 2, "as_paths": [{"segment_type": 2, "num": 1, "asns": [65001]}]},
                  {"type": 4, "metric": 7}, {"type": 8, "communities": [4259840001, 4259840002]},
                  {"type": 32, "value": [{"ASN": 1, "LocalData1": 2, "LocalData2": 3}]},
                  {"type": 3, "nexthop": "10.99.0.1"}], "stale": false}]}
                """));
        var expected = new BgpPath(
                "10.99.0.1",
                List.of(65001L),
                OptionalLong.of(7),
                OptionalLong.empty(),
                List.of("65000:1", "65000:2"),
                List.of("1:2:3"),
                true);
        assertEquals(List.of(expected), paths);
    }

    @Test
    void prefixThatIsUnknownHasNoPaths() {
        assertEquals(List.of(), GobgpOutput.paths(JsonParser.parseString("{}")));
    }
}
