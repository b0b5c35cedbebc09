/// What should be. Pure functions over immutable records: no clock, thread, file, socket or logger.
///
/// | package | what it is |
/// |---|---|
/// | `view` | the input: what is known of the cluster |
/// | `pool` | Eips, read and judged beside each other |
/// | `allocation` | which Service holds which address |
/// | `plan` | what one node does: sessions and routes |
/// | `status` | what every object's status should say |
/// | `problem` | every refusal, as a value with a sentence |
/// | `hash` | short names of what is compared across processes |
@org.jspecify.annotations.NullMarked
module io.porterlb.desired {
    requires transitive io.porterlb.address;
    requires transitive static org.jspecify;

    exports io.porterlb.desired.allocation;
    exports io.porterlb.desired.plan;
    exports io.porterlb.desired.problem;
    exports io.porterlb.desired.status;
    exports io.porterlb.desired.view;
}
