/// The demo, and the tests that see PorterLB from outside, as its users and their clients do.
///
/// Each promise is one class of {@link io.porterlb.test.e2e.promise}; the demo and the tests check the same ones. The
/// module is open because picocli and JUnit look at it by reflection, as named modules.
@org.jspecify.annotations.NullMarked
open module io.porterlb.test.e2e {
    requires io.porterlb.images;
    requires transitive io.porterlb.test.cluster;
    requires com.google.gson;
    requires info.picocli;
    requires java.xml;
    requires static org.jspecify;

    exports io.porterlb.test.e2e.install;
    exports io.porterlb.test.e2e.layer2;
    exports io.porterlb.test.e2e.lifecycle;
    exports io.porterlb.test.e2e.load;
    exports io.porterlb.test.e2e.pods;
}
