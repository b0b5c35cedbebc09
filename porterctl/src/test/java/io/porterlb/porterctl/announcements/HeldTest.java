package io.porterlb.porterctl.announcements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final String ADDRESS = "198.51.100.7";

    private static ServiceView service(String name, boolean deleting, boolean loadBalancer, String... ingress) {
        return new ServiceView(
                new ServiceKey("default", name),
                "uid-" + name,
                Instant.EPOCH,
                deleting,
                loadBalancer,
                Optional.empty(),
                List.of(),
                IpFamilyPolicy.SINGLE_STACK,
                Optional.empty(),
                List.of(),
                Set.of(),
                TrafficPolicy.CLUSTER,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(ingress),
                Map.of());
    }

    private static AddressRecord record(String address, String... names) {
        return new AddressRecord(
                IpAddress.of(address),
                "eip",
                Stream.of(names)
                        .map(name -> new Owner(new ServiceKey("default", name), "uid-" + name, ""))
                        .toList(),
                Instant.EPOCH);
    }

    @Test
    void anAddressIsHeldByThoseThatTheRecordNamesAndWhoseStatusShowsIt() {
        assertEquals(
                List.of(
                        new Held(IpAddress.of(ADDRESS), List.of("default/a", "default/b")),
                        new Held(IpAddress.of("198.51.100.10"), List.of("default/a"))),
                Held.of(
                        List.of(
                                service("a", false, true, ADDRESS, "198.51.100.10"),
                                service("b", false, true, ADDRESS),
                                service("showsNothing", false, true),
                                service("notNamed", false, true, ADDRESS)),
                        List.of(record("198.51.100.10", "a"), record(ADDRESS, "b", "showsNothing", "a"))));
    }

    @Test
    void nobodyIsToAnnounceForAServiceThatIsGoneOrGoingOrOfAnotherTypeOrALaterOneOfThatName() {
        Owner former = new Owner(new ServiceKey("default", "a"), "uid-of-the-former", "");
        List<ServiceView> services = List.of(
                service("going", true, true, ADDRESS),
                service("clusterIp", false, false, ADDRESS),
                service("a", false, true, ADDRESS));
        AddressRecord record = record(ADDRESS, "going", "clusterIp", "gone");
        assertEquals(List.of(), Held.of(services, List.of(record, record.withOwners(List.of(former)))));
    }

    @Test
    void anAddressIsTheSameInWhateverForm() {
        assertEquals(
                List.of(new Held(IpAddress.of("2001:db8::7"), List.of("default/a"))),
                Held.of(List.of(service("a", false, true, "2001:DB8:0::7")), List.of(record("2001:db8::7", "a"))));
    }

    @Test
    void oneThatFollowsAnotherOfThatNameHoldsItOnce() {
        AddressRecord both = record(ADDRESS)
                .withOwners(List.of(
                        new Owner(new ServiceKey("default", "a"), "uid-of-the-former", ""),
                        new Owner(new ServiceKey("default", "a"), "uid-a", "")));
        assertEquals(
                List.of(new Held(IpAddress.of(ADDRESS), List.of("default/a"))),
                Held.of(List.of(service("a", false, true, ADDRESS)), List.of(both)));
    }
}
