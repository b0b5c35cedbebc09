package io.porterlb.desired.problem;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.ServiceKey;
import java.util.List;
import java.util.Optional;

/// Why a Service has no address of ours. `source` is always the field or annotation of the Service that asks, as
/// users write it, such as `spec.loadBalancerIP`.
public sealed interface ServiceProblem extends Problem {
    /// Every Eip that the Service may use is full.
    ///
    /// @param obstacle why the Service cannot share an address of its key either, if there is one
    record AddressPoolExhausted(List<String> eips, Optional<SharingObstacle> obstacle) implements ServiceProblem {
        @Override
        public String message() {
            return "No address is free in %s: enlarge spec.address, add an Eip, or delete a Service that is not needed.%s"
                    .formatted(
                            Words.eips(eips),
                            obstacle.map(AddressPoolExhausted::unshared).orElse(""));
        }

        private static String unshared(SharingObstacle obstacle) {
            return " That of the same key cannot be shared: %s.".formatted(obstacle.words());
        }
    }

    /// The requested address is held.
    ///
    /// @param holder who holds it, such as `Service default/web`
    /// @param obstacle why the Service cannot share it, if it asks for that
    record AddressTaken(String source, IpAddress address, String holder, Optional<SharingObstacle> obstacle)
            implements ServiceProblem {
        @Override
        public String message() {
            return "%s asks for %s, which %s holds: ask for another address or free that one.%s"
                    .formatted(source, address, holder, Words.unshared(obstacle));
        }
    }

    /// The requested address is in no Eip.
    record AddressOutsidePools(String source, IpAddress address) implements ServiceProblem {
        @Override
        public String message() {
            return "%s asks for %s, which no Eip contains: ask for an address of an Eip or add an Eip that contains it."
                    .formatted(source, address);
        }
    }

    /// The requested address is not in the Eip that is named beside it.
    record AddressOutsideEip(String source, IpAddress address, String eipSource, String eip) implements ServiceProblem {
        @Override
        public String message() {
            return "%s asks for %s, but %s names Eip %s, which does not contain it: remove one of the two."
                    .formatted(source, address, eipSource, eip);
        }
    }

    /// No Eip is meant for a Service like this.
    ///
    /// @param protocol what `protocol.openelb.kubesphere.io/v1alpha1` asks for; empty where absent
    record NoMatchingEip(String namespace, IpFamily family, String protocol) implements ServiceProblem {
        @Override
        public String message() {
            return "No Eip with %s addresses%s is open to namespace %s: bind one to it (spec.namespaces), mark one as default (annotation eip.openelb.kubesphere.io/is-default-eip: \"true\") or name one (annotation eip.openelb.kubesphere.io/v1alpha2)."
                    .formatted(Words.family(family), protocol.isEmpty() ? "" : " and protocol " + protocol, namespace);
        }
    }

    /// The Eip that is named does not exist.
    record EipNotFound(String source, String eip) implements ServiceProblem {
        @Override
        public String message() {
            return "%s names Eip %s, which does not exist: create it or name another.".formatted(source, eip);
        }
    }

    /// The Eip gives out no new addresses.
    ///
    /// @param source how the Service came to that Eip
    record EipDisabled(String source, String eip) implements ServiceProblem {
        @Override
        public String message() {
            return "%s leads to Eip %s, which is disabled: set its spec.disable to false or choose another."
                    .formatted(source, eip);
        }
    }

    /// The Eip is being deleted.
    record EipDeleting(String source, String eip) implements ServiceProblem {
        @Override
        public String message() {
            return "%s leads to Eip %s, which is being deleted: choose another.".formatted(source, eip);
        }
    }

    /// The Eip has a problem of its own.
    record EipUnusable(String source, String eip, EipProblem cause) implements ServiceProblem {
        @Override
        public String message() {
            return "%s leads to Eip %s, which gives out no addresses: %s".formatted(source, eip, cause.message());
        }
    }

    /// The Eip is bound to other namespaces.
    record NamespaceNotAllowed(String source, String eip, String namespace) implements ServiceProblem {
        @Override
        public String message() {
            return "%s leads to Eip %s, which is bound to other namespaces than %s: add the namespace to the Eip's spec.namespaces or choose another Eip."
                    .formatted(source, eip, namespace);
        }
    }

    /// The address is a node's own.
    record AddressIsNodeAddress(String source, IpAddress address, String node) implements ServiceProblem {
        @Override
        public String message() {
            return "%s asks for %s, which is an address of node %s: take node addresses out of the Eip and ask for another."
                    .formatted(source, address, node);
        }
    }

    /// Some Service has the address in `spec.externalIPs`.
    record AddressIsExternalIp(String source, IpAddress address, ServiceKey service) implements ServiceProblem {
        @Override
        public String message() {
            return "%s asks for %s, which is in spec.externalIPs of Service %s: remove it there or ask for another address."
                    .formatted(source, address, service);
        }
    }

    /// What is asked for has not the one family of the Service.
    ///
    /// @param asked the address or the Eip
    record FamilyMismatch(String source, String asked, IpFamily family) implements ServiceProblem {
        @Override
        public String message() {
            return "%s asks for %s, but spec.ipFamilies of the Service has only %s: ask for one of that family or change spec.ipFamilies."
                    .formatted(source, asked, Words.family(family));
        }
    }

    /// The address is announced by another protocol than the Service asks for.
    ///
    /// @param eip the Eip that the address is from
    /// @param actual that Eip's protocol
    record ProtocolMismatch(String source, String asked, String eip, String actual) implements ServiceProblem {
        @Override
        public String message() {
            return "%s asks for protocol %s, but the protocol of its Eip %s is %s: name an Eip of protocol %s (annotation eip.openelb.kubesphere.io/v1alpha2), or change the annotation."
                    .formatted(source, asked, eip, actual, asked);
        }
    }

    /// What is asked for cannot be read.
    record InvalidAddress(String source, String text) implements ServiceProblem {
        @Override
        public String message() {
            return "%s is '%s', which is not one IP address of each family: write an address such as 192.0.2.7."
                    .formatted(source, text);
        }
    }

    /// The status holds an address of somebody else.
    record ForeignAddress(String text) implements ServiceProblem {
        @Override
        public String message() {
            return "status.loadBalancer.ingress holds %s, which is in no Eip of PorterLB: another load balancer serves this Service, so it is left alone; clear the status to hand it over."
                    .formatted(text);
        }
    }

    /// Two Services report the same address.
    ///
    /// @param obstacle why the Service cannot share it, if it asks for that
    record DuplicateAddress(IpAddress address, String holder, Optional<SharingObstacle> obstacle)
            implements ServiceProblem {
        @Override
        public String message() {
            return "status.loadBalancer.ingress holds %s, but %s has the older claim to it: this Service loses it and gets an address of its own.%s"
                    .formatted(address, holder, Words.unshared(obstacle));
        }
    }

    /// Two Eips of one family are named.
    record SeveralEips(String source, List<String> eips, IpFamily family) implements ServiceProblem {
        @Override
        public String message() {
            return "%s names %s, which all have %s addresses, but a Service gets one of each family: name one Eip of each."
                    .formatted(source, Words.eips(eips), Words.family(family));
        }
    }

    /// A dual-stack Service has an address of the other family only.
    ///
    /// @param cause why it has none of this one
    record FamilyMissing(IpFamily family, ServiceProblem cause) implements ServiceProblem {
        @Override
        public String message() {
            return "The Service has no %s address: %s".formatted(Words.family(family), cause.message());
        }
    }

    /// A Service with `spec.ipFamilyPolicy: RequireDualStack` cannot have both addresses.
    ///
    /// @param missing the family that there is none of
    /// @param cause why not
    record DualStackIncomplete(IpFamily missing, ServiceProblem cause) implements ServiceProblem {
        @Override
        public String message() {
            return "spec.ipFamilyPolicy is RequireDualStack, so the Service gets no address at all without one of %s (PreferDualStack would do with the other): %s"
                    .formatted(Words.family(missing), cause.message());
        }
    }
}
