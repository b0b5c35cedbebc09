package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.WriteResult.Refused;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.watch.Source;
import io.porterlb.kube.watch.Sources;
import io.porterlb.kube.watch.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of one record that several write to.
class SharedAddressTest {
    private static final IpAddress ADDRESS = IpAddress.of("198.51.100.7");
    private static final Owner WEB = owner("web", "a=1");

    private final Source<CustomResource, AddressRecord> records =
            Sources.create(() -> {}).records();
    private final List<KubeApi> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(KubeApi::close);
    }

    private AddressWriter writer(AddressServer server) {
        KubeApi api = server.client();
        clients.add(api);
        return new AddressWriter(new Calls(api, WriteGate.OPEN), records);
    }

    private static AddressServer storingAll() {
        return new AddressServer(_ -> {});
    }

    private static Owner owner(String name, String terms) {
        return new Owner(new ServiceKey("default", name), "uid-" + name, terms);
    }

    private static Taking taking(Owner owner, Set<Owner> company) {
        return new Taking(ADDRESS, "pool", owner, company);
    }

    private static Set<Owner> owners(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> owner("web-" + i, "a=" + i))
                .collect(Collectors.toSet());
    }

    private AddressRecord record() {
        return records.store().find("198.51.100.7").map(Stored::view).orElseThrow();
    }

    private static Set<Class<?>> together(Stream<Callable<WriteResult>> writes) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WriteResult>> results = threads.invokeAll(writes.toList());
            return results.stream().map(Future::resultNow).map(Object::getClass).collect(Collectors.toSet());
        }
    }

    @Test
    void thoseWhoJoinAtOnceFollowEachOtherAndNobodyIsSentAway() throws Exception {
        AddressServer server = storingAll();
        AddressWriter writer = writer(server);
        Set<Owner> all = owners(8);
        assertEquals(Set.of(Written.class), together(all.stream().map(owner -> () -> writer.take(taking(owner, all)))));
        assertEquals(all, Set.copyOf(record().owners()));
        assertEquals(all.size(), server.requests());
    }

    @Test
    void thoseWhoLeaveAtOnceFollowEachOtherToo() throws Exception {
        AddressWriter writer = writer(storingAll());
        Set<Owner> all = owners(5);
        all.forEach(owner -> writer.take(taking(owner, all)));
        AddressRecord seen = record();
        Stream<Owner> leaving = all.stream().filter(owner -> !owner.uid().equals("uid-web-0"));
        assertEquals(Set.of(Written.class), together(leaving.map(owner -> () -> writer.giveBack(seen, Set.of(owner)))));
        assertEquals(
                List.of("uid-web-0"), record().owners().stream().map(Owner::uid).toList());
    }

    @Test
    void whoHasBeenLetInAgainOnOtherTermsIsNotTakenOffByWhatWasDecidedBefore() {
        AddressWriter writer = writer(storingAll());
        writer.take(taking(WEB, Set.of(WEB)));
        AddressRecord seen = record();
        Owner again = owner("web", "a=2");
        writer.take(taking(again, Set.of(again)));
        assertInstanceOf(Written.class, writer.giveBack(seen, Set.of(WEB)));
        assertEquals(List.of(again), record().owners());
    }

    @Test
    void takingWhatTheRecordSaysAlreadyIsNoRequest() {
        AddressServer server = storingAll();
        AddressWriter writer = writer(server);
        assertEquals(writer.take(taking(WEB, Set.of(WEB))), writer.take(taking(WEB, Set.of(WEB))));
        assertEquals(1, server.requests());
    }

    @Test
    void termsThatTheApiServerDoesNotStoreAreARefusalThatSaysWhatToDo() {
        AddressWriter writer = writer(new AddressServer(SharedAddressTest::dropTerms));
        Refused refused = new Refused(
                "PorterAddress does not store spec.owners[].terms: apply the CRDs of this version of PorterLB.");
        assertEquals(refused, writer.take(taking(WEB, Set.of(WEB))), "when it is created");
        assertEquals(refused, writer.take(taking(WEB, Set.of(WEB))), "when it is changed");
        Owner alone = owner("web", "");
        assertInstanceOf(Written.class, writer.take(taking(alone, Set.of(alone))), "without terms");
    }

    private static void dropTerms(JsonObject spec) {
        for (JsonElement owner : spec.getAsJsonArray("owners")) {
            owner.getAsJsonObject().remove("terms");
        }
    }
}
