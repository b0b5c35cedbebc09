package io.porterlb.bgp.rib;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The [AdjRibOut] of one family.
final class FamilyOut {
    private final AddressFamily family;
    private final UpdatePacker packer;
    private final PathTable paths = new PathTable();
    private final Pending pending = new Pending();
    private boolean endOfRibGiven;
    private int told;

    FamilyOut(AddressFamily family, CodecContext codec) {
        this.family = family;
        this.packer = new UpdatePacker(family, codec);
    }

    AddressFamily family() {
        return family;
    }

    /// Makes these the paths that the peer is to have of the prefix.
    void offer(Prefix prefix, List<Offer> offers) {
        Path chain = paths.first(prefix);
        for (Path path = chain; path != null; path = path.sibling) {
            path.wanted = null;
        }
        for (Offer offer : offers) {
            Path path = PathTable.find(chain, offer.pathId());
            if (path == null) {
                path = paths.add(prefix, offer.pathId(), chain);
                chain = path;
            }
            path.wanted = offer.attributes();
        }
        settle(chain, !offers.isEmpty() && !keepsOne(chain));
    }

    /// Whether the peer has a path that it is to have from now on too, if with other attributes.
    private static boolean keepsOne(@Nullable Path chain) {
        for (Path path = chain; path != null; path = path.sibling) {
            if (path.told != null && path.wanted != null) {
                return true;
            }
        }
        return false;
    }

    private void settle(@Nullable Path chain, boolean replacing) {
        Path next = chain;
        while (next != null) {
            Path path = next;
            next = path.sibling;
            pending.put(path, replacing);
            if (path.isGone()) {
                paths.remove(path);
            }
        }
    }

    void readvertise() {
        paths.forEach(path -> {
            if (path.told != null && path.wanted != null) {
                path.told = AttributeSet.IN_DOUBT;
                pending.put(path, false);
            }
        });
    }

    /// The next message, which counts as told; empty if there is nothing to say.
    Optional<Update> next() {
        PathQueue queue = pending.next();
        if (queue == null) {
            return Optional.empty();
        }
        Update update = packer.pack(queue, this::tell);
        pending.hadItsTurn(queue);
        return Optional.of(update);
    }

    private void tell(Path path) {
        if (path.told == null) {
            told++;
        }
        path.told = path.wanted;
        if (path.isGone()) {
            told--;
            paths.remove(path);
        }
    }

    /// The first time; empty afterwards.
    Optional<Update> endOfRib() {
        if (endOfRibGiven) {
            return Optional.empty();
        }
        endOfRibGiven = true;
        return Optional.of(Update.endOfRib(family));
    }

    boolean isDrained() {
        return pending.next() == null;
    }

    /// Paths that the peer has from us.
    int size() {
        return told;
    }
}
