/// The demo, and the tests that see PorterLB from outside, as its users and their clients do.
@org.jspecify.annotations.NullMarked
module io.porterlb.test.e2e {
    requires static org.jspecify;
}
