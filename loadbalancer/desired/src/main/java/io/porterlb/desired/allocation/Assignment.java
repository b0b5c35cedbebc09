package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Optional;

/// What becomes of one Service.
public sealed interface Assignment {
    /// It holds addresses, at most one of each of its families: each needs a record, and the status lists them in this
    /// order, that of `spec.ipFamilies`.
    ///
    /// @param holdings at least one
    /// @param notices what its owner should know, one a reason
    /// @param surplus records of its own that it gives up, once status no longer lists their addresses
    record Held(List<Holding> holdings, List<Notice> notices, List<AddressRecord> surplus) implements Assignment {
        public Held {
            holdings = List.copyOf(holdings);
            notices = List.copyOf(notices);
            surplus = List.copyOf(surplus);
            if (holdings.isEmpty()) {
                throw new IllegalArgumentException("no address is held, surplus " + surplus);
            }
        }

        public List<IpAddress> addresses() {
            return holdings.stream().map(Holding::address).toList();
        }

        /// The Eip of the first address, for [Marks#EIP_LABEL].
        public String eip() {
            return holdings.getFirst().eip();
        }

        /// What the Service takes where no record names it so.
        public List<Taking> takings(ServiceView service) {
            return holdings.stream().map(holding -> holding.taking(service)).toList();
        }

        /// Why it has not all that it asks for.
        public Optional<Notice> unmet() {
            return notices.stream().filter(Notice::unmet).reduce(Notice::and);
        }
    }

    /// It is ours and holds nothing; an address in its status has to go. Every run tries anew.
    record Refused(Problem problem) implements Assignment {}

    /// It is deleted, or no longer ours, or can stay at none of its addresses (they are of a family that it no
    /// longer has, or it can no longer share them): our part of it has to go, then these records. A record with
    /// other owners loses only this one.
    ///
    /// @param records may be empty, where only [Marks] are left to remove
    /// @param release our part of the Service itself
    /// @param notices why it cannot stay at an address, where it still wants one
    record Released(List<AddressRecord> records, Release release, List<Notice> notices) implements Assignment {
        public Released {
            records = List.copyOf(records);
            notices = List.copyOf(notices);
        }
    }

    /// It is not ours, or its namespace is not known yet: nothing is written on it, and what is recorded stays.
    ///
    /// @param problem what shows that another load balancer serves it: then conditions of ours come off
    record LeftAlone(Optional<Problem> problem) implements Assignment {}

    /// Why a Service holds an address.
    enum Cause {
        /// A record says so.
        KEPT,
        /// Its status reports the address of an Eip, and nobody else has a claim to it.
        READOPTED,
        /// It has been given the address now.
        ASSIGNED,
        /// It has to leave another address, which it can no longer share.
        SEPARATED
    }
}
