package io.porterlb.address;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// All addresses from the first to the last, both included. Never listed: an IPv6 range may hold 2^128 of them.
///
/// @param first the lowest address
/// @param last the highest address, of the same family and not below the first
public record AddressRange(IpAddress first, IpAddress last) implements Comparable<AddressRange>, Iterable<IpAddress> {
    /// Where [#size] stops counting: the largest whole number that a JSON reader keeps exact, 2^53-1.
    public static final long MAX_SIZE = (1L << 53) - 1;

    public AddressRange {
        if (first.family() != last.family() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("not a range: " + first + "-" + last);
        }
    }

    /// The range of this one address.
    public static AddressRange single(IpAddress address) {
        return new AddressRange(address, address);
    }

    public IpFamily family() {
        return first.family();
    }

    public boolean contains(IpAddress address) {
        return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    public boolean overlaps(AddressRange other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    /// How many addresses there are; [#MAX_SIZE] where there are more.
    public long size() {
        long borrow = Long.compareUnsigned(last.low(), first.low()) < 0 ? 1 : 0;
        long high = last.high() - first.high() - borrow;
        long low = last.low() - first.low();
        return high != 0 || low < 0 || low >= MAX_SIZE ? MAX_SIZE : low + 1;
    }

    /// The addresses in order.
    @Override
    public Iterator<IpAddress> iterator() {
        return new Walk();
    }

    @Override
    public int compareTo(AddressRange other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    /// `first-last`, or the address alone where there is but one.
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + "-" + last;
    }

    private final class Walk implements Iterator<IpAddress> {
        private IpAddress next = first;
        private boolean more = true;

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public IpAddress next() {
            if (!more) {
                throw new NoSuchElementException(AddressRange.this + " has no address after " + last);
            }
            IpAddress current = next;
            more = !current.equals(last); // compared before the step: the family's last address has no successor
            next = current.next();
            return current;
        }
    }
}
