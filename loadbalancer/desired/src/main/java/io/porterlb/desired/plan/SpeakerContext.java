package io.porterlb.desired.plan;

import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.Secrets;
import java.util.Optional;

/// What all sessions of a node have in common.
///
/// @param conf the BgpConf `default`
/// @param secrets empty for a program that may not read them, which takes passwords for granted
record SpeakerContext(SpeakerIdentity.Known identity, BgpConfView conf, Optional<Secrets> secrets) {
    /// The port of BGP ([RFC 4271 4](https://www.rfc-editor.org/rfc/rfc4271#section-4)).
    private static final int BGP_PORT = 179;

    /// The port on which a speaker listens that has to.
    int listenPort() {
        return conf.listen().port() == 0 ? BGP_PORT : conf.listen().port();
    }

    /// Nobody listens unless asked to: a CNI that speaks BGP lives on the same node.
    ///
    /// @param anyArrives whether a router may open the connection
    Optional<ListenPlan> listen(boolean anyArrives) {
        boolean wanted = conf.listen().port() > 0 || (anyArrives && listenPort() > 0);
        return wanted ? Optional.of(new ListenPlan(listenPort(), conf.listen().addresses())) : Optional.empty();
    }
}
