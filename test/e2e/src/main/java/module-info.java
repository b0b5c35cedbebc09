/// The demo, and the tests that see PorterLB from outside, as its users and their clients do.
///
/// Each promise is one class of {@link io.porterlb.test.e2e.promise}; the demo and the tests check the same ones.
@org.jspecify.annotations.NullMarked
module io.porterlb.test.e2e {
    requires io.porterlb.test.cluster;
    requires com.google.gson;
    requires info.picocli;
    requires static org.jspecify;

    opens io.porterlb.test.e2e.demo to
            info.picocli;
}
