/// What the programs of PorterLB share: how they start and end, and how they show that they are well. Nothing
/// here knows what a program is for.
@org.jspecify.annotations.NullMarked
module io.porterlb.program {
    requires io.porterlb.address;
    requires transitive info.picocli;
    requires java.logging;
    requires transitive jdk.httpserver;
    requires static org.jspecify;

    exports io.porterlb.program;
    exports io.porterlb.program.health;
    exports io.porterlb.program.http;
}
