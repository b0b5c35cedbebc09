package io.porterlb.desired.problem;

import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServicePort;

/// Why a Service cannot have the same address as another one. `other` is always that other one.
public sealed interface SharingObstacle {
    /// What about the other one is in the way, to be put after a colon.
    String words();

    /// One of the two names no key, or they name different ones.
    record OtherKey(ServiceKey other) implements SharingObstacle {
        @Override
        public String words() {
            return "Service %s has not the same key (annotation porterlb.io/sharing-key)".formatted(other);
        }
    }

    /// They are in different namespaces, and the Eip lets only Services of one namespace share.
    record OtherNamespace(ServiceKey other) implements SharingObstacle {
        @Override
        public String words() {
            return "Service %s is in another namespace, and spec.sharing of the Eip is not Cluster".formatted(other);
        }
    }

    /// They have a port in common.
    record SamePort(ServiceKey other, ServicePort port) implements SharingObstacle {
        @Override
        public String words() {
            return "Service %s has port %s/%d too".formatted(other, port.protocol(), port.port());
        }
    }

    /// They want traffic on different nodes.
    record OtherPolicy(ServiceKey other) implements SharingObstacle {
        @Override
        public String words() {
            return "Service %s has another spec.externalTrafficPolicy".formatted(other);
        }
    }

    /// They want traffic on the nodes of their Pods alone, and have different ones, or unknown ones.
    record OtherPods(ServiceKey other) implements SharingObstacle {
        @Override
        public String words() {
            return "Service %s has not the same Pods for sure (one namespace, one spec.selector that is not empty), and with externalTrafficPolicy Local an address leads to one set of Pods"
                    .formatted(other);
        }
    }

    /// As many Services as a record can name are there already.
    record NoRoom(ServiceKey other) implements SharingObstacle {
        @Override
        public String words() {
            return "Service %s shares it with as many others as can be".formatted(other);
        }
    }
}
