/// Placeholder until code goes in.
@org.jspecify.annotations.NullMarked
module io.porterlb.test.architecture {
    requires static org.jspecify;
}
