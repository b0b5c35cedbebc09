package io.porterlb.test.cluster.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
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
                """));
        assertEquals(
                List.of(
                        new BgpSession("10.1.0.1", 65201, "Established", 10),
                        new BgpSession("172.18.1.1", 65000, "Established", 3),
                        new BgpSession("fd00:1::1", 65201, "Active", 0)),
                sessions);
    }

    @Test
    void routerWithoutNeighborsHasNoSessions() {
        assertEquals(List.of(), FrrOutput.sessions(JsonParser.parseString("{}")));
    }

    @Test
    void nextHopsAreThoseOfTheBestPathAndOfThoseBesideIt() {
        var hops = FrrOutput.nextHops(JsonParser.parseString("""
                {"prefix": "203.0.113.1/32", "paths": [
                  {"multipath": true, "nexthops": [{"ip": "10.1.9.0", "used": true}]},
                  {"bestpath": {"overall": true}, "nexthops": [{"ip": "10.1.8.0", "used": true}]},
                  {"valid": true, "nexthops": [{"ip": "10.1.7.0", "used": true}]}]}
                """));
        assertEquals(Set.of("10.1.8.0", "10.1.9.0"), hops);
    }

    @Test
    void prefixThatIsUnknownHasNoNextHops() {
        assertEquals(Set.of(), FrrOutput.nextHops(JsonParser.parseString("{}")));
    }

    @Test
    void routesAreCountedByPrefix() {
        assertEquals(
                2,
                FrrOutput.routes(JsonParser.parseString("{\"routes\": {\"10.0.0.0/8\": [{}, {}], \"::/0\": [{}]}}")));
    }
}
