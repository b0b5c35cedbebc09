/// Placeholder until code goes in.
@org.jspecify.annotations.NullMarked
module io.porterlb.test.e2e {
    requires static org.jspecify;
}
