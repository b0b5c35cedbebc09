/// Placeholder until code goes in.
@org.jspecify.annotations.NullMarked
module io.porterlb.agent {
    requires static org.jspecify;
}
