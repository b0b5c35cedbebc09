package io.porterlb.images.root;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedLibrariesTest {
    @Test
    void librariesAreThoseThatLddFoundTheLoaderAmongThem() {
        SharedLibraries libraries = SharedLibraries.parse("""
                \tlinux-vdso.so.1 (0x00007f0610771000)
                \tlibmnl.so.0 => /lib/x86_64-linux-gnu/libmnl.so.0 (0x00007f061045a000)
                \tlibjvm.so => not found
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f0610773000)
                """);
        assertEquals(List.of("/lib/x86_64-linux-gnu/libmnl.so.0", "/lib64/ld-linux-x86-64.so.2"), libraries.found());
        assertEquals(List.of("libjvm.so"), libraries.missing());
    }

    @Test
    void aStaticProgramNeedsNone() {
        assertEquals(List.of(), SharedLibraries.parse("\tstatically linked\n").found());
    }
}
