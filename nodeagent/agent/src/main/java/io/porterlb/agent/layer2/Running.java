package io.porterlb.agent.layer2;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.LinkPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.problem.NodeProblem;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.layer2.Answer.Start;
import io.porterlb.layer2.Layer2Speaker;
import io.porterlb.layer2.LinkTableWatch;
import io.porterlb.layer2.link.LinkTable;
import io.porterlb.layer2.link.Selector;
import io.porterlb.ownership.OwnershipNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that runs once there are addresses to be answered for. Views come by one thread, interfaces by
/// another.
final class Running {
    /// Where kube-proxy puts addresses of Services in IPVS mode: they are not this machine's for that.
    private static final Set<String> NOT_OURS = Set.of("kube-ipvs0");

    private static final int MOST_PROBLEMS = 20;

    private final AnswerNews answerNews;
    private final Layer2Speaker speaker;
    private final Answering answering;
    private final Newcomers newcomers;
    private final Membership membership;
    private final LinkTableWatch links;
    private final Consumer<Boolean> news;
    private final Arrival arrival = new Arrival(System.nanoTime());
    private volatile Layer2Plan plan = Layer2Plan.NONE;
    private Optional<LinkTable> table = Optional.empty();
    private volatile List<String> apart = List.of();
    private volatile Offer offer = Offer.NONE;

    Running(String node, int port, Newcomers newcomers, LeaseWitness witness, Consumer<Boolean> news) {
        this.newcomers = newcomers;
        this.news = news;
        answerNews = new AnswerNews(
                InstantSource.system(), address -> newcomers.leftInUse(address, System.nanoTime()), news);
        speaker = Layer2Speaker.startLeased(answerNews);
        answering = new Answering(speaker, this::start, () -> news.accept(true));
        membership = new Membership(node, port, answering, witness, () -> news.accept(true));
        links = LinkTableWatch.start(NOT_OURS, this::changed);
    }

    synchronized void follow(ClusterView view, NodePlan node) {
        Layer2Plan next = node.layer2();
        apart = node.problems().stream()
                .filter(NodeProblem.NoCommonNode.class::isInstance)
                .map(Problem::message)
                .toList();
        if (view.councils().containsKey(CouncilView.NAME)) { // without one nobody asks for any
            newcomers.wanted(next.answers(), System.nanoTime());
        }
        if (!next.equals(plan)) {
            plan = next;
            links.lookUp(targets(next));
            decide();
        }
        membership.follow(view, next);
    }

    private Start start(IpAddress address, long now) {
        return answerNews.isInUse(address) ? Start.PROBE : newcomers.start(address, now);
    }

    private static Set<IpAddress> targets(Layer2Plan plan) {
        return plan.links().stream()
                .map(LinkPlan::networkInterface)
                .map(Selector::parse)
                .flatMap(selector -> selector instanceof Selector.CanReach reach
                        ? reach.target().stream()
                        : Optional.<IpAddress>empty().stream())
                .collect(Collectors.toSet());
    }

    private synchronized void changed(LinkTable next) {
        table = Optional.of(next);
        decide();
    }

    /// Interfaces first: what the others then give to this node it can answer for. While a route is being
    /// looked up all stays as it is: what can't be served without it would be let go of, and be another's
    /// when it is known.
    private void decide() {
        if (table.filter(known -> known.routes().keySet().containsAll(targets(plan)))
                .isEmpty()) {
            return;
        }
        Offer before = offer;
        offer = Offer.of(table.get(), plan);
        answering.on(offer.devices(), offer.down());
        membership.offer(offer.capabilities());
        if (!offer.refusals().equals(before.refusals())) {
            news.accept(true);
        }
    }

    boolean failed() {
        return membership.failed();
    }

    Optional<String> missing() {
        return arrival.missing(membership.standing(), System.nanoTime());
    }

    Layer2Report report() {
        Standing.State standing = membership.standing();
        return new Layer2Report(
                answerNews.of(answering.addresses(), offer.refused()),
                0,
                offer.refusals(),
                problems(standing),
                standing.generation(),
                standing.inForce(),
                membership.keysVersion());
    }

    private List<String> problems(Standing.State standing) {
        Optional<String> stopped = standing.running()
                ? Optional.empty()
                : Optional.of("The thread that keeps Layer 2 addresses has ended, as the agent's log says: restart"
                        + " the agent.");
        return Stream.of(membership.problem().or(() -> stopped).stream(), tooMany().stream(), apart.stream())
                .flatMap(sentences -> sentences)
                .limit(MOST_PROBLEMS)
                .toList();
    }

    private Optional<String> tooMany() {
        int answers = plan.answers().size();
        return answers > OwnershipNode.MAX_ADDRESSES
                ? Optional.of("There are " + answers + " Layer 2 addresses, and nodes share the first "
                        + OwnershipNode.MAX_ADDRESSES + " of them only: use BGP for more.")
                : Optional.empty();
    }

    /// The addresses first: others wait for this node from then on.
    void close() {
        membership.close();
        links.close();
        speaker.close();
    }
}
