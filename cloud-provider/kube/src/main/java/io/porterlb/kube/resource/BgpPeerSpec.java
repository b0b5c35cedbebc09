package io.porterlb.kube.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `spec` of a BgpPeer. Times are strings, because OpenELB took the JSON form of 64-bit protobuf numbers.
public record BgpPeerSpec(
        Conf conf,
        Transport transport,
        Timers timers,
        EbgpMultihop ebgpMultihop,
        @Nullable Selector nodeSelector) {
    public BgpPeerSpec {
        conf = conf == null ? Conf.NONE : conf;
        transport = transport == null ? Transport.NONE : transport;
        timers = timers == null ? Timers.NONE : timers;
        ebgpMultihop = ebgpMultihop == null ? EbgpMultihop.NONE : ebgpMultihop;
    }

    /// `spec.conf`.
    public record Conf(String neighborAddress, long peerAs, long localAs, boolean adminDown) {
        static final Conf NONE = new Conf("", 0, 0, false);

        public Conf {
            neighborAddress = Absent.text(neighborAddress);
        }
    }

    /// `spec.transport`.
    public record Transport(boolean passiveMode, int remotePort) {
        static final Transport NONE = new Transport(false, 0);
    }

    /// `spec.timers`.
    public record Timers(TimersConfig config) {
        static final Timers NONE = new Timers(TimersConfig.NONE);

        public Timers {
            config = config == null ? TimersConfig.NONE : config;
        }
    }

    /// `spec.timers.config`.
    public record TimersConfig(
            @Nullable String holdTime,
            @Nullable String keepaliveInterval,
            @Nullable String connectRetry) {
        static final TimersConfig NONE = new TimersConfig(null, null, null);
    }

    /// `spec.ebgpMultihop`.
    public record EbgpMultihop(boolean enabled, int multihopTtl) {
        static final EbgpMultihop NONE = new EbgpMultihop(false, 0);
    }

    /// A LabelSelector.
    public record Selector(Map<String, String> matchLabels, List<Requirement> matchExpressions) {
        public Selector {
            matchLabels = Absent.map(matchLabels);
            matchExpressions = Absent.list(matchExpressions);
        }
    }

    /// One entry of a LabelSelector's `matchExpressions`.
    public record Requirement(String key, String operator, List<String> values) {
        public Requirement {
            key = Absent.text(key);
            operator = Absent.text(operator);
            values = Absent.list(values);
        }
    }
}
