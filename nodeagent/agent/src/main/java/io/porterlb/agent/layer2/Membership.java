package io.porterlb.agent.layer2;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.Secrets;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Council;
import io.porterlb.ownership.Eligibility;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.OwnershipListener;
import io.porterlb.ownership.OwnershipNode;
import io.porterlb.ownership.OwnershipSettings;
import io.porterlb.ownership.Timing;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// This node among those that share the addresses: it takes part as soon as there are keys, and does what
/// views say. For the thread that delivers views, but for what says otherwise.
final class Membership {
    private final String node;
    private final int port;
    private final OwnershipListener listener;
    private final Standing standing;
    private final LeaseWitness witness;
    private Optional<Set<String>> capabilities = Optional.empty();
    private Map<IpAddress, Eligibility> wanted = Map.of();
    private volatile Optional<OwnershipNode> member = Optional.empty();
    private volatile Optional<KeyRing> keys = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();

    /// @param port UDP, at which this node and all others listen
    /// @param listener told what this node has
    /// @param witness has a vote where the council says so
    /// @param news told when a report would say something else of the membership
    Membership(String node, int port, OwnershipListener listener, LeaseWitness witness, Runnable news) {
        this.witness = witness;
        this.node = node;
        this.port = port;
        this.listener = listener;
        standing = new Standing(() -> member.map(OwnershipNode::status), news);
    }

    void follow(ClusterView view, Layer2Plan plan) {
        Optional<KeyRing> ring = KeyRing.of(view).or(() -> keys);
        ring.ifPresent(found -> use(found, view));
        if (ring.isEmpty()) {
            problem = Optional.of("There is no Secret " + Secrets.LAYER2 + " with a key of 16 to 1,024 octets in the"
                    + " namespace of the agents. porter-manager makes one; what the log of the agent says of secrets"
                    + " tells whether it can be read.");
        }
        want(plan);
        Configuration council = Councils.of(view);
        member.ifPresent(one -> one.configure(council));
        witness.follow(asksForMyWitness(council.council()) || asksForMyWitness(council.previous()));
    }

    private boolean asksForMyWitness(Council council) {
        return council.asksWitness()
                && council.seats().stream().anyMatch(seat -> seat.name().equals(node));
    }

    private void use(KeyRing ring, ClusterView view) {
        if (!isRunning()) {
            start(ring, view);
        } else if (!Optional.of(ring).equals(keys)) {
            member.get().keys(ring.keys());
        }
        keys = Optional.of(ring);
    }

    /// The council of the view will do: it was listed after this process started, and an agent that knew a
    /// newer one before knew it from the API server.
    private void start(KeyRing ring, ClusterView view) {
        Member self = new Member(node, new Endpoint(IpAddress.of("127.0.0.1"), port));
        OwnershipSettings settings =
                new OwnershipSettings(self, Councils.of(view), Timing.DEFAULT, Optional.of(witness));
        try {
            OwnershipNode started = OwnershipNode.start(settings, ring.keys(), listener);
            member = Optional.of(started);
            problem = Optional.empty();
            capabilities.ifPresent(started::offer);
            started.wanted(wanted);
            standing.start();
        } catch (IOException e) {
            problem = Optional.of("UDP port " + port + " can't be listened at (" + e.getMessage()
                    + "), so this node has no Layer 2 addresses: free it, or choose another by --layer2-port of the"
                    + " manager and all agents.");
        }
    }

    /// Of too many the first ones, which are the same on all nodes.
    private void want(Layer2Plan plan) {
        Map<IpAddress, Eligibility> next = HashMap.newHashMap(plan.answers().size());
        plan.answers().stream()
                .limit(OwnershipNode.MAX_ADDRESSES)
                .forEach(answer -> next.put(
                        answer.address(),
                        new Eligibility(answer.nodes(), answer.eip(), Offer.hindrance(answer.address()))));
        if (!next.equals(wanted)) {
            wanted = next;
            member.ifPresent(one -> one.wanted(next));
        }
    }

    /// Makes this what the node could answer for. Before the first call it says nothing to the others.
    void offer(Set<String> next) {
        capabilities = Optional.of(next);
        member.ifPresent(one -> one.offer(next));
    }

    private boolean isRunning() {
        return member.filter(one -> one.status().running()).isPresent();
    }

    /// Whether a view is to come again although nothing changed, since something failed.
    boolean failed() {
        return keys.isPresent() && !isRunning();
    }

    /// Any thread.
    Standing.State standing() {
        return standing.state();
    }

    /// resourceVersion of the Secret whose keys are in use; empty without. Any thread.
    String keysVersion() {
        return keys.map(KeyRing::version).orElse("");
    }

    /// Any thread.
    Optional<String> problem() {
        return problem;
    }

    /// Ends, to be back soon: others wait for this node for a while.
    void close() {
        standing.close();
        member.ifPresent(OwnershipNode::close);
        witness.close();
    }
}
