package io.porterlb.manager.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.porterlb.test.cluster.KubernetesApi;
import io.porterlb.test.cluster.KubernetesApi.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The users of a cluster, by the API that they use; what they do to Services is in the ledger. A request that the API
/// server refuses is counted and forgotten.
final class Users {
    static final List<String> NAMESPACES = List.of("default", "red", "blue");
    private static final int NAMES = 9;

    final KubernetesApi api;
    final Ledger ledger;
    final Random random;
    private final List<String> log = new ArrayList<>();
    private int done;
    private int refused;

    Users(KubernetesApi api, Ledger ledger, Random random) {
        this.api = api;
        this.ledger = ledger;
        this.random = random;
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /// An address near those of the Eips.
    String address(boolean v6) {
        return v6 ? "2001:db8::" + Integer.toHexString(random.nextInt(20)) : "192.0.2." + random.nextInt(48);
    }

    /// Of a Service that may exist.
    String name() {
        return "s" + random.nextInt(NAMES);
    }

    static String services(String namespace) {
        return "/api/v1/namespaces/" + namespace + "/services";
    }

    static String path(ServiceState service) {
        return services(service.namespace()) + "/" + service.object().name();
    }

    Optional<ServiceState> find(String namespace, String name) {
        return api.get(services(namespace) + "/" + name).map(Stored::new).map(ServiceState::new);
    }

    Optional<JsonObject> create(String collection, JsonObject object) {
        return count("create " + object, api.create(collection, object));
    }

    Optional<JsonObject> patch(String path, String patch) {
        return count("patch " + path + " " + patch, api.patch(path, patch));
    }

    void delete(String path) {
        count("delete " + path, api.delete(path));
    }

    private Optional<JsonObject> count(String what, Answer answer) {
        log.add(answer.status() + " " + what);
        answer.done().ifPresentOrElse(_ -> done++, () -> refused++);
        return answer.done();
    }

    void createService(String namespace, JsonObject service) {
        create(services(namespace), service)
                .map(Stored::new)
                .map(ServiceState::new)
                .ifPresent(ledger::wrote);
    }

    private void write(String path, String patch) {
        patch(path, patch).map(Stored::new).map(ServiceState::new).ifPresent(ledger::wrote);
    }

    /// Changes what the Service asks for.
    void ask(ServiceState service, String patch) {
        ledger.asked(service.uid());
        write(path(service), patch);
    }

    /// Changes with whom the Service can share an address.
    void reshare(ServiceState service, String patch) {
        ledger.reshared(service.uid());
        write(path(service), patch);
    }

    /// Writes to what is the manager's.
    void tamper(ServiceState service, String patch) {
        ledger.tampered(service.uid());
        write(path(service), patch);
    }

    void show(ServiceState service, String... addresses) {
        ledger.tampered(service.uid());
        List<String> entries =
                List.of(addresses).stream().map("{\"ip\": \"%s\"}"::formatted).toList();
        write(path(service) + "/status", "{\"status\": {\"loadBalancer\": {\"ingress\": %s}}}".formatted(entries));
    }

    void delete(ServiceState service) {
        delete(path(service));
    }

    /// What was done since this was asked for the last time.
    List<String> log() {
        List<String> last = List.copyOf(log);
        log.clear();
        return last;
    }

    String figures() {
        return done + " changes by users, and " + refused + " that the API server refused";
    }
}
