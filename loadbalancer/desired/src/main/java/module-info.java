/// What should be. Pure functions over immutable records: no clock, thread, file, socket or logger.
@org.jspecify.annotations.NullMarked
module io.porterlb.desired {
    requires transitive io.porterlb.address;
    requires transitive static org.jspecify;

    exports io.porterlb.desired.status;
    exports io.porterlb.desired.view;
}
