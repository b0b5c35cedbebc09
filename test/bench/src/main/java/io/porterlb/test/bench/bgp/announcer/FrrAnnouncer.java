package io.porterlb.test.bench.bgp.announcer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.porterlb.test.bench.bgp.testbed.Testbed;
import io.porterlb.test.bench.bgp.wire.HostRoutes;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.router.FrrRouter;
import io.porterlb.test.cluster.router.SessionOption;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// FRR: single routes are `network` lines in vtysh, many are kernel routes that it starts to redistribute. Its
/// memory is that of bgpd; zebra has the kernel's routes as well.
public final class FrrAnnouncer implements Announcer {
    private static final int PORTION = 5000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Testbed testbed;
    private @Nullable FrrRouter router;
    private int prepared;

    public FrrAnnouncer(Testbed testbed) {
        this.testbed = testbed;
    }

    @Override
    public String name() {
        return "FRR";
    }

    @Override
    public long start() throws IOException {
        return begin();
    }

    @Override
    public OptionalLong startBfd(int milliseconds) throws IOException {
        return OptionalLong.of(begin(new SessionOption.Bfd(milliseconds, 3)));
    }

    private long begin(SessionOption... options) throws IOException {
        FrrRouter next = new FrrRouter(
                RouterAnnouncer.spec(options), testbed.announcer(), testbed.place(), testbed.folder("frr"));
        router = next;
        long at = System.nanoTime();
        next.start();
        return at;
    }

    private FrrRouter router() {
        if (router == null) {
            throw new IllegalStateException("FRR is not started");
        }
        return router;
    }

    private long configure(String line) {
        long at = System.nanoTime();
        router().configure("router bgp " + Testbed.ANNOUNCER_AS + "\naddress-family ipv4 unicast\n" + line);
        return at;
    }

    @Override
    public long announce(String prefix) {
        return configure("network " + prefix);
    }

    @Override
    public long withdraw(String prefix) {
        return configure("no network " + prefix);
    }

    /// In portions, each of which zebra must have seen before the next one: the kernel drops news for whoever falls
    /// behind.
    @Override
    public void prepare(int count) {
        for (; prepared < count; prepared += PORTION) {
            testbed.announcer()
                    .ip(IntStream.range(prepared, prepared + PORTION)
                            .mapToObj(i -> "route add " + HostRoutes.text(i) + " dev eth0")
                            .toList());
            int wanted = prepared + PORTION;
            if (!Await.until(PATIENCE, () -> kernelRoutes() >= wanted)) {
                throw new IllegalStateException("zebra has seen " + kernelRoutes() + " kernel routes, not " + wanted);
            }
        }
    }

    private int kernelRoutes() {
        JsonArray kinds = router().vtyshJson("show ip route summary json")
                .getAsJsonObject()
                .getAsJsonArray("routes");
        return kinds.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(kind -> kind.get("type").getAsString().equals("kernel"))
                .mapToInt(kind -> kind.get("rib").getAsInt())
                .sum();
    }

    @Override
    public long announceAll() {
        return configure("redistribute kernel");
    }

    @Override
    public long withdrawAll() {
        return configure("no redistribute kernel");
    }

    @Override
    public long resident() {
        return RouterAnnouncer.resident(testbed, "bgpd");
    }

    /// The kernel's routes stay; they are of use to the next start.
    @Override
    public void close() {
        if (router != null) {
            router.stop();
            router = null;
        }
    }
}
