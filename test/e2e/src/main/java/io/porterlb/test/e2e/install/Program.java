package io.porterlb.test.e2e.install;

import io.porterlb.test.cluster.programs.ProductionJvm;
import java.util.List;

/// How a program of ours is started as a process of the host: on its module's class path, with the flags of production.
public enum Program {
    MANAGER("cloud-provider/manager", "io.porterlb.manager.Manager"),
    AGENT("nodeagent/agent", "io.porterlb.agent.Agent");

    private final String module;
    private final String mainClass;

    Program(String module, String mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    /// The words that start it.
    public List<String> command(String... arguments) {
        return ProductionJvm.command(SourceTree.path(module + "/target"), mainClass, arguments);
    }
}
