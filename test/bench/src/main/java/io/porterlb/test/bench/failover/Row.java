package io.porterlb.test.bench.failover;

import java.util.List;
import java.util.function.Consumer;

/// Something that happens to a cluster.
///
/// @param before done before clients come
/// @param happening returns when it is over, as far as clients can tell
/// @param afterwards the repair, done when clients have gone
record Row(String name, Demand demand, Consumer<Scene> before, Consumer<Scene> happening, Consumer<Scene> afterwards) {
    static final List<Row> ALL = List.of(
            of("owner's link cut silently", Demand.TAKEN_OVER, Scene::cutOwner, Scene::restoreOwner),
            of("agent SIGKILL", Demand.TAKEN_OVER, Scene::killAgent, Row::nothing),
            of("agent SIGSTOP, 5 s later SIGCONT", Demand.TAKEN_OVER, Scene::stopAgent, Row::nothing),
            of("all the node's processes killed", Demand.TAKEN_OVER, Scene::killOwner, Scene::startOwner),
            of("link cut, API server stopped", Demand.TAKEN_OVER, Scene::cutWithoutApi, Scene::restoreWithApi),
            of("partition: owner | two nodes", Demand.TAKEN_OVER, Scene::separate, Row::nothing),
            of("porterctl drain", Demand.HANDED_OVER, Scene::drain, Scene::undrain),
            of("agent's Pod replaced", Demand.UNHARMED, Scene::replaceAgent, Row::nothing),
            of("rolling update of all agents", Demand.UNHARMED, Scene::rollAgents, Row::nothing),
            of("API server stopped", Demand.UNHARMED, Scene::stopApi, Scene::startApi),
            new Row("node comes back", Demand.UNHARMED, Scene::cutOwner, Scene::restoreOwner, Row::nothing));

    private static Row of(String name, Demand demand, Consumer<Scene> happening, Consumer<Scene> afterwards) {
        return new Row(name, demand, Row::nothing, happening, afterwards);
    }

    private static void nothing(Scene scene) {}
}
