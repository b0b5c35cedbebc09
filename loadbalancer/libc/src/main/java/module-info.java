/// Calls of the C library by java.lang.foreign, for the sockets that Java has not. Start at
/// [io.porterlb.libc.Libc]. Linux with addresses of 64 bits; the launcher has to allow it
/// (`--enable-native-access`).
@org.jspecify.annotations.NullMarked
module io.porterlb.libc {
    requires transitive io.porterlb.address;
    requires transitive static org.jspecify;

    exports io.porterlb.libc;
}
