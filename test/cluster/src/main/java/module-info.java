/// Placeholder until code goes in.
@org.jspecify.annotations.NullMarked
module io.porterlb.test.cluster {
    requires static org.jspecify;
}
