package io.porterlb.test.cluster.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FrrOutputTest {
    @Test
    void sessionOfTwoFamiliesIsOneSession() {
        var sessions = FrrOutput.sessions(JsonParser.parseString("""
                {"ipv4Unicast": {"routerId": "10.0.0.1", "as": 65101, "peers": {
                   "10.1.0.1": {"remoteAs": 65201, "pfxRcd": 10, "state": "Established"},
                   "172.18.1.1": {"remoteAs": 65000, "pfxRcd": 2, "state": "Established"}}},
                 "ipv6Unicast": {"peers": {
                   "172.18.1.1": {"remoteAs": 65000, "pfxRcd": 1, "state": "Established"},
                   "fd00:1::1": {"remoteAs": 65201, "state": "Active"}}}}
                """), JsonParser.parseString("""
                {"fd00:1::1": {"bgpState": "Active", "lastResetDueTo": "BGP Notification received",
                               "lastNotificationReason": "Cease/Administrative Shutdown"}}
                """));
        assertEquals(
                List.of(
                        new BgpSession("10.1.0.1", 65201, "Established", 10, ""),
                        new BgpSession("172.18.1.1", 65000, "Established", 3, ""),
                        new BgpSession(
                                "fd00:1::1",
                                65201,
                                "Active",
                                0,
                                "BGP Notification received: Cease/Administrative Shutdown")),
                sessions);
    }

    @Test
    void routerWithoutNeighborsHasNoSessions() {
        assertEquals(List.of(), FrrOutput.sessions(JsonParser.parseString("{}"), JsonParser.parseString("{}")));
    }

    @Test
    void pathsThatAreChosenAreTheBestOneAndThoseBesideIt() {
        var paths = FrrOutput.paths(JsonParser.parseString("""
                {"prefix": "203.0.113.1/32", "paths": [
                  {"multipath": true, "nexthops": [{"ip": "10.1.9.0", "used": true}]},
                  {"bestpath": {"overall": true}, "nexthops": [{"ip": "10.1.8.0", "used": true}]},
                  {"valid": true, "nexthops": [{"ip": "10.1.7.0", "used": true}]}]}
                """));
        assertEquals(
                List.of("10.1.9.0", "10.1.8.0"),
                paths.stream().filter(BgpPath::chosen).map(BgpPath::nextHop).toList());
    }

    @Test
    void pathHasItsAttributes() {
        var paths = FrrOutput.paths(JsonParser.parseString("""
                {"paths": [{"aspath": {"string": "65000 65001"}, "metric": 7, "locPrf": 100,
                  "community": {"string": "65000:1 65000:2"}, "largeCommunity": {"string": "1:2:3"},
                  "bestpath": {"overall": true},
                  "nexthops": [{"ip": "fd99::1", "used": true}, {"ip": "fe80::1", "scope": "link-local"}]}]}
                """));
        var expected = new BgpPath(
                "fd99::1",
                List.of(65000L, 65001L),
                OptionalLong.of(7),
                OptionalLong.of(100),
                List.of("65000:1", "65000:2"),
                List.of("1:2:3"),
                true);
        assertEquals(List.of(expected), paths);
    }

    @Test
    void prefixThatIsUnknownHasNoPaths() {
        assertEquals(List.of(), FrrOutput.paths(JsonParser.parseString("{}")));
    }

    @Test
    void routesAreCountedByPrefix() {
        assertEquals(
                2,
                FrrOutput.routes(JsonParser.parseString("{\"routes\": {\"10.0.0.0/8\": [{}, {}], \"::/0\": [{}]}}")));
    }
}
