package io.porterlb.rules;

import io.porterlb.rules.kernel.RuleKeeper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Keeps the rules for service addresses in the kernel of this machine. Linux only; it runs `nft`,
/// `iptables-nft`, `iptables-legacy` and their IPv6 kin, which need the capability NET_ADMIN, and the legacy
/// ones NET_RAW and the file `/run/xtables.lock` of the host.
///
/// It is told the whole wanted set, each time, and changes what differs at once. Every three seconds it looks
/// whether the rules still stand, whoever took them away, and puts them back. The rules outlive it: an agent
/// that restarts leaves no gap. What the kernel refuses shows in the [RuleStatus] and is never an exception.
///
/// One platform thread does all of the work, in the network namespace of the thread that called [#start]. The
/// methods are for any thread, before [#close].
public final class KernelRules implements AutoCloseable {
    private static final Logger LOG = System.getLogger(KernelRules.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RuleListener listener;
    private final Semaphore changes = new Semaphore(0);
    private final Thread owner =
            Thread.ofPlatform().daemon().name("kernel-rules").unstarted(this::work);
    private final RuleKeeper keeper = new RuleKeeper(); // of the owner's thread
    private volatile Optional<Set<Vip>> wanted = Optional.empty();
    private volatile RuleStatus status = new RuleStatus(0, false, List.of(), List.of());
    private boolean published; // of the owner's thread

    private KernelRules(RuleListener listener) {
        this.listener = listener;
    }

    /// Touches nothing before the first [#apply].
    public static KernelRules start(RuleListener listener) {
        var rules = new KernelRules(listener);
        rules.owner.start();
        return rules;
    }

    /// Makes these the addresses; with none, all that is ours goes, whoever put it there. Only the last of
    /// several that come faster than the kernel can follow is looked at.
    ///
    /// @throws IllegalArgumentException if an address is there twice
    public void apply(Set<Vip> vips) {
        wanted = Optional.of(new RuleSet(vips, false).vips());
        changes.release();
    }

    /// As of the last look.
    public RuleStatus status() {
        return status;
    }

    /// Ends the thread, and leaves the rules. Takes two seconds at most.
    @Override
    public void close() {
        owner.interrupt();
        try {
            owner.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            long nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
            while (true) {
                if (changes.tryAcquire(nextLook - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    changes.drainPermits();
                    bring(keeper::change);
                }
                if (nextLook - System.nanoTime() <= 0) {
                    bring(keeper::look);
                    nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
                }
            }
        } catch (InterruptedException closed) {
            // The rules stay.
        }
    }

    private void bring(Function<Set<Vip>, RuleStatus> how) {
        try {
            wanted.map(how).ifPresent(this::publish);
        } catch (RuntimeException e) { // else this would be the last time
            LOG.log(Level.ERROR, "The kernel rules could not be looked after; it is tried again in 3 s.", e);
        }
    }

    private void publish(RuleStatus now) {
        if (!published || !now.equals(status)) {
            published = true;
            status = now;
            listener.changed(now);
        }
    }
}
