package io.porterlb.kube.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `spec` of a BgpPeer. Times are texts, because OpenELB took the JSON form of 64-bit protobuf numbers.
public record BgpPeerSpec(
        Conf conf,
        @Nullable SecretRef authSecretRef,
        Transport transport,
        Timers timers,
        EbgpMultihop ebgpMultihop,
        @Nullable TtlSecurity ttlSecurity,
        @Nullable Bfd bfd,
        @Nullable GracefulRestart gracefulRestart,
        List<AfiSafi> afiSafis,
        Export export,
        String role,
        String announce,
        @Nullable Selector nodeSelector) {
    public BgpPeerSpec {
        conf = conf == null ? Conf.NONE : conf;
        transport = transport == null ? Transport.NONE : transport;
        timers = timers == null ? Timers.NONE : timers;
        ebgpMultihop = ebgpMultihop == null ? EbgpMultihop.NONE : ebgpMultihop;
        afiSafis = Absent.list(afiSafis);
        export = export == null ? Export.NONE : export;
        role = Absent.text(role);
        announce = Absent.text(announce);
    }

    /// `spec.conf`. Its text does not show the password.
    public record Conf(
            String neighborAddress,
            String neighborInterface,
            long peerAs,
            long localAs,
            String authPassword,
            boolean adminDown) {
        static final Conf NONE = new Conf("", "", 0, 0, "", false);

        public Conf {
            neighborAddress = Absent.text(neighborAddress);
            neighborInterface = Absent.text(neighborInterface);
            authPassword = Absent.text(authPassword);
        }

        @Override
        public String toString() {
            return "conf of " + neighborAddress;
        }
    }

    /// `spec.authSecretRef`.
    public record SecretRef(String name, String key) {
        static final String DEFAULT_KEY = "password";

        public SecretRef {
            name = Absent.text(name);
            key = Absent.text(key).isEmpty() ? DEFAULT_KEY : key;
        }
    }

    /// `spec.transport`.
    public record Transport(boolean passiveMode, int remotePort, String localAddress) {
        static final Transport NONE = new Transport(false, 0, "");

        public Transport {
            localAddress = Absent.text(localAddress);
        }
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

    /// `spec.ttlSecurity`.
    public record TtlSecurity(@Nullable Integer hops) {}

    /// `spec.bfd`.
    public record Bfd(
            boolean enabled,
            @Nullable Integer intervalMilliseconds,
            @Nullable Integer multiplier,
            boolean strict,
            boolean multihop,
            @Nullable Integer minimumTtl) {}
}
