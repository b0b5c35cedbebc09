package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.allocation.Orphaned;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.WriteResult.AlreadyExists;
import io.porterlb.kube.WriteResult.Conflict;
import io.porterlb.kube.WriteResult.Deleted;
import io.porterlb.kube.WriteResult.NotFound;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The record of a taken address, at a real API server.
class AddressWriterTest extends RealApiServer {

    private final IpAddress address = address();
    private final Owner web = owner("web");
    private final Owner dns = owner("dns");

    private static Owner owner(String name) {
        return new Owner(new ServiceKey("default", name), UUID.randomUUID().toString(), "");
    }

    private Taking taking(Owner owner, Owner... company) {
        Set<Owner> all = Stream.concat(Stream.of(owner), Stream.of(company)).collect(Collectors.toSet());
        return new Taking(address, "pool", owner, all);
    }

    private WriteResult giveBack(AddressRecord seen, Owner owner) {
        return cluster.addresses().giveBack(seen, Set.of(owner));
    }

    private AddressRecord seen() throws Exception {
        return in(cluster.next().records(), address);
    }

    @Test
    void creatingTheRecordIsTheLock() throws Exception {
        assertInstanceOf(Written.class, cluster.addresses().take(taking(web)));
        assertInstanceOf(AlreadyExists.class, cluster.addresses().take(taking(dns)));
        AddressRecord seen = seen();
        assertEquals(List.of(web), seen.owners());
        assertInstanceOf(Deleted.class, giveBack(seen, web));
        assertFalse(cluster.next().records().containsKey(address));
        assertInstanceOf(Written.class, cluster.addresses().take(taking(dns)));
    }

    @Test
    void takingAgainChangesNothing() throws Exception {
        WriteResult first = cluster.addresses().take(taking(web));
        assertEquals(first, cluster.addresses().take(taking(web)));
    }

    @Test
    void ofThoseWhoShareTheLastOneToLeaveDeletesTheRecord() throws Exception {
        cluster.addresses().take(taking(web));
        assertInstanceOf(Written.class, cluster.addresses().take(taking(dns, web)));
        AddressRecord seen = seen();
        assertEquals(List.of(web, dns), seen.owners());
        assertInstanceOf(Written.class, giveBack(seen, web));
        assertEquals(List.of(dns), seen().owners());
        assertInstanceOf(Written.class, giveBack(seen, web), "again");
        assertInstanceOf(Deleted.class, giveBack(seen, dns));
        assertInstanceOf(NotFound.class, giveBack(seen, dns));
    }

    @Test
    void whoDidNotReckonWithAnOwnerDoesNotJoin() throws Exception {
        cluster.addresses().take(taking(web));
        cluster.addresses().take(taking(dns, web));
        assertInstanceOf(AlreadyExists.class, cluster.addresses().take(taking(owner("late"), web)));
        assertEquals(List.of(web, dns), seen().owners());
    }

    @Test
    void aRecordThatSomebodyElseCreatedAnewIsNotDeleted() throws Exception {
        cluster.addresses().take(taking(web));
        AddressRecord seen = seen();
        KubeCluster other = watchAt(NOW);
        AddressRecord theirs = in(other.next().records(), address);
        assertInstanceOf(Deleted.class, other.addresses().giveBack(theirs, Set.of(web)));
        assertInstanceOf(Written.class, other.addresses().take(taking(dns)));
        other.close();
        WriteResult result = giveBack(seen, web); // the watch may or may not have told us by now
        assertFalse(result instanceof Deleted, result.toString());
    }

    /// A view may be of a moment when the record was there and the Service not yet.
    @Test
    void anOwnerIsGoneOnlyIfTheApiServerSaysSo() throws Exception {
        String services = "/api/v1/namespaces/default/services";
        JsonObject service =
                Json.object("metadata", Map.of("name", name), "spec", Map.of("ports", List.of(Map.of("port", 80))));
        api.send("POST", services, service, ContentType.JSON);
        String uid = api.get(services + "/" + name)
                .getAsJsonObject("metadata")
                .get("uid")
                .getAsString();
        Owner living = new Owner(new ServiceKey("default", name), uid, "");
        cluster.addresses().take(taking(living));
        cluster.addresses().take(taking(dns, living));
        AddressRecord seen = seen();
        assertInstanceOf(Conflict.class, cluster.addresses().collect(new Orphaned(seen, Set.of(uid, dns.uid()))));
        assertInstanceOf(Written.class, cluster.addresses().collect(new Orphaned(seen, Set.of(dns.uid()))));
        assertEquals(List.of(living), seen().owners());
        api.send("DELETE", services + "/" + name, Json.object(), ContentType.JSON);
        api.send("POST", services, service, ContentType.JSON); // another one of the same name
        assertInstanceOf(Deleted.class, cluster.addresses().collect(new Orphaned(seen, Set.of(uid))));
    }

    private static IpAddress address() {
        UUID random = UUID.randomUUID();
        return IpAddress.of(String.format(
                "2001:db8::%x:%x",
                random.getLeastSignificantBits() & 0xFFFF, random.getMostSignificantBits() & 0xFFFF));
    }
}
