/// Placeholder until code goes in.
@org.jspecify.annotations.NullMarked
module io.porterlb.kube {
    requires static org.jspecify;

    exports io.porterlb.kube.work;
}
