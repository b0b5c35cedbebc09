package io.porterlb.kube;

import com.google.gson.JsonParseException;
import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.agents.Answer;
import io.porterlb.kube.agents.NodeAnnouncements;
import io.porterlb.kube.agents.NodeFindings;
import io.porterlb.kube.http.ApiStatusException;
import io.porterlb.kube.http.HttpReply;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.KubeApi;
import io.porterlb.kube.http.PodPort;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.AgentPodMapping;
import io.porterlb.kube.resource.PodResource;
import io.porterlb.kube.watch.Scope;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// The agents of a cluster, asked one by one through the API server, for somebody at a command line. Needs the verb
/// list on pods, and get and create on pods/portforward, in their namespace. Any thread; each call blocks its own.
public final class Agents {
    private static final String SELECTOR = "app.kubernetes.io/name=porterlb,app.kubernetes.io/component=agent";

    private final KubeApi api;
    private final Calls calls;

    Agents(KubeApi api) {
        this.api = api;
        this.calls = new Calls(api, WriteGate.OPEN);
    }

    /// Those that run, in no order.
    ///
    /// @throws KubeException if the API server does not say
    public List<AgentPod> pods(String namespace) {
        Scope scope = Scope.labelled(ResourceType.POD, namespace, SELECTOR);
        return calls.list("Can't list " + scope.what(), scope).orElse(List.of()).stream()
                .flatMap(item -> AgentPodMapping.pod(Json.read(item, PodResource.class)).stream())
                .toList();
    }

    /// What its node announces now.
    ///
    /// @param limit for all of it
    public Answer<NodeAnnouncements> announcements(AgentPod pod, Duration limit) {
        return ask(pod, NodeAnnouncements.PATH, NodeAnnouncements::of, limit);
    }

    /// What is wrong with its node.
    ///
    /// @param limit for all of it
    public Answer<NodeFindings> findings(AgentPod pod, Duration limit) {
        return ask(pod, NodeFindings.PATH, NodeFindings::of, limit);
    }

    private <T> Answer<T> ask(AgentPod pod, String path, Function<String, T> read, Duration limit) {
        String target = ResourceType.POD.path(pod.namespace(), pod.name());
        try {
            HttpReply reply = HttpReply.parse(PodPort.ask(api, target, pod.port(), HttpReply.request(path), limit));
            return reply.status() == HttpURLConnection.HTTP_OK
                    ? new Answer.Said<>(read.apply(reply.body()))
                    : new Answer.Silent<>(refusal(path, reply));
        } catch (IOException | ApiStatusException e) {
            return new Answer.Silent<>(String.valueOf(e.getMessage()));
        } catch (JsonParseException e) {
            return new Answer.Silent<>(path + " is not as expected: " + Json.problem(e));
        }
    }

    private static String refusal(String path, HttpReply reply) {
        return reply.status() == HttpURLConnection.HTTP_NOT_FOUND
                ? "it does not know " + path + ": it is of an older version"
                : "HTTP status " + reply.status() + ": " + reply.body();
    }
}
