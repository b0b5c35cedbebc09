package io.porterlb.images.program;

import java.util.Arrays;
import java.util.Optional;

/// The images that there are.
public enum ProgramImage {
    MANAGER("porter-manager", "cloud-provider/manager", "io.porterlb.manager.Manager", ProgramImage.NONROOT, false),
    /// Runs as root: it gets capabilities, which a process of another user would not inherit.
    AGENT("porter-agent", "nodeagent/agent", "io.porterlb.agent.Agent", "0:0", true),
    PORTERCTL("porterctl", "porterctl", "io.porterlb.porterctl.Porterctl", ProgramImage.NONROOT, false);

    private static final String NONROOT = "65532:65532";

    private final String imageName;
    private final String module;
    private final String mainClass;
    private final String user;
    private final boolean packetTools;

    ProgramImage(String imageName, String module, String mainClass, String user, boolean packetTools) {
        this.imageName = imageName;
        this.module = module;
        this.mainClass = mainClass;
        this.user = user;
        this.packetTools = packetTools;
    }

    public static Optional<ProgramImage> named(String name) {
        return Arrays.stream(values()).filter(i -> i.imageName.equals(name)).findFirst();
    }

    /// Without registry and tag.
    public String imageName() {
        return imageName;
    }

    /// The folder of the program's Maven module.
    public String module() {
        return module;
    }

    public String mainClass() {
        return mainClass;
    }

    /// Numeric user and group that a container runs as.
    public String user() {
        return user;
    }

    /// Whether it changes the kernel's packet rules.
    public boolean packetTools() {
        return packetTools;
    }
}
