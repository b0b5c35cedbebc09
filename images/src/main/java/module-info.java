/// Builds the OCI images of the programs, without a container engine: a root file system from scratch, a small Java
/// runtime, an AOT cache, a list of what is inside. Start at {@link io.porterlb.images.ImageCommand}.
@org.jspecify.annotations.NullMarked
module io.porterlb.images {
    requires com.google.gson;
    requires cyclonedx.core.java;
    requires info.picocli;
    requires jdk.httpserver;
    requires com.google.cloud.tools.jib;
    requires com.google.cloud.tools.jib.api.buildplan;
    requires static org.jspecify;

    exports io.porterlb.images;
    exports io.porterlb.images.program;
    exports io.porterlb.images.root;

    opens io.porterlb.images to
            info.picocli;
}
