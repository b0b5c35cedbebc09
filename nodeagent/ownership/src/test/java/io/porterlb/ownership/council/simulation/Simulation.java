package io.porterlb.ownership.council.simulation;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Eligibility;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Member;
import io.porterlb.ownership.Timing;
import io.porterlb.ownership.council.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Nodes, a network and what goes wrong with them, in a time of their own. All that happens depends on the
/// seed.
final class Simulation {
    static final long SECOND = 1_000_000_000L;
    static final Eligibility SUBNET = Eligibility.of("subnet");

    private final Random random;
    private final Faults faults;
    private final Timing timing = Timing.DEFAULT;
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Due::time).thenComparingLong(Due::order));
    private final SimulatedNetwork network = new SimulatedNetwork(this);
    private final SortedMap<String, SimulatedNode> nodes = new TreeMap<>();
    private final Map<IpAddress, Eligibility> wanted = new TreeMap<>();
    private final List<String> overlaps = new ArrayList<>();
    private final Configuration first;
    private final Set<String> members = new TreeSet<>();
    private Configuration published;
    private OptionalLong inForceSince = OptionalLong.empty();
    private long now;
    private long order;

    private record Due(long time, long order, Runnable what) {}

    /// At first, three of the nodes are members.
    Simulation(long seed, int size, int addresses, boolean witnessed, Faults faults) {
        this(seed, size, 3, addresses, witnessed, faults);
    }

    Simulation(long seed, int size, int memberCount, int addresses, boolean witnessed, Faults faults) {
        random = new Random(seed);
        this.faults = faults;
        for (int i = 0; i < size; i++) {
            String name = "node-" + (char) ('a' + i % 26) + i;
            Member member = new Member(name, new Endpoint(IpAddress.of("192.0.2.1"), 1 + i));
            double rate = 1 + (random.nextDouble() * 2 - 1) * faults.drift();
            nodes.put(name, new SimulatedNode(member, this, rate, random.nextLong()));
        }
        nodes.keySet().stream().limit(memberCount).forEach(members::add);
        first = Configuration.first(memberSet(), witnessed);
        published = first;
        IpAddress address = IpAddress.of("198.51.100.0");
        for (int i = 0; i < addresses; i++, address = address.next()) {
            wanted.put(address, SUBNET);
        }
        nodes.values().forEach(node -> node.start(published, Map.copyOf(wanted)));
        if (witnessed) {
            nodes.values().forEach(new SimulatedWitness(this)::serve);
        }
    }

    long now() {
        return now;
    }

    Random random() {
        return random;
    }

    Faults faults() {
        return faults;
    }

    Timing timing() {
        return timing;
    }

    SimulatedNetwork network() {
        return network;
    }

    SimulatedNode node(String name) {
        return Optional.ofNullable(nodes.get(name)).orElseThrow();
    }

    List<SimulatedNode> nodes() {
        return List.copyOf(nodes.values());
    }

    Configuration published() {
        return published;
    }

    Set<IpAddress> wanted() {
        return wanted.keySet();
    }

    List<String> overlaps() {
        return overlaps;
    }

    void after(long wait, Runnable what) {
        agenda.add(new Due(now + wait, order++, what));
    }

    /// Lets this much time pass.
    void run(long span) {
        long end = now + span;
        while (!agenda.isEmpty() && agenda.peek().time() <= end) {
            Due due = agenda.poll();
            now = due.time();
            due.what().run();
        }
        now = end;
    }

    void start(SimulatedNode node) {
        node.start(faults.oldConfiguration() ? first : published, Map.copyOf(wanted));
    }

    /// The API server tells everybody, sooner or later, what is wanted.
    void want(IpAddress address, Optional<Eligibility> eligibility) {
        eligibility.ifPresentOrElse(e -> wanted.put(address, e), () -> wanted.remove(address));
        Map<IpAddress, Eligibility> all = Map.copyOf(wanted);
        nodes.values().forEach(node -> after(random.nextInt(300_000_000), () -> node.on(new Event.Wanted(all))));
    }

    void settleWanted() {
        Map<IpAddress, Eligibility> all = Map.copyOf(wanted);
        nodes.values().forEach(node -> node.on(new Event.Wanted(all)));
    }

    /// Takes nodes out of the members, or puts them back, if the writer may: the last configuration is in
    /// force for a second.
    void toggleMembers(Set<String> names) {
        if (!mayPublish()) {
            return;
        }
        toggle(names);
        publish(published.next(memberSet(), published.council().witnessed()));
    }

    /// Puts another configuration, of other members, in the place of one that is not in force.
    void tryAgain(Set<String> names) {
        if (!isInForce()) {
            toggle(names);
            publish(published.again(memberSet(), published.council().witnessed()));
        }
    }

    private void toggle(Set<String> names) {
        names.stream().filter(name -> !members.remove(name)).forEach(members::add);
        if (members.isEmpty()) {
            members.addAll(names);
        }
    }

    private void publish(Configuration next) {
        published = next;
        inForceSince = OptionalLong.empty();
    }

    /// The API server tells some of the nodes the newest configuration, sooner or later.
    void tellSome() {
        Configuration mine = published;
        nodes.values().stream()
                .filter(_ -> random.nextBoolean())
                .forEach(node -> after(random.nextInt(1_000_000_000), () -> node.on(new Event.Configured(mine))));
    }

    /// Declares that of the members these alone are left.
    void declareLoss(Set<String> left) {
        members.retainAll(left);
        publish(published.afterLoss(memberSet(), published.council().witnessed(), isInForce()));
    }

    /// Declares those lost who decide and are no members, or don't run, if the writer may: the others can't
    /// change the council, and whoever vouches for the lost speaks the truth.
    void declareLossOfThoseThatAreOff() {
        Set<String> left =
                members.stream().filter(name -> node(name).isRunning()).collect(Collectors.toSet());
        List<Member> deciding = published.deciding(isInForce()).seats();
        List<Member> lost =
                deciding.stream().filter(seat -> !left.contains(seat.name())).toList();
        boolean off = lost.stream().noneMatch(seat -> node(seat.name()).isRunning());
        if (off && lost.size() * 2 >= deciding.size() && !left.isEmpty()) {
            declareLoss(left);
        }
    }

    /// Tells all nodes but these the newest configuration.
    void tellAllBut(Set<String> names) {
        nodes.values().stream()
                .filter(node -> !names.contains(node.name()))
                .forEach(node -> node.on(new Event.Configured(published)));
    }

    private boolean mayPublish() {
        return faults.hastyWriter() || (isInForce() && now - inForceSince.orElse(now) >= SECOND);
    }

    /// Once it is in force it stays so.
    private boolean isInForce() {
        boolean inForce =
                nodes.values().stream().anyMatch(n -> n.inForce() && n.generation() == published.generation());
        if (inForce && inForceSince.isEmpty()) {
            inForceSince = OptionalLong.of(now);
        }
        return inForceSince.isPresent();
    }

    private Set<Member> memberSet() {
        return members.stream().map(name -> node(name).member).collect(Collectors.toSet());
    }

    /// Nobody else answers for what this node answers for.
    void checkAlone(SimulatedNode one) {
        for (SimulatedNode other : nodes.values()) {
            if (other != one) {
                Set<IpAddress> both = new HashSet<>(one.answersFor());
                both.retainAll(other.answersFor());
                if (!both.isEmpty()) {
                    overlaps.add(now / 1e9 + " s: " + one.name() + " and " + other.name() + " answer for " + both);
                }
            }
        }
    }

    /// The longest time, in milliseconds, that an address is without an answer while this much time passes.
    long longestGap(long span) {
        SortedMap<IpAddress, Long> gaps = new TreeMap<>();
        long longest = 0;
        for (long passed = 0; passed < span; passed += SECOND / 1000) {
            run(SECOND / 1000);
            owners().forEach((address, owner) ->
                    gaps.put(address, owner.isEmpty() ? gaps.getOrDefault(address, 0L) + 1 : 0));
            longest = Math.max(
                    longest, gaps.values().stream().mapToLong(gap -> gap).max().orElse(0));
        }
        return longest;
    }

    /// Who answers for each address; empty text for nobody.
    SortedMap<IpAddress, String> owners() {
        SortedMap<IpAddress, String> owners = new TreeMap<>();
        wanted.keySet().forEach(address -> owners.put(address, ""));
        nodes.values().forEach(node -> node.answersFor().forEach(address -> owners.put(address, node.name())));
        return owners;
    }
}
