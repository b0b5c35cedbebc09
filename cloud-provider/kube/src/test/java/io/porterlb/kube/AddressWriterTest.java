package io.porterlb.kube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.WriteResult.Conflict;
import io.porterlb.kube.WriteResult.Deleted;
import io.porterlb.kube.WriteResult.Written;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The record of a taken address, at a real API server.
class AddressWriterTest extends RealApiServer {

    @Test
    void creatingTheRecordIsTheLock() throws Exception {
        AddressRecord record = record();
        assertInstanceOf(Written.class, cluster.addresses().create(record));
        assertInstanceOf(WriteResult.AlreadyExists.class, cluster.addresses().create(record));
        AddressRecord seen = in(cluster.next().records(), record.address());
        assertEquals(record.owners(), seen.owners());
        assertInstanceOf(Deleted.class, cluster.addresses().delete(seen));
        assertEquals(Map.of(), ours(cluster.next(), record.address()));
        assertInstanceOf(Written.class, cluster.addresses().create(record));
    }

    @Test
    void aRecordThatSomebodyElseCreatedAnewIsNotDeleted() throws Exception {
        AddressRecord record = record();
        cluster.addresses().create(record);
        AddressRecord seen = in(cluster.next().records(), record.address());
        KubeCluster other = watchAt(NOW);
        AddressRecord theirs = in(other.next().records(), record.address());
        assertInstanceOf(Deleted.class, other.addresses().delete(theirs));
        assertInstanceOf(Written.class, other.addresses().create(record));
        other.close();
        WriteResult result = cluster.addresses().delete(seen); // the watch may or may not have told us by now
        assertTrue(result instanceof Conflict || seen.created().equals(theirs.created()), result.toString());
    }

    /// A view may be of a moment when the record was there and the Service not yet.
    @Test
    void anOrphanIsOneOnlyIfTheApiServerHasNoOwnerOfIt() throws Exception {
        String services = "/api/v1/namespaces/default/services";
        JsonObject service =
                Json.object("metadata", Map.of("name", name), "spec", Map.of("ports", List.of(Map.of("port", 80))));
        api.send("POST", services, service, ContentType.JSON);
        String uid = api.get(services + "/" + name)
                .getAsJsonObject("metadata")
                .get("uid")
                .getAsString();
        AddressRecord record = record(uid);
        cluster.addresses().create(record);
        AddressRecord seen = in(cluster.next().records(), record.address());
        assertInstanceOf(Conflict.class, cluster.addresses().deleteOrphan(seen));
        api.send("DELETE", services + "/" + name, Json.object(), ContentType.JSON);
        api.send("POST", services, service, ContentType.JSON); // another one of the same name
        assertInstanceOf(Deleted.class, cluster.addresses().deleteOrphan(seen));
    }

    private static Map<IpAddress, AddressRecord> ours(ClusterView view, IpAddress address) {
        AddressRecord record = view.records().get(address);
        return record == null ? Map.of() : Map.of(address, record);
    }

    private AddressRecord record() {
        return record(UUID.randomUUID().toString());
    }

    private AddressRecord record(String uid) {
        UUID random = UUID.randomUUID();
        IpAddress address = IpAddress.of(String.format(
                "2001:db8::%x:%x",
                random.getLeastSignificantBits() & 0xFFFF, random.getMostSignificantBits() & 0xFFFF));
        return new AddressRecord(
                address, "pool", List.of(new AddressRecord.Owner(new ServiceKey("default", name), uid)), Instant.EPOCH);
    }
}
