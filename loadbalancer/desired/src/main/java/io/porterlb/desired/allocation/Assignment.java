package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What becomes of one Service.
public sealed interface Assignment {
    /// It holds these addresses: each needs a record, and the status lists them in this order.
    ///
    /// @param eip the Eip they come from, which may be gone by now
    /// @param notices what its owner should know
    /// @param surplus records of its own that it gives up, once status no longer lists their addresses
    /// @param company all owners, itself among them, that the record of an address of these may name when it joins
    ///     them or stays on other terms
    record Held(
            List<IpAddress> addresses,
            String eip,
            Cause cause,
            List<Notice> notices,
            List<AddressRecord> surplus,
            Set<AddressRecord.Owner> company)
            implements Assignment {
        public Held {
            addresses = List.copyOf(addresses);
            notices = List.copyOf(notices);
            surplus = List.copyOf(surplus);
            company = Set.copyOf(company);
        }

        /// What the Service takes where no record names it so.
        public List<Taking> takings(ServiceView service) {
            return addresses.stream()
                    .map(address -> new Taking(address, eip, SharingTerms.owner(service), company))
                    .toList();
        }

        /// Why it has not what it asks for.
        public Optional<Notice> unmet() {
            return notices.stream().filter(Notice::unmet).findFirst();
        }
    }

    /// It is ours and holds nothing; an address in its status has to go. Every run tries anew.
    record Refused(Problem problem) implements Assignment {}

    /// It is deleted, or no longer ours, or what it holds is of no use to it (addresses of a family that it no
    /// longer has): our part of it has to go, then these records. A record with other owners loses only this one.
    ///
    /// @param records may be empty, where only [Marks] are left to remove
    /// @param release our part of the Service itself
    record Released(List<AddressRecord> records, Release release) implements Assignment {
        public Released {
            records = List.copyOf(records);
        }
    }

    /// It is not ours, or its namespace is not known yet: nothing is written on it, and what is recorded stays.
    ///
    /// @param problem what shows that another load balancer serves it: then conditions of ours come off
    record LeftAlone(Optional<Problem> problem) implements Assignment {}

    /// Why a Service holds its addresses.
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
