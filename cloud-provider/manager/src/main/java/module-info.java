/// Placeholder until code goes in.
@org.jspecify.annotations.NullMarked
module io.porterlb.manager {
    requires static org.jspecify;
}
