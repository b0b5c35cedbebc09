package io.porterlb.manager.flags;

import static io.porterlb.manager.flags.FlagGroup.unless;

import io.porterlb.kube.LeaseName;
import io.porterlb.kube.election.LeaseTerms;
import java.time.Duration;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Which of several replicas leads.
public final class LeaderElectionFlags implements FlagGroup {
    private static final Duration LONGEST = Duration.ofHours(1);

    @Option(
            names = "--leader-elect",
            arity = "0..1",
            converter = GoBoolean.class,
            fallbackValue = "true",
            defaultValue = "true",
            paramLabel = "true|false",
            description = "Write only while this process holds the Lease. Default: ${DEFAULT-VALUE}.")
    private boolean elect = true;

    @Option(
            names = "--leader-elect-lease-duration",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            defaultValue = "15s",
            description = "How long others leave a leader alone that is not heard of; whole seconds. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Duration lease = Duration.ofSeconds(15);

    @Option(
            names = "--leader-elect-renew-deadline",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            defaultValue = "10s",
            description = "How long a leader goes on that can't renew its Lease. Default: ${DEFAULT-VALUE}.")
    private Duration renewDeadline = Duration.ofSeconds(10);

    @Option(
            names = "--leader-elect-retry-period",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            defaultValue = "2s",
            description = "Between renewals, and between attempts to lead. Default: ${DEFAULT-VALUE}.")
    private Duration retryPeriod = Duration.ofSeconds(2);

    @Option(
            names = "--leader-elect-resource-lock",
            paramLabel = "KIND",
            defaultValue = "leases",
            description = "Kind of object; there is one only: ${DEFAULT-VALUE}.")
    private String lock = "leases";

    @Option(
            names = "--leader-elect-resource-name",
            paramLabel = "NAME",
            defaultValue = "porterlb-manager",
            description = "Name of the Lease. Default: ${DEFAULT-VALUE}. (Elsewhere cloud-controller-manager; with a"
                    + " name of its own PorterLB may run beside another one.)")
    private String name = "porterlb-manager";

    @Option(
            names = "--leader-elect-resource-namespace",
            paramLabel = "NAME",
            defaultValue = "${env:POD_NAMESPACE:-porterlb-system}",
            description = "Namespace of the Lease. Default: the environment variable POD_NAMESPACE, else"
                    + " porterlb-system. (Elsewhere kube-system.)")
    private String namespace = "porterlb-system";

    @Override
    public Stream<String> faults() {
        return Stream.of(
                        unless(
                                lock.equals("leases"),
                                "--leader-elect-resource-lock=" + lock + " is not known: write leases."),
                        unless(!name.isBlank(), "--leader-elect-resource-name is empty: write porterlb-manager."),
                        unless(
                                !namespace.isBlank(),
                                "--leader-elect-resource-namespace is empty: write the namespace that it runs in."),
                        times())
                .flatMap(faults -> faults);
    }

    private Stream<String> times() {
        return Stream.of(
                        unless(
                                lease.isPositive() && lease.toNanosPart() == 0 && lease.compareTo(LONGEST) <= 0,
                                "--leader-elect-lease-duration must be whole seconds, up to an hour: write for"
                                        + " instance 15s."),
                        unless(
                                renewDeadline.compareTo(lease) < 0,
                                "--leader-elect-renew-deadline must be shorter than --leader-elect-lease-duration:"
                                        + " write for instance 10s and 15s."),
                        unless(
                                retryPeriod.isPositive() && retryPeriod.compareTo(renewDeadline) < 0,
                                "--leader-elect-retry-period must be above zero and shorter than"
                                        + " --leader-elect-renew-deadline: write for instance 2s and 10s."))
                .flatMap(faults -> faults);
    }

    /// Whether there is an election at all.
    public boolean elect() {
        return elect;
    }

    /// Its times.
    public LeaseTerms terms() {
        return new LeaseTerms(lease, renewDeadline, retryPeriod);
    }

    /// Its Lease.
    public LeaseName leaseName() {
        return new LeaseName(namespace, name);
    }
}
