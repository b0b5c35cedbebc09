package io.porterlb.test.e2e.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a program of ours is started as a process of the host: on its module's class path, with the flags of production.
public enum Program {
    MANAGER("cloud-provider/manager", "io.porterlb.manager.Manager"),
    AGENT("nodeagent/agent", "io.porterlb.agent.Agent");

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xms16m",
            "-Xmx64m",
            "-Xss512k",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:MaxMetaspaceSize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dio.netty.allocator.type=unpooled");

    private final String module;
    private final String mainClass;

    Program(String module, String mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    /// The words that start it.
    public List<String> command(String... arguments) {
        Path target = SourceTree.path(module + "/target");
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.add("-cp");
        words.add(target.resolve("classes") + ":" + target.resolve("lib") + "/*");
        words.add(mainClass);
        words.addAll(List.of(arguments));
        return words;
    }
}
