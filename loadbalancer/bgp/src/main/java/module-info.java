/// Placeholder until code goes in.
@org.jspecify.annotations.NullMarked
module io.porterlb.bgp {
    requires static org.jspecify;
}
