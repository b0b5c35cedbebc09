package io.porterlb.manager.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What users and accidents did: the causes for which an address may move. One thread.
final class Ledger {
    private final Map<String, String> versions = new HashMap<>();
    private final Set<String> everOurs = new HashSet<>();

    private final Set<String> asked = new HashSet<>(); // since the last quiet point, as those below
    private final Set<String> reshared = new HashSet<>();
    private final Set<String> tampered = new HashSet<>();
    private boolean recordsLost;
    private boolean sharingWidened;
    private boolean disturbed;

    /// A user has written the Service.
    void wrote(ServiceState service) {
        versions.put(service.uid(), service.version());
        if (service.ours()) {
            everOurs.add(service.uid());
        }
    }

    /// Its type, class, families or what it asks for were changed.
    void asked(String uid) {
        asked.add(uid);
    }

    /// Its key, ports, policy or Pods were changed.
    void reshared(String uid) {
        reshared.add(uid);
    }

    /// An Eip lets Services of different namespaces share.
    void sharingWidened() {
        sharingWidened = true;
    }

    /// Its status or marks were written by somebody else.
    void tampered(String uid) {
        tampered.add(uid);
    }

    void recordsLost() {
        recordsLost = true;
    }

    /// A manager was stopped, or there were several: events may be missing.
    void disturbed() {
        disturbed = true;
    }

    void quiet() {
        asked.clear();
        reshared.clear();
        sharingWidened = false;
        tampered.clear();
        recordsLost = false;
        disturbed = false;
    }

    /// Whether the owner has a hand in what becomes of the address.
    boolean isAsked(String uid) {
        return asked.contains(uid) || reshared.contains(uid);
    }

    /// Whether that was all that its owner did.
    boolean isOnlyReshared(String uid) {
        return reshared.contains(uid) && !asked.contains(uid);
    }

    boolean isSharingWidened() {
        return sharingWidened;
    }

    boolean isTampered(String uid) {
        return tampered.contains(uid);
    }

    boolean areRecordsLost() {
        return recordsLost;
    }

    boolean isDisturbed() {
        return disturbed;
    }

    /// Whether somebody but its user has written to a Service that was never ours.
    boolean isTouched(ServiceState service) {
        return !everOurs.contains(service.uid())
                && versions.containsKey(service.uid())
                && !service.version().equals(versions.get(service.uid()));
    }
}
